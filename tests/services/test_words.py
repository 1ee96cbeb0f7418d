"""Words and edges: every step gives a valid span."""

from __future__ import annotations

from itertools import pairwise

import hypothesis.strategies as st
import pytest
from hypothesis import given

from annotator.arabic.tokens import tokenize
from annotator.core.spans import Span, span_fault
from annotator.services.words import Edge, Unit, flipped, moved, nest_at, stem_at, word_at

TEXT = 'قال ولأرمينيا، "وَزِير" لندن.'


@pytest.mark.parametrize(
    ("position", "word", "stem"),
    [
        (0, "قال", "قال"),
        (3, "قال", "قال"),  # just behind a word is still the word
        (4, "ولأرمينيا", "أرمينيا"),
        (9, "ولأرمينيا", "أرمينيا"),
        (13, "،", "،"),
        (15, '"', '"'),
        (17, "وَزِير", "وَزِير"),
        (24, "لندن", "لندن"),
        (len(TEXT), ".", "."),
    ],
)
def test_the_word_at_a_position(position: int, word: str, stem: str) -> None:
    assert word_at(TEXT, position).of(TEXT) == word
    assert stem_at(TEXT, position).of(TEXT) == stem


def test_where_there_is_no_word_the_span_is_empty() -> None:
    assert word_at("قال  نعم", 4) == Span(4, 4)
    assert stem_at("", 0) == Span(0, 0)


@pytest.mark.parametrize(
    ("edge", "unit", "direction", "made"),
    [
        (Edge.START, Unit.LETTER, 1, "رمينيا"),
        (Edge.START, Unit.LETTER, -1, "لأرمينيا"),
        (Edge.START, Unit.CLITIC, -1, "لأرمينيا"),
        (Edge.START, Unit.WORD, -1, "ولأرمينيا"),
        (Edge.END, Unit.LETTER, -1, "أرميني"),
        (Edge.END, Unit.LETTER, 1, "أرمينيا،"),
        (Edge.END, Unit.WORD, 1, 'أرمينيا، "وَزِير'),
        (Edge.START, Unit.WORD, 1, "أرمينيا"),
        (Edge.END, Unit.WORD, -1, "أرمينيا"),
    ],
)
def test_moving_an_edge(edge: Edge, unit: Unit, direction: int, made: str) -> None:
    stem = stem_at(TEXT, 8)
    assert moved(TEXT, stem, edge, unit, direction).of(TEXT) == made


def test_edges_step_over_space_and_whole_graphemes() -> None:
    assert moved(TEXT, word_at(TEXT, 0), Edge.END, Unit.LETTER, 1).of(TEXT) == "قال و"
    assert moved(TEXT, word_at(TEXT, 17), Edge.START, Unit.LETTER, 1).of(TEXT) == "زِير"
    assert moved(TEXT, word_at(TEXT, 24), Edge.START, Unit.WORD, -1).of(TEXT) == 'وَزِير" لندن'
    assert moved(TEXT, word_at(TEXT, 0), Edge.START, Unit.WORD, -1).of(TEXT) == "قال"


def test_clitics_come_off_one_by_one() -> None:
    span = word_at(TEXT, 4)
    steps = [span := moved(TEXT, span, Edge.START, Unit.CLITIC, 1) for _ in range(3)]
    assert [step.of(TEXT) for step in steps] == ["لأرمينيا", "أرمينيا", "أرمينيا"]


TEXTS = st.text(st.sampled_from('وبالقلم \n\u064b\u0640،".a😀\u200d👩\u0301'), max_size=30)


@given(TEXTS, st.data())
def test_no_step_gives_an_invalid_span(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    word, stem = word_at(text, at), stem_at(text, at)
    for span in (word, stem):
        assert not span.of(text) or span_fault(text, span) is None
    assert word.covers(stem)
    if word.start == word.end:
        return
    if not any(token.start <= at < token.end for token in tokenize(text)):
        assert word.end >= at
    span = stem
    for _ in range(4):
        edge, unit = data.draw(st.sampled_from(Edge)), data.draw(st.sampled_from(Unit))
        direction = data.draw(st.sampled_from([1, -1]))
        made = moved(text, span, edge, unit, direction)
        assert span_fault(text, made) is None
        if made != span:
            if edge is Edge.START:
                assert made.end == span.end
                assert (made.start - span.start) * direction > 0
            else:
                assert made.start == span.start
                assert (made.end - span.end) * direction > 0
        span = made


def test_a_word_is_found_at_once_in_a_long_text(benchmark_free_text: str) -> None:
    middle = len(benchmark_free_text) // 2
    seen = [word_at(benchmark_free_text, middle + n) for n in range(200)]
    assert all(span.of(benchmark_free_text) == "باكو" for span in seen if span.end > span.start)


@pytest.fixture
def benchmark_free_text() -> str:
    return "باكو " * 200_000


@pytest.mark.parametrize(
    ("word", "edge", "without"),
    [
        ("بواشنطن", Edge.START, "واشنطن"),
        ("كتابه", Edge.END, "كتاب"),
        ("وزارته", Edge.END, "وزارت"),
    ],
)
def test_what_is_attached_goes_and_comes(word: str, edge: Edge, without: str) -> None:
    text = f"قبل {word} بعد"
    whole = Span(4, 4 + len(word))
    made = flipped(text, whole, edge)
    assert made.of(text) == without
    assert flipped(text, made, edge) == whole


@pytest.mark.parametrize("edge", list(Edge))
def test_where_nothing_is_attached_nothing_flips(edge: Edge) -> None:
    text = "قبل لبنان بعد"
    assert flipped(text, Span(4, 9), edge) == Span(4, 9)


@given(TEXTS, st.data())
def test_what_is_around_a_place_is_valid_and_nested(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    chain = nest_at(text, at)
    for inner, outer in pairwise(chain):
        assert outer.covers(inner)
        assert outer != inner
    for span in chain:
        assert span_fault(text, span) is None
        assert span.start <= at <= span.end


def test_what_is_around_a_place_in_a_long_text_is_sought_in_its_line_alone() -> None:
    line = "قال زيد نعم."
    text = "\n".join([line] * 30_000)
    at = 15_000 * (len(line) + 1)
    seen = [nest_at(text, at + n)[0].of(text) for n in range(3)] * 20
    assert seen[:3] == ["قال"] * 3
