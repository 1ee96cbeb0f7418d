"""The project's articles as a Qt model that reads pages, however many there are."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.article import ArticleStatus
from annotator.storage import ArticleRow
from annotator.ui.panes.words import status_name

PAGE = 100
"""Rows read at once."""
_PAGES_KEPT = 40
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row tells besides its title."""

    KEY = Qt.ItemDataRole.UserRole
    STATUS = Qt.ItemDataRole.UserRole + 1
    PENDING = Qt.ItemDataRole.UserRole + 2


class ArticleSource(Protocol):
    """Where the rows come from: a project."""

    def rows(
        self, offset: int, limit: int, statuses: Collection[ArticleStatus] | None = None
    ) -> list[ArticleRow]:
        """Return a page of articles in the order they came in."""

    def count(self, statuses: Collection[ArticleStatus] | None = None) -> int:
        """Return how many articles there are."""

    def row_of(self, key: int, statuses: Collection[ArticleStatus] | None = None) -> int | None:
        """Return the place of an article in the list, or None."""


class ArticleModel(QAbstractListModel):
    """Articles of one project, all or those of some statuses."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: ArticleSource | None = None
        self._statuses: Collection[ArticleStatus] | None = None
        self._count = 0
        self._pages: OrderedDict[int, list[ArticleRow]] = OrderedDict()

    def show(
        self, source: ArticleSource | None, statuses: Collection[ArticleStatus] | None = None
    ) -> None:
        """List the articles of ``source`` whose status is among ``statuses`` (None: all)."""
        self.beginResetModel()
        self._source, self._statuses = source, statuses
        self._pages.clear()
        self._count = source.count(statuses) if source else 0
        self.endResetModel()

    def update_article(self, key: int) -> None:
        """Read the row of an article again, after something about it changed."""
        row = self.row_of(key)
        if row is None:
            return
        self._pages.pop(row // PAGE, None)
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def row_of(self, key: int) -> int | None:
        """Return the row of an article, or None when it is not listed."""
        return self._source.row_of(key, self._statuses) if self._source else None

    def key_at(self, row: int) -> int | None:
        """Return the key of the article in a row, or None."""
        found = self._row(row)
        return found.key if found else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of articles."""
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, or what :class:`Role` names."""
        row = self._row(index.row()) if index.isValid() else None
        if row is None:
            return None
        title = row.title or row.id
        told: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: title,
            Qt.ItemDataRole.ToolTipRole: title,
            Qt.ItemDataRole.AccessibleTextRole: f"{title}, {status_name(row.status)}",
            Role.KEY: row.key,
            Role.STATUS: row.status,
            Role.PENDING: row.pending,
        }
        return told.get(role)

    def _row(self, row: int) -> ArticleRow | None:
        if self._source is None or not 0 <= row < self._count:
            return None
        number, within = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._source.rows(number * PAGE, PAGE, self._statuses)
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page[within] if within < len(page) else None
