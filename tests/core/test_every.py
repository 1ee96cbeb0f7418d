"""What is done at each occurrence depends on what stands there; what is asked for comes about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.decisions import Actor
from annotator.core.edits import apply, inverse
from annotator.core.entities import Entity, Status
from annotator.core.every import Doing, Order, Standing, every, judged, known
from annotator.core.spans import Span

TEXT = "باكو بعيدة عن باكو القديمة"
HERE = Span(0, 4)
SALMA = Actor("salma", "2026-11-22T10:00:00Z")
ACCEPTED, SUGGESTED, REJECTED = Status.ACCEPTED, Status.SUGGESTED, Status.REJECTED
LABEL = Order(Doing.LABEL, "LOC")
UNLABEL = Order(Doing.UNLABEL, "LOC")
RELABEL = Order(Doing.RELABEL, "LOC", "PER")


def _entity(span: Span, label: str, status: Status) -> Entity:
    return Entity(f"x{span.start}{label}{status}", span, label, status, "names")


@pytest.mark.parametrize(
    ("order", "there", "standing", "label"),
    [
        (LABEL, [], Standing.FREE, ""),
        (LABEL, [(HERE, "LOC", SUGGESTED)], Standing.SUGGESTED, "LOC"),
        (LABEL, [(HERE, "LOC", ACCEPTED)], Standing.DONE, "LOC"),
        (LABEL, [(HERE, "PER", ACCEPTED)], Standing.LABELLED, "PER"),
        (LABEL, [(HERE, "PER", SUGGESTED)], Standing.OTHER, "PER"),
        (LABEL, [(HERE, "PER", ACCEPTED), (HERE, "LOC", SUGGESTED)], Standing.LABELLED, "PER"),
        (LABEL, [(HERE, "LOC", REJECTED)], Standing.REJECTED, "LOC"),
        (LABEL, [(HERE, "PER", REJECTED)], Standing.FREE, ""),
        (LABEL, [(Span(0, 10), "ORG", ACCEPTED)], Standing.OVERLAPS, "ORG"),
        (LABEL, [(Span(0, 10), "ORG", REJECTED)], Standing.FREE, ""),
        (LABEL, [(Span(5, 10), "ORG", ACCEPTED)], Standing.FREE, ""),
        (UNLABEL, [], None, ""),
        (UNLABEL, [(HERE, "LOC", REJECTED)], None, ""),
        (UNLABEL, [(HERE, "LOC", SUGGESTED)], Standing.FREE, "LOC"),
        (UNLABEL, [(HERE, "PER", ACCEPTED)], Standing.LABELLED, "PER"),
        (RELABEL, [], None, ""),
        (RELABEL, [(HERE, "PER", ACCEPTED)], Standing.FREE, "PER"),
        (RELABEL, [(HERE, "LOC", ACCEPTED)], Standing.DONE, "LOC"),
        (RELABEL, [(HERE, "ORG", SUGGESTED)], Standing.OTHER, "ORG"),
    ],
)
def test_what_stands_at_a_place(order, there, standing, label) -> None:
    found = judged(HERE, known(_entity(*one) for one in there), order)
    assert (found.standing if found else None) == standing
    assert (found.there if found else "") == label


SPANS = st.sampled_from([HERE, Span(14, 18), Span(0, 10), Span(14, 26)])
ENTITIES = st.lists(
    st.tuples(SPANS, st.sampled_from(["PER", "LOC", "ORG"]), st.sampled_from(Status)),
    unique_by=lambda one: one[:2],
    max_size=6,
)


@given(ENTITIES, st.sets(SPANS, min_size=1), st.sampled_from([LABEL, UNLABEL, RELABEL]))
def test_after_it_is_as_ordered_and_the_rest_is_as_it_was(there, spans, order) -> None:
    entities = in_reading_order(
        replace(_entity(*one), id=f"e{number}") for number, one in enumerate(there, 1)
    )
    start = AnnotatedArticle(Article("a", TEXT), "salma", entities=entities)
    places = {span: judged(span, known(entities), order) for span in spans}
    edit = every(start, spans, order, SALMA)
    after = apply(start, edit)
    for span, found in places.items():
        standing = [e for e in after.entities if e.span == span and e.status is not REJECTED]
        if found is None:
            continue
        if found.standing is Standing.DONE and order.doing is Doing.LABEL:
            assert standing == [
                e for e in start.entities if e.span == span and e.status is not REJECTED
            ]
        if order.doing is Doing.UNLABEL:
            assert not any(e.label == "LOC" for e in standing)
        else:
            assert any((e.label, e.status) == ("LOC", ACCEPTED) for e in standing)
    assert len({(e.span, e.label) for e in after.entities}) == len(after.entities)
    outside = [e for e in start.entities if e.span not in spans]
    assert [e for e in after.entities if e.span not in spans] == outside
    assert replace(apply(after, inverse(edit)), revision=0) == replace(start, revision=0)
    again = every(after, spans, order, SALMA)
    if order.doing is not Doing.UNLABEL:
        assert not again.changes


def test_the_step_is_named_and_counts() -> None:
    start = AnnotatedArticle(Article("a", TEXT), "salma")
    edit = every(start, [HERE, Span(14, 18)], LABEL, SALMA)
    assert (edit.name, edit.args) == ("label_every", {"label": "LOC", "count": 2})
