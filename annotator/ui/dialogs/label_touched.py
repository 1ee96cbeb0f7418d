"""The spans that are about to change: said before a set of labels is saved."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.dialogs.label_drafting import Touched
from annotator.ui.dialogs.label_use import change_title, use_text
from annotator.ui.text import isolated


class TouchedDialog(QDialog):
    """Says which spans are about to change, and asks whether those of others do too."""

    def __init__(self, touched: Touched, annotator: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._touched = touched
        self.setWindowTitle(self.tr("Spans that change"))
        lines = [(change_title(one), use_text(one.uses, annotator)) for one in touched.changes]
        if touched.unknown:
            names = ", ".join(sorted({isolated(use.label) for use in touched.unknown}))
            kept = self.tr("Not in the set, and kept as they are: {names}").format(names=names)
            lines.append((kept, use_text(touched.unknown, annotator)))
        text = "<br><br>".join(f"<b>{escape(head)}</b><br>{escape(use)}" for head, use in lines)
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = "rtl" if right else "ltr"
        self.said = QLabel(f'<div dir="{side}">{text}</div>', self)
        self.said.setTextFormat(Qt.TextFormat.RichText)
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        area = QScrollArea(self)
        area.setWidget(self.said)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("Spans that change"))
        self.others = QCheckBox(
            self.tr("Change the spans of others too: {names}").format(
                names=", ".join(map(isolated, touched.others))
            ),
            self,
        )
        # A new name changes no decision; what merges or rejects does, and those are theirs.
        self.others.setChecked(touched.renames)
        self.others.setVisible(bool(touched.others))
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.go = buttons.addButton(self.tr("Save"), role.AcceptRole)
        buttons.addButton(self.tr("Back"), role.RejectRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        undoable = QLabel(self.tr("All of it is one step, which can be taken back."), self)
        undoable.setObjectName("faint")
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(area, 1)
        column.addWidget(self.others)
        column.addWidget(undoable)
        column.addWidget(buttons)
        self.resize(520, 260)

    @classmethod
    def ask(
        cls, touched: Touched, annotator: str, parent: QWidget | None = None
    ) -> tuple[str, ...] | None:
        """Return the others whose spans change too, None when nothing is to be saved."""
        dialog = cls(touched, annotator, parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.chosen() if agreed else None

    def chosen(self) -> tuple[str, ...]:
        """Return the others whose spans are to change too."""
        return self._touched.others if self.others.isChecked() else ()
