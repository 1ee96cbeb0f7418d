"""The list of lines, gone through and labelled by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.core.labels import LabelSet
from annotator.storage import Hit
from annotator.ui.kwic.drawing import KwicDelegate
from annotator.ui.kwic.model import KwicModel

_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KwicView(QTableView):
    """Lines of which one is current and several can be selected."""

    opened = Signal(object)
    """The :class:`Hit` whose article is to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = KwicModel(self)
        self.setModel(self.lines)
        self._delegate = KwicDelegate()
        self.setItemDelegate(self._delegate)
        # Of Qt's views, a table alone lays 50,000 lines out without a pause.
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._delegate.height)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Lines with what was found"))
        self.doubleClicked.connect(self._open_current)

    def selected(self) -> list[Hit]:
        """Return the hits of the selected lines, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.lines.hit(row) for row in rows]

    def go_to(self, row: int) -> None:
        """Make a line the current and only selected one, if there is such a line."""
        if 0 <= row < self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(row))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a line selected: Qt makes the first one current and selects none."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.go_to(max(0, self.currentIndex().row()))

    def set_labels(self, label_set: LabelSet) -> None:
        """Draw the labels in the colours of this set."""
        self._delegate.set_labels(label_set)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; letters search nothing, as every line has the same word."""
        if event.key() in _ENTER:
            self._open_current()
        elif event.text().strip() and not event.modifiers() & _WITH:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open_current(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.opened.emit(self.lines.hit(index.row()))
