"""What becomes of a label's spans when it goes."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import Label, LabelSet
from annotator.ui.text import isolated


class End(Enum):
    """How a label ends: its spans keep it, get another one, or are rejected."""

    KEEP = auto()
    MERGE = auto()
    REJECT = auto()


class Going(NamedTuple):
    """How a label ends, and the label that takes its spans over."""

    end: End
    into: str = ""


class GoingDialog(QDialog):
    """Asks what becomes of the spans of a label that is removed, or merged into another."""

    def __init__(
        self,
        labels: LabelSet,
        label: Label,
        said: str,
        language: str,
        *,
        merge: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name = isolated(label.name(language))
        title = self.tr("Merge “{name}”") if merge else self.tr("Remove “{name}”")
        self.setWindowTitle(title.format(name=name))
        self.use = QLabel(said, self)
        self.use.setWordWrap(True)
        self.keep = QRadioButton(self.tr("keep it, as a label that the set does not know"), self)
        self.merge = QRadioButton(self.tr("become this label:"), self)
        self.refuse = QRadioButton(
            self.tr("are rejected; what was marked by hand is removed"), self
        )
        self.into = QComboBox(self)
        self.into.setAccessibleName(self.tr("Label that takes the spans over"))
        for other in labels:
            if other.id != label.id:
                self.into.addItem(f"{other.name(language)} ({other.id})", other.id)
        self.into.activated.connect(lambda _: self.merge.setChecked(True))
        (self.merge if merge else self.keep).setChecked(True)
        for button in (self.keep, self.merge, self.refuse):
            button.setVisible(not merge)
        if merge:
            asked = self.tr("Its spans become this label:")
        else:
            asked = self.tr("What becomes of its spans? They")
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.go = buttons.addButton(
            self.tr("Merge") if merge else self.tr("Remove"), role.AcceptRole
        )
        buttons.addButton(self.tr("Cancel"), role.RejectRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (self.use, QLabel(asked, self), self.keep, self.merge, self.into):
            column.addWidget(widget)
        column.addWidget(self.refuse)
        column.addWidget(buttons)
        self.setMinimumWidth(420)

    @classmethod
    def ask(
        cls,
        labels: LabelSet,
        label: Label,
        said: str,
        language: str,
        *,
        merge: bool,
        parent: QWidget | None = None,
    ) -> Going | None:
        """Return what is to become of the spans, None when the label is to stay."""
        dialog = cls(labels, label, said, language, merge=merge, parent=parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.going() if agreed else None

    def going(self) -> Going:
        """Return what is chosen now."""
        if self.merge.isChecked():
            return Going(End.MERGE, str(self.into.currentData()))
        return Going(End.REJECT if self.refuse.isChecked() else End.KEEP)
