"""Among whom a project is split, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.services.sharing import ROUND, STRATIFIED, Sharing, file_names, numbered_names
from annotator.ui.dialogs.tags import split_tags
from annotator.ui.text import ltr

_MOST = 200
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class SplitChoice:
    """What was chosen: who gets articles and how, and where the files go."""

    sharing: Sharing
    folder: Path


class SplitDialog(QDialog):
    """The annotators by name or number, the articles that two people get, the folder."""

    def __init__(self, project: Path, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Split among annotators"))
        self._project = project
        comma = self.tr(", ", "between the items of a list")
        self.names = QLineEdit(comma.join(known), self)
        self.names.setPlaceholderText(self.tr("Names, with commas between them"))
        self.names.setMinimumWidth(380)
        self.count = QSpinBox(self)
        self.count.setRange(1, _MOST)
        self.count.setValue(2)
        self.overlap = QSpinBox(self)
        self.overlap.setRange(0, 100)
        self.overlap.setSuffix("%")
        self.overlap.setValue(10)
        self.overlap.setToolTip(self.tr("Agreement is measured on these"))
        self.by = QComboBox(self)
        self.by.addItem(self.tr("By chance"), ROUND)
        self.by.addItem(self.tr("The same mix to everybody"), STRATIFIED)
        self.by.setToolTip(self.tr("The mix is that of labels and lengths"))
        self.everything = QCheckBox(self.tr("Finished and assigned articles too"), self)
        self.folder = QLineEdit(str(project.parent / f"{project.stem}-annotators"), self)
        self.folder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.says = QLabel(self)
        self.says.setObjectName("faint")
        self.says.setWordWrap(True)
        self._form = self._filled_form()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(self._form)
        column.addWidget(self._buttons())
        self.names.textChanged.connect(self._refresh)
        self.count.valueChanged.connect(self._refresh)
        self.folder.textChanged.connect(self._refresh)
        self._refresh()

    @classmethod
    def ask(
        cls, project: Path, known: Sequence[str], parent: QWidget | None = None
    ) -> SplitChoice | None:
        """Return what was chosen, or None. ``known`` are the annotators who are known here."""
        dialog = cls(project, known, parent)
        choice = dialog.choice() if dialog.exec() else None
        dialog.deleteLater()
        return choice

    def choice(self) -> SplitChoice:
        """Return what the dialog says now."""
        people = self._people()
        overlap = self.overlap.value() / 100 if len(people) > 1 else 0.0
        sharing = Sharing(
            people, overlap, self.by.currentData(), everything=self.everything.isChecked()
        )
        return SplitChoice(sharing, self._place())

    # Inside

    def _filled_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, field in (
            (self.tr("Annotators"), self.names),
            (self.tr("How many"), self.count),
            (self.tr("Articles that two people get"), self.overlap),
            (self.tr("Dealt out"), self.by),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        browse = QPushButton(self.tr("Browse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(browse)
        self.folder.setAccessibleName(self.tr("Folder"))
        form.addRow("", self.everything)
        form.addRow(self.tr("Folder"), place)
        form.addRow(self.says)
        return form

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.go = buttons.addButton(self.tr("Write the files"), role.AcceptRole)
        buttons.addButton(self.tr("Cancel"), role.RejectRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _people(self) -> tuple[str, ...]:
        is_arabic = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        numbered = numbered_names(self.count.value(), "ar" if is_arabic else "en")
        return split_tags(self.names.text()) or numbered

    def _place(self) -> Path:
        return Path(self.folder.text().strip()).expanduser()

    def _refresh(self) -> None:
        """Ask for a number where there are no names, and say which files are to be written."""
        self._form.setRowVisible(self.count, not split_tags(self.names.text()))
        people = self._people()
        self._form.setRowVisible(self.overlap, len(people) > 1)
        names = file_names(self._project, people)
        there = [name for name in names if (self._place() / name).exists()]
        if there:
            said = self.tr("{file} is there already; choose another folder.")
            self.says.setText(said.format(file=ltr(there[0])))
        else:
            comma = self.tr(", ", "between the items of a list")
            shown = comma.join(map(ltr, names[:_SHOWN])) + ("…" if len(names) > _SHOWN else "")
            self.says.setText(
                self.tr("%n file(s), which the annotators just open:", "", len(names)) + " " + shown
            )
        self.go.setEnabled(not there and bool(self.folder.text().strip()))

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.windowTitle(), self.folder.text())
        if name:
            self.folder.setText(name)
