"""camel-tools' models as rows: name, size, licence, and whether they are on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.services.models import ListedModel
from annotator.ui.dialogs.download_line import size_text
from annotator.ui.text import isolated, ltr

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A model of the catalogue, or the folder of one that was added by hand."""

    listed: ListedModel | None = None
    folder: Path | None = None

    @property
    def name(self) -> str:
        """The name of the package or of the folder."""
        if self.listed is not None:
            return self.listed.package.name
        return self.folder.name if self.folder is not None else ""

    @property
    def installed(self) -> bool:
        """Whether it is on this machine."""
        return self.folder is not None or bool(self.listed and self.listed.installed)

    @property
    def begun(self) -> bool:
        """Whether an earlier try has brought some of it."""
        return not self.installed and bool(self.listed and self.listed.begun)


class ModelTable(QAbstractTableModel):
    """Rows of models."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[ModelRow] = ()
        self._titles = (self.tr("Model"), self.tr("Size"), self.tr("Licence"), self.tr("State"))

    def show(self, rows: Sequence[ModelRow]) -> None:
        """List these models."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of models."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text; the description as its tool tip."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.listed.package.description if row.listed else str(row.folder)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return self._cell(row, index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    def _cell(self, row: ModelRow, column: int) -> str:
        match column:
            case 0:
                return ltr(row.name)
            case 1:
                size = row.listed.package.size if row.listed else None
                return size_text(size) if size else ""
            case 2:
                return isolated(row.listed.package.licence) if row.listed else ""
            case _:
                return self._state(row)

    def _state(self, row: ModelRow) -> str:
        if row.listed is None:
            return self.tr("Added from a folder")
        if row.installed:
            return self.tr("Installed")
        size = row.listed.package.size
        if row.begun and size:
            percent = min(99, 100 * row.listed.begun // size)
            return self.tr("{percent}% is here").format(percent=percent)
        return self.tr("Begun") if row.begun else ""
