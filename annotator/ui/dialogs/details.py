"""All that is known of one article; its title, tags, status and metadata can be changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

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
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import tokenize
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.ui.dialogs.tags import split_tags
from annotator.ui.panes.words import status_name
from annotator.ui.text import ltr

_HASH_SHOWN = 16


class Details(NamedTuple):
    """What the dialog shows."""

    state: AnnotatedArticle
    tags: tuple[str, ...]
    assigned: tuple[str, ...]


class Described(NamedTuple):
    """What is wanted of the article."""

    title: str
    status: ArticleStatus
    tags: tuple[str, ...]
    meta: dict[str, Any]


class DetailsDialog(QDialog):
    """A form, and under it the metadata as a table with a line for each name."""

    def __init__(self, details: Details, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        state, article = details.state, details.state.article
        self.setWindowTitle(self.tr("Article"))
        self.title = QLineEdit(article.title, self)
        self.status = QComboBox(self)
        for status in ArticleStatus:
            self.status.addItem(status_name(status), status)
        self.status.setCurrentIndex(list(ArticleStatus).index(state.status))
        self.tags = QLineEdit("، ".join(details.tags), self)
        self.tags.setPlaceholderText(self.tr("With commas between them"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Status"), self.status)
        form.addRow(self.tr("Tags"), self.tags)
        nobody = self.tr("nobody")
        for name, value in (
            (self.tr("Id"), ltr(article.id)),
            (self.tr("Assigned to"), "، ".join(details.assigned) or nobody),
            (self.tr("Note"), state.note or "–"),
            (self.tr("Text"), self._facts(article.text)),
            (self.tr("SHA-256"), ltr(f"{article.sha256[:_HASH_SHOWN]}…")),
        ):
            label = QLabel(value, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setAlignment(_leading(self))
            label.setAccessibleName(name)
            form.addRow(name, label)
        label.setToolTip(article.sha256)
        bar = self._build_meta(article.meta)
        self._wrong = QLabel(self)
        self._wrong.setObjectName("faint")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(form)
        column.addLayout(bar)
        column.addWidget(self.meta, 1)
        column.addWidget(self._wrong)
        column.addWidget(buttons)
        self.resize(560, 560)

    @classmethod
    def ask(cls, details: Details, parent: QWidget | None = None) -> Described | None:
        """Return what is wanted, or None when it was left."""
        dialog = cls(details, parent)
        wanted = dialog.wanted() if dialog.exec() else None
        dialog.deleteLater()
        return wanted

    def wanted(self) -> Described:
        """Return what the form says."""
        return Described(
            self.title.text(),
            ArticleStatus(self.status.currentData()),
            split_tags(self.tags.text()),
            {name: _value_of(value) for name, value in self._lines() if name},
        )

    def accept(self) -> None:
        """Close, unless a name stands twice or is missing."""
        names = [name for name, _ in self._lines()]
        without = any(not name and value for name, value in self._lines())
        if without or len(set(names) - {""}) < len([name for name in names if name]):
            self._wrong.setText(self.tr("Every line of the metadata needs a name of its own."))
            self._wrong.show()
            return
        super().accept()

    def _build_meta(self, meta: Mapping[str, Any]) -> QHBoxLayout:
        """Make the table; return the line that stands over it."""
        self.meta = QTableWidget(0, 2, self)
        self.meta.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Value")])
        self.meta.setAccessibleName(self.tr("Metadata"))
        self.meta.horizontalHeader().setStretchLastSection(True)
        self.meta.verticalHeader().hide()
        self.meta.setTabKeyNavigation(False)
        for name, value in meta.items():
            self._add_row(name, _told(value))
        more = QPushButton(self.tr("Add a line"), self)
        less = QPushButton(self.tr("Remove the line"), self)
        more.clicked.connect(self._add_line)
        less.clicked.connect(self._remove_line)
        heading = QLabel(self.tr("Metadata"), self)
        heading.setObjectName("heading")
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        row.addWidget(more)
        row.addWidget(less)
        return row

    def _lines(self) -> list[tuple[str, str]]:
        def text(row: int, column: int) -> str:
            item = self.meta.item(row, column)
            return item.text() if item else ""

        return [(text(row, 0).strip(), text(row, 1)) for row in range(self.meta.rowCount())]

    def _add_row(self, name: str, value: str) -> None:
        row = self.meta.rowCount()
        self.meta.insertRow(row)
        self.meta.setItem(row, 0, QTableWidgetItem(name))
        self.meta.setItem(row, 1, QTableWidgetItem(value))

    def _add_line(self) -> None:
        self._add_row("", "")
        self.meta.setCurrentCell(self.meta.rowCount() - 1, 0)
        self.meta.editItem(self.meta.currentItem())

    def _remove_line(self) -> None:
        row = self.meta.currentRow()
        if row >= 0:
            self.meta.removeRow(row)

    def _facts(self, text: str) -> str:
        words = sum(any(map(str.isalnum, token.text)) for token in tokenize(text))
        return " · ".join(
            (
                self.tr("%n word(s)", "", words),
                self.tr("%n sentence(s)", "", len(sentences(text))),
                self.tr("%n character(s)", "", len(text)),
            )
        )


def _leading(widget: QWidget) -> Qt.AlignmentFlag:
    """Return the side where lines begin, for texts of whatever direction."""
    rtl = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def _told(value: Any) -> str:
    """Return a value as its line shows it: texts as they are, all else as JSON."""
    if isinstance(value, str) and _value_of(value) == value:
        return value
    return json.dumps(value, ensure_ascii=False)


def _value_of(text: str) -> Any:
    """Return the value that a line stands for: JSON where it is no plain text, else the text."""
    if text[:1] not in set('"[{-0123456789tfn'):
        return text
    try:
        return json.loads(text, parse_constant=_refused)
    except (ValueError, RecursionError):
        return text


def _refused(name: str) -> Any:
    raise ValueError(name)  # NaN and the infinities are no JSON
