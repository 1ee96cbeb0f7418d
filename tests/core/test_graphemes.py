from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.graphemes import is_grapheme_boundary, next_boundary, previous_boundary

# Letters, marks, joiners, controls, signs, emoji with all that hangs on them: no Hangul, no Indic.
ALPHABET = st.sampled_from(
    "ابلأـة ًٌّٰ\u200c\u200d\u200e\u2028\xad\ufeff\r\n\taé\u0301.1#\ufe0f\u20e3"
    "👍🏽👩🚀❤🔥🏴\U000e0067\U000e007f🇸🇾🇱\u0600\u06dd♂↔"
)


def _by_regex(text: str) -> set[int]:
    return {0, *(found.end() for found in regex.finditer(r"\X", text))}


@given(st.text(ALPHABET, max_size=8))
def test_boundaries_are_those_of_uax_29(text: str):
    ours = {at for at in range(len(text) + 1) if is_grapheme_boundary(text, at)}
    assert ours == _by_regex(text)


@given(st.text(ALPHABET, max_size=8), st.integers(0, 8))
def test_steps_go_to_the_neighbouring_boundaries(text: str, at: int):
    at = min(at, len(text))
    boundaries = sorted(_by_regex(text))
    assert next_boundary(text, at) == min((b for b in boundaries if b > at), default=len(text))
    assert previous_boundary(text, at) == max((b for b in boundaries if b < at), default=0)


@pytest.mark.parametrize(
    "grapheme",
    [
        "بَ",
        "لّٰ",
        "👩🏽‍🚀",
        "🏴\U000e0067\U000e0062\U000e007f",
        "🇸🇾",
        "❤️‍🔥",
        "1️⃣",
        "\r\n",
        "\u06dd١",
        "é",
    ],
)
def test_one_perceived_character(grapheme: str):
    assert next_boundary(grapheme + "ا", 0) == len(grapheme)


def test_flags_pair_from_the_left():
    assert [at for at in range(9) if is_grapheme_boundary("🇸🇾🇱🇧🇪", at)] == [0, 2, 4, 5, 6, 7, 8]


def test_outside_counts_as_a_boundary():
    assert is_grapheme_boundary("ا", -1)
    assert is_grapheme_boundary("ا", 7)
