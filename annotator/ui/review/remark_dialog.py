"""A small dialog: why annotators differ, in a word and in words."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.verdicts import Fault
from annotator.ui.plain_editor import PlainEditor
from annotator.ui.review.words import fault_name


class RemarkDialog(QDialog):
    """Asks for the error kind and a note."""

    def __init__(self, fault: Fault | None, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Why they differ"))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        self.faults: dict[Fault | None, QRadioButton] = {}
        for one in (None, *Fault):
            button = QRadioButton(fault_name(one) if one else self.tr("Not said"), self)
            button.setChecked(one is fault)
            self.faults[one] = button
            column.addWidget(button)
        label = QLabel(self.tr("Note"), self)
        self.note = PlainEditor(self)
        self.note.setTabChangesFocus(True)
        self.note.setPlainText(note)
        self.note.setAccessibleName(self.tr("Note"))
        label.setBuddy(self.note)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.keep = buttons.addButton(self.tr("Keep"), role.AcceptRole)
        buttons.addButton(self.tr("Cancel"), role.RejectRole)
        self.keep.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for widget in (label, self.note, buttons):
            column.addWidget(widget)
        self.faults[fault].setFocus()
        self.resize(380, 300)

    @classmethod
    def ask(
        cls, fault: Fault | None, note: str, parent: QWidget | None = None
    ) -> tuple[Fault | None, str] | None:
        """Return the fault and the note; None when nothing is to change."""
        dialog = cls(fault, note, parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.said() if agreed else None

    def said(self) -> tuple[Fault | None, str]:
        """Return what is chosen and written now."""
        chosen = next(fault for fault, button in self.faults.items() if button.isChecked())
        return chosen, self.note.toPlainText().strip()
