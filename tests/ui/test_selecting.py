"""Selecting and moving edges by keys alone, on a Latin and on an Arabic layout."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.spans import Span
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, shown
from tests.ui.test_main_job import ALT, CTRL, NONE, SHIFT, press, press_letter

Key = Qt.Key
TEXT = """سلام في القوقاز

وصل الوزير سامي النجار ببيروت اليوم، وقال إن "العمل مع لأرمينيا (في باكو) جيد" للجميع. \
ثم زار شركة Apple Inc. في 27 سبتمبر 2020 وعاد.

قرأ الناس كتابه في وزارته أمس."""
MORE = ("W", "ص")
LESS = (("W", "W"), ("ص", "ص"), ("\u064b", "\u064b"))
"""Shift+W on a Latin layout; on an Arabic one as a key code of the letter or of the tanwin."""


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def press_shifted(key: str, text: str) -> None:
    from PySide6.QtWidgets import QApplication

    for down in (True, False):
        QTest.simulateEvent(QApplication.focusWidget(), down, ord(key), SHIFT, text, False)


@pytest.fixture
def window(open_desk: OpenDesk, tmp_path: Path) -> MainWindow:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    return shown(open_desk(path))


def selected(window: MainWindow) -> str:
    span = window.view.selection()
    return span.of(TEXT) if span else ""


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(("more", "less"), [(MORE[0], LESS[0]), (MORE[1], LESS[1]), ("ص", LESS[2])])
def test_the_selection_grows_and_goes_back_the_same_way(
    open_desk: OpenDesk, tmp_path: Path, language: str, more: str, less: tuple[str, str]
) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    window = shown(open_desk(path, language=language))
    caret = at("أرمينيا").start + 3
    window.view.set_caret(caret)
    steps = []
    for _ in range(9):
        press_letter(more)
        steps.append(selected(window))
    sentence = TEXT[at("وصل الوزير").start : at(" ثم زار").start]
    paragraph = TEXT.split("\n\n")[1]
    assert steps[:3] == ["أرمينيا", "لأرمينيا", "العمل مع لأرمينيا"]
    assert steps[3:6] == ["العمل مع لأرمينيا (في باكو) جيد", sentence, paragraph]
    assert steps[6:] == [paragraph] * 3
    back = []
    for _ in range(6):
        press_shifted(*less)
        back.append(selected(window))
    assert back == [*reversed(steps[:5]), ""]
    assert window.view.caret() == caret


def test_what_was_grown_is_labelled(window: MainWindow) -> None:
    window.view.set_caret(at("بيروت").start + 2)
    press_letter("ص")
    press_letter("٢")
    (entity,) = window.annotating.state.entities
    assert (entity.span, entity.label) == (at("بيروت"), "LOC")


def test_another_selection_grows_from_where_it_starts(window: MainWindow) -> None:
    window.view.set_caret(at("Apple").start)
    press(Key.Key_W)
    assert selected(window) == "Apple"
    window.view.select(at("سامي النجار"))
    press(Key.Key_W)
    assert selected(window) == "وصل الوزير سامي النجار ببيروت اليوم"
    press(Key.Key_W, SHIFT)
    assert selected(window) == "سامي"


@pytest.mark.parametrize("words", ["شركة Apple Inc. في 27 سبتمبر 2020 وعاد"])
def test_shift_and_arrows_select_as_the_eye_sees_in_a_mixed_line(
    window: MainWindow, words: str
) -> None:
    """The caret's end of the selection goes one place to the left with every key, and back."""
    window.view.set_caret(at(words).start)
    window.resize(1600, 800)
    line = window.view.text_geometry

    def x() -> float:
        return line.caret_rect(window.view.textCursor().position()).x()

    places = [x()]
    while window.view.caret() < at(words).end and len(places) < 60:
        press(Key.Key_Left, SHIFT)
        places.append(x())
    assert places == sorted(places, reverse=True)
    assert window.view.anchor() == at(words).start
    assert selected(window) == words
    for seen in reversed(places[:-1]):
        press(Key.Key_Right, SHIFT)
        assert x() == seen
    assert selected(window) == ""


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Key.Key_Left, SHIFT, "ك"),
        (Key.Key_Left, SHIFT | ALT, "كتاب"),
        (Key.Key_Left, SHIFT | CTRL, "كتابه"),
        (Key.Key_Down, SHIFT | ALT, "كتابه في وزارته أمس."),
        (Key.Key_Right, SHIFT | CTRL, "الناس"),
        (Key.Key_Up, SHIFT | ALT, "قرأ الناس"),
    ],
)
def test_the_selection_is_extended_by_letter_clitic_word_and_sentence(
    window: MainWindow, key: Qt.Key, modifiers, expected: str
) -> None:
    window.view.set_caret(at("كتابه").start)
    press(key, modifiers)
    assert selected(window) == expected


@pytest.mark.parametrize("arabic", [False, True])
def test_a_pronoun_is_left_out_of_an_entity_and_taken_in_again(
    window: MainWindow, *, arabic: bool
) -> None:
    window.view.select(at("وزارته"))
    press(Key.Key_3)

    def name() -> str:
        record = window.annotating.current()
        assert record is not None
        return record.span.of(TEXT)

    for expected in ("وزارت", "وزارته"):
        press_letter("د" if arabic else "]", ALT)
        assert name() == expected
    press_letter("ج" if arabic else "[", ALT)  # و belongs to the word: nothing is attached
    assert name() == "وزارته"


def test_the_edges_of_a_quote_move_and_those_of_its_speaker(window: MainWindow) -> None:
    window.view.select(at("سامي النجار"))
    press(Key.Key_1)
    window.view.select(at("العمل مع لأرمينيا"))
    press(Key.Key_Q)
    press(Key.Key_BracketRight, CTRL)
    quote = window.annotating.current()
    assert quote.content[0].of(TEXT) == "العمل مع لأرمينيا (في"
    press_letter("د", CTRL)
    press(Key.Key_BracketLeft, CTRL | SHIFT)
    assert window.annotating.current().content[0].of(TEXT) == "مع لأرمينيا (في باكو"
    window.view.select(at("الوزير سامي"))
    press(Key.Key_S)
    press(Key.Key_BracketRight, CTRL)
    quote = window.annotating.current()
    assert quote.speaker == quote.source == at("الوزير سامي النجار")
    assert quote.content[0].of(TEXT) == "مع لأرمينيا (في باكو"
    for _ in range(2):
        press(Key.Key_Z, CTRL)
    assert window.annotating.state.quotes[0].content[0].of(TEXT) == "مع لأرمينيا (في باكو"


def test_keys_of_the_article_are_letters_in_a_field(window: MainWindow) -> None:
    window.view.set_caret(5)
    window.articles.view.setFocus()
    press(Key.Key_W, NONE)
    assert selected(window) == ""


@pytest.mark.parametrize("language", ["ar", "en"])
def test_ctrl_shift_and_arrows_select_words_as_the_eye_sees_in_a_mixed_line(
    open_desk: OpenDesk, tmp_path: Path, language: str
) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    window = shown(open_desk(path, language=language))
    window.resize(1900, 800)
    words = "شركة Apple Inc. في 27 سبتمبر 2020 وعاد"
    window.view.set_caret(at(words).start)
    line = window.view.text_geometry
    places: list[float] = []
    seen: list[str] = []
    while window.view.caret() < at(words).end and len(places) < 30:
        press(Key.Key_Left, SHIFT | CTRL)
        places.append(line.caret_rect(window.view.textCursor().position()).x())
        seen.append(selected(window))
    assert places == sorted(places, reverse=True)
    assert seen[0] == "شركة"
    assert "شركة Apple Inc. في 27 سبتمبر" in seen
    assert seen[-1] == words


def test_the_edge_of_a_name_stays_in_its_paragraph(window: MainWindow) -> None:
    window.view.select(at("القوقاز"))
    press(Key.Key_2)
    press(Key.Key_BracketRight)
    press(Key.Key_BracketRight, CTRL)
    record = window.annotating.current()
    assert record is not None
    assert record.span == at("القوقاز")
