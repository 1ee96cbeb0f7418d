"""To whom articles are assigned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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

from annotator.ui.dialogs.tags import split_tags


class AssignDialog(QDialog):
    """A box for everyone who is known here, and a line for other names; nobody is an answer."""

    def __init__(
        self,
        articles: int,
        counts: Mapping[str, int],
        known: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Assign"))
        said = QLabel(self.tr("Who annotates %n article(s)?", "", articles), self)
        said.setObjectName("heading")
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Annotators"))
        for name in known:
            item = QListWidgetItem(name, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = counts.get(name, 0) == articles
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Other names, with commas between them"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.setToolTip(self.line.placeholderText())
        lead = QLabel(self.tr("No tick: assigned to nobody."), self)
        lead.setObjectName("faint")
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Assign"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (said, self.list, self.line, lead, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(340)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.list.setFocus()

    @classmethod
    def ask(
        cls,
        articles: int,
        counts: Mapping[str, int],
        known: Sequence[str],
        parent: QWidget | None = None,
    ) -> tuple[str, ...] | None:
        """Return the names that are wanted, or None when it was left."""
        dialog = cls(articles, counts, known, parent)
        names = dialog.names() if dialog.exec() else None
        dialog.deleteLater()
        return names

    def names(self) -> tuple[str, ...]:
        """Return who is ticked or written."""
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]
        return tuple(dict.fromkeys([*ticked, *split_tags(self.line.text())]))
