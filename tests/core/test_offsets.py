from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.offsets import Run, TextMap, Utf16Map
from annotator.core.spans import Span

TEXTS = st.text(st.sampled_from("اب ً\u200d👍🏽𝒳é\n"), max_size=30)


@given(TEXTS)
def test_utf16_counts_what_the_codec_counts(text: str):
    offsets = Utf16Map(text)
    for at in range(len(text) + 1):
        unit = len(text[:at].encode("utf-16-le")) // 2
        assert offsets.to_utf16(at) == unit
        assert offsets.to_codepoint(unit) == at


@given(TEXTS)
def test_inside_a_surrogate_pair_is_the_code_point_of_the_pair(text: str):
    offsets = Utf16Map(text)
    for at, char in enumerate(text):
        if char > "\uffff":
            assert offsets.to_codepoint(offsets.to_utf16(at) + 1) == at


def test_utf16_of_an_empty_text():
    assert Utf16Map("").to_utf16(0) == Utf16Map("").to_codepoint(0) == 0


@st.composite
def mappings(draw: st.DrawFn) -> tuple[str, str, TextMap]:
    """A raw text, one made from it by dropping and inserting, and the map between them."""
    pieces = draw(
        st.lists(st.tuples(st.sampled_from(["keep", "drop", "insert"]), st.integers(1, 4)))
    )
    raw, made, runs = "", "", []
    letters = iter("abcdefghijklmnopqrstuvwxyz" * 8)
    for kind, length in pieces:
        piece = "".join(next(letters) for _ in range(length))
        if kind == "keep":
            runs.append(Run(len(made), len(raw), length))
            raw, made = raw + piece, made + piece
        elif kind == "drop":
            raw += piece.upper()
        else:
            made += "-" * length
    return raw, made, TextMap(runs, len(made), len(raw))


def _spans(text: str) -> list[Span]:
    return [Span(a, b) for a in range(len(text)) for b in range(a + 1, len(text) + 1)]


@given(mappings())
def test_a_span_maps_to_what_both_texts_have_of_it(case: tuple[str, str, TextMap]):
    raw, made, text_map = case
    for span in _spans(made):
        there = text_map.to_raw(span)
        kept = span.of(made).replace("-", "")
        assert there.of(raw).strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == there.of(raw)
        assert "".join(c for c in there.of(raw) if c.islower()) == kept
    for span in _spans(raw):
        there = text_map.to_made(span)
        assert there.of(made).strip("-") == there.of(made)
        assert there.of(made).replace("-", "") == "".join(c for c in span.of(raw) if c.islower())


@given(mappings())
def test_mapping_there_and_back_gives_no_more_than_there_was(case: tuple[str, str, TextMap]):
    raw, made, text_map = case
    for span in _spans(raw):
        there = text_map.to_made(span)
        if there.start < there.end:
            assert span.covers(text_map.to_raw(there))
    for at in range(len(made)):
        if made[at] != "-":
            assert text_map.start_to_made(text_map.start_to_raw(at)) == at
            assert text_map.end_to_made(text_map.end_to_raw(at + 1)) == at + 1


@given(mappings())
def test_positions_stay_inside(case: tuple[str, str, TextMap]):
    raw, made, text_map = case
    for at in range(len(made) + 1):
        assert 0 <= text_map.start_to_raw(at) <= len(raw)
        assert 0 <= text_map.end_to_raw(at) <= len(raw)
    for at in range(len(raw) + 1):
        assert 0 <= text_map.start_to_made(at) <= len(made)
        assert 0 <= text_map.end_to_made(at) <= len(made)


@pytest.mark.parametrize("span", [Span(1, 2), Span(0, 3)])
def test_nothing_in_common(span: Span):
    text_map = TextMap([], 3, 5)
    assert text_map.to_raw(span).start == text_map.to_raw(span).end
    assert text_map.to_made(span).start == text_map.to_made(span).end
