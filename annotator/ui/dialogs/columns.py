"""Which column of a table is the text, the title, the id, where no names tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.services.transfer import TableChoice, UnsureTable
from annotator.ui.text import isolated, ltr, one_line

_ROWS, _LETTERS = 6, 80
_WIDEST = 300


class ColumnsDialog(QDialog):
    """The first rows of a table, and a choice of column for each of text, title and id.

    ``tables`` all have the same columns: what is chosen holds for each of them.
    """

    def __init__(self, tables: Sequence[UnsureTable], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Which columns hold what?"))
        self._tables = tables
        self._table = table = tables[0].table
        self._titles = {
            "text": self.tr("Text"),
            "title": self.tr("Title"),
            "id": self.tr("Id"),
        }
        said = QLabel(self._said(), self)
        said.setWordWrap(True)
        self.choices = {role: self._choice(role) for role in self._titles}
        form = QFormLayout()
        form.setSpacing(9)
        for role, choice in self.choices.items():
            form.addRow(self._titles[role], choice)
        self._headings: list[QTableWidgetItem] = []
        self.preview = self._preview(table.rows[:_ROWS])
        rest = QLabel(self.tr("All other columns go to the metadata of the articles."), self)
        rest.setObjectName("faint")
        rest.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self._first = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._first.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(self.preview, 1)
        column.addWidget(rest)
        column.addWidget(buttons)
        for choice in self.choices.values():
            choice.currentIndexChanged.connect(self._refresh)
        self._refresh()
        self.resize(760, 470)

    @classmethod
    def ask(
        cls, tables: Sequence[UnsureTable], parent: QWidget | None
    ) -> dict[str, TableChoice] | None:
        """Return what the columns of each table hold, or None when nothing is to be imported.

        Tables with the same columns are asked for once.
        """

        def columns(table: UnsureTable) -> tuple[str, tuple[str, ...]]:
            return table.format, table.table.names

        chosen: dict[str, TableChoice] = {}
        for _, alike in groupby(sorted(tables, key=columns), key=columns):
            dialog = cls(list(alike), parent)
            accepted = dialog.exec() == QDialog.DialogCode.Accepted
            chosen |= dialog.chosen()
            dialog.deleteLater()
            if not accepted:
                return None
        return chosen

    def chosen(self) -> dict[str, TableChoice]:
        """Return what is chosen, for each of the tables."""
        columns = {role: choice.currentData() for role, choice in self.choices.items()}
        return {table.file: TableChoice(table.format, columns) for table in self._tables}

    # Inside

    def _said(self) -> str:
        file = ltr(PurePath(self._tables[0].file).name)
        said = self.tr("The names of the columns of {file} do not tell all.").format(file=file)
        others = len(self._tables) - 1
        if others:
            more = self.tr(
                "%n more file(s) have the same columns; it holds for them too.", "", others
            )
            said = f"{said} {more}"
        return said

    def _choice(self, role: str) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(self._titles[role])
        if role == "text":
            choice.setPlaceholderText(self.tr("Choose a column"))
        else:
            choice.addItem(self.tr("None"), "")
        for name in self._table.names:
            choice.addItem(isolated(name), name)
        found = self._table.found
        choice.setCurrentIndex(choice.findData((getattr(found, role) or "") if found else ""))
        return choice

    def _preview(self, rows: Sequence[Mapping[str, Any]]) -> QTableWidget:
        names = self._table.names
        table = QTableWidget(len(rows), len(names), self)
        table.setAccessibleName(self.tr("First rows"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        for at, name in enumerate(names):
            self._headings.append(QTableWidgetItem())
            table.setHorizontalHeaderItem(at, self._headings[at])
            for number, row in enumerate(rows):
                value = row.get(name)
                shown = "" if value is None else one_line(str(value), _LETTERS)
                table.setItem(number, at, QTableWidgetItem(isolated(shown)))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        return table

    def _refresh(self) -> None:
        """Show over the columns what they hold; one column is not two things."""
        held: dict[str, list[str]] = {}
        for role, choice in self.choices.items():
            if choice.currentData():
                held.setdefault(choice.currentData(), []).append(self._titles[role])
        joint = self.tr(", ", "between the items of a list")
        for item, name in zip(self._headings, self._table.names, strict=True):
            roles = joint.join(held.get(name, []))
            item.setText(f"{isolated(one_line(name, _LETTERS))}\n{roles}")
            font = item.font()
            font.setBold(name in held)
            item.setFont(font)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.preview.resizeColumnsToContents()
        for at in range(self.preview.columnCount()):
            self.preview.setColumnWidth(at, min(self.preview.columnWidth(at), _WIDEST))
        whole = bool(self.choices["text"].currentData())
        self._first.setEnabled(whole and all(len(roles) == 1 for roles in held.values()))
