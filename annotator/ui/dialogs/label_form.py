"""The fields of one label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import Label
from annotator.ui.dialogs.key_field import KeyField
from annotator.ui.dialogs.label_preview import LabelPreview
from annotator.ui.language import LANGUAGES

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_BETWEEN = re.compile(r"[\s,،;؛]+")
_DIRECTIONS = {"ar": Qt.LayoutDirection.RightToLeft, "en": Qt.LayoutDirection.LeftToRight}


class LabelForm(QWidget):
    """Shows one label and says what of it is changed; it owns nothing."""

    changed = Signal(object)
    """The :class:`Label` as the fields have it; its id is as it was."""
    renamed = Signal(str)
    """The id that the label is to have."""
    aliased = Signal(object)
    """The other names of the label, a tuple of strings."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._label = Label("")
        self._aliases: tuple[str, ...] = ()
        self._showing = False
        left = Qt.LayoutDirection.LeftToRight
        self.id = self._line(left)
        self.names = {one: self._line(_DIRECTIONS[one]) for one in LANGUAGES}
        self.key = KeyField(self)
        self.colour = self._line(left)
        self.descriptions = {one: self._text(_DIRECTIONS[one]) for one in LANGUAGES}
        self.example = self._line(_DIRECTIONS["ar"])
        self.aliases = self._line(left)
        self.preview = LabelPreview(self)
        self.use, self.key_said, self.colour_said = (self._said() for _ in range(3))
        for said in (self.key_said, self.colour_said):
            said.setObjectName("warn")
        self._lay_out()
        self._wire()

    def show_label(self, label: Label, aliases: Sequence[str]) -> None:
        """Show a label and what else it is called; fields that say so already stay as they are."""
        self._showing = True
        self._label, self._aliases = label, tuple(aliases)
        for field, text in (
            (self.id, label.id),
            (self.colour, label.colour),
            (self.example, label.example),
            (self.aliases, ", ".join(aliases)),
            *((field, label.names.get(one, "")) for one, field in self.names.items()),
        ):
            if field.text() != text:
                field.setText(text)
        for one, area in self.descriptions.items():
            if area.toPlainText() != label.description.get(one, ""):
                area.setPlainText(label.description.get(one, ""))
        self.key.show_key(label.key)
        self.preview.show_label(label, self._language)
        self._showing = False

    def follow(self, label: Label) -> None:
        """Take over what the fields have changed, and leave the fields as they are typed."""
        self._label = label
        self.preview.show_label(label, self._language)

    def say(self, field: QLabel, text: str) -> None:
        """Show a sentence under a field; "" hides it."""
        field.setText(text)
        field.setVisible(bool(text))

    # Building

    def _line(self, direction: Qt.LayoutDirection) -> QLineEdit:
        line = QLineEdit(self)
        line.setLayoutDirection(direction)
        return line

    def _text(self, direction: Qt.LayoutDirection) -> QPlainTextEdit:
        area = QPlainTextEdit(self)
        area.setTabChangesFocus(True)
        option = area.document().defaultTextOption()
        option.setTextDirection(direction)
        right = direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        area.document().setDefaultTextOption(option)
        area.setFixedHeight(2 * area.fontMetrics().lineSpacing() + 14)
        return area

    def _said(self) -> QLabel:
        said = QLabel(self)
        said.setWordWrap(True)
        said.setObjectName("faint")
        said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        said.hide()
        return said

    def _lay_out(self) -> None:
        self.choose = QPushButton(self.tr("Choose…"), self)
        self.choose.setAutoDefault(False)
        colour = QHBoxLayout()
        colour.addWidget(self.colour, 1)
        colour.addWidget(self.choose)
        shown = QVBoxLayout()
        shown.setSpacing(6)
        shown.addLayout(colour)
        shown.addWidget(self.preview)
        shown.addWidget(self.colour_said)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(self.tr("Id in files"), self.id)
        form.addRow("", self.use)
        form.addRow(self.tr("Name in Arabic"), self.names["ar"])
        form.addRow(self.tr("Name in English"), self.names["en"])
        form.addRow(self.tr("Key"), self.key)
        form.addRow("", self.key_said)
        form.addRow(self.tr("Colour"), shown)
        form.addRow(self.tr("What it covers, in Arabic"), self.descriptions["ar"])
        form.addRow(self.tr("What it covers, in English"), self.descriptions["en"])
        form.addRow(self.tr("Example"), self.example)
        form.addRow(self.tr("Also called"), self.aliases)
        self.aliases.setPlaceholderText(self.tr("Other names in files, as in PERS, PERSON"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        for widget in (self.id, self.key, self.example, self.aliases, *self._by_language()):
            name = form.labelForField(widget)
            if isinstance(name, QLabel):
                widget.setAccessibleName(name.text())
        self.colour.setAccessibleName(self.tr("Colour"))

    def _by_language(self) -> Sequence[QWidget]:
        return (*self.names.values(), *self.descriptions.values())

    def _wire(self) -> None:
        self.id.editingFinished.connect(self._id_written)
        self.aliases.editingFinished.connect(self._aliases_written)
        self.key.changed.connect(self._written)
        self.choose.clicked.connect(self._choose_colour)
        for line in (*self.names.values(), self.colour, self.example):
            line.textEdited.connect(self._written)
        for area in self.descriptions.values():
            area.textChanged.connect(self._written)

    # What is written

    def _written(self) -> None:
        if self._showing:
            return
        colour = self.colour.text().strip()
        self.changed.emit(
            replace(
                self._label,
                names=_filled({one: line.text().strip() for one, line in self.names.items()}),
                colour=colour.lower() if _COLOUR.fullmatch(colour) else self._label.colour,
                key=self.key.key,
                description=_filled(
                    {one: " ".join(t.toPlainText().split()) for one, t in self.descriptions.items()}
                ),
                example=self.example.text().strip(),
            )
        )

    def _id_written(self) -> None:
        if self.id.text().strip() != self._label.id:
            self.renamed.emit(self.id.text().strip())

    def _aliases_written(self) -> None:
        names = tuple(dict.fromkeys(filter(None, _BETWEEN.split(self.aliases.text()))))
        if names != self._aliases:
            self.aliased.emit(names)

    def _choose_colour(self) -> None:
        chosen = QColorDialog.getColor(QColor(self._label.colour), self, self.tr("Colour"))
        if chosen.isValid():
            self.colour.setText(chosen.name())
            self._written()


def _filled(texts: dict[str, str]) -> dict[str, str]:
    return {one: text for one, text in texts.items() if text}
