"""Which labels a new project starts with."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.config.labelsets import bundled_label_sets, load_label_set
from annotator.core.labels import LabelSet


class LabelSetChoice(QDialog):
    """Lists the sets that travel with the program, and the labels of the chosen one."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._sets = [load_label_set(name) for name in bundled_label_sets()]
        self.setWindowTitle(self.tr("Labels of the new project"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Label sets"))
        self.list.addItems([labels.name(language) for labels in self._sets])
        self.shown = QLabel(self)
        self.shown.setWordWrap(True)
        self.shown.setObjectName("faint")
        later = QLabel(self.tr("They can be changed at any time."), self)
        later.setObjectName("faint")
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.make = buttons.addButton(self.tr("Make the project"), role.AcceptRole)
        buttons.addButton(self.tr("Cancel"), role.RejectRole)
        self.make.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (self.list, self.shown, later, buttons):
            column.addWidget(widget)
        self.resize(460, 340)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @classmethod
    def ask(cls, language: str, parent: QWidget | None = None) -> LabelSet | None:
        """Return the chosen set, None when no project is to be made."""
        dialog = cls(language, parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.chosen() if agreed else None

    def chosen(self) -> LabelSet:
        """Return the set that is chosen now."""
        return self._sets[max(self.list.currentRow(), 0)]

    def _show(self, _row: int) -> None:
        names = (label.name(self._language) for label in self.chosen())
        self.shown.setText(" · ".join(names))
