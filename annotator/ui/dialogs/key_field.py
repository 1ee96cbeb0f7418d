"""A field into which a key is pressed, on a Latin or an Arabic layout."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.actions.keys import pressed_keys, shown_key

_LEAVING = ("Tab", "Shift+Tab", "Esc", "Enter", "Return")
_CLEARING = ("Backspace", "Del")


class KeyField(QLineEdit):
    """Shows a key and takes the next one that is pressed; Backspace leaves none."""

    changed = Signal(str)
    """Another key was pressed, as a label set writes it ("" for none)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("Press a key"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def show_key(self, key: str) -> None:
        """Show a key; "" for none."""
        self.key = key
        self.setText(shown_key(key))

    def event(self, event: QEvent) -> bool:
        """Keep every key from being a shortcut, but those that leave the field."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and not _leaves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key."""
        keys = pressed_keys(event)
        if not keys or _leaves(event):
            super().keyPressEvent(event)
            return
        key = "" if keys[0] in _CLEARING else keys[0]
        self.show_key(key)
        self.changed.emit(key)


def _leaves(event: QKeyEvent) -> bool:
    return any(key in _LEAVING for key in pressed_keys(event))
