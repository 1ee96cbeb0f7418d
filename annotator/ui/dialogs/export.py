"""What to export, as which format, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.config.export_options import EXPORT_OPTIONS, FORMAT
from annotator.config.store import Settings
from annotator.core.errors import UserError
from annotator.formats import writer, writers
from annotator.formats.base import heeded_options
from annotator.services.transfer import ExportOptions, export_options, export_paths
from annotator.ui.dialogs.files import ask_save
from annotator.ui.dialogs.option_fields import OptionField
from annotator.ui.text import isolated, ltr, told


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen. What is at ``path`` is replaced: the dialog has said so.

    With ``check`` only what would be lost is wanted, and nothing is written.
    """

    path: Path
    format_id: str
    options: ExportOptions = field(default_factory=ExportOptions)
    check: bool = False


class ExportDialog(QDialog):
    """Format, the options of the table, and the file. What was chosen last is chosen again."""

    def __init__(
        self,
        near: Path,
        annotator: str,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        others: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._annotator = annotator
        self._settings = settings
        self._check = False
        self.format = QComboBox(self)
        self.format.setAccessibleName(self.tr("Format"))
        for format_ in writers():
            self.format.addItem(told(format_.name), format_.id)
        self.format.setCurrentIndex(max(0, self.format.findData(settings[FORMAT])))
        self.whose = QComboBox(self)
        self.whose.setAccessibleName(self.tr("Whose work"))
        self.whose.addItem(self.tr("Mine ({name})").format(name=annotator), annotator)
        self.whose.addItem(self.tr("Everybody's"), None)
        for name in others:
            self.whose.addItem(isolated(name), name)
        self.fields = {
            option.name: OptionField(option, settings[option.setting], self)
            for option in EXPORT_OPTIONS
        }
        self.path = QLineEdit(str(near), self)
        self.path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.path.setMinimumWidth(380)
        self.path.setAccessibleName(self.tr("File"))
        browse = QPushButton(self.tr("Browse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.warning = QLabel(self)
        self.warning.setObjectName("faint")
        self.warning.setWordWrap(True)
        self._lay_out(browse)
        self.format.currentIndexChanged.connect(self._format_chosen)
        self.path.textChanged.connect(self._refresh)
        for line in self.fields.values():
            line.changed.connect(self._refresh)
        self._format_chosen()

    @classmethod
    def ask(
        cls,
        near: Path,
        annotator: str,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        others: Sequence[str] = (),
    ) -> ExportChoice | None:
        """Return what is to be exported, or None.

        ``near`` is the project's path, ``others`` have annotated in it, too.
        """
        dialog = cls(near, annotator, settings, parent, others=others)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        choice = dialog.choice() if accepted else None
        dialog.deleteLater()
        return choice

    def choice(self) -> ExportChoice:
        """Return what the dialog says now.

        Raises:
            UserError: an option cannot be understood; then nothing can be exported.
        """
        return ExportChoice(self._place(), self.format.currentData(), self._options(), self._check)

    def accept(self) -> None:
        """Close, and remember what was chosen."""
        self._settings[FORMAT] = self.format.currentData()
        for line in self.fields.values():
            self._settings[line.option.setting] = line.value()
        super().accept()

    # Inside

    def _options(self) -> ExportOptions:
        values = {name: line.value() for name, line in self.fields.items()}
        return export_options(values, self.whose.currentData())

    def _place(self) -> Path:
        return Path(self.path.text().strip()).expanduser()

    def _lay_out(self, browse: QPushButton) -> None:
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(browse)
        self._form = QFormLayout()
        self._form.setSpacing(9)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(self.tr("Format"), self.format)
        self._form.addRow(self.tr("Whose work"), self.whose)
        for line in self.fields.values():
            self._form.addRow(line.title, line)
        self._form.addRow(self.tr("File"), place)
        self._form.addRow("", self.warning)
        buttons = QDialogButtonBox(self)
        self._write = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.checking = buttons.addButton(
            self.tr("Check only"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.checking.setToolTip(self.tr("Lists what would be lost, and writes nothing"))
        self.checking.setAutoDefault(False)
        self.checking.clicked.connect(self._check_only)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._write.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(self._form)
        column.addWidget(buttons)

    def _format_chosen(self) -> None:
        """Give the file the suffix of the format; a folder has none."""
        format_ = writer(self.format.currentData())
        path = Path(self.path.text())
        if path.name:
            suffix = "" if format_.folder else format_.suffixes[0]
            self.path.setText(str(path.with_suffix(suffix)))
        self._refresh()

    def _refresh(self) -> None:
        """Show the options that mean something now, and say what will be replaced."""
        heeded = heeded_options(writer(self.format.currentData()))
        for line in self.fields.values():
            option = line.option
            needed = bool(self.fields[option.of].value()) if option.of else True
            idle = option.special and option.name not in heeded
            self._form.setRowVisible(line, needed and not idle)
        seeded = bool(self.fields["split"].value()) or self.fields["shuffle"].value()
        self._form.setRowVisible(self.fields["seed"], seeded)
        wrong, warning = self._state()
        self.warning.setText(wrong or warning)
        self._write.setEnabled(not wrong and bool(self._place().name))
        self.checking.setEnabled(not wrong)

    def _state(self) -> tuple[str, str]:
        """Return what is wrong with the choice, and what to know about it."""
        try:
            options = self._options()
        except UserError as error:
            return " ".join(told(text) for text in (error.what, error.todo) if text), ""
        format_ = writer(self.format.currentData())
        paths = export_paths(self._place(), format_, options)
        if not format_.folder and any(path.is_dir() for path in paths):
            return self.tr("This is a folder; give the name of a file."), ""
        there = [path.name for path in paths if path.exists()]
        if not there:
            return "", ""
        names = "، ".join(map(ltr, there)) if self._is_arabic() else ", ".join(there)
        return "", self.tr("Will be replaced: {names}").format(names=names)

    def _is_arabic(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _check_only(self) -> None:
        self._check = True
        self.accept()

    def _browse(self) -> None:
        chosen = ask_save(self, self.tr("Export"), Path(self.path.text()))
        if chosen is not None:
            self.path.setText(str(chosen))
