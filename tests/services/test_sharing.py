"""A project split: who gets which articles, and what is in the files."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.decisions import add_entities
from annotator.core.entities import Entity
from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.services import together
from annotator.services.atomic import give_name
from annotator.services.portions import portions
from annotator.services.project import create_project, open_project
from annotator.services.sharing import SHARING, Sharing, share_out
from tests.services.shared_out import (
    PEOPLE,
    SPANS,
    article,
    make,
    shared,
    states,
)


@given(st.data())
@settings(max_examples=100)
def test_everybody_gets_as_many_and_each_two_share_as_many(data: st.DataObject) -> None:
    people = data.draw(st.integers(2, 12))
    articles = data.draw(st.integers(0, 200))
    overlap = data.draw(st.floats(0, 1))
    dealt = portions(articles, people, overlap, data.draw(st.integers(0, 9)))
    load = Counter(dict.fromkeys(range(people), 0))
    load.update(person for who in dealt for person in who)
    assert len(dealt) == articles
    assert sum(len(who) == 2 for who in dealt) == round(articles * overlap)
    assert all(len(set(who)) == len(who) in {1, 2} for who in dealt)
    assert max(load.values()) - min(load.values()) <= 1


def test_each_two_people_share_about_as_many_articles() -> None:
    dealt = portions(2000, 6, 0.3, 1)
    pairs = Counter(who for who in dealt if len(who) == 2)
    assert set(pairs) == set(combinations(range(6), 2))
    assert max(pairs.values()) - min(pairs.values()) <= 4
    assert dealt == portions(2000, 6, 0.3, 1) != portions(2000, 6, 0.3, 2)


def test_of_articles_that_are_alike_everybody_gets_as_many(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    labels = ["PER", "LOC", "ORG", "MISC"]
    with create_project(path) as project:
        project.file.add_articles(
            article(n, Entity("e", SPANS[0], labels[n * n % 7 % 4])) for n in range(120)
        )
    for one in shared(path, *PEOPLE, overlap=0, by="stratified"):
        with open_project(one.path) as project:
            found = Counter(a.entities[0].label for a in project.file.annotated())
        whole = Counter(labels[n * n % 7 % 4] for n in range(120))
        assert all(abs(found[label] - whole[label] / 3) < 2 for label in labels)


def test_a_file_has_all_that_its_annotator_needs_and_no_one_elses_work(tmp_path: Path) -> None:
    labels = LabelSet("own", (Label("PER", {"ar": "شخص"}), Label("VERB")))
    path = tmp_path / "news.annotator"
    with create_project(path, annotator="سلمى", label_set=labels) as project:
        project.file.add_articles(article(n) for n in range(9))
        project.set_state("guidelines", "# قواعدنا")
        project.tag([1], add=["sport"])
        session = project.open_article(1)
        session.perform(add_entities(session.state, [SPANS[0]], "PER", session.actor()))
        session.perform(add_entities(session.state, [SPANS[1]], "PER", session.actor()))
        session.undo()
    before = states(path)
    found = shared(path, *PEOPLE, overlap=1)
    assert {file.suffix for file in (tmp_path / "out").iterdir()} <= {".annotator"}
    assert [one.path.name for one in found] == [
        "news-سلمى.annotator", "news-عمر.annotator", "news-huda.annotator",
    ]  # fmt: skip
    assert sum(one.articles for one in found) == 18
    assert all(one.articles == one.shared == 6 for one in found)
    for one in found:
        with open_project(one.path) as project:
            assert project.annotator == one.annotator
            assert project.annotators() == tuple(sorted({one.annotator}))
            assert project.label_set == labels
            assert project.state("guidelines") == "# قواعدنا"
            has = project.file.key_of_text(article(0).article.sha256)
            if has is not None:
                assert project.tags() == {"sport": 1}
                assert project.open_article(has).history.can_redo == (one.annotator == "سلمى")
            texts = {a.article.sha256 for a in project.file.annotated()}
            assert len(texts) == 6
            assert project.file.search("باريس")
        mine = {key: value for key, value in before.items() if key[0] == one.annotator}
        assert states(one.path) == {key: value for key, value in mine.items() if key[1] in texts}
    assert states(path) == before
    with open_project(path, annotator="x") as project:
        assert project.annotators() == ("huda", "x", "سلمى", "عمر")


def test_what_is_finished_or_assigned_is_left_out_unless_all_is_asked_for(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 10)
    with open_project(path, annotator="nora") as project:
        project.assign([1, 2], ["nora"])
        for key in (3, 4):
            session = project.open_article(key)
            session.perform(add_entities(session.state, [SPANS[1]], "PER", session.actor()))
    done = AnnotatedArticle(article(5).article, "amal", ArticleStatus.DONE)
    with open_project(path) as project:
        project.file.add_articles([done])
    assert sum(one.articles for one in shared(path, *PEOPLE, overlap=0)) == 7
    with pytest.raises(UserError, match="no article to share"):
        shared(path, "x", "y")
    every = shared(path, "x", "y", overlap=0, everything=True)
    assert sum(one.articles for one in every) == 10


def test_nothing_is_written_where_a_file_is_there_or_names_are_missing(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 4)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "p-b.annotator").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="exists"):
        shared(path, "a", "b")
    for names in ((), ("a", "a"), ("a", " "), ("a",)):
        with pytest.raises(UserError):
            shared(path, *names)
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["p-b.annotator"]
    with open_project(path) as project:
        assert project.file.assigned() == ()


def refusing(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let the system refuse the file of this name, and no other."""

    def give(made: Path, path: Path, *, force: bool) -> None:
        if path.name == name:
            raise PermissionError(13, "Permission denied")
        give_name(made, path, force=force)

    monkeypatch.setattr(together, "give_name", give)


@pytest.mark.parametrize("force", [False, True])
def test_where_a_file_gets_no_name_nothing_is_left_and_nothing_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, force: bool
) -> None:
    path = make(tmp_path / "p.annotator", 4)
    out = tmp_path / "out"
    out.mkdir()
    if force:
        for name in ("p-a.annotator", "p-b.annotator"):
            (out / name).write_text(name, encoding="utf-8")
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    refusing(monkeypatch, "p-b.annotator")
    with open_project(path) as project:
        with pytest.raises(UserError, match="Permission denied"):
            share_out(project.file, out, Sharing(("a", "b")), force=force)
        assert project.file.assigned() == ()
        assert project.state(SHARING) is None
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before


def test_where_the_project_takes_no_note_no_file_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path / "p.annotator", 4)

    def assign(*_: object) -> None:
        assert len(list((tmp_path / "out").glob("p-*"))) == 2  # they are whole by now
        raise sqlite3.OperationalError("database or disk is full")

    with open_project(path) as project:
        taking = project.file.receiving

        @contextmanager
        def receiving() -> Iterator[object]:
            with taking() as receiver:
                receiver.assign = assign
                yield receiver

        monkeypatch.setattr(project.file, "receiving", receiving, raising=False)
        with pytest.raises(sqlite3.OperationalError):
            share_out(project.file, tmp_path / "out", Sharing(("a", "b")))
        assert project.state(SHARING) is None
    assert list((tmp_path / "out").iterdir()) == []


def test_what_cannot_be_removed_again_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path / "p.annotator", 4)
    refusing(monkeypatch, "p-b.annotator")
    unlink = Path.unlink

    def held(file: Path, missing_ok: bool = False) -> None:
        if file.name == "p-a.annotator":
            raise PermissionError(13, "in use")
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(UserError, match=r"left: p-a\.annotator\."):
        shared(path, "a", "b")
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["p-a.annotator"]
