"""The labels of the project with their keys, each in its colour; a click labels."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from annotator.core.visible import visible_name
from annotator.ui.actions.keys import shown_key
from annotator.ui.article.palette import ink, mixed, shades
from annotator.ui.panes.flow import FlowLayout

MANY = 9
"""More labels than this are shown in smaller chips."""


class LabelChip(QToolButton):
    """One label: its name, its key, its colour. Looks the same whether it can act or not.

    It can always be clicked: where there is nothing to label, the bar says so.
    """

    def __init__(
        self,
        action: QAction,
        title: str,
        colour: str,
        key: str,
        parent: QWidget,
        *,
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._colour = colour
        self._padding = "3px 8px" if small else "8px 13px"
        title = visible_name(title)
        self.setText(f"{title}  {shown_key(key)}" if key else title)
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme on."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        paper = shades(QApplication.palette())
        tints = ink(self._colour, paper)
        fill, text = tints.fill, tints.name
        border = tints.line if paper.strong else fill
        hover = mixed(text, fill, 0.12)
        rules = (
            f"QToolButton {{ background: {fill.name()}; color: {text.name()}; border-radius: 6px;"
            f" border: 1px solid {border.name()}; padding: {self._padding}; font-weight: bold; }}"
            f"QToolButton:hover {{ background: {hover.name()}; }}"
            f"QToolButton:focus {{ border-color: {text.name()}; }}"
        )
        if rules != self.styleSheet():
            self.setStyleSheet(rules)


class LabelBar(QWidget):
    """The chips in a row, or in several where there are many."""

    idle_clicked = Signal()
    """A label was clicked while there is nothing to give it to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self)

    def set_labels(self, labels: Iterable[tuple[QAction, str, str, str]]) -> None:
        """Show one chip for each ``(action, title, colour, key)``."""
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        shown = list(labels)
        small = len(shown) > MANY
        for action, title, colour, key in shown:
            chip = LabelChip(action, title, colour, key, self, small=small)
            chip.clicked.connect(partial(self._click, action))
            self._row.addWidget(chip)

    def first(self) -> QWidget:
        """Return where the focus enters the bar."""
        item = self._row.itemAt(0)
        return (item.widget() if item else None) or self

    def _click(self, action: QAction, _checked: bool = False) -> None:
        if action.isEnabled():
            action.trigger()
        else:
            self.idle_clicked.emit()
