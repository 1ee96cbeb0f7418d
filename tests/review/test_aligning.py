"""Two versions of a text: spans are moved to the same letters, or not at all."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span, span_fault
from annotator.review.aligning import Alignment, bare

TEXT = "قال وزير الخارجية مايك بومبيو إن واشنطن تتابع. زار بايدن إسرائيل، ثم باريس."
WORDS = st.sampled_from(["زار", "بايدن", "إسرائيل", "في", "و", "قال", "كِتاب", "😊", "،"])
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


@given(TEXTS, st.integers(0, 10**6))
def test_texts_that_differ_in_white_space_align_to_the_letter(text: str, seed: int) -> None:
    chance = random.Random(seed)
    other = "".join(c if not c.isspace() else chance.choice([" ", "\n", "  "]) for c in text)
    alignment = Alignment(text, other)
    assert alignment.exact
    assert alignment.differences == []
    start = 0
    for word in text.split():
        at = text.index(word, start)
        moved = alignment.moved(Span(at, at + len(word)))
        assert moved is not None
        assert moved.of(other) == word
        start = at + len(word)


def test_tokens_cut_from_each_other_are_found_whole() -> None:
    alignment = Alignment(TEXT, TEXT.replace("بومبيو", "بو مبيو").replace("،", " ،"))
    moved = alignment.moved(span_of(TEXT, "مايك بومبيو"))
    assert moved is not None
    assert moved.of(TEXT.replace("بومبيو", "بو مبيو")) == "مايك بو مبيو"


@given(TEXTS, TEXTS, TEXTS, TEXTS, st.data())
def test_no_span_is_moved_to_other_letters(
    before: str, kept: str, old: str, new: str, data: st.DataObject
) -> None:
    a, b = f"{before} {kept} {old}", f"{new} {kept} {before}"
    start = data.draw(st.integers(0, len(a) - 1))
    span = Span(start, data.draw(st.integers(start, len(a))))
    moved = Alignment(a, b).moved(span)
    if moved is not None:
        assert bare(moved.of(b)) == bare(span.of(a))
        assert span_fault(b, moved) is None


@pytest.mark.parametrize(
    ("part", "found"),
    [("بايدن", "بايدن"), ("واشنطن", "واشنطن"), ("باريس", None), ("مايك بومبيو", None)],
)
def test_another_version_moves_what_it_has_and_nothing_else(part: str, found: str | None) -> None:
    other = TEXT.replace("زار", "وقد زار جو").replace("باريس", "لندن").replace("مايك ", "")
    alignment = Alignment(TEXT, other)
    moved = alignment.moved(span_of(TEXT, part))
    assert (moved and moved.of(other)) == found
    assert [(x.of(TEXT), y.of(other)) for x, y in alignment.differences] == [
        ("مايك", ""),
        ("", "وقد"),
        ("", "جو"),
        ("باريس", "لندن"),
    ]
    assert 0.7 < alignment.shared < 1


def test_a_word_that_stands_elsewhere_is_not_the_same_word() -> None:
    a = "التقى عمر سلمى في باريس ثم عاد"
    b = "التقى سلمى في باريس ثم عاد عمر"
    moved = Alignment(a, b).moved(span_of(a, "عمر"))
    assert moved is None


def test_texts_with_nothing_in_common_share_nothing() -> None:
    assert Alignment("زار بايدن إسرائيل", "قمة المناخ").shared == 0.0
    assert Alignment("", "").shared == 1.0


def test_a_name_with_another_word_of_the_same_length_inside_has_no_place() -> None:
    a, b = "قال محمد علي حسن أمس", "قال محمد عمر حسن أمس"
    alignment = Alignment(a, b)
    assert alignment.moved(span_of(a, "محمد علي حسن")) is None
    assert alignment.moved(span_of(a, "حسن")) == span_of(b, "حسن")


def test_a_name_with_a_word_more_inside_has_no_place() -> None:
    a, b = "قال محمد حسن أمس", "قال محمد علي حسن أمس"
    assert Alignment(a, b).moved(span_of(a, "محمد حسن")) is None
    assert Alignment(b, a).moved(span_of(b, "محمد علي حسن")) is None
