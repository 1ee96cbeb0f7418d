"""The files of an import as a table: as what each was read, and what came of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.problems import Severity
from annotator.services.transfer import Report
from annotator.ui.text import ltr

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class FilesModel(QAbstractTableModel):
    """A row a file: name, format, encoding, articles, and how many problems of each severity."""

    def __init__(self, report: Report, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files, self._taken = report.files, report.taken
        self._counts: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
        for problem in report.problems:
            self._counts[problem.file][problem.severity] += 1
        self._titles = (
            self.tr("File"),
            self.tr("Format"),
            self.tr("Encoding"),
            self.tr("Articles"),
            self.tr("Repaired"),
            self.tr("Refused"),
        )

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of files."""
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's title."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell: a name or a number; the whole path is its tip."""
        file = self._files[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return ltr(file.file)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        counts = self._counts[file.file]
        return (
            ltr(Path(file.file).name),
            ltr(file.format),
            ltr(file.encoding),
            self._taken[file.file],
            counts[Severity.CHANGED],
            counts[Severity.REFUSED],
        )[index.column()]
