"""What came in, what would be lost: a sentence, groups with their counts, a table of places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.core.problems import Problem, Severity
from annotator.services.atomic import replacing
from annotator.services.reports import file_line, report_text
from annotator.services.transfer import Report
from annotator.ui.actions.keys import bindings
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.dialogs.files import ask_save
from annotator.ui.dialogs.report_files import FilesModel
from annotator.ui.dialogs.report_model import Column, ExcerptDelegate, ProblemModel
from annotator.ui.dialogs.report_words import kind_title
from annotator.ui.text import ltr, told

_SIZE, _SMALL = QSize(980, 520), QSize(420, 120)
_LIST_WIDTH = 280
_NARROW = 190

Place = Callable[[Problem], None]


class ReportDialog(QDialog):
    """One report; with ``go_on`` it is also the question whether to.

    Problems of files are grouped by file, those of an export by kind. Enter in the table shows
    the place of a line in the window.
    """

    place_asked = Signal(object)
    """The :class:`Problem` whose place is to be shown."""

    def __init__(
        self, title: str, said: str, report: Report, parent: QWidget | None, *, go_on: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._said, self._report = said, report
        self._read = {file.file: file for file in report.files}
        text = QLabel(said, self)
        text.setWordWrap(True)
        self.groups = QListWidget(self)
        self.groups.setAccessibleName(self.tr("Groups"))
        self.groups.setFixedWidth(_LIST_WIDTH)
        self.groups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.groups.setUniformItemSizes(True)
        self.file = QLabel(self)
        self.file.setObjectName("faint")
        self.file.setAlignment(_leading(self))
        self._grouped = self._groups_of(report)
        for name, problems in self._grouped:
            count = self.locale().toString(len(problems))
            self.groups.addItem(f"{name} ({count})" if problems else name)
        self.model = ProblemModel(report.problems, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self._dress_table()
        self.files = self._files_table()
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.groups)
        tables = QVBoxLayout()
        tables.addWidget(self.file)
        tables.addWidget(self.files, 1)
        tables.addWidget(self.table, 2)
        tables.addStretch()
        beside.addLayout(tables, 1)
        buttons = self._buttons(go_on)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(text)
        column.addLayout(beside, 1)
        column.addWidget(buttons)
        some = len(self._grouped) > 1
        for widget in (self.groups, self.table, self.file):
            widget.setVisible(some)
        self.resize(_SIZE if some else _SMALL)
        self.groups.currentRowChanged.connect(self._show_group)
        self.groups.setCurrentRow(0)

    @classmethod
    def ask(
        cls,
        title: str,
        said: str,
        report: Report,
        parent: QWidget | None,
        *,
        go_on: str = "",
        place: Place | None = None,
    ) -> bool:
        """Show a report; return whether to go on. To look at a ``place`` is to leave it."""
        dialog = cls(title, said, report, parent, go_on=go_on)
        wanted: list[Problem] = []
        dialog.place_asked.connect(wanted.append)
        dialog.place_asked.connect(dialog.reject)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if wanted and place is not None:
            place(wanted[0])
        return accepted

    def show_beside(self) -> None:
        """Show it beside the window, which goes on."""
        self.setModal(False)
        self.show()
        self.raise_()
        self.activateWindow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _groups_of(self, report: Report) -> list[tuple[str, list[Problem]]]:
        by_file = bool(report.files) or any(problem.file for problem in report.problems)
        groups: dict[str, list[Problem]] = defaultdict(list)
        for problem in report.problems:
            groups[problem.file if by_file else problem.kind].append(problem)
        for file in report.files:
            groups[file.file] += []
        self._files = list(groups) if by_file else []
        whole = [(self.tr("Everything"), list(report.problems))]
        if by_file:
            named = [
                (ltr(Path(name).name) or self.tr("All files"), g) for name, g in groups.items()
            ]
        else:
            named = [(kind_title(kind), group) for kind, group in groups.items()]
        return whole + named

    def _files_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(FilesModel(self._report, table))
        table.setAccessibleName(self.tr("Files"))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setResizeContentsPrecision(50)
        table.resizeColumnsToContents()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.hide()
        return table

    def _dress_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Problems"))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        # Rows are as high as one another, and columns are measured by the first ones.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 10)
        header = table.horizontalHeader()
        header.setResizeContentsPrecision(50)
        table.resizeColumnsToContents()
        self._delegate = ExcerptDelegate(table)
        for at, column in enumerate(self.model.columns):
            if column is Column.WHAT:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            elif column is Column.TEXT:
                table.setItemDelegateForColumn(at, self._delegate)
                table.setColumnWidth(at, 2 * _NARROW)
            else:
                table.setColumnWidth(at, min(table.columnWidth(at), _NARROW))
        table.doubleClicked.connect(self._go)
        table.addAction(self._action(("Return", "Enter"), self._go))

    def _action(self, keys: tuple[str, ...], call: Callable[[], None]) -> QAction:
        action = QAction(self.table)
        action.setShortcuts(bindings(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: call())
        return action

    def _buttons(self, go_on: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        if self._report.problems or self._report.files:
            save = QPushButton(self.tr("Save as text…"), self)
            save.setAutoDefault(False)
            save.clicked.connect(self._save)
            buttons.addButton(save, QDialogButtonBox.ButtonRole.ActionRole)
        if go_on:
            first = buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
            buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        else:
            first = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        first.setDefault(True)
        first.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show_group(self, row: int) -> None:
        problems = self._grouped[row][1]
        self.model.show_problems(problems)
        self.files.setVisible(not row and bool(self._report.files))
        self.table.setVisible(bool(problems) and len(self._grouped) > 1)
        # QTableView.selectRow finds no cell before the table is laid out from right to left.
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.file.setText(self._file_said(row))
        self.file.setVisible(bool(self.file.text()))

    def _file_said(self, row: int) -> str:
        """Return as what the group's file was read, and what came of it; of all files at first."""
        report = self._report
        if not self._files:
            return ""
        if not row:
            return self._all_said() if report.files else ""
        name = self._files[row - 1]
        read = self._read.get(name)
        if read is None:
            return ltr(name)
        outcome = self._outcome(report.taken[name], self._grouped[row][1])
        return f"{ltr(f'{name}  ·  {file_line(read)}')}  ·  {outcome}"

    def _all_said(self) -> str:
        """Return how many files were of which format and encoding, and what came of them."""
        report = self._report
        parts = [self.tr("%n file(s)", "", len(report.files))]
        for number in (1, 2):  # format, encoding
            counts = Counter(file[number] for file in report.files)
            found = (f"{name} {self.locale().toString(n)}" for name, n in counts.most_common())
            parts.append(ltr(", ".join(found)))
        parts.append(self._outcome(report.articles, report.problems))
        if report.joined:
            parts.append(self.tr("%n joined", "articles", report.joined))
        return "  ·  ".join(parts)

    def _outcome(self, articles: int, problems: Sequence[Problem]) -> str:
        counts = Counter(problem.severity for problem in problems)
        parts = [self.tr("%n article(s)", "", articles)]
        if counts[Severity.CHANGED]:
            parts.append(self.tr("%n repaired", "things", counts[Severity.CHANGED]))
        if counts[Severity.REFUSED]:
            parts.append(self.tr("%n refused", "things", counts[Severity.REFUSED]))
        return "  ·  ".join(parts)

    def _go(self, _index: QModelIndex | None = None) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self.model.problem(index.row()).excerpt is not None:
            self.place_asked.emit(self.model.problem(index.row()))

    def _save(self) -> None:
        path = ask_save(self, self.tr("Save as text…"), Path("report.txt"))
        if path is not None:
            keep_report(path, report_text(self._report, self._said, told), self)


def _leading(widget: QWidget) -> Qt.AlignmentFlag:
    """Return the side where lines begin in the window, whatever script they are in."""
    right = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def keep_report(path: Path, text: str, parent: QWidget) -> None:
    """Write a report as a text file; where nothing can be written, say so."""
    try:
        with replacing(path, force=True) as made:
            made.write_text(text, encoding="utf-8", newline="\n")
    except UserError as error:
        ErrorDialog.ask(error, parent)
