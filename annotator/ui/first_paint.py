"""Work that waits until a window is on the screen."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class AfterFirstPaint(QObject):
    """Calls ``then`` once, on the main thread, after ``widget`` was painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._then = widget, then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for the paint event; the call comes when it has been handled."""
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False


def hold_what_is_loaded() -> None:
    """Leave out of the garbage collector's rounds what lives as long as the program.

    Modules, menus and the window are some hundred thousand objects; a full round over them took
    10 ms in the middle of a decision, every few dozen decisions.
    """
    gc.collect()
    gc.freeze()
