"""The main job in the real window, by the keyboard alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.article import ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, await_window, shown

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, on: QWidget | None = None) -> None:
    """Press a key where the focus is."""
    target = on or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


@pytest.fixture
def seed_copy(tmp_path: Path, seed_path: Path) -> Path:
    """The seed article in a folder that can be written to."""
    return Path(shutil.copy(seed_path, tmp_path / "seed.txt"))


def open_with_suggestions(open_desk: OpenDesk, qtbot: QtBot, path: Path) -> MainWindow:
    window = shown(open_desk(path, suggest=True))
    qtbot.waitUntil(lambda: not window.suggesting.running, timeout=60_000)
    assert window.annotating.state is not None
    assert window.annotating.state.pending()
    return window


def current(window: MainWindow) -> Entity:
    state = window.annotating.state
    assert state is not None
    entity = state.entity(window.view.current())
    assert entity is not None
    return entity


def test_from_opening_to_export_and_back(
    open_desk: OpenDesk, qtbot: QtBot, seed_copy: Path, tmp_path: Path, monkeypatch
) -> None:
    window = open_with_suggestions(open_desk, qtbot, seed_copy)
    session = window.annotating.session
    assert session is not None
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft

    # Decide: accept, reject, relabel; each moves on to the next suggestion.
    press(Key.Key_Tab)
    first = current(window)
    press(Key.Key_Return)
    assert session.state.entity(first.id).status is Status.ACCEPTED
    second = current(window)
    assert second.id != first.id
    press(Key.Key_Delete)
    assert session.state.entity(second.id).status is Status.REJECTED
    third = current(window)
    press(Key.Key_3)
    assert session.state.entity(third.id).label == "ORG"
    assert session.state.entity(third.id).status is Status.ACCEPTED

    # Undo and redo go back and forth over whole steps.
    press(Key.Key_Z, CTRL)
    assert session.state.entity(third.id) == third
    press(Key.Key_Z, CTRL)
    assert session.state.entity(second.id).status is Status.SUGGESTED
    press(Key.Key_Z, CTRL | SHIFT)
    press(Key.Key_Y, CTRL)
    assert session.state.entity(third.id).label == "ORG"

    # Mark the first word by hand: select it forwards, which is to the left, and label it.
    press(Key.Key_Home, CTRL)
    press(Key.Key_Left, CTRL | SHIFT)
    selected = window.view.selection()
    assert selected is not None
    press(Key.Key_4)
    added = current(window)
    assert (added.span, added.label) == (selected, "MISC")

    # All the rest at once, then done.
    press(Key.Key_A, CTRL | SHIFT)
    assert session.state.pending() == ()
    press(Key.Key_Return, CTRL)
    assert session.state.status is ArticleStatus.DONE

    # Export, in the real dialog.
    out = tmp_path / "out.jsonl"

    def fill(self: ExportDialog) -> int:
        self.open()
        qtbot.waitUntil(self.isActiveWindow)
        self.path.setFocus()
        QTest.keyClick(self.path, Key.Key_A, CTRL)
        QTest.keyClicks(self.path, str(out))
        QTest.keyClick(self.path, Key.Key_Return)
        return self.result()

    monkeypatch.setattr(ExportDialog, "exec", fill)
    press(Key.Key_E, CTRL)
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: not window._around.runner.busy)

    # Close, reopen: everything is as it was, the undo history too.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before, history, place = session.state, session.history, window.view.place()
    press(Key.Key_Q, CTRL)
    again = shown(open_desk(seed_copy.with_suffix(".annotator")))
    session = again.annotating.session
    assert session is not None
    assert session.state.entities == before.entities
    assert session.state.quotes == before.quotes
    assert session.state.status is before.status
    assert session.history == history
    assert again.view.place() == place
    written = json.loads(out.read_text(encoding="utf-8"))
    assert [e["id"] for e in written["entities"]] == [e.id for e in before.entities]

    # The steps of before can still be taken back.
    press(Key.Key_Z, CTRL)
    assert session.state.status is ArticleStatus.IN_PROGRESS
    press(Key.Key_Z, CTRL)
    assert session.state.pending()


def test_keys_of_an_arabic_layout(open_desk: OpenDesk, qtbot: QtBot, seed_copy: Path) -> None:
    window = open_with_suggestions(open_desk, qtbot, seed_copy)
    session = window.annotating.session
    assert session is not None
    press(Key.Key_Tab)
    first = current(window)
    press_letter("ش")  # the key A
    assert session.state.entity(first.id).status is Status.ACCEPTED
    second = current(window)
    press_letter("٢")
    assert session.state.entity(second.id).label == "LOC"
    assert session.state.entity(second.id).status is Status.ACCEPTED
    third = current(window)
    press_letter("ء")  # the key X
    assert session.state.entity(third.id).status is Status.REJECTED
    press_letter("ئ", CTRL)  # the key Z
    assert session.state.entity(third.id).status is Status.SUGGESTED


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        ("]", NONE, Span(2, 6)),
        ("د", NONE, Span(2, 6)),
        ("}", SHIFT, Span(2, 4)),
        (">", SHIFT, Span(2, 4)),
        ("[", NONE, Span(1, 5)),
        ("ج", NONE, Span(1, 5)),
        ("{", SHIFT, Span(3, 5)),
        ("<", SHIFT, Span(3, 5)),
        ("]", CTRL, Span(2, 8)),
        ("د", CTRL, Span(2, 8)),
        ("[", CTRL, Span(0, 5)),
    ],
)
def test_brackets_move_the_edges(
    open_desk: OpenDesk, tmp_path: Path, key: str, modifiers, expected: Span
) -> None:
    path = tmp_path / "one.txt"
    path.write_text("المدينة الكبيرة", encoding="utf-8")
    window = shown(open_desk(path))
    window.view.select(Span(2, 5))
    press(Key.Key_2)
    press_letter(key, modifiers)
    if expected.end == 8:
        expected = Span(2, 7)
    assert current(window).span == expected


def test_a_clitic_is_left_out_and_taken_in_again(open_desk: OpenDesk, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("وصل بواشنطن", encoding="utf-8")
    window = shown(open_desk(path))
    window.view.select(Span(4, 11))
    press(Key.Key_2)
    press(Key.Key_BracketLeft, ALT)
    assert current(window).span.of(window.annotating.state.text) == "واشنطن"
    press(Key.Key_BracketLeft, ALT)
    assert current(window).span.of(window.annotating.state.text) == "بواشنطن"


def test_quote_key_marks_the_selection(open_desk: OpenDesk, seed_copy: Path) -> None:
    window = shown(open_desk(seed_copy))
    window.view.select(Span(0, 6))
    press_letter("ض")  # the key Q
    state = window.annotating.state
    assert state is not None
    [quote] = state.quotes
    assert quote.content == (Span(0, 6),)
    assert window.side.quotes.currentIndex().row() == 0


def test_a_search_is_stopped_with_escape(
    open_desk: OpenDesk, qtbot: QtBot, seed_copy: Path, monkeypatch
) -> None:
    from annotator.services import suggesting

    def slow(article, *, progress, **means):
        for step in range(10_000):
            progress.at(step, 10_000)
            QTest.qSleep(1)
        raise AssertionError

    monkeypatch.setattr(suggesting, "suggest", slow)
    window = shown(open_desk(seed_copy, suggest=True))
    assert window.suggesting.running
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.suggesting.running)
    assert window.annotating.state is not None
    assert window.annotating.state.entities == ()


def test_focus_goes_round_the_panes(open_desk: OpenDesk, seed_copy: Path) -> None:
    window = shown(open_desk(seed_copy))
    seen = []
    for _ in range(4):
        seen.append(QApplication.focusWidget())
        press(Key.Key_F6)
    assert len(set(seen)) == 4
    assert QApplication.focusWidget() is window.view
    press(Key.Key_F6)
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is window.view


def test_the_language_is_changed_in_a_window_made_anew(
    open_desk: OpenDesk, qtbot: QtBot, seed_copy: Path
) -> None:
    desk = open_desk(seed_copy)
    window = shown(desk)
    window.view.select(Span(0, 6))
    press(Key.Key_2)
    window.actions_table["language.en"].trigger()
    await_window(qtbot, desk)
    window = shown(desk)
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert window.actions_table["record.accept"].text() == "Accept"
    assert [e.span for e in window.annotating.state.entities] == [Span(0, 6)]
    press(Key.Key_Z, CTRL)
    assert window.annotating.state.entities == ()


def press_letter(text: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key as a layout reports it: Qt's code of a letter is its upper-case code point."""
    target = QApplication.focusWidget()
    assert target is not None
    for down in (True, False):
        QTest.simulateEvent(target, down, ord(text.upper()), modifiers, text, False)
