from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.decisions import Actor
from annotator.core.edits import apply, inverse
from annotator.core.entities import HUMAN, Entity, Status
from annotator.core.relabelling import relabel_spans
from annotator.core.spans import Span

ME = Actor("me", "2026-11-22T10:00:00Z")
TEXT = "واشنطن"
LABELS = ["A", "B", "C"]


def state_of(*entities: Entity) -> AnnotatedArticle:
    return AnnotatedArticle(Article("a", TEXT), "me", entities=in_reading_order(entities))


records = st.lists(
    st.builds(
        Entity,
        id=st.uuids().map(str),
        span=st.sampled_from([Span(0, 6), Span(1, 6), Span(0, 3)]),
        label=st.sampled_from(LABELS),
        status=st.sampled_from(Status),
        origin=st.sampled_from([HUMAN, "camel"]),
    ),
    max_size=6,
    unique_by=(lambda e: e.id, lambda e: (e.span, e.label)),
)
fates = st.dictionaries(st.sampled_from(LABELS), st.sampled_from([*LABELS, "D", None]))


@given(records, fates)
def test_nothing_keeps_a_label_that_goes_and_undo_brings_all_back(
    entities: list[Entity], fates: dict[str, str | None]
) -> None:
    fates = {one: to for one, to in fates.items() if one != to}
    state = state_of(*entities)
    edit = relabel_spans(state, fates, ME)
    after = apply(state, edit)
    keys = [(e.span, e.label) for e in after.entities if e.status is not Status.REJECTED]
    assert len(set(keys)) == len(keys)
    by_id = {entity.id: entity for entity in entities}
    for entity in after.entities:
        before = by_id[entity.id]
        to = fates.get(before.label, before.label)
        assert entity.label == (before.label if to is None else to)
        assert entity.status is (Status.REJECTED if to is None else before.status)
    wanted = {
        (e.span, fates.get(e.label, e.label)) for e in entities if e.status is Status.ACCEPTED
    }
    assert {k for k in wanted if k[1] is not None} == {
        (e.span, e.label) for e in after.entities if e.status is Status.ACCEPTED
    }
    assert apply(after, inverse(edit)).entities == state.entities


def test_of_two_that_become_one_the_accepted_one_stays() -> None:
    open_one = Entity("e1", Span(0, 6), "PERS", Status.SUGGESTED, "camel")
    accepted = Entity("e2", Span(0, 6), "PER")
    state = state_of(open_one, accepted)
    assert apply(state, relabel_spans(state, {"PERS": "PER"}, ME)).entities == (accepted,)


def test_rejecting_keeps_a_suggestion_as_a_negative_and_drops_what_was_marked_by_hand() -> None:
    by_hand = Entity("e1", Span(0, 6), "A")
    taken = Entity("e2", Span(1, 6), "A", origin="camel")
    state = state_of(by_hand, taken)
    (left,) = apply(state, relabel_spans(state, {"A": None}, ME)).entities
    assert (left.id, left.status) == ("e2", Status.REJECTED)
