"""The dialog that lists what is decided alike, each with a tick that can be taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.services.reviewing import Row
from annotator.ui.text import isolated

_SIZE = (620, 460)
_ROW = Qt.ItemDataRole.UserRole


class AlikeDialog(QDialog):
    """Lists disagreements; Space takes one in or leaves it out."""

    def __init__(
        self,
        rows: Sequence[Row],
        decision: str,
        say: Callable[[Row], str],
        parent: QWidget | None = None,
    ) -> None:
        """List ``rows``, all ticked; ``decision`` is what is decided for them, in words."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("The same decision for all like this"))
        heading = QLabel(self.tr("Decide: {decision}").format(decision=isolated(decision)), self)
        heading.setObjectName("heading")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Disagreements like this one"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for row in rows:
            item = QListWidgetItem(f"{isolated(row.article_id)} · {say(row)}")
            item.setData(_ROW, row)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.counts = QLabel(self)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.go = buttons.addButton(self.tr("Decide all that is ticked"), role.AcceptRole)
        buttons.addButton(self.tr("Cancel"), role.RejectRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ticks = QHBoxLayout()
        ticks.addWidget(self.counts)
        ticks.addStretch(1)
        for text, on in ((self.tr("Tick all"), True), (self.tr("None"), False)):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, on=on: self._tick(on=on))
            ticks.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addLayout(ticks)
        column.addWidget(buttons)
        self.resize(*_SIZE)
        self.list.itemChanged.connect(self._count)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self._count()

    @classmethod
    def ask(
        cls,
        rows: Sequence[Row],
        decision: str,
        say: Callable[[Row], str],
        parent: QWidget | None = None,
    ) -> list[Row] | None:
        """Return the rows that are ticked; None when nothing is to be decided."""
        dialog = cls(rows, decision, say, parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.ticked() if agreed else None

    def ticked(self) -> list[Row]:
        """Return the rows that are taken in."""
        items = map(self.list.item, range(self.list.count()))
        return [i.data(_ROW) for i in items if i.checkState() is Qt.CheckState.Checked]

    def _tick(self, *, on: bool) -> None:
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        with QSignalBlocker(self.list):
            for place in range(self.list.count()):
                self.list.item(place).setCheckState(state)
        self.list.viewport().update()
        self._count()

    def _count(self) -> None:
        count = len(self.ticked())
        self.counts.setText(self.tr("%n ticked", "", count))
        self.go.setEnabled(bool(count))
