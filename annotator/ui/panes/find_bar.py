"""The bar below the article in which text is searched for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """A line to type in, how it is searched for, and where one is among the hits."""

    changed = Signal()
    """Other text, or another way to search for it."""
    step_asked = Signal(int)
    """To the next hit (1) or the one before (-1)."""
    left = Signal()
    """The searching is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # Whatever it would like to have, it does not push the panes about.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(self.tr("Find in the article"))
        self.line.setAccessibleName(self.tr("Find in the article"))
        self.line.setMinimumWidth(100)
        self.exact = self._box(
            self.tr("Exact spelling"),
            self.tr("Diacritics, tatweel and the forms of alef, hamza, ya and ta marbuta count"),
        )
        self.whole_words = self._box(self.tr("Whole words"), self.tr("Not in the middle of a word"))
        self.before = self._button("▲", self.tr("Previous hit"), -1)
        self.after = self._button("▼", self.tr("Next hit"), 1)
        self.count = QLabel(self)
        self.count.setObjectName("faint")
        self.count.setMinimumWidth(QFontMetrics(self.count.font()).horizontalAdvance("0" * 16))
        self.done = QToolButton(self)
        self.done.setText("✕")
        self.done.setAutoRaise(True)
        self.done.setAccessibleName(self.tr("Close"))
        self.done.setToolTip(self.tr("Close; the hit stays selected"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        for widget in (self.before, self.after, self.count, self.exact, self.whole_words):
            row.addWidget(widget)
        row.addWidget(self.done)
        self.line.textChanged.connect(self.changed)
        self.done.clicked.connect(self.left)
        self.show_count(0, 0)

    def start(self, text: str) -> None:
        """Show the bar, ready to type, with ``text`` in it ("" leaves what is there)."""
        self.show()
        if text:
            self.line.setText(text)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, number: int, hits: int, *, complete: bool = True) -> None:
        """Say which of how many hits is gone to (0: none yet), and whether these are all."""
        if hits and complete:
            text = self.tr("{number} of {hits}").format(number=number, hits=hits)
        elif hits:
            text = self.tr("{number} of {hits} or more").format(number=number, hits=hits)
        else:
            text = self.tr("Nothing found") if self.line.text().strip() else ""
        self.count.setText(text)
        for button in (self.before, self.after):
            button.setEnabled(bool(hits))

    def event(self, event: QEvent) -> bool:
        """Keep Esc and Enter from the window while the bar is typed in."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Escape, *_ENTER)
            and not _with_ctrl(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, go on with Enter and back with Shift and Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and not _with_ctrl(event):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_asked.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _box(self, text: str, tip: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setToolTip(tip)
        box.toggled.connect(self.changed)
        return box

    def _button(self, sign: str, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.step_asked.emit(step))
        return button


def _with_ctrl(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
