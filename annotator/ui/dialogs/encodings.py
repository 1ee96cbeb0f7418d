"""In which encoding old text files are, where their bytes fit more than one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.formats.source import Source, open_source
from annotator.ui.text import isolated, ltr, one_line

_SHOWN = 90


class EncodingDialog(QDialog):
    """A line for each doubtful file: its encoding, and how its text reads in it."""

    def __init__(self, sources: Sequence[tuple[Path, Source]], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("In which encoding are these files?"))
        said = QLabel(
            self.tr("These files are not UTF-8. Choose what makes their text read right."), self
        )
        said.setWordWrap(True)
        self._choices: dict[Path, QComboBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        for row, (path, source) in enumerate(sources):
            choice = QComboBox(self)
            choice.addItems([source.encoding.name, *source.encoding.alternatives])
            choice.setAccessibleName(self.tr("Encoding of {file}").format(file=path.name))
            sample = QLabel(self)
            sample.setTextFormat(Qt.TextFormat.PlainText)
            self._choices[path] = choice
            grid.addWidget(QLabel(ltr(path.name), self), row, 0)
            grid.addWidget(choice, row, 1)
            grid.addWidget(sample, row, 2)
            show = partial(_show_sample, path, sample)
            choice.currentTextChanged.connect(show)
            show(choice.currentText())
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(len(sources), 1)
        inside = QWidget(self)
        inside.setLayout(grid)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QDialogButtonBox(self)
        first = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        first.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (said, area, buttons):
            column.addWidget(widget)
        self.resize(860, min(480, 150 + 44 * len(sources)))

    @classmethod
    def ask(
        cls, sources: Sequence[tuple[Path, Source]], parent: QWidget | None
    ) -> dict[Path, str] | None:
        """Return the encoding of each file, or None when nothing is to be imported."""
        dialog = cls(sources, parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return dialog.chosen()

    def chosen(self) -> dict[Path, str]:
        """Return the encoding that is chosen for each file."""
        return {path: choice.currentText() for path, choice in self._choices.items()}


def _show_sample(path: Path, sample: QLabel, encoding: str) -> None:
    try:
        text = one_line(open_source(path, encoding).head.text, _SHOWN)
    except UserError as error:
        text = str(error.what)
    sample.setText(isolated(text))
