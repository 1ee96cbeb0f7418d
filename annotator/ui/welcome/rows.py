"""The buttons of the welcome page: each a title, a line that explains it, and its key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.text import reading_side

_STEPS = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}


class Row(QPushButton):
    """A button over the whole width. Enter and Space press it, up and down go to the next one."""

    def __init__(self, title: str, said: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("row")
        self.setAutoDefault(True)  # Enter presses it
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title = QLabel(title, self)
        self.title.setObjectName("rowTitle")
        self.said = QLabel(said, self)
        self.said.setObjectName("faint")
        self.said.setWordWrap(True)
        self.key = QLabel(key, self)
        self.key.setObjectName("keycap")
        self.key.setVisible(bool(key))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.said)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.key, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (self.title, self.said, self.key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # A name in the other script would go to the other side.
        for label in (self.title, self.said):
            label.setAlignment(reading_side() | Qt.AlignmentFlag.AlignVCenter)
        self._name()

    def say(self, said: str) -> None:
        """Say something else under the title."""
        self.said.setText(said)
        self._name()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of what is inside."""
        return self._inside().totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of what is inside."""
        return self._inside().totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        """Lines that are too long go on below, where they are allowed to."""
        return self._inside().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._inside().totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down among the rows, as in a list."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.focusNextPrevChild(_STEPS[key])
            event.accept()
        else:
            super().keyPressEvent(event)

    def _inside(self) -> QHBoxLayout:
        inside = self.layout()
        assert isinstance(inside, QHBoxLayout)
        return inside

    def _name(self) -> None:
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.said.text())
