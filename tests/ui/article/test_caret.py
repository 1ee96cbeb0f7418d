"""The caret goes where the eye sees, and by clitic, word, sentence, line and paragraph."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.spans import Span
from annotator.ui.article.caret import Direction, Step

from .conftest import span_of

MIXED = "زار مدير Apple Inc. بلدة في 27 سبتمبر لأرمينيا"
LEFT, RIGHT = Direction.LEFT, Direction.RIGHT
BACK, FORWARD = Direction.BACK, Direction.FORWARD
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def caret_x(view) -> float:
    return view.text_geometry.caret_rect(view.textCursor().position()).x()


@pytest.mark.parametrize("text", ["قال زيد لأرمينيا ثم عاد", MIXED, "Apple في مصر", "مصر Apple"])
def test_left_and_right_go_as_the_eye_sees(show, text):
    view = show(text, size=(1000, 400))
    places = len(view.text_geometry.caret_places(0))
    line = [caret_x(view)]
    for _ in range(places - 1):
        view.move_caret(Step.LETTER, LEFT)
        line.append(caret_x(view))
    assert line == sorted(line, reverse=True)
    assert len(set(line)) == places
    for x in reversed(line[:-1]):
        view.move_caret(Step.LETTER, RIGHT)
        assert caret_x(view) == x


@pytest.mark.parametrize("step", [Step.CLITIC, Step.WORD])
@pytest.mark.parametrize("text", [MIXED, "Apple في مصر", "مصر Apple Inc. 2020"])
def test_words_are_gone_through_as_the_eye_sees(show, text, step):
    view = show(text, size=(1000, 400))
    left = [caret_x(view)]
    while True:
        view.move_caret(step, LEFT)
        if caret_x(view) == left[-1] or view.caret() == len(text):
            break
        left.append(caret_x(view))
    assert left == sorted(left, reverse=True)
    assert len(set(left)) == len(left) > len(text.split())


def test_words_beyond_the_edge_of_a_line_follow(show):
    text = "كلمة " * 40 + "نهاية"
    view = show(text, size=(400, 400))
    seen = []
    while view.caret() < len(text):
        view.move_caret(Step.WORD, LEFT)
        seen.append(view.caret())
    assert seen == sorted(seen)
    assert set(seen) >= {5 * number + 4 for number in range(40)}
    for at in reversed(seen[:-1]):
        view.move_caret(Step.WORD, RIGHT)
        assert view.caret() == at


def test_the_arrow_stops_between_the_halves_of_a_ligature(show):
    view = show("لأرمينيا")
    QTest.keyClick(view, Qt.Key.Key_Left)
    lam = view.text_geometry.pieces(0, 1)[0].rect
    assert view.caret() == 1
    assert caret_x(view) == pytest.approx(lam.left(), abs=0.1)


def test_the_left_edge_leads_to_the_next_line_and_the_right_one_back(show):
    view = show("سطر أول\nسطر ثان")
    view.set_caret(7)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.caret() == 8
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.caret() == 7


def test_a_letter_takes_its_diacritics_along(show):
    view = show("مُحَمَّد 👨‍👩‍👧 هنا")
    stops = []
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Left)
        stops.append(view.caret())
    assert stops == [2, 4, 7, 8, 9, 14]


def test_shift_extends_the_selection(show, qtbot):
    text = "سافر لأرمينيا أمس"
    view = show(text)
    view.set_caret(text.index("أرمينيا"))
    with qtbot.waitSignal(view.selection_changed) as told:
        QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert told.args == [span_of(text, "أ")]
    QTest.keyClick(view, Qt.Key.Key_Left, CTRL | SHIFT)
    assert view.selection() == span_of(text, "أرمينيا")
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selection() is None


def test_words_and_clitics(show):
    text = "سافر بواشنطن، أمس"
    view = show(text)
    stops = []
    for _ in range(4):
        view.move_caret(Step.WORD, FORWARD)
        stops.append(view.caret())
    assert stops == [4, 5, 12, 14]
    view.set_caret(5)
    view.move_caret(Step.CLITIC, FORWARD, extend=True)
    assert view.selection() == span_of(text, "ب")
    view.set_caret(12)
    view.move_caret(Step.CLITIC, BACK, extend=True)
    assert view.selection() == span_of(text, "واشنطن")


def test_sentences_and_paragraphs(show):
    text = "قال زيد نعم. ثم مضى عمرو.\nفقرة أخرى."
    view = show(text)
    QTest.keyClick(view, Qt.Key.Key_Down, ALT)
    assert view.caret() == text.index(" ثم")
    QTest.keyClick(view, Qt.Key.Key_Down, CTRL)
    assert view.caret() == text.index("\n")
    QTest.keyClick(view, Qt.Key.Key_Down, CTRL)
    assert view.caret() == len(text)
    QTest.keyClick(view, Qt.Key.Key_Up, CTRL)
    assert view.caret() == text.index("فقرة")
    QTest.keyClick(view, Qt.Key.Key_Up, CTRL)
    assert view.caret() == 0


def test_up_and_down_keep_their_column(show):
    view = show("سطر طويل جداً من الكلام\nقص\nسطر طويل جداً من الكلام")
    view.set_caret(15)
    column = caret_x(view)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.caret() == 26
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert caret_x(view) == pytest.approx(column, abs=8)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.caret() == len(view.positions.text)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.caret() == 0


def test_home_and_end_of_a_broken_line(show):
    text = "كلمة " * 40 + "نهاية"
    view = show(text, size=(400, 400))
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Home)
    start = view.caret()
    QTest.keyClick(view, Qt.Key.Key_End)
    end = view.caret()
    assert 0 < start < end < len(text)
    assert caret_x(view) < 100
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.caret() == end + 1
    QTest.keyClick(view, Qt.Key.Key_End, CTRL)
    assert view.caret() == len(text)
    QTest.keyClick(view, Qt.Key.Key_Home, CTRL | SHIFT)
    assert view.selection() == Span(0, len(text))


def test_the_caret_is_drawn_where_it_stands(show):
    view = show("سافر لأرمينيا أمس")
    view.set_caret(5)
    rect = view._caret_rect().translated(-view.offset())
    image = view.viewport().grab().toImage()
    ink = view.palette().text().color()
    for dy in range(1, int(rect.height()) - 1):
        assert image.pixelColor(int(rect.x()), int(rect.y()) + dy) == ink
