"""The caret's rhythm, as the system sets it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication


class Blink(QObject):
    """Says whether the caret is in its visible half. It stays visible where blinking is off."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.on = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def restart(self) -> None:
        """Show the caret at once: it has moved, or the page has got the focus."""
        period = QGuiApplication.styleHints().cursorFlashTime()
        if period > 0:
            self._timer.start(period // 2)
        self._show(on=True)

    def stop(self) -> None:
        """Hold the caret visible."""
        self._timer.stop()
        self._show(on=True)

    def _turn(self) -> None:
        self._show(on=not self.on)

    def _show(self, *, on: bool) -> None:
        self.on = on
        self.changed.emit()
