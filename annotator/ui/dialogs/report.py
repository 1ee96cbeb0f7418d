"""What came in, what would be lost, what was written: a sentence and a table of problems."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.problems import Problem
from annotator.services.transfer import Report
from annotator.ui.text import isolated, ltr, told

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ProblemModel(QAbstractTableModel):
    """Problems as rows: where (file and line), article, what."""

    def __init__(self, problems: Sequence[Problem], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems = problems
        self._titles = (self.tr("Where"), self.tr("Article"), self.tr("What"))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of problems."""
        return 0 if parent.isValid() else len(self._problems)

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
        """Return a cell's text."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        problem = self._problems[index.row()]
        match index.column():
            case 0:
                name = problem.file.replace("\\", "/").rpartition("/")[2]
                if role == Qt.ItemDataRole.ToolTipRole:
                    name = problem.file
                return ltr(f"{name}:{problem.line}" if problem.line else name)
            case 1:
                return isolated(
                    " ".join(part for part in (problem.article, problem.record) if part)
                )
            case _:
                return told(problem.message)


class ReportDialog(QDialog):
    """One report; with ``go_on`` it is also the question whether to."""

    def __init__(
        self, title: str, said: str, report: Report, parent: QWidget | None, *, go_on: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        text = QLabel(said, self)
        text.setWordWrap(True)
        self.table = QTableView(self)
        self.table.setModel(ProblemModel(report.problems, self.table))
        self.table.setAccessibleName(self.tr("Problems"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.resizeColumnsToContents()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for column in (0, 1):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), 200))
        self.table.setVisible(bool(report.problems))
        buttons = QDialogButtonBox(self)
        if go_on:
            first = buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
            buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        else:
            first = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        first.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column_box = QVBoxLayout(self)
        for widget in (text, self.table, buttons):
            column_box.addWidget(widget)
        self.resize(760 if report.problems else 420, 420 if report.problems else 120)
        first.setFocus()

    @classmethod
    def ask(
        cls, title: str, said: str, report: Report, parent: QWidget | None, *, go_on: str = ""
    ) -> bool:
        """Show a report; return whether to go on."""
        return cls(title, said, report, parent, go_on=go_on).exec() == QDialog.DialogCode.Accepted
