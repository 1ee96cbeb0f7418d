"""A project shared out and taken back: every decision once, by whom it was made."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import add_entities
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import Span
from annotator.services.collecting import Collected, collect, files_to_collect
from annotator.services.portions import portions
from annotator.services.project import Project, create_project, open_project
from annotator.services.sharing import Portion, Sharing, numbered_names, share_out
from annotator.storage import Filters

TEXT = "قال سامح شكري في القاهرة إن باريس بعيدة، رقم {}."
SPANS = (Span(4, 13), Span(17, 24), Span(28, 33))
PEOPLE = ("سلمى", "عمر", "huda")

State = dict[tuple[str, str], object]


def article(number: int, *entities: Entity) -> AnnotatedArticle:
    return AnnotatedArticle(Article(f"a{number}", TEXT.format(number)), entities=entities)


def make(path: Path, articles: int) -> Path:
    suggested = Entity("s1", SPANS[0], "PER", Status.SUGGESTED, "camel")
    with create_project(path, annotator="main") as project:
        project.file.add_articles(
            article(n, *([suggested] if n % 2 else [])) for n in range(articles)
        )
        project.set_state("guidelines", "# قواعدنا")
    return path


def shared(path: Path, *names: str, overlap: float = 0.5, **more) -> list[Portion]:
    with open_project(path) as project:
        return share_out(project.file, path.parent / "out", Sharing(names, overlap, **more))


def collected(path: Path, *files: Path, **more) -> Collected:
    with open_project(path) as project:
        return collect(project.file, files, **more)


def states(path: Path, annotator: str | None = None) -> State:
    """Return all that named annotators have, with every step of the history."""
    with open_project(path, read_only=True) as project:
        sets = list(project.file.annotated(Filters(annotator)))
        found: State = {}
        for one in sets:
            if one.annotator:
                key = project.file.key_of_text(one.article.sha256)
                steps = [
                    (str(step.mark), step.edit.changes, step.edit.at)
                    for step in project.file.audit(key, one.annotator)
                ]
                found[one.annotator, one.article.sha256] = (one, steps)
        return found


def work(path: Path, chance: random.Random, most: int = 6) -> None:
    """Decide what comes to mind, in articles that come to mind: undo and redo too."""
    with open_project(path) as project:
        keys = [key for key in range(1, project.count() + 1) if chance.random() < 0.7]
        for key in keys:
            decide(project, key, chance, most)


def decide(project: Project, key: int, chance: random.Random, most: int) -> None:
    session = project.open_article(key)
    for _ in range(chance.randint(1, most)):
        turn = chance.random()
        if turn < 0.2:
            session.undo()
        elif turn < 0.3:
            session.redo()
        else:
            span, label = chance.choice(SPANS), chance.choice(["PER", "LOC", "ORG"])
            session.perform(add_entities(session.state, [span], label, session.actor()))


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


@given(seed=st.integers(0, 10_000))
@settings(max_examples=12, deadline=None)
def test_split_then_collect_is_what_each_annotator_decided(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """In whatever order, of whatever version, however often files come."""
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("shared")
    path = make(folder / "p.annotator", chance.randint(1, 9))
    people = PEOPLE[: chance.randint(2, 3)]
    files = [one.path for one in shared(path, *people, overlap=chance.random(), seed=seed)]
    versions = []
    for _ in range(3):
        for file in files:
            if chance.random() < 0.8:
                work(file, chance)
            version = file.with_name(f"{len(versions)} {file.name}")
            shutil.copy(file, version)
            versions.append(version)
    chance.shuffle(versions)
    expected: State = {}
    for file in files:
        expected |= states(file)
    rest = list(versions)
    while rest:
        some, rest = rest[: (cut := chance.randint(1, 4))], rest[cut:]
        assert collected(path, *some).is_clean
    assert collected(path, *files).is_clean
    assert states(path) == expected
    again = collected(path, *versions, *files)
    assert again.touched == []
    assert {name for one in again.files for name in one.sets} <= {"same", "older"}
    assert states(path) == expected
    with open_project(path, read_only=True) as project:
        assert project.file.faults() == []
        assert project.count() == len({key[1] for key in expected} | texts(path))


def texts(path: Path) -> set[str]:
    with open_project(path, read_only=True) as project:
        return set(project.file.article_keys())


def test_two_who_did_one_article_have_a_set_each(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 3)
    first, second = (one.path for one in shared(path, "a", "b", overlap=1))
    for number, file in enumerate((first, second)):
        with open_project(file) as project:
            session = project.open_article(1)
            session.perform(
                add_entities(session.state, [SPANS[number + 1]], "LOC", session.actor())
            )
    report = collected(path, first, second)
    assert [(one.annotator, dict(one.sets)) for one in report.files] == [
        ("a", {"new": 1}),
        ("b", {"new": 1}),
    ]
    with open_project(path, read_only=True) as project:
        sets = {one.annotator: one for one in project.file.annotated_of([1])}
    assert sets.keys() == {"a", "b"}
    assert [e.span for name in "ab" for e in sets[name].entities if e.label == "LOC"] == [
        *SPANS[1:]
    ]


def in_first(path: Path, does: Callable[[Project], None]) -> None:
    with open_project(path) as project:
        does(project)


def labelled(label: str, span: Span = SPANS[1]) -> Callable[[Project], None]:
    def does(project: Project) -> None:
        session = project.open_article(1)
        session.perform(add_entities(session.state, [span], label, session.actor()))

    return does


def test_what_went_two_ways_is_kept_both_and_only_once(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 2)
    file = shared(path, "a", "b", overlap=1)[0].path
    in_first(file, labelled("LOC"))
    copy = tmp_path / "copy.annotator"
    shutil.copy(file, copy)
    assert collected(path, file).sets == 1
    with open_project(path, annotator="a") as project:  # decided in the project itself, too
        labelled("ORG", SPANS[2])(project)
    here = states(path)
    assert dict(collected(path, file).files[0].sets) == {"older": 1}
    in_first(file, labelled("MISC", SPANS[2]))
    in_first(copy, labelled("PER", SPANS[2]))
    report = collected(path, file, copy)
    assert [dict(one.sets) for one in report.files] == [{"apart": 1}, {"apart": 1}]
    assert {p.kind for p in report.problems} == {"apart"}
    found = states(path)
    assert {name for name, _ in found} == {"a", "a (2)", "a (3)"}
    assert all(found[key] == value for key, value in here.items())
    in_first(copy, labelled("LOC", SPANS[0]))
    report = collected(path, file, copy)
    assert [dict(one.sets) for one in report.files] == [{"same": 1}, {"newer": 1}]
    assert {name for name, _ in states(path)} == {"a", "a (2)", "a (3)"}


def test_an_article_that_was_added_comes_in_and_one_that_is_gone_is_told(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 4)
    file = shared(path, "a", "b", overlap=0)[0].path

    def add(project: Project) -> None:
        project.file.add_articles([article(99)])
        session = project.open_article(project.count())
        session.perform(add_entities(session.state, [SPANS[0]], "PER", session.actor()))

    in_first(file, add)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM article WHERE key = 1")
        connection.commit()
    report = collected(path, file)
    assert {p.kind: p.severity.value for p in report.problems} == {
        "added": "notice",
        "missing": "notice",
    }
    assert (report.files[0].articles, report.files[0].missing) == (1, 1)
    with open_project(path, read_only=True) as project:
        assert project.count() == 5
        assert project.file.search("رقم 99")
    assert collected(path, file).files[0].articles == 0


def test_a_text_that_was_changed_is_refused_and_the_rest_comes_in(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 6)
    file = shared(path, "a", "b", overlap=0)[0].path
    for key in (1, 2, 3):
        with open_project(file) as project:
            session = project.open_article(key)
            session.perform(add_entities(session.state, [SPANS[1]], "LOC", session.actor()))
    other = Article("", "نص آخر تمامًا قال سامح شكري في القاهرة.")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE article_text SET text = text || ' زيادة' WHERE article = 1")
        connection.execute(
            "UPDATE article SET sha256 = ? WHERE key = 2", (bytes.fromhex(other.sha256),)
        )
        connection.execute("UPDATE article_text SET text = ? WHERE article = 2", (other.text,))
        connection.commit()
    report = collected(path, file)
    assert [p.kind for p in report.problems if p.severity.value == "refused"] == [
        "changed_text"
    ] * 2
    assert not report.is_clean
    assert dict(report.files[0].sets) == {"new": 1}
    assert len(states(path)) == 1
    with open_project(path, read_only=True) as project:
        assert project.count() == 6


def test_labels_that_were_added_are_told_and_taken_when_asked_for(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 2)
    file = shared(path, "a", "b", overlap=1)[0].path

    def relabel(project: Project) -> None:
        old = project.label_set
        label = Label("EVENT", {"ar": "حدث"}, key=old.labels[0].key)
        project.file.set_label_set(LabelSet(old.id, (*old.labels[1:], label), old.aliases))
        labelled("EVENT")(project)

    in_first(file, relabel)
    report = collected(path, file)
    assert [p.message.args["label"] for p in report.problems if p.kind == "label"] == ["EVENT"]
    with open_project(path, read_only=True) as project:
        before = project.label_set
        assert "EVENT" not in before
    assert collected(path, file, labels=True).problems == []
    with open_project(path, read_only=True) as project:
        assert [*project.label_set][: len(before.labels)] == [*before]
        added = project.label_set.get("EVENT")
    assert (added.names, added.key) == ({"ar": "حدث"}, "")


def test_files_of_other_origin_are_refused_and_the_others_come_in(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 4)
    good = shared(path, "a", "b", overlap=1)[0].path
    in_first(good, labelled("LOC"))
    (tmp_path / "other").mkdir()
    other = make(tmp_path / "other" / "q.annotator", 4)
    foreign = shared(other, "a", "b")[0].path
    plain = tmp_path / "text.annotator"
    plain.write_text("نص", encoding="utf-8")
    damaged = tmp_path / "damaged.annotator"
    shutil.copy(good, damaged)
    with closing(sqlite3.connect(damaged)) as connection:
        connection.execute('UPDATE entity SET "end" = 5000')
        connection.commit()
    missing = tmp_path / "none.annotator"
    report = collected(path, foreign, plain, damaged, path, missing, good)
    assert [one.refused for one in report.files] == [True] * 5 + [False]
    assert [p.kind for p in report.problems] == ["file"] * 5
    assert "another project" in str(report.problems[0].message)
    assert states(path) == states(good)
    with pytest.raises(UserError, match="never shared"):
        collected(good, good)


def test_collecting_is_one_transaction(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 6)
    files = [one.path for one in shared(path, *PEOPLE, overlap=0)]
    for file in files:
        in_first(file, labelled("LOC"))

    class Stopped(Progress):
        def at(self, done: int, total: int | None = None) -> None:
            if done == 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        collected(path, *files, progress=Stopped())
    assert states(path) == {}
    assert collected(path, *files).sets == 3


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


def test_folders_are_looked_through_for_files(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 4)
    files = [one.path for one in shared(path, "a", "b")]
    found = files_to_collect([tmp_path, tmp_path / "out", *files], path)
    assert sorted(found) == sorted(files)
    assert files_to_collect([path], path) == [path]


def test_twenty_annotators_lose_nothing(tmp_path: Path) -> None:
    """The same with 10,000 articles is in ``tests/benchmarks``."""
    path = make(tmp_path / "p.annotator", 300)
    found = shared(path, *numbered_names(20), overlap=0.1, by="stratified")
    assert sum(one.articles for one in found) == 330
    assert {one.articles for one in found} <= {16, 17}
    chance = random.Random(5)
    expected: State = {}
    for one in found:
        with open_project(one.path) as project:
            for key in chance.sample(range(1, one.articles + 1), 3):
                decide(project, key, chance, 3)
        expected |= states(one.path)
    report = collected(path, *(one.path for one in found))
    assert report.sets == len(expected)
    assert states(path) == expected


def test_time_and_tags_come_along_once(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 2)
    file = shared(path, "a", "b", overlap=1)[0].path

    def at_work(project: Project) -> None:
        labelled("LOC")(project)
        project.add_time(1, 90)
        project.tag([1, 2], add=["sport"])

    in_first(file, at_work)
    for _ in range(2):
        collected(path, file)
        with open_project(path, read_only=True) as project:
            assert list(project.file.time_by_day().values()) == [90]
            assert project.tags() == {"sport": 2}
    in_first(file, lambda project: project.add_time(1, 30))
    collected(path, file)
    with open_project(path, read_only=True) as project:
        assert list(project.file.time_by_day().values()) == [120]


def test_what_was_undone_here_is_not_done_again_by_a_newer_file(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 2)
    file = shared(path, "a", "b", overlap=1)[0].path
    in_first(file, labelled("LOC"))
    collected(path, file)
    with open_project(path, annotator="a") as project:
        project.open_article(1).undo()
    here = states(path)

    def go_on(project: Project) -> None:
        session = project.open_article(1)
        session.undo()
        session.redo()
        labelled("PER", SPANS[2])(project)

    in_first(file, go_on)
    assert dict(collected(path, file).files[0].sets) == {"apart": 1}
    found = states(path)
    assert all(found[key] == value for key, value in here.items())
    assert {name for name, _ in found} == {"a", "a (2)"}


def test_what_was_begun_here_is_kept_beside_what_comes(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 2)
    file = shared(path, "a", "b", overlap=1)[0].path
    with open_project(path, annotator="a") as project:
        labelled("ORG")(project)
    here = states(path)
    in_first(file, labelled("LOC"))
    in_first(file, labelled("PER", SPANS[2]))
    assert dict(collected(path, file).files[0].sets) == {"apart": 1}
    found = states(path)
    assert all(found[key] == value for key, value in here.items())
    assert {name for name, _ in found} == {"a", "a (2)"}
