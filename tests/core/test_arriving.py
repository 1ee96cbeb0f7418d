"""What arrives by itself may not stand in the way of undo."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given

from annotator.core.annotated import AnnotatedArticle
from annotator.core.arriving import fitted, known_ids
from annotator.core.article import Article
from annotator.core.decisions import (
    Actor,
    accept,
    add_entities,
    reject,
    reopen,
    take_suggestions,
)
from annotator.core.edits import Edit, EntityChange
from annotator.core.entities import Entity
from annotator.core.history import Timeline
from annotator.core.quote_decisions import nonquote_to_quote
from annotator.core.spans import Span

ACTOR = Actor("salma", "2026-11-22T10:00:00Z")
SPANS = [Span(at, at + 3) for at in (0, 4, 8)]
START = Timeline(AnnotatedArticle(Article("a", "قال نعم قال")))


def _moved(now: Timeline, move: int, which: int) -> Timeline:
    """Return the timeline after a decision, an undo, a redo, or suggestions arriving."""
    state = now.state
    ids = [entity.id for entity in state.entities][which : which + 1]
    found = [Entity(f"x{n}", span, "PER") for n, span in enumerate(SPANS[which:])]
    moves = [
        lambda: now.perform(accept(state, ids, ACTOR)),
        lambda: now.perform(reject(state, ids, ACTOR)),
        lambda: now.perform(reopen(state, ids, ACTOR)),
        lambda: now.perform(add_entities(state, [SPANS[which]], "PER", ACTOR)),
        now.undo,
        now.redo,
        lambda: now.perform(fitted(take_suggestions(state, found, [], ACTOR), now)),
    ]
    return moves[move]()


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 2)), max_size=16))
def test_every_step_can_be_undone_and_redone_whatever_arrives(moves) -> None:
    now = START
    for move, which in moves:
        now = _moved(now, move, which)
    while now.history.can_redo:
        now = now.redo()
    end = now
    steps = len(now.history.done)
    for _ in range(steps):
        now = now.undo()
    assert now.history.done == ()
    for _ in range(steps):
        now = now.redo()
    assert now.state.entities == end.state.entities


def test_what_arrives_leaves_what_was_undone_to_be_done_again() -> None:
    now = START.perform(add_entities(START.state, [SPANS[0]], "PER", ACTOR)).undo()
    found = [Entity("x", SPANS[1], "PER")]
    now = now.perform(fitted(take_suggestions(now.state, found, [], ACTOR), now))
    assert now.history.can_redo
    assert {entity.span for entity in now.redo().state.entities} == {SPANS[0], SPANS[1]}


def test_without_steps_everything_arrives() -> None:
    edit = take_suggestions(START.state, [Entity("x", SPANS[0], "PER")], [], ACTOR)
    assert fitted(edit, START) is edit


def test_a_suggestion_is_not_doubled_beside_one_that_a_step_knows() -> None:
    found = [Entity("x", SPANS[0], "PER")]
    now = START.perform(take_suggestions(START.state, found, [], ACTOR))
    now = now.perform(accept(now.state, ["e1"], ACTOR))
    now = now.perform(reopen(now.state, ["e1"], ACTOR))
    assert known_ids(now.history) == {"e1"}
    again = fitted(take_suggestions(now.state, found, [], ACTOR), now)
    assert again.changes == ()


def test_nonquotes_arrive_until_a_person_has_decided_about_them() -> None:
    def arrive(now: Timeline, span: Span) -> Timeline:
        edit = take_suggestions(now.state, [], [], ACTOR, [span])
        return now.perform(fitted(edit, now))

    now = START.perform(add_entities(START.state, [SPANS[0]], "PER", ACTOR))
    now = arrive(now, SPANS[1])
    assert now.state.nonquotes == (SPANS[1],)
    now = now.perform(nonquote_to_quote(now.state, SPANS[1], ACTOR))
    now = arrive(now, SPANS[2])
    assert now.state.nonquotes == ()
    assert now.undo().state.nonquotes == (SPANS[1],)


def test_what_gets_another_id_gets_one_that_the_state_does_not_have_either() -> None:
    found = [Entity("x", SPANS[0], "PER"), Entity("y", SPANS[1], "PER")]
    now = START.perform(fitted(take_suggestions(START.state, found, [], ACTOR), START))
    now = now.perform(add_entities(now.state, [SPANS[2]], "LOC", ACTOR)).undo()  # e3 is a step's
    one_more = EntityChange(None, Entity("e3", SPANS[2], "PER"))
    now = now.perform(fitted(Edit("suggest", (one_more,), undoable=False), now))
    assert len({entity.id for entity in now.state.entities}) == 3
    assert len({entity.id for entity in now.redo().state.entities}) == 4
