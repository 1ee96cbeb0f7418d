"""What a new review is made of: colleagues' files, what is accepted at once, and where it goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.review.merging import MERGE_RULES, Asks
from annotator.services.project import SUFFIX
from annotator.ui.opening import project_path_for
from annotator.ui.text import ltr, told

_SIZE = (620, 480)
_PATH = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ReviewChoice:
    """What was chosen. ``rule`` is the id of a merge rule, ``threshold`` what it may ask for.

    Annotators are in the order of the files.
    """

    sources: tuple[Path, ...]
    path: Path
    rule: str
    threshold: int = 2


class ReviewFilesDialog(QDialog):
    """Lists the files; at least one is needed, for a project may hold several annotators.

    Their order is that of the annotators: the first one is A, and comes first by rule.
    """

    def __init__(self, folder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(self.tr("Review colleagues' files"))
        says = QLabel(
            self.tr(
                "Files of any format, folders or projects, mixed. They are only read. Annotators "
                "are known by the names in the files, or else by the files' names."
            ),
            self,
        )
        says.setObjectName("faint")
        says.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Colleagues' files"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        buttons = self._file_buttons()
        rule_label = QLabel(self.tr("Accepted at once, without a decision"), self)
        self.rule = QComboBox(self)
        self.rule.setAccessibleName(rule_label.text())
        rule_label.setBuddy(self.rule)
        for rule in MERGE_RULES:
            self.rule.addItem(told(rule.name), rule.id)
        self.threshold = self._threshold()
        rules = QHBoxLayout()
        rules.addWidget(self.rule, 1)
        rules.addWidget(self.threshold)
        self.rule_says = QLabel(self)
        self.rule_says.setObjectName("faint")
        self.rule_says.setWordWrap(True)
        where_label = QLabel(self.tr("The review is kept in"), self)
        self.where = QPushButton(self)
        self.where.setAutoDefault(False)
        self.where.clicked.connect(self._ask_where)
        self.path: Path | None = None
        ends = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.go = ends.addButton(self.tr("Make the review"), role.AcceptRole)
        ends.addButton(self.tr("Cancel"), role.RejectRole)
        self.go.setDefault(True)
        ends.accepted.connect(self.accept)
        ends.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(says)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addWidget(rule_label)
        column.addLayout(rules)
        for widget in (self.rule_says, where_label, self.where, ends):
            column.addWidget(widget)
        self.resize(*_SIZE)
        self.rule.currentIndexChanged.connect(self._show)
        self._show()

    @classmethod
    def ask(cls, folder: str = "", parent: QWidget | None = None) -> ReviewChoice | None:
        """Return what was chosen; None when no review is to be made."""
        dialog = cls(folder, parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.choice() if agreed else None

    def add(self, paths: Iterable[Path]) -> None:
        """List more files, each once."""
        known = set(self.sources())
        for path in paths:
            if path not in known:
                item = QListWidgetItem(ltr(path.name))
                item.setData(_PATH, str(path))
                item.setToolTip(str(path))
                self.list.addItem(item)
        if self.path is None and self.list.count():
            self.path = project_path_for(self.sources()).with_name(f"review{SUFFIX}")
        self._show()

    def sources(self) -> list[Path]:
        """Return the files that are listed."""
        return [Path(self.list.item(n).data(_PATH)) for n in range(self.list.count())]

    def choice(self) -> ReviewChoice:
        """Return what is chosen now; there has to be a place."""
        assert self.path is not None
        sources, rule = tuple(self.sources()), self.rule.currentData()
        return ReviewChoice(sources, self.path, rule, self.threshold.value())

    def _file_buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        for text, call in (
            (self.tr("Add files…"), self._add_files),
            (self.tr("Add a folder…"), self._add_folder),
            (self.tr("Remove"), self._remove),
            (self.tr("Up"), partial(self._move, -1)),
            (self.tr("Down"), partial(self._move, 1)),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(call)
            buttons.addWidget(button)
        buttons.addStretch(1)
        for key, call in (
            ("Del", self._remove),
            ("Alt+Up", partial(self._move, -1)),
            ("Alt+Down", partial(self._move, 1)),
        ):
            QShortcut(QKeySequence(key), self.list, call, context=Qt.ShortcutContext.WidgetShortcut)
        return buttons

    def _threshold(self) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(2, 99)
        field.setAccessibleName(self.tr("How many have to agree"))
        field.setToolTip(field.accessibleName())
        return field

    def _add_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.windowTitle(), self._folder)
        self.add(map(Path, names))

    def _add_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.windowTitle(), self._folder)
        self.add([Path(name)] if name else [])

    def _remove(self) -> None:
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))
        self._show()

    def _move(self, step: int, _clicked: bool = False) -> None:
        """Move the current file up or down."""
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + step < self.list.count():
            self.list.insertItem(row + step, self.list.takeItem(row))
            self.list.setCurrentRow(row + step)

    def _ask_where(self) -> None:
        filter_ = self.tr("Projects (*.annotator)")
        start = str(self.path) if self.path else self._folder
        name, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), start, filter_)
        if name:
            path = Path(name)
            self.path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
            self._show()

    def _show(self) -> None:
        rule = MERGE_RULES[self.rule.currentIndex()]
        says = [told(rule.description)]
        if rule.asks is Asks.ORDER:
            says.append(self.tr("The order is that of the files above; Alt+Up moves one up."))
        self.rule_says.setText(" ".join(says))
        self.threshold.setVisible(rule.asks is Asks.THRESHOLD)
        self.where.setText(ltr(str(self.path)) if self.path else self.tr("Choose…"))
        self.go.setEnabled(bool(self.list.count()) and self.path is not None)
