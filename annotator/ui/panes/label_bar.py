"""The labels of the project with their keys, each in its colour; a click labels."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from annotator.ui.actions.keys import shown_key
from annotator.ui.article.palette import ink, mixed, shades


class LabelChip(QToolButton):
    """One label: its name, its key, its colour. Looks the same whether it can act or not.

    Clicking is always possible; what to do when there is nothing to label is the action's say.
    """

    def __init__(self, action: QAction, colour: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self._colour = colour
        self.setText(f"{action.text()}  {shown_key(key)}" if key else action.text())
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()
        self.clicked.connect(action.trigger)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme on."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        tints = ink(self._colour, shades(QApplication.palette()))
        fill, text = tints.fill, tints.name
        hover = mixed(text, fill, 0.12)
        rules = (
            f"QToolButton {{ background: {fill.name()}; color: {text.name()}; border-radius: 6px;"
            f" border: 1px solid {fill.name()}; padding: 8px 13px; font-weight: bold; }}"
            f"QToolButton:hover {{ background: {hover.name()}; }}"
            f"QToolButton:focus {{ border-color: {text.name()}; }}"
        )
        if rules != self.styleSheet():
            self.setStyleSheet(rules)


class LabelBar(QWidget):
    """The chips in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def set_labels(self, labels: Iterable[tuple[QAction, str, str]]) -> None:
        """Show one chip for each ``(action, colour, key)``."""
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for action, colour, key in labels:
            self._row.addWidget(LabelChip(action, colour, key, self))
