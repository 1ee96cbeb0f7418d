"""The bar at the top: the labels at the reading side, tools at the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QWidget

from annotator.ui.panes.label_bar import LabelBar


class Bar(QWidget):
    """Labels, and buttons for the actions that are wanted at hand.

    Where the labels would take more than two lines beside the buttons, they stand above them.
    """

    def __init__(self, tools: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.labels = LabelBar(self)
        self._tools = QWidget(self)
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addStretch(1)
        for action in tools:
            button = QToolButton(self._tools)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(8, 5, 8, 5)
        self._parts.setSpacing(2)
        self._parts.addWidget(self.labels, 1)
        self._parts.addWidget(self._tools)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the labels beside the buttons, or above them."""
        super().resizeEvent(event)
        direction, row = QBoxLayout.Direction, self.labels.sizeHint().height()
        beside = self.contentsRect().width() - self._tools.sizeHint().width() - 20
        narrow = self.labels.heightForWidth(max(beside, 0)) > 2.5 * row
        self._parts.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
