"""The hits of a search as a Qt model; the lines of text are read when they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.storage import Hit, Line
from annotator.ui.text import isolated

PAGE = 32
"""Lines read at once."""
_PAGES_KEPT = 64
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex

ReadLines = Callable[[Sequence[Hit]], list[Line]]


class Role(IntEnum):
    """What a row tells besides its words."""

    LINE = Qt.ItemDataRole.UserRole


class KwicModel(QAbstractListModel):
    """Hits in their order; each is three numbers, whatever their articles are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._pages: OrderedDict[int, dict[Hit, Line]] = OrderedDict()
        self._read: ReadLines | None = None

    def clear(self, read: ReadLines | None = None) -> None:
        """Have no hit; lines of those to come are read by ``read``."""
        self.beginResetModel()
        self._hits, self._read = [], read
        self._pages.clear()
        self.endResetModel()

    def add(self, hits: Sequence[Hit]) -> None:
        """Add hits below those that are there."""
        first = len(self._hits)
        self.beginInsertRows(_ROOT, first, first + len(hits) - 1)
        self._hits += hits
        self._pages.pop(first // PAGE, None)
        self.endInsertRows()

    def forget_lines(self) -> None:
        """Read the lines again when they are seen, since something was decided about them."""
        self._pages.clear()
        if self._hits:
            self.dataChanged.emit(self.index(0), self.index(len(self._hits) - 1))

    def hit(self, row: int) -> Hit:
        """Return the hit of a row."""
        return self._hits[row]

    def line(self, row: int) -> Line | None:
        """Return the line of a row, None when its article is gone."""
        if not 0 <= row < len(self._hits):
            return None
        page = self._pages.get(row // PAGE)
        if page is None:
            first = row // PAGE * PAGE
            lines = self._read(self._hits[first : first + PAGE]) if self._read else []
            page = self._pages[row // PAGE] = {line.hit: line for line in lines}
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return page.get(self._hits[row])

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of hits."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a line, or what :class:`Role` names."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Role.LINE:
            return line
        title = line.title or line.id
        if role == Qt.ItemDataRole.DisplayRole:
            return line.keyword
        if role == Qt.ItemDataRole.ToolTipRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{isolated(line.text)}, {isolated(title)}"
        return None
