"""The labels to choose one from, by key or click."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QButtonGroup, QToolButton, QWidget

from annotator.core.labels import Label
from annotator.core.visible import visible_name
from annotator.ui.actions.keys import bindings, shown_key
from annotator.ui.article.palette import ink, shades
from annotator.ui.panes.flow import FlowLayout


class LabelChoice(QWidget):
    """A chip a label, one of them chosen; the labels' own keys choose too."""

    chosen = Signal(str)
    """The id of the label that was chosen anew."""

    def __init__(self, labels: Iterable[Label], language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._chips: dict[str, _Chip] = {}
        row = FlowLayout(self)
        for label in labels:
            chip = _Chip(label, language, self)
            self._group.addButton(chip)
            self._chips[label.id] = chip
            row.addWidget(chip)
            chip.clicked.connect(partial(self._clicked, label.id))
            for sequence in bindings((label.key,)) if label.key else ():
                shortcut = QShortcut(sequence, parent)
                shortcut.activated.connect(chip.click)

    def choose(self, label_id: str) -> None:
        """Choose a label without telling of it."""
        if label_id in self._chips:
            self._chips[label_id].setChecked(True)

    def _clicked(self, label_id: str, _checked: bool = False) -> None:
        self.chosen.emit(label_id)


class _Chip(QToolButton):
    def __init__(self, label: Label, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = label.colour
        name = visible_name(label.name(language))
        self.setText(f"{name}  {shown_key(label.key)}" if label.key else name)
        self.setAccessibleName(name)
        self.setToolTip(label.description.get(language, ""))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme on."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        page = shades(QApplication.palette())
        tints = ink(self._colour, page)
        rules = (
            f"QToolButton {{ background: transparent; color: {page.text.name()}; font-weight: bold;"
            f" border: 1px solid {tints.line.name()}; border-radius: 6px; padding: 5px 10px; }}"
            f"QToolButton:hover {{ background: {tints.faint.name()}; }}"
            f"QToolButton:checked {{ background: {tints.fill.name()}; color: {tints.name.name()};"
            f" border: 2px solid {tints.name.name()}; padding: 4px 9px; }}"
            f"QToolButton:focus {{ border-color: {page.text.name()}; }}"
        )
        if rules != self.styleSheet():
            self.setStyleSheet(rules)
