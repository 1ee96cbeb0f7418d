"""A field that takes the next key that is pressed, whatever it otherwise does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.actions.keys import pressed_keys


class KeyCatcher(QLineEdit):
    """Waits for one key, also Tab and Enter. Esc, or going elsewhere, gives up."""

    caught = Signal(object)
    """The names of the key that was pressed (the two Enter keys stand for each other)."""
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waits = False
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("The key"))

    def wait(self) -> None:
        """Take the focus, and the next key."""
        self._waits = True
        self.show()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Take every key before anybody else does."""
        if isinstance(event, QKeyEvent):
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self._take(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up when the focus goes elsewhere, but not to another window."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._give_up()

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers().value:
            self._give_up()
            return
        keys = pressed_keys(event)
        if keys and self._waits:
            self._waits = False
            self.caught.emit(keys)

    def _give_up(self) -> None:
        if self._waits:
            self._waits = False
            self.given_up.emit()
