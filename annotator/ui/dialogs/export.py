"""What to export, as which format, and where to."""

from __future__ import annotations

from dataclasses import dataclass
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

from annotator.core.article import ArticleStatus
from annotator.core.entities import Status
from annotator.core.tags import TagScheme
from annotator.formats import writer, writers
from annotator.formats.base import ALL_STATUSES, TokenPolicy, WriteOptions
from annotator.services.transfer import Selection
from annotator.ui.dialogs.files import ask_save
from annotator.ui.text import told

_SCHEMES = {
    TagScheme.IOB2: "IOB2",
    TagScheme.IOB1: "IOB1",
    TagScheme.IOBES: "IOBES",
    TagScheme.BILOU: "BILOU",
}


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen. A file that is at ``path`` is replaced: the dialog has said so."""

    path: Path
    format_id: str
    options: WriteOptions
    selection: Selection


class ExportDialog(QDialog):
    """Format, its options, which articles and spans, and the file."""

    def __init__(self, near: Path, annotator: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._annotator = annotator
        self.format = QComboBox(self)
        for format_ in writers():
            self.format.addItem(told(format_.name), format_.id)
        self.articles = QComboBox(self)
        self.articles.addItem(self.tr("All articles"), None)
        self.articles.addItem(
            self.tr("Done and reviewed ones"),
            frozenset({ArticleStatus.DONE, ArticleStatus.REVIEWED}),
        )
        self.spans = QComboBox(self)
        self.spans.addItem(self.tr("As the format is meant"), None)
        self.spans.addItem(self.tr("Accepted ones"), frozenset({Status.ACCEPTED}))
        self.spans.addItem(
            self.tr("Accepted and suggested ones"),
            frozenset({Status.ACCEPTED, Status.SUGGESTED}),
        )
        self.spans.addItem(self.tr("All, rejected ones too"), ALL_STATUSES)
        self.scheme = QComboBox(self)
        for scheme, name in _SCHEMES.items():
            self.scheme.addItem(name, scheme)
        self.tokens = QComboBox(self)
        self.tokens.addItem(self.tr("Split words at span edges"), TokenPolicy.SPLIT)
        self.tokens.addItem(self.tr("Widen spans to whole words"), TokenPolicy.WORD)
        self.path = QLineEdit(str(near), self)
        self.path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.path.setMinimumWidth(360)
        self.path.setAccessibleName(self.tr("File"))
        browse = QPushButton(self.tr("Browse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.warning = QLabel(self)
        self.warning.setObjectName("faint")
        self._lay_out(browse)
        self.format.currentIndexChanged.connect(self._format_chosen)
        self.path.textChanged.connect(self._path_changed)
        self._format_chosen()
        self._path_changed()

    @classmethod
    def ask(cls, near: Path, annotator: str, parent: QWidget | None = None) -> ExportChoice | None:
        """Return what is to be exported, or None. ``near`` is the project's path."""
        dialog = cls(near, annotator, parent)
        return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def choice(self) -> ExportChoice:
        """Return what the dialog says now."""
        return ExportChoice(
            Path(self.path.text().strip()).expanduser(),
            self.format.currentData(),
            WriteOptions(scheme=self.scheme.currentData(), tokens=self.tokens.currentData()),
            Selection(self._annotator, self.articles.currentData(), self.spans.currentData()),
        )

    def _lay_out(self, browse: QPushButton) -> None:
        line = QHBoxLayout()
        line.addWidget(self.path, 1)
        line.addWidget(browse)
        self._form = QFormLayout()
        self._form.setSpacing(9)
        self._form.addRow(self.tr("Format"), self.format)
        self._form.addRow(self.tr("Tags"), self.scheme)
        self._form.addRow(self.tr("Tokens"), self.tokens)
        self._form.addRow(self.tr("Articles"), self.articles)
        self._form.addRow(self.tr("Spans"), self.spans)
        self._form.addRow(self.tr("File"), line)
        self._form.addRow("", self.warning)
        buttons = QDialogButtonBox(self)
        self._write = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._write.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(self._form)
        column.addWidget(buttons)

    def _format_chosen(self) -> None:
        """Show the options that the format has, and give the file its suffix."""
        format_ = writer(self.format.currentData())
        for option in (self.scheme, self.tokens):
            self._form.setRowVisible(option, not format_.lossless)
        path = Path(self.path.text())
        if path.name:
            self.path.setText(str(path.with_suffix(format_.suffixes[0])))

    def _path_changed(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        there = path.is_file()
        self.warning.setText(self.tr("There is such a file; it will be replaced.") if there else "")
        self._write.setEnabled(bool(path.name) and not path.is_dir())

    def _browse(self) -> None:
        chosen = ask_save(self, self.tr("Export"), Path(self.path.text()))
        if chosen is not None:
            self.path.setText(str(chosen))
