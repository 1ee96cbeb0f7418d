"""The mouse selects to the letter, takes the stem of a word, then the word, and picks spans."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.core.spans import Span

from .conftest import article, point_in, quote, span_of

TEXT = 'وصل الوزير بواشنطن، وقال "إن لأرمينيا حق" أمس'
BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def view(show):
    return show(TEXT)


def double_click(view, at: int) -> None:
    point = point_in(view, at)
    QTest.mouseClick(view.viewport(), BUTTON, pos=point)
    QTest.mouseDClick(view.viewport(), BUTTON, pos=point)


def drag(view, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), BUTTON, pos=start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), BUTTON, pos=end)


def wait_for_next_click(qapp) -> None:
    QTest.qWait(qapp.styleHints().mouseDoubleClickInterval() + 30)


def test_a_double_click_takes_the_word_without_its_proclitics(view):
    double_click(view, TEXT.index("شنطن"))
    assert view.selection() == span_of(TEXT, "واشنطن")


def test_a_second_double_click_takes_the_whole_word(view, qapp):
    double_click(view, TEXT.index("شنطن"))
    wait_for_next_click(qapp)
    double_click(view, TEXT.index("شنطن"))
    assert view.selection() == span_of(TEXT, "بواشنطن")


def test_a_third_click_takes_the_whole_word(view):
    double_click(view, TEXT.index("شنطن"))
    QTest.mouseClick(view.viewport(), BUTTON, pos=point_in(view, TEXT.index("شنطن")))
    assert view.selection() == span_of(TEXT, "بواشنطن")


def test_a_double_click_on_the_proclitic_takes_the_whole_word(view):
    double_click(view, TEXT.index("بواشنطن"))
    assert view.selection() == span_of(TEXT, "بواشنطن")


def test_a_double_click_on_half_a_ligature(view):
    double_click(view, TEXT.index("أرمينيا"))
    assert view.selection() == span_of(TEXT, "أرمينيا")


def test_a_drag_selects_to_the_letter(view):
    name = span_of(TEXT, "أرمي")
    drag(view, point_in(view, name.start, 0.1), point_in(view, name.end - 1, 0.9))
    assert view.selection() == name


def test_a_drag_backwards_selects_the_same(view):
    name = span_of(TEXT, "واشنطن")
    drag(view, point_in(view, name.end - 1, 0.9), point_in(view, name.start, 0.1))
    assert view.selection() == name
    assert view.caret() == name.start


def test_a_drag_after_a_double_click_takes_whole_words(view):
    double_click(view, TEXT.index("الوزير"))
    QTest.mousePress(view.viewport(), BUTTON, pos=point_in(view, TEXT.index("الوزير")))
    QTest.mouseMove(view.viewport(), point_in(view, TEXT.index("شنطن")))
    QTest.mouseRelease(view.viewport(), BUTTON, pos=point_in(view, TEXT.index("شنطن")))
    assert view.selection() == span_of(TEXT, "الوزير بواشنطن")


def test_shift_and_a_click_extend_the_selection(view):
    view.set_caret(0)
    QTest.mouseClick(
        view.viewport(), BUTTON, Qt.KeyboardModifier.ShiftModifier, point_in(view, 9, 0.9)
    )
    assert view.selection() == Span(0, 10)


def test_latin_letters_are_dragged_as_they_stand(show):
    text = "زار Apple مصر 27 مرة"
    view = show(text)
    name = span_of(text, "Appl")
    drag(view, point_in(view, name.start, 0.3), point_in(view, name.end - 1, 0.7))
    assert view.selection() == name


def test_a_click_picks_the_innermost_record_and_the_next_the_one_around(show, qapp):
    state = article(TEXT, ("أرمينيا", "LOC"), quotes=(quote(TEXT, "إن لأرمينيا حق"),))
    view = show(state)
    picked = []
    view.current_changed.connect(picked.append)
    for _ in range(3):
        QTest.mouseClick(view.viewport(), BUTTON, pos=point_in(view, TEXT.index("مينيا")))
        wait_for_next_click(qapp)
    assert picked == ["e1", "q1", "e1"]
    assert view.selection() is None


def test_a_drag_over_a_record_picks_nothing(show):
    view = show(article(TEXT, ("واشنطن", "LOC")))
    drag(view, point_in(view, TEXT.index("واشنطن"), 0.1), point_in(view, TEXT.index("شن"), 0.9))
    assert view.selection() == span_of(TEXT, "واش")
    assert view.current() == ""


def test_a_click_beside_the_text_picks_nothing_and_moves_the_caret(show):
    view = show(article(TEXT, ("وصل الوزير", "PER")))
    line = point_in(view, len(TEXT) - 1)
    QTest.mouseClick(view.viewport(), BUTTON, pos=QPoint(4, line.y()))
    assert view.current() == ""
    assert view.caret() == len(TEXT)


def test_a_drag_beyond_the_page_scrolls(show, qtbot):
    text = "\n".join(f"سطر {number} من نص طويل" for number in range(60))
    view = show(text, size=(600, 300))
    QTest.mousePress(view.viewport(), BUTTON, pos=point_in(view, 0, 0.1))
    QTest.mouseMove(view.viewport(), QPoint(300, view.viewport().height() + 40))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 200)
    QTest.mouseRelease(view.viewport(), BUTTON, pos=QPoint(300, 200))
    assert view.selection().start == 0
    assert view.selection().end > text.index("سطر 6")
