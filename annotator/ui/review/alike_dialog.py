"""The dialog that lists what is decided alike, each with a tick that can be taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.services.reviewing import Row
from annotator.ui.text import isolated

_SIZE = (620, 460)
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_CHECK = Qt.ItemDataRole.CheckStateRole


class _Ticks(QAbstractListModel):
    """Rows with a tick each; what a row says is asked for when it is seen."""

    def __init__(self, rows: Sequence[Row], say: Callable[[Row], str]) -> None:
        super().__init__()
        self._rows, self._say = rows, say
        self._on = [True] * len(rows)

    def ticked(self) -> list[Row]:
        return [row for row, on in zip(self._rows, self._on, strict=True) if on]

    def count(self) -> int:
        return sum(self._on)

    def tick_all(self, *, on: bool) -> None:
        self._on = [on] * len(self._rows)
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [_CHECK])

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._rows[index.row()]
            return f"{isolated(row.article_id)} · {self._say(row)}"
        if role == _CHECK:
            on = self._on[index.row()]
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK:
            return False
        self._on[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [_CHECK])
        return True


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
        self._ticks = _Ticks(rows, say)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Disagreements like this one"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self._ticks)
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
            button.clicked.connect(lambda _=False, on=on: self._ticks.tick_all(on=on))
            ticks.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addLayout(ticks)
        column.addWidget(buttons)
        self.resize(*_SIZE)
        self._ticks.dataChanged.connect(self._count)
        self.list.setCurrentIndex(self._ticks.index(0))
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
        return self._ticks.ticked()

    def _count(self) -> None:
        count = self._ticks.count()
        self.counts.setText(self.tr("%n ticked", "", count))
        self.go.setEnabled(bool(count))
