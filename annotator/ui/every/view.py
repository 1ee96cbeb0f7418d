"""The list of places, gone through and ticked by keys or with the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView, QWidget

from annotator.core.every import Found
from annotator.core.labels import LabelSet
from annotator.ui.every.drawing import BOX_WIDTH, EveryDelegate
from annotator.ui.every.model import EveryModel


class EveryView(QTableView):
    """Space or a click on the box ticks; several places can be selected and ticked at once."""

    def __init__(
        self, label_set: LabelSet, say: Callable[[Found], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.places = EveryModel(say, self)
        self.setModel(self.places)
        self._delegate = EveryDelegate(label_set, say)
        self.setItemDelegate(self._delegate)
        # As in the list of a search: a table alone lays 50,000 lines out without a pause.
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
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Occurrences"))

    def show_titles(self, *, on: bool) -> None:
        """Show the titles of the articles, or not, where all places are in one."""
        self._delegate.titled = on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, go to the ends with Home and End; Enter and letters are the dialog's."""
        if event.key() == Qt.Key.Key_Space:
            rows = [index.row() for index in self.selectionModel().selectedRows()]
            current = self.currentIndex()
            self.places.toggle(rows or ([current.row()] if current.isValid() else []))
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            # A table takes them for the ends of a row, which has one cell here.
            last = self.places.rowCount() - 1
            self.setCurrentIndex(self.places.index(0 if event.key() == Qt.Key.Key_Home else last))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or (
            event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the place whose box was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        row = self.visualRect(index)
        box = row.adjusted(0, 0, BOX_WIDTH - row.width(), 0)
        shown = QStyle.visualRect(self.layoutDirection(), row, box)
        if shown.contains(event.position().toPoint()):
            self.places.toggle([index.row()])
