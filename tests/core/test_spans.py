from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span, span_fault, trimmed

TEXTS = st.text(st.sampled_from("ابأ ًّ\n\t\xa0\u2003\u200d\u06dd👍🏽🇸🇾"), max_size=10)
EDGES = st.integers(-2, 12)


@pytest.mark.parametrize(
    ("span", "fault"),
    [
        ((0, 4), None),
        ((-1, 2), "outside"),
        ((0, 99), "outside"),
        ((3, 2), "outside"),
        ((2, 2), "empty"),
        ((4, 6), "space"),
        ((0, 5), "space"),
        ((0, 1), "grapheme"),
        ((1, 4), "grapheme"),
        ((5, 6), "grapheme"),
    ],
)
def test_faults_have_names(span: tuple[int, int], fault: str | None):
    assert span_fault("قَال 👍🏽", Span(*span)) == fault


@given(TEXTS, EDGES, EDGES)
def test_trimmed_is_valid_and_settled(text: str, start: int, end: int):
    span = trimmed(text, Span(start, end))
    if span is not None:
        assert span_fault(text, span) is None
        assert trimmed(text, span) == span


@given(TEXTS, EDGES, EDGES)
def test_a_valid_span_stays_as_it_is(text: str, start: int, end: int):
    span = Span(start, end)
    if span_fault(text, span) is None and trimmed(text, span) != span:
        # The one exception: marks standing on a space go with it.
        assert any(char.isspace() for char in span.of(text))


@given(TEXTS, EDGES, EDGES)
def test_trimmed_keeps_every_letter(text: str, start: int, end: int):
    inside = [at for at in range(max(0, start), min(len(text), end)) if text[at] in "ابأ👍"]
    span = trimmed(text, Span(start, end))
    assert all(span and span.start <= at < span.end for at in inside)


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("  سلام  ", (0, 8), (2, 6)),
        ("قَال", (1, 3), (0, 3)),
        ("   ", (0, 3), None),
        ("سلام", (2, 2), None),
        ("سلام", (9, 12), None),
        (" ًسلام", (0, 6), (2, 6)),
        ("سلام ً", (0, 6), (0, 4)),
    ],
)
def test_trimmed(text: str, span: tuple[int, int], expected: tuple[int, int] | None):
    assert trimmed(text, Span(*span)) == expected


SPANS = st.tuples(st.integers(0, 6), st.integers(1, 6)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(SPANS, SPANS)
def test_relations_are_those_of_the_sets_of_code_points(a: Span, b: Span):
    here, there = set(range(*a)), set(range(*b))
    assert a.overlaps(b) == bool(here & there)
    assert a.covers(b) == (there <= here)
    assert a.crosses(b) == (bool(here & there) and not here <= there and not there <= here)


def test_of_and_shifted():
    assert Span(2, 4).of("واشنطن") == "شن"
    assert Span(2, 4).shifted(3) == Span(5, 7)
