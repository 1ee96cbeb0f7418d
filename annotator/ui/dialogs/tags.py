"""Which tags articles have: a box for each, and a line for new ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)


class Tagging(NamedTuple):
    """``counts`` says how many of the ``articles`` have a tag; ``known`` are all tags in use."""

    articles: int
    counts: Mapping[str, int]
    known: tuple[str, ...]


class Wanted(NamedTuple):
    """Tags that all the articles are to have, and those that none is to have."""

    add: tuple[str, ...]
    remove: tuple[str, ...]


class TagsDialog(QDialog):
    """A box is half ticked where only some of the articles have the tag; so it may stay."""

    def __init__(self, tagging: Tagging, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tagging = tagging
        self.setWindowTitle(self.tr("Tags"))
        said = QLabel(self.tr("Tags of %n article(s)", "", tagging.articles), self)
        said.setObjectName("heading")
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("New tags, with commas between them"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.setToolTip(self.line.placeholderText())
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Tags"))
        for tag in tagging.known:
            self._add(tag, _state(tagging, tag))
        self.list.setVisible(bool(tagging.known))
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (said, self.line, self.list, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(340)
        self.line.setFocus()

    @classmethod
    def ask(cls, tagging: Tagging, parent: QWidget | None = None) -> Wanted | None:
        """Return what is wanted, or None when it was left."""
        dialog = cls(tagging, parent)
        wanted = dialog.wanted() if dialog.exec() else None
        dialog.deleteLater()
        return wanted

    def wanted(self) -> Wanted:
        """Return what the boxes and the line say."""
        add = list(split_tags(self.line.text()))
        remove: list[str] = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            state, before = item.checkState(), _state(self._tagging, item.text())
            if state is Qt.CheckState.Checked and before is not state:
                add.append(item.text())
            elif state is Qt.CheckState.Unchecked and before is not state:
                remove.append(item.text())
        return Wanted(tuple(dict.fromkeys(add)), tuple(remove))

    def _add(self, tag: str, state: Qt.CheckState) -> None:
        item = QListWidgetItem(tag, self.list)
        flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
        if state is Qt.CheckState.PartiallyChecked:
            flags |= Qt.ItemFlag.ItemIsUserTristate
        item.setFlags(flags)
        item.setCheckState(state)


def split_tags(text: str) -> tuple[str, ...]:
    """Return the tags of a line with commas, Arabic ones too, and without ``#``; each once."""
    parts = text.replace("،", ",").replace("؛", ",").replace(";", ",").split(",")
    tags = (" ".join(part.split()).lstrip("#").strip() for part in parts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _state(tagging: Tagging, tag: str) -> Qt.CheckState:
    count = tagging.counts.get(tag, 0)
    if not count:
        return Qt.CheckState.Unchecked
    every = count == tagging.articles
    return Qt.CheckState.Checked if every else Qt.CheckState.PartiallyChecked
