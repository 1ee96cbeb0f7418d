"""Marks are found by place, and say what a record looks like."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.entities import Status
from annotator.core.spans import Span
from annotator.ui.article.annotations import Annotations
from annotator.ui.article.marks import Look, SpanIndex, depths

from .conftest import LABELS, article, quote, span_of

TEXT = 'أعلنت جامعة بغداد أن مصر "قالت كل شيء في لندن" أمس، وقال زيد ذلك'

spans = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(spans, max_size=20), spans)
def test_the_index_finds_what_a_search_through_all_finds(items, window):
    index = SpanIndex((span, number) for number, span in enumerate(items))
    found = [number for _, number in index.within(*window)]
    expected = [number for number, span in enumerate(items) if span.overlaps(window)]
    assert sorted(found) == expected


def test_depth_counts_the_spans_around():
    nested = [Span(0, 10), Span(0, 5), Span(1, 2), Span(6, 8), Span(10, 12)]
    assert list(depths(nested)) == [0, 1, 2, 1, 0]


def looks(state, current=""):
    annotations = Annotations(state, LABELS, "en").with_current(current)
    return [(m.look, m.span.of(TEXT), m.name) for m in annotations.marks(0, len(TEXT))]


def test_marks_of_entities():
    state = article(
        TEXT,
        ("جامعة بغداد", "ORG"),
        ("بغداد", "LOC", Status.SUGGESTED),
        ("مصر", "LOC", Status.REJECTED),
        ("زيد", "X"),
    )
    assert looks(state) == [
        (Look.ACCEPTED, "جامعة بغداد", "Organisation"),
        (Look.ACCEPTED, "زيد", "X"),
        (Look.SUGGESTED, "بغداد", "Place"),
    ]


def test_a_quote_lies_under_entities_and_shows_its_parts_when_chosen():
    state = article(
        TEXT, ("لندن", "LOC"), quotes=(quote(TEXT, "قالت كل شيء في لندن", "أعلنت", "زيد"),)
    )
    assert looks(state) == [
        (Look.QUOTE, "قالت كل شيء في لندن", ""),
        (Look.ACCEPTED, "لندن", "Place"),
    ]
    assert looks(state, "q1") == [
        (Look.QUOTE_CHOSEN, "قالت كل شيء في لندن", ""),
        (Look.CUE, "أعلنت", "cue"),
        (Look.SOURCE, "زيد", "source"),
        (Look.ACCEPTED, "لندن", "Place"),
    ]


def test_the_link_goes_to_the_speaker_or_else_to_the_source():
    said = quote(TEXT, "قالت كل شيء في لندن", source="زيد")
    annotations = Annotations(article(TEXT, quotes=(said,)), LABELS, "en")
    assert annotations.link() is None
    assert annotations.with_current("q1").link().speaker == span_of(TEXT, "زيد")
    named = quote(TEXT, "قالت كل شيء في لندن", source="زيد", speaker=span_of(TEXT, "مصر"))
    annotations = Annotations(article(TEXT, quotes=(named,)), LABELS, "en").with_current("q1")
    assert annotations.link().speaker == span_of(TEXT, "مصر")


def test_the_innermost_record_comes_first():
    state = article(
        TEXT, ("في لندن", "ORG"), ("لندن", "LOC"), quotes=(quote(TEXT, "قالت كل شيء في لندن"),)
    )
    annotations = Annotations(state, LABELS, "en")
    assert annotations.at(TEXT.index("لندن")) == ["e2", "e1", "q1"]
    assert annotations.at(TEXT.index("قالت")) == ["q1"]
    assert annotations.at(0) == []
