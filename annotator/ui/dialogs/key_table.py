"""The actions with their keys as rows, and the search among them."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont

from annotator.arabic.folding import fold
from annotator.ui.actions.build import Actions, menu_name, title_of
from annotator.ui.actions.keymap import is_changed
from annotator.ui.actions.keys import keys_text
from annotator.ui.actions.spec import ActionSpec
from annotator.ui.actions.table import MENUS

ACTION = int(Qt.ItemDataRole.UserRole)
"""The role under which a row gives its action's id."""

_SEARCHED = ACTION + 1
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class KeyTable(QAbstractTableModel):
    """A row an action, menu by menu: what it does, its keys, and where it stands."""

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        order = [menu for menu, _ in MENUS]
        specs = sorted(actions.specs.values(), key=lambda spec: order.index(spec.menu))
        self._ids = [spec.id for spec in specs]
        self._titles = (self.tr("Action"), self.tr("Keys"), self.tr("Menu"))

    def refresh(self) -> None:
        """Show the keys that there are now."""
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 2))

    def row_of(self, action_id: str) -> int:
        """Return the row of an action."""
        return self._ids.index(action_id)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of actions."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; keys that were changed are bold."""
        spec = self._actions.specs[self._ids[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(spec)[index.column()]
        if role == ACTION:
            return spec.id
        if role == _SEARCHED:
            return fold(" ".join((*self._texts(spec), *spec.keys)).casefold())
        if role == Qt.ItemDataRole.FontRole and is_changed(self._actions.table[spec.id], spec):
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _texts(self, spec: ActionSpec) -> tuple[str, str, str]:
        keys = keys_text(spec.keys, "   ") if spec.keys else ""
        return title_of(spec).rstrip("…"), keys, menu_name(spec.menu)


class KeySearch(QSortFilterProxyModel):
    """The rows in which every word of a search stands, whatever its diacritics."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def search(self, text: str) -> None:
        """Show the rows with these words alone."""
        self._words = fold(text.casefold()).split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        """Whether a row is to be seen."""
        said = str(self.sourceModel().index(row, 0, parent).data(_SEARCHED))
        return all(word in said for word in self._words)
