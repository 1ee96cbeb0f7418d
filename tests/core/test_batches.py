"""What a batch has done in one article is taken back, whatever has been decided there since."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.batches import BACK, difference, is_back, turned
from annotator.core.decisions import Actor, add_entities, annotate_note, relabel
from annotator.core.edits import apply
from annotator.core.history import StepKind, Timeline
from annotator.core.spans import Span

WORDS = [Span(0, 5), Span(6, 12)]


@pytest.fixture
def made(state: AnnotatedArticle, actor: Actor) -> Timeline:
    """Two spans marked by batch 7."""
    edit = replace(add_entities(state, WORDS, "PER", actor), name="label_every", batch=7)
    return Timeline(state).perform(edit)


def _turn(timeline: Timeline, actor: Actor, *, back: bool) -> tuple[Timeline, int]:
    turn = turned(timeline, 7, actor, back=back)
    assert turn is not None
    if turn.kind is StepKind.UNDO:
        return timeline.undo(), turn.left
    return (timeline.redo() if turn.kind is StepKind.REDO else timeline.perform(turn.edit)), (
        turn.left
    )


def test_the_last_step_is_undone_and_redone(made: Timeline, actor: Actor) -> None:
    undone, left = _turn(made, actor, back=True)
    assert undone.state.entities == ()
    assert undone.history.undone == made.history.done
    again, _ = _turn(undone, actor, back=False)
    assert (left, again.state.entities) == (0, made.state.entities)


def test_beneath_other_steps_what_is_unchanged_is_taken_back_by_a_step(
    made: Timeline, actor: Actor
) -> None:
    noted = made.perform(annotate_note(made.state, "e1", "mine", actor))
    back, left = _turn(noted, actor, back=True)
    assert left == 1
    assert [e.id for e in back.state.entities] == ["e1"]
    step = back.history.done[-1]
    assert (step.name, step.args["name"], step.batch) == (BACK, "label_every", 7)
    assert turned(back, 7, actor, back=True) is None  # it is taken back already
    again, _ = _turn(back, actor, back=False)
    assert again.state.entities == noted.state.entities
    assert again.history.done == noted.history.done


def test_a_step_back_beneath_other_steps_is_turned_by_another_step(
    made: Timeline, actor: Actor
) -> None:
    noted = made.perform(annotate_note(made.state, "e1", "mine", actor))
    back, _ = _turn(noted, actor, back=True)
    other = back.perform(annotate_note(back.state, "e1", "yours", actor))
    again, left = _turn(other, actor, back=False)
    assert left == 0
    step = again.history.done[-1]
    assert step.name == "label_every"
    assert not is_back(step)
    assert "name" not in step.args
    assert [e.id for e in again.state.entities] == ["e1", "e2"]
    while again.history.can_undo:
        again = again.undo()
    assert again.state.entities == ()


def test_what_was_marked_since_keeps_its_id_and_is_not_doubled(
    made: Timeline, actor: Actor
) -> None:
    undone = made.undo()
    marked = undone.perform(add_entities(undone.state, WORDS[:1], "PER", actor))
    turn = turned(marked, 7, actor, back=False, gone=made.history.done[-1])
    assert turn is not None
    assert turn.left == 1
    after = marked.perform(turn.edit)
    assert [(e.id, e.span) for e in after.state.entities] == [("e1", WORDS[0]), ("e2", WORDS[1])]
    other = undone.perform(add_entities(undone.state, [Span(26, 32)], "LOC", actor))
    turn = turned(other, 7, actor, back=False, gone=made.history.done[-1])
    assert turn is not None
    assert turn.left == 0
    after = other.perform(turn.edit)
    assert sorted(e.span for e in after.state.entities) == [*WORDS, Span(26, 32)]


def test_a_set_without_the_batch_has_nothing_to_turn(made: Timeline, actor: Actor) -> None:
    assert turned(made, 8, actor, back=True) is None
    assert turned(made, 7, actor, back=False) is None  # it stands
    assert turned(made.undo(), 7, actor, back=True) is None


def test_the_difference_of_two_states_leads_from_one_to_the_other(
    made: Timeline, actor: Actor
) -> None:
    one = made.state
    two = apply(one, relabel(one, ["e1"], "LOC", actor))
    edit = difference(one, two)
    assert len(edit.changes) == 1
    assert apply(one, edit) == two
