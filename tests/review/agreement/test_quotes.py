"""Agreement about quotes, worked out by hand."""

from dataclasses import replace

import pytest

from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.review.agreement import METRICS
from annotator.review.agreement.base import NO_PAIRED_QUOTES, NO_QUOTES
from annotator.review.agreement.sample import Sample
from tests.review.agreement.examples import article

METRIC = {metric.id: metric for metric in METRICS}


def quote(start: int, end: int, **parts) -> Quote:
    return Quote(f"q{start}", parts.pop("type", QuoteType.DIRECT), (Span(start, end),), **parts)


def figures(a: list[Quote], b: list[Quote]) -> dict[str, float | None]:
    of = Sample.of([replace(article("x", 300, a=[], b=[]), quotes={"a": a, "b": b})])
    return {metric.id: metric.of(of).value for metric in METRICS if metric.of_quotes}


FIRST = quote(10, 30, source=Span(0, 5), cue=(Span(6, 9),))


def test_content_type_cue_and_source_are_counted_apart():
    second = quote(100, 120, source=Span(90, 95), cue=(Span(96, 99),))
    found = figures(
        [FIRST, second, quote(200, 220)],
        [
            FIRST,
            # 15 of 20 letters in common; another type, cue and source.
            quote(105, 120, type=QuoteType.MIXED, source=Span(80, 85), cue=(Span(86, 89),)),
            # 5 of 35 letters in common: too little.
            quote(215, 235),
        ],
    )
    assert found == pytest.approx(
        {
            "quote_content_exact": 2 * 1 / 6,
            "quote_content_half": 2 * 2 / 6,
            "quote_type": 0.5,
            "quote_cue": 0.5,
            "quote_source": 0.5,
        }
    )


def test_a_mention_and_its_speaker_are_one_source():
    by_name = replace(FIRST, source=Span(50, 60), speaker=Span(0, 5))
    assert figures([FIRST], [by_name])["quote_source"] == 1
    assert figures([by_name], [FIRST])["quote_source"] == 1


def test_having_no_cue_and_no_source_is_agreement():
    bare = quote(10, 30)
    assert figures([bare], [bare])["quote_cue"] == 1
    assert figures([bare], [FIRST])["quote_source"] == 0


def test_content_in_parts_counts_by_its_parts():
    parts = replace(FIRST, content=(Span(10, 20), Span(40, 50)))
    found = figures([parts], [replace(FIRST, content=(Span(10, 50),))])
    assert found["quote_content_exact"] == 0
    assert found["quote_content_half"] == 1


def test_quotes_of_one_alone_leave_nothing_to_compare():
    of = Sample.of([replace(article("x", 300, a=[], b=[]), quotes={"a": [FIRST]})])
    assert METRIC["quote_content_exact"].of(of).value == 0
    assert METRIC["quote_type"].of(of).reason == NO_PAIRED_QUOTES
    nothing = Sample.of([article("x", 300, a=[], b=[])])
    assert METRIC["quote_type"].of(nothing).reason == NO_QUOTES


def test_articles_that_one_has_not_are_left_out():
    both = replace(article("1", 300, a=[], b=[]), quotes={"a": [FIRST], "b": [FIRST]})
    alone = replace(article("2", 300, a=[]), quotes={"a": [FIRST]})
    assert METRIC["quote_content_exact"].of(Sample.of([both, alone])) == (1, 2, None)
