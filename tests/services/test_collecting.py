"""Annotators' files taken back, whatever has become of them meanwhile."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.article import Article
from annotator.core.decisions import add_entities
from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.progress import Cancelled, Progress
from annotator.services.collecting import files_to_collect
from annotator.services.project import Project, open_project
from tests.services.shared_out import (
    PEOPLE,
    SPANS,
    article,
    collected,
    in_first,
    labelled,
    make,
    shared,
    states,
)


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


def test_folders_are_looked_through_for_files(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 4)
    files = [one.path for one in shared(path, "a", "b")]
    found = files_to_collect([tmp_path, tmp_path / "out", *files], path)
    assert sorted(found) == sorted(files)
    assert files_to_collect([path], path) == [path]


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


def break_pages(path: Path, *names: str) -> None:
    """Write nonsense over the first page of tables and indexes."""
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        pages = [
            connection.execute(
                "SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)
            ).fetchone()[0]
            for name in names
        ]
    with path.open("r+b") as stream:
        for page in pages:
            stream.seek((page - 1) * size)
            stream.write(b"\xff" * size)


def test_damage_of_the_project_itself_is_told_as_that(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 2)
    file = shared(path, "a", "b", overlap=1)[0].path
    in_first(file, labelled("LOC"))
    break_pages(path, "entity")
    with pytest.raises(UserError, match=r"p\.annotator: The project file is damaged"):
        collected(path, file)


def test_damage_of_a_file_is_told_as_that_and_the_project_goes_on(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 2)
    files = [one.path for one in shared(path, "a", "b", overlap=1)]
    for file in files:
        in_first(file, labelled("LOC"))
    break_pages(files[0], "step")
    report = collected(path, *files)
    assert [one.refused for one in report.files] == [True, False]
    assert [problem.file for problem in report.problems] == [str(files[0])]


def test_a_file_with_a_row_that_no_project_can_hold_is_refused_whole(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 3)
    files = [one.path for one in shared(path, "a", "b", overlap=1)]
    for file in files:
        in_first(file, labelled("LOC"))
    with closing(sqlite3.connect(files[0])) as base:
        ((sql,),) = base.execute("SELECT sql FROM sqlite_schema WHERE name = 'step'")
        schema = "UPDATE sqlite_schema SET sql = ? WHERE name = 'step'"
        base.execute("PRAGMA writable_schema = ON")
        base.execute(schema, (sql.replace(" NOT NULL", ""),))
        base.commit()
        base.execute("PRAGMA writable_schema = RESET")
        base.execute("UPDATE step SET name = NULL")
        base.execute("PRAGMA writable_schema = ON")
        base.execute(schema, (sql,))
        base.commit()
    report = collected(path, *files)
    assert [one.refused for one in report.files] == [True, False]
    (problem,) = (each for each in report.problems if each.kind == "file")
    assert problem.file == str(files[0])
    assert "The project file is damaged." in str(problem.message)
    assert {name for name, _ in states(path)} == {"b"}
