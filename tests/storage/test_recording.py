"""One decision, one transaction: all of it or nothing, and the past stays on record."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor, accept, reject, relabel, take_suggestions
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.history import Timeline
from annotator.core.spans import Span
from annotator.storage import Mark, Place, ProjectFile, StepKind

SALMA = Actor("salma", "2026-11-22T10:00:00Z")


@pytest.fixture
def key(file: ProjectFile, annotated: Callable[..., AnnotatedArticle]) -> int:
    return file.add_articles([annotated()]).keys[0]


def _perform(file: ProjectFile, key: int, before: Timeline, edit) -> Timeline:
    after = before.perform(edit)
    file.record(key, before, after, edit, kind=StepKind.DO)
    return after


def test_undone_and_dropped_steps_stay_in_the_audit_trail(file: ProjectFile, key: int) -> None:
    start = file.timeline(key, "salma")
    one = _perform(file, key, start, accept(start.state, ["e1"], SALMA))
    two = _perform(file, key, one, relabel(one.state, ["e1"], "LOC", SALMA))
    undone = two.undo()
    file.record(key, two, undone, two.history.done[-1], kind=StepKind.UNDO)
    assert [step.mark for step in file.audit(key, "salma")] == [Mark.DONE, Mark.UNDONE]
    three = _perform(file, key, undone, reject(undone.state, ["q1"], SALMA))
    suggested = take_suggestions(
        three.state, [Entity("x", Span(26, 28), "LOC", origin="camel")], [], SALMA
    )
    four = _perform(file, key, three, suggested)
    trail = list(file.audit(key, "salma"))
    assert [(step.mark, step.edit.name) for step in trail] == [
        (Mark.DONE, "accept"),
        (Mark.DROPPED, "relabel"),
        (Mark.DONE, "reject"),
        (Mark.ARRIVED, "suggest"),
    ]
    assert trail[3].edit == suggested
    assert {step.edit.by for step in trail} == {"salma"}
    assert file.timeline(key, "salma") == four


def test_everyone_starts_from_what_came_in_and_changes_only_their_own(
    file: ProjectFile, key: int, annotated: Callable[..., AnnotatedArticle]
) -> None:
    imported = annotated()
    for name in ("salma", "omar"):
        start = file.timeline(key, name)
        assert start.state.entities == imported.entities
        _perform(file, key, start, accept(start.state, ["e1"], Actor(name, SALMA.at)))
    assert file.timeline(key, "").state == imported
    assert file.timeline(key, "omar").state.entity("e1").annotator == "omar"
    assert file.annotators() == ("omar", "salma")
    assert [state.annotator for state in file.annotated()] == ["omar", "salma"]


def test_only_the_rows_that_a_decision_touches_are_written(file: ProjectFile, key: int) -> None:
    start = file.timeline(key, "salma")
    one = _perform(file, key, start, accept(start.state, ["q1"], SALMA))
    before = file._connection.total_changes
    _perform(file, key, one, accept(one.state, ["e1"], SALMA))
    # The entity, its set, the step, and no more (dropping undone steps changes none).
    assert file._connection.total_changes - before == 3


def test_a_full_disk_loses_nothing_and_says_so(file: ProjectFile, key: int) -> None:
    start = file.timeline(key, "salma")
    one = _perform(file, key, start, accept(start.state, ["e1"], SALMA))
    pages = file._connection.execute("PRAGMA page_count").fetchone()[0]
    file._connection.execute(f"PRAGMA max_page_count = {pages}")
    long = relabel(one.state, ["e1"], "L" * 100_000, SALMA)
    with pytest.raises(UserError, match="disk is full"):
        file.record(key, one, one.perform(long), long, kind=StepKind.DO)
    assert file.timeline(key, "salma") == one
    assert not file._connection.in_transaction
    file._connection.execute("PRAGMA max_page_count = 1000000")
    _perform(file, key, one, long)
    assert file.timeline(key, "salma").state.entity("e1").label == "L" * 100_000


def test_a_failure_half_way_through_a_decision_takes_all_of_it_back(
    file: ProjectFile, key: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = file.timeline(key, "salma")
    edit = accept(start.state, ["e1", "q1"], SALMA)

    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("broken")

    monkeypatch.setattr("annotator.storage.recording.append_step", broken)
    with pytest.raises(sqlite3.OperationalError):
        file.record(key, start, start.perform(edit), edit, kind=StepKind.DO)
    assert file.timeline(key, "salma") == start
    assert file.annotators() == ()


def test_a_project_deleted_or_replaced_while_open_is_told_not_written(
    file: ProjectFile, key: int
) -> None:
    moved = file.path.with_name("moved.annotator")
    file.path.rename(moved)
    with pytest.raises(UserError, match="moved, deleted or replaced"):
        file.set_state("x", 1)
    shutil.copy(moved, file.path)
    with pytest.raises(UserError, match="moved, deleted or replaced"):
        file.set_state("x", 1)
    file.path.unlink()
    moved.rename(file.path)
    file.set_state("x", 1)


def test_two_timelines_of_one_set_cannot_overwrite_each_other(file: ProjectFile, key: int) -> None:
    first = second = file.timeline(key, "salma")
    _perform(file, key, first, accept(first.state, ["e1"], SALMA))
    with pytest.raises(RuntimeError, match="revision"):
        _perform(file, key, second, reject(second.state, ["e1"], SALMA))
    assert file.timeline(key, "salma").state.entity("e1").status is Status.ACCEPTED


def test_places_are_kept_for_each_annotator(file: ProjectFile, key: int) -> None:
    assert file.place(key, "salma") is None
    file.set_place(key, "salma", Place(7, 2, "e1"))
    file.set_place(key, "omar", Place(1))
    file.set_place(key, "salma", Place(9, 2, "\ud800"))
    assert file.place(key, "salma") == Place(9, 2, "\ud800")
    assert file.place(key, "omar") == Place(1, 0, None)


def test_state_and_labels_are_kept_as_json(file: ProjectFile, label_set) -> None:
    assert file.state("window") is None
    file.set_state("window", {"size": [3, 4], "قائمة": None})
    assert file.state("window") == {"size": [3, 4], "قائمة": None}
    file.set_label_set(type(label_set)("other", label_set.labels[:1], {}))
    assert [label.id for label in file.label_set] == ["PER"]
