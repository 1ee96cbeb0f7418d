"""A small editor that pops up for a note: Enter saves, Escape leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from annotator.ui.plain_editor import PlainEditor
from annotator.ui.popup import popup_corner

_SIZE = (340, 150)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteEditor(QFrame):
    """A few lines of plain text. A click beside it leaves it, as Escape does."""

    saved = Signal(str)
    """The note, without white space around it; empty where it is to go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setObjectName("note")
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.text = PlainEditor(self)
        self.text.setTabChangesFocus(True)
        hint = QLabel(self.tr("Enter saves · Shift+Enter begins a line · Esc leaves"), self)
        hint.setObjectName("faint")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for widget in (self._title, self.text, hint):
            column.addWidget(widget)
        self.text.installEventFilter(self)

    def edit(self, title: str, note: str, place: QRect) -> None:
        """Pop up under ``place`` (screen pixels) with a note to change."""
        self._title.setText(title)
        self.text.setAccessibleName(title)
        self.text.setPlainText(note)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.resize(*_SIZE)
        self.move(popup_corner(self, place))
        self.show()
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep every key from the window's actions; Enter saves."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in _ENTER and not shift:
                self.hide()
                self.saved.emit(self.text.toPlainText().strip())
                return True
        return super().eventFilter(watched, event)
