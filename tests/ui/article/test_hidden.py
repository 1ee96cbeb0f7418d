"""Hidden diacritics and tatweel: what is shown is another text, what is meant is the stored one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.arabic.tokens import tokenize
from annotator.core.graphemes import is_grapheme_boundary
from annotator.core.spans import Span, span_fault
from annotator.ui.article.page import PageStyle
from annotator.ui.article.positions import Positions
from tests.ui.article.conftest import article, point_in, span_of

TATWEEL = "\u0640"
WORDS = ["محمّد", "ولأرمينيا", "كَتَبَ", f"مح{TATWEEL}{TATWEEL}مد", f"ب{TATWEEL}\u064e", "12", "Inc"]
MARKS = ["\u064b", "\u0651\u064e", "\u0654", "\u0301", TATWEEL, "😀", "«", ".", "., ", "\n", " "]
PIECES = st.sampled_from([*WORDS, *MARKS])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))
MODES = st.sampled_from([(True, True), (False, True), (True, False), (False, False)])
TEXT = f"قالَ محمّــدٌ إنّ باكُو\nوأذربيجانُ، ثمّ الـ{TATWEEL * 3}عراقَ."


@given(TEXTS, MODES)
def test_every_place_of_the_caret_comes_back(text: str, mode: tuple[bool, bool]) -> None:
    positions = Positions(text, diacritics=mode[0], tatweel=mode[1])
    for at in range(len(positions.shown) + 1):
        if not is_grapheme_boundary(positions.shown, at):
            continue
        unit = positions.shown_to_unit(at)
        stored = positions.unit_to_caret(unit)
        assert 0 <= stored <= len(text)
        assert is_grapheme_boundary(text, stored)
        assert positions.unit_to_caret(positions.caret_to_unit(stored)) == stored


@given(TEXTS, MODES)
def test_every_stored_place_is_shown_somewhere(text: str, mode: tuple[bool, bool]) -> None:
    positions = Positions(text, diacritics=mode[0], tatweel=mode[1])
    units = [positions.caret_to_unit(at) for at in range(len(text) + 1)]
    assert all(0 <= unit <= positions.length for unit in units)
    assert units == sorted(units)


@given(TEXTS, MODES)
def test_a_shown_word_is_the_stored_one_with_all_its_marks(
    text: str, mode: tuple[bool, bool]
) -> None:
    positions = Positions(text, diacritics=mode[0], tatweel=mode[1])
    for token in tokenize(text):
        start, end = positions.units(token.span)
        selected = positions.span(start, end)
        if selected is None:  # all of it is hidden
            continue
        assert span_fault(text, selected) is None
        begins = token.text.lstrip(TATWEEL) if not mode[1] else token.text
        if (
            begins == token.text
            and span_fault(text, token.span) is None
            and token.text[0].isalnum()
        ):
            assert selected == token.span


@pytest.fixture
def view(show):
    state = article(TEXT, (f"محمّ{TATWEEL * 2}دٌ", "PER"), ("أذربيجانُ", "LOC"))
    made = show(state)
    made.set_page_style(PageStyle(diacritics=False, tatweel=False))
    QApplication.processEvents()
    return made


def test_nothing_hidden_is_to_be_seen(view) -> None:
    assert view.toPlainText() == "قال محمد إن باكو\nوأذربيجان، ثم العراق."


def test_a_double_click_takes_the_stored_word_whole(view) -> None:
    word = span_of(TEXT, f"محمّ{TATWEEL * 2}دٌ")
    point = point_in(view, word.start + 1)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.selection() == word
    assert view.createMimeDataFromSelection().text() == word.of(TEXT)


def test_keys_select_letters_with_what_is_hidden_behind_them(view) -> None:
    word = span_of(TEXT, f"محمّ{TATWEEL * 2}دٌ")
    view.set_caret(word.start)
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == word


def test_selection_caret_and_current_stay_when_marks_come_and_go(view) -> None:
    word = span_of(TEXT, "أذربيجانُ")
    view.select(word)
    view.set_current("e1")
    for shown in (True, False, True, False):
        view.set_page_style(PageStyle(diacritics=shown, tatweel=shown))
        assert view.selection() == word
        assert view.current() == "e1"
    at = Span(0, TEXT.index("\n"))
    view.set_caret(at.end)  # behind the last letter of a line, whose mark is hidden or not
    for shown in (True, False, True):
        view.set_page_style(PageStyle(diacritics=shown, tatweel=shown))
        assert view.caret() == at.end
        assert view.text_geometry.row_edges(view.textCursor().position())[0] == 0


def test_marks_are_painted_over_the_letters_that_are_shown(view) -> None:
    for record, part in (("e1", "محمد"), ("e2", "أذربيجان")):
        (span,) = view._annotations.spans(record)
        start, end = view.positions.units(span)
        assert view.toPlainText()[start:end] == part
