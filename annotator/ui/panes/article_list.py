"""The list of articles at the start side, with its filter and how many it shows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from annotator.storage import ArticleQuery, Listing
from annotator.ui.panes.article_filter import ArticleFilter
from annotator.ui.panes.article_model import ArticleModel, Role
from annotator.ui.panes.article_row import ROW_HEIGHT, ArticleDelegate
from annotator.ui.panes.blank import Blank
from annotator.ui.panes.rows_view import RowsView

_KEPT = 1000
"""So many chosen articles stay chosen when the list is made anew."""

_FLAG = QItemSelectionModel.SelectionFlag


class ArticleList(QWidget):
    """Shows the listing that it is given; what is to be listed it asks for."""

    chosen = Signal(int)
    """An article that is to be opened."""
    asked = Signal(object)
    """The :class:`ArticleQuery` whose list is wanted."""
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._listing: Listing | None = None
        self._total = 0
        self._current: int | None = None
        self.model = ArticleModel(self)
        self.filter = ArticleFilter(self)
        self.view = RowsView(ROW_HEIGHT, self)
        self.view.setModel(self.model)
        self._delegate = ArticleDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setAccessibleName(self.tr("Articles"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFocusProxy(self.view)
        self.blank = Blank(self.view)
        self.foot = QLabel(self)
        self.foot.setObjectName("faint")
        self.foot.setTextFormat(Qt.TextFormat.PlainText)
        self.foot.setContentsMargins(16, 6, 16, 8)
        self.foot.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.filter)
        column.addWidget(self.view)
        column.addWidget(self.foot)
        self.filter.asked.connect(self.asked)
        self.filter.left.connect(self._enter)
        self.view.clicked.connect(self._clicked)
        self.view.activated.connect(self._choose)
        self.view.selectionModel().selectionChanged.connect(self._selected)

    @property
    def query(self) -> ArticleQuery:
        """What is to be listed."""
        return self.filter.query

    def refresh(self) -> None:
        """Ask for the same list again, after articles came."""
        self.asked.emit(self.query)

    def show_listing(self, listing: Listing | None, total: int) -> None:
        """Show a list, of a project of ``total`` articles.

        The open article, what is chosen and what is in sight stay so, where they are listed.
        """
        chosen = self._some_chosen()
        top = self.view.indexAt(QPoint(4, 4)).data(Role.KEY)
        self._listing, self._total = listing, total
        self.model.show(listing)
        self._mark()
        if len(chosen) > 1:
            self._choose_rows([at for key in chosen if (at := self.model.row_of(key)) is not None])
        row = self.model.row_of(top) if isinstance(top, int) else None
        if row is not None:
            self.view.scrollTo(self.model.index(row), QAbstractItemView.ScrollHint.PositionAtTop)
        self._count()

    def show_current(self, key: int | None) -> None:
        """Mark the article that is open."""
        self._current = self._delegate.open_key = key
        self._mark()
        self.view.viewport().update()

    def update_article(self, key: int) -> None:
        """Read one article's row again."""
        self.model.update_article(key)

    def update_all(self) -> None:
        """Read all rows again; none moves."""
        self.model.update_all()

    def neighbour(self, step: int) -> int | None:
        """Return the key of the article ``step`` rows from the open one, or None."""
        row = self.model.row_of(self._current) if self._current is not None else None
        return self.model.key_at((row if row is not None else -1) + step)

    def next_undecided(self) -> int | None:
        """Return the key of the next article of this list that is not done, or None."""
        if self._listing is None:
            return None
        row = self.model.row_of(self._current) if self._current is not None else None
        return self._listing.next_undecided(-1 if row is None else row)

    def chosen_keys(self) -> list[int]:
        """Return the articles that are chosen in the list; none chosen is the open one."""
        if self._listing is None:
            return []
        keys = [key for first, last in self._ranges() for key in self._listing.keys(first, last)]
        several = len(keys) > 1 or self.view.hasFocus()
        return keys if keys and several else [] if self._current is None else [self._current]

    def chosen_count(self) -> int:
        """Return how many rows are chosen."""
        return sum(last - first + 1 for first, last in self._ranges())

    def _ranges(self) -> list[tuple[int, int]]:
        """Return the first and last row of every stretch of chosen rows, from the top."""
        selection = self.view.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        return sorted((part.top(), part.bottom()) for part in parts)

    def _some_chosen(self) -> list[int]:
        return self.chosen_keys() if 1 < self.chosen_count() <= _KEPT else []

    def _choose_rows(self, rows: list[int]) -> None:
        selection = QItemSelection()
        for row in rows:
            selection.select(self.model.index(row), self.model.index(row))
        self.view.selectionModel().select(selection, _FLAG.ClearAndSelect)

    def _mark(self) -> None:
        row = self.model.row_of(self._current) if self._current is not None else None
        if row is None:
            self.view.clearSelection()
        else:
            # Not the view's own: that reads the keys that are held, and Ctrl would add the row.
            self._go_to(row)

    def _go_to(self, row: int) -> None:
        self.view.selectionModel().setCurrentIndex(self.model.index(row), _FLAG.ClearAndSelect)

    def _enter(self) -> None:
        self.view.setFocus()
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self._go_to(0)

    def _clicked(self, index: QModelIndex) -> None:
        if not QApplication.keyboardModifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        key = index.data(Role.KEY)
        if key is not None:
            self.chosen.emit(key)

    def _selected(self) -> None:
        self._count()
        self.selection_changed.emit()

    def _count(self) -> None:
        listed, several = self.model.rowCount(), self.chosen_count()
        self.blank.say(
            self.tr("No article fits the filter. “Clear the filter” in its menu lists all again.")
            if self.query.is_filtered
            else self.tr("No articles yet.")
        )
        if self.query.is_filtered:
            text = self.tr("{count} of {total} articles").format(
                count=f"{listed:,}", total=f"{self._total:,}"
            )
        else:
            text = self.tr("%Ln article(s)", "", listed)
        parts = [text, self.filter.told()]
        if several > 1:
            parts.insert(0, self.tr("%Ln selected", "", several))
        self.foot.setText(" · ".join(part for part in parts if part))
