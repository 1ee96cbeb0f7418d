"""Whatever is decided, undo leads back to the start and redo to the end."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotator.core import decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.arriving import fitted
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.entities import Entity
from annotator.core.history import History, Timeline
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span, span_fault

TEXT = "قال بومبيو لأرمينيا إنّ «الأمر» صعبٌ 👩🏽‍🚀 في واشنطن"
VALID = [
    Span(a, b)
    for a in range(len(TEXT))
    for b in range(a + 1, min(len(TEXT), a + 9) + 1)
    if span_fault(TEXT, Span(a, b)) is None
]
SPANS = st.sampled_from(VALID)
LABELS = st.sampled_from(["PER", "LOC"])
START = Timeline(AnnotatedArticle(Article("a1", TEXT), annotator="salma"))


def _same(a: AnnotatedArticle, b: AnnotatedArticle) -> bool:
    return replace(a, revision=0) == replace(b, revision=0)


class Deciding(RuleBasedStateMachine):
    """A person decides at random; suggestions arrive in between."""

    def __init__(self) -> None:
        super().__init__()
        self.timeline = START
        self.clock = 0

    def actor(self) -> Actor:
        self.clock += 1
        return Actor("salma", f"2026-11-22T10:00:{self.clock:02}Z")

    def perform(self, edit: Edit) -> None:
        self.timeline = self.timeline.perform(edit)

    def ids(self, data: st.DataObject) -> list[str]:
        state = self.timeline.state
        known = [record.id for record in (*state.entities, *state.quotes)]
        return data.draw(st.lists(st.sampled_from(known or ["gone"]), max_size=4))

    @rule(data=st.data(), name=st.sampled_from(["accept", "reject", "reopen"]))
    def decide(self, data: st.DataObject, name: str) -> None:
        decision = getattr(decisions, name)
        self.perform(decision(self.timeline.state, self.ids(data), self.actor()))

    @rule(data=st.data(), label=LABELS)
    def relabel(self, data: st.DataObject, label: str) -> None:
        self.perform(decisions.relabel(self.timeline.state, self.ids(data), label, self.actor()))

    @rule(data=st.data(), span=SPANS)
    def resize(self, data: st.DataObject, span: Span) -> None:
        for record_id in self.ids(data)[:1]:
            self.perform(decisions.resize(self.timeline.state, record_id, span, self.actor()))

    @rule(spans=st.lists(SPANS, max_size=3), label=LABELS)
    def add(self, spans: list[Span], label: str) -> None:
        self.perform(decisions.add_entities(self.timeline.state, spans, label, self.actor()))

    @rule(status=st.sampled_from(ArticleStatus))
    def set_status(self, status: ArticleStatus) -> None:
        self.perform(decisions.set_status(self.timeline.state, status, self.actor()))

    @rule(found=st.lists(st.tuples(SPANS, LABELS), max_size=4), quoted=st.lists(SPANS, max_size=2))
    def suggestions_arrive(self, found: list[tuple[Span, str]], quoted: list[Span]) -> None:
        entities = [Entity(f"s{i}", s, label, origin="rules") for i, (s, label) in enumerate(found)]
        quotes = [
            Quote(f"t{i}", QuoteType.DIRECT, (s,), origin="quotes") for i, s in enumerate(quoted)
        ]
        edit = decisions.take_suggestions(self.timeline.state, entities, quotes, self.actor())
        self.perform(fitted(edit, self.timeline))

    @precondition(lambda self: self.timeline.history.can_undo)
    @rule()
    def undo_and_redo(self) -> None:
        undone = self.timeline.undo()
        assert undone.state.revision > self.timeline.state.revision
        redone = undone.redo()
        assert _same(redone.state, self.timeline.state)
        assert redone.history == self.timeline.history

    @precondition(lambda self: self.timeline.history.can_undo)
    @rule()
    def undo(self) -> None:
        self.timeline = self.timeline.undo()

    @precondition(lambda self: self.timeline.history.can_redo)
    @rule()
    def redo(self) -> None:
        self.timeline = self.timeline.redo()

    @invariant()
    def every_step_can_be_taken_back_and_done_again(self) -> None:
        end = self.timeline
        while end.history.can_redo:
            end = end.redo()
        start = end
        while start.history.can_undo:
            start = start.undo()
        again = start
        while again.history.can_redo:
            again = again.redo()
        assert _same(again.state, end.state)
        assert again.history == end.history

    @invariant()
    def the_state_is_sound(self) -> None:
        state = self.timeline.state
        assert list(state.entities) == sorted(state.entities, key=lambda e: e.sort_key)
        assert len({e.id for e in state.entities}) == len(state.entities)
        assert all(span_fault(TEXT, e.span) is None for e in state.entities)
        assert state.article is START.state.article


TestDeciding = Deciding.TestCase


@given(st.lists(st.tuples(SPANS, LABELS), max_size=12))
def test_undone_to_the_start(marks: list[tuple[Span, str]]):
    timeline = START
    for span, label in marks:
        timeline = timeline.perform(
            decisions.add_entities(timeline.state, [span], label, Actor("salma", "now"))
        )
    end = timeline
    for _ in marks:
        timeline = timeline.undo()
    assert _same(timeline.state, START.state)
    for _ in marks:
        timeline = timeline.redo()
    assert _same(timeline.state, end.state)


def test_without_steps_undo_and_redo_change_nothing():
    assert START.undo() is START
    assert START.redo() is START
    assert not START.history.can_undo
    assert not START.history.can_redo


def test_a_new_step_drops_what_was_undone():
    actor = Actor("salma", "now")
    first = START.perform(decisions.add_entities(START.state, VALID[:1], "PER", actor))
    undone = first.undo()
    assert undone.history.can_redo
    second = undone.perform(decisions.add_entities(undone.state, VALID[1:2], "PER", actor))
    assert not second.history.can_redo


def test_suggestions_arriving_are_stepped_over():
    actor = Actor("salma", "now")
    entity = Entity("x", VALID[0], "PER", origin="rules")
    timeline = START.perform(decisions.take_suggestions(START.state, [entity], [], actor))
    assert timeline.history == History()
    decided = timeline.perform(decisions.accept(timeline.state, ["e1"], actor))
    assert _same(decided.undo().state, timeline.state)
