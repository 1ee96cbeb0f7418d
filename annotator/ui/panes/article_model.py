"""A list of the project's articles as a Qt model that reads pages, however long it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.visible import visible_name
from annotator.storage import ArticleRow
from annotator.ui.panes.words import status_name

PAGE = 100
"""Rows read at once."""
_PAGES_KEPT = 40
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex

_COUNTS = QT_TRANSLATE_NOOP("ArticleModel", "{decided} decided, {pending} open")
_FLAGGED = QT_TRANSLATE_NOOP("ArticleModel", "flagged")
_NOTED = QT_TRANSLATE_NOOP("ArticleModel", "with a note")


class Role(IntEnum):
    """What a row tells besides its title."""

    KEY = Qt.ItemDataRole.UserRole
    ROW = Qt.ItemDataRole.UserRole + 1


class Rows(Protocol):
    """Where the rows come from: a :class:`~annotator.storage.Listing`."""

    count: int

    def rows(self, offset: int, limit: int) -> list[ArticleRow]:
        """Return a page."""

    def row_of(self, key: int) -> int | None:
        """Return the place of an article in the list, or None."""

    def close(self) -> None:
        """Let go of the file."""


class ArticleModel(QAbstractListModel):
    """The articles of one list; it closes the list when another takes its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed: Rows | None = None
        self._count = 0
        self._pages: OrderedDict[int, list[ArticleRow]] = OrderedDict()

    def show(self, listed: Rows | None) -> None:
        """List these articles, or none."""
        self.beginResetModel()
        if self._listed is not None:
            self._listed.close()
        self._listed = listed
        self._pages.clear()
        self._count = listed.count if listed else 0
        self.endResetModel()

    def update_article(self, key: int) -> None:
        """Read the row of an article again, after something about it changed."""
        row = self.row_of(key)
        if row is None:
            return
        self._pages.pop(row // PAGE, None)
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def update_all(self) -> None:
        """Read every row again that is looked at; none moves."""
        self._pages.clear()
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def row_of(self, key: int) -> int | None:
        """Return the row of an article, or None when it is not listed."""
        return self._listed.row_of(key) if self._listed else None

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
        told = _TOLD.get(role)
        return told(row) if told else None

    def _row(self, row: int) -> ArticleRow | None:
        if self._listed is None or not 0 <= row < self._count:
            return None
        number, within = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._listed.rows(number * PAGE, PAGE)
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page[within] if within < len(page) else None


def told_row(row: ArticleRow) -> list[str]:
    """Return all that a row knows, in words."""
    told = [
        visible_name(row.title or row.id),
        status_name(row.status),
        _tr(_COUNTS).format(decided=row.decided, pending=row.pending),
    ]
    told += [_tr(_FLAGGED)] if row.flags else []
    told += [_tr(_NOTED)] if row.noted else []
    return (
        told
        + [f"#{visible_name(tag)}" for tag in row.tags]
        + [f"@{visible_name(name)}" for name in row.assigned]
    )


_TOLD: Mapping[int, Callable[[ArticleRow], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: visible_name(row.title or row.id),
    Qt.ItemDataRole.ToolTipRole: lambda row: "\n".join(told_row(row)),
    Qt.ItemDataRole.AccessibleTextRole: lambda row: ", ".join(told_row(row)),
    Role.KEY: lambda row: row.key,
    Role.ROW: lambda row: row,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ArticleModel", text)
