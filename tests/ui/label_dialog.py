"""The dialog of the label set, driven by the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.label_set import LabelSetDialog
from annotator.ui.dialogs.label_touched import TouchedDialog
from annotator.ui.main_window import MainWindow

Step = Callable[[], None]


def front() -> QDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def focused() -> QWidget:
    """Return what has the keyboard in the window in front, active already or not."""
    top = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert top is not None
    return top.focusWidget() or top


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def write(text: str) -> None:
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for char in text:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
        QApplication.sendEvent(focused(), event)


def in_dialog(qtbot: QtBot, window: MainWindow, *steps: Callable[[LabelSetDialog], None]) -> None:
    """Press F8 and go through ``steps``; then wait until what was saved is shown."""
    failed: list[BaseException] = []

    def go() -> None:
        dialog = window.workbench.labelling.dialog
        assert dialog is not None
        try:
            qtbot.waitUntil(lambda: dialog.drafting.uses is not None)
            for step in steps:
                step(dialog)
        except BaseException as error:  # noqa: BLE001 - raised again outside the dialog's loop
            failed.append(error)
        finally:
            top = QApplication.activeModalWidget()
            while top is not None:
                top.close()
                top = QApplication.activeModalWidget()

    QTimer.singleShot(0, go)
    window.view.setFocus()
    press(Qt.Key.Key_F8)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    if failed:
        raise failed[0]
    qtbot.waitUntil(lambda: not window.project.file.is_lent)


def answering(kind: type[QDialog], *steps: Callable[[QDialog], None]) -> Step:
    """Return what waits for a dialog of ``kind`` to be in front, and answers it."""

    def answer() -> None:
        found = front()
        try:
            assert isinstance(found, kind)
            for step in steps:
                step(found)
        finally:
            if found.isVisible():
                found.close()

    def arm() -> None:
        QTimer.singleShot(0, answer)

    return arm


def choose(row: int) -> Callable[[LabelSetDialog], None]:
    def step(dialog: LabelSetDialog) -> None:
        dialog.list.setFocus()
        press(Qt.Key.Key_Home)
        for _ in range(row):
            press(Qt.Key.Key_Down)

    return step


def rename(new_id: str) -> Callable[[LabelSetDialog], None]:
    def step(dialog: LabelSetDialog) -> None:
        dialog.form.id.setFocus()
        write(new_id)
        press(Qt.Key.Key_Tab)

    return step


def save_and(*steps: Callable[[QDialog], None]) -> Callable[[LabelSetDialog], None]:
    """Save; where spans change, go through ``steps`` in that dialog and agree."""

    def step(dialog: LabelSetDialog) -> None:
        agree = answering(TouchedDialog, *steps, lambda _: press(Qt.Key.Key_Return))
        touched = dialog.drafting.touched()
        if touched.changes or touched.unknown:
            agree()
        dialog.parts.save.setFocus()
        press(Qt.Key.Key_Space)

    return step
