"""Stored code points, shown code points and UTF-16 units agree, whatever the text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from annotator.core.graphemes import is_grapheme_boundary
from annotator.core.spans import Span, span_fault
from annotator.ui.article.page import PageStyle, make_page
from annotator.ui.article.positions import Positions

from .conftest import span_of

TEXT = 'عنوان 😀 قصير\n\nقالَ 👨‍👩‍👧 إنه جاء., وبعدَه "كذا". , ثمّ غاد\u0000ر 𐤀𐤁 كلّه.'

arabic_news = st.text(
    st.sampled_from('ابتثَُّلأ .,،"\n😀👩\u200d🔬𐤀a5\u0000\ufdd0\r\u2028ـ'), max_size=60
)


def visible_spans(positions: Positions) -> list[Span]:
    """Return the valid spans whose two edge letters are shown."""
    text = positions.text
    letters = (positions.exact_span(unit, unit + 1) for unit in range(positions.length))
    shown = {letter.start for letter in letters if letter.start < letter.end}
    return [
        Span(start, end)
        for start in range(len(text))
        for end in range(start + 1, min(len(text), start + 12) + 1)
        if start in shown and end - 1 in shown and span_fault(text, Span(start, end)) is None
    ]


@pytest.mark.parametrize("diacritics", [True, False])
def test_every_span_goes_to_units_and_back(diacritics):
    positions = Positions(TEXT, diacritics=diacritics)
    spans = visible_spans(positions)
    assert len(spans) > 200
    for span in spans:
        assert positions.span(*positions.units(span)) == span


def test_a_span_with_emoji_counts_utf16():
    positions = Positions("😀 قال زيد 😀")
    assert positions.units(span_of("😀 قال زيد 😀", "زيد")) == (7, 10)
    assert positions.span(7, 10) == Span(6, 9)


def test_a_joint_is_hidden_and_spans_reach_over_it():
    text = "جاء زيد., وذهب عمرو."
    positions = Positions(text)
    assert positions.shown == "جاء زيد.\nوذهب عمرو."
    over = span_of(text, "زيد., وذهب")
    assert positions.span(*positions.units(over)) == over


def test_a_selection_that_starts_at_a_joint_leaves_it_out():
    text = "جاء زيد., وذهب عمرو."
    positions = Positions(text)
    line_end = positions.shown.index("\n")
    assert positions.span(line_end, line_end + 5) == span_of(text, "وذهب")
    assert positions.span(line_end, line_end + 1) is None


def test_the_caret_stays_on_its_line_at_a_joint():
    text = "جاء زيد., وذهب عمرو."
    positions = Positions(text)
    end, start = text.index(","), text.index("و")
    assert positions.shown[: positions.caret_to_unit(end)].endswith("زيد.")
    assert positions.shown[positions.caret_to_unit(start) :].startswith("وذهب")
    assert positions.unit_to_caret(positions.caret_to_unit(end)) == end
    assert positions.unit_to_caret(positions.caret_to_unit(start)) == start


def test_a_letter_keeps_its_hidden_diacritics():
    text = "قالَ مُحَمَّدٌ ذلك"
    positions = Positions(text, diacritics=False)
    assert positions.shown == "قال محمد ذلك"
    assert positions.span(4, 8) == span_of(text, "مُحَمَّدٌ")


words = st.lists(
    st.sampled_from(
        ["ب", "لأ", "دَّ", "مٌ", " ", "., ", "\n", "😀", "👩\u200d🔬", "𐤀", "a", "5", "\r"]
    )
).map("".join)


@given(words, st.booleans())
def test_every_caret_place_goes_to_the_stored_text_and_back(text, diacritics):
    positions = Positions(text, diacritics=diacritics)
    for at in range(len(positions.shown) + 1):
        if is_grapheme_boundary(positions.shown, at):
            unit = positions.shown_to_unit(at)
            stored = positions.unit_to_caret(unit)
            assert is_grapheme_boundary(text, stored)
            assert positions.caret_to_unit(stored) == unit


@given(arabic_news, st.data())
def test_what_is_selected_is_a_valid_span(text, data):
    positions = Positions(text)
    start = data.draw(st.integers(0, positions.length))
    end = data.draw(st.integers(start, positions.length))
    span = positions.span(start, end)
    assert span is None or span_fault(text, span) is None


@given(st.text(st.characters(), max_size=40) | arabic_news)
def test_qt_keeps_as_many_units_as_are_counted(qapp, text):
    positions = Positions(text)
    owner = QObject()
    document = make_page(positions, PageStyle(), owner)
    assert document.characterCount() - 1 == positions.length
    assert document.toPlainText().replace("\u00a0", " ") == positions.shown.replace("\u00a0", " ")


def test_lone_surrogates_are_shown_as_unknown(qapp):
    positions = Positions("قال \ud83d زيد")
    assert positions.shown == "قال \ufffd زيد"
    assert positions.span(6, 9) == Span(6, 9)
