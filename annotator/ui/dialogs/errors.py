"""What went wrong: something to act on in plain words, or a bug with its details."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.ui.text import ltr, told


class ErrorDialog(QMessageBox):
    """A :class:`UserError`: what happened, where, and what to do about it."""

    def __init__(self, error: UserError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(self.tr("That did not work"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(told(error.what))
        self.setInformativeText(
            "\n".join(
                part for part in (ltr(error.where), told(error.todo) if error.todo else "") if part
            )
        )
        button = self.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(button)

    @classmethod
    def ask(cls, error: UserError, parent: QWidget | None = None) -> None:
        """Show the error until it is read."""
        dialog = cls(error, parent)
        dialog.exec()
        dialog.deleteLater()


class BugDialog(QDialog):
    """An error in the program itself: what is safe, and the details to pass on."""

    def __init__(self, details: str, log: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("An error in the program"))
        self.setMinimumWidth(560)
        said = QLabel(
            self.tr(
                "Something went wrong inside the program. Your work is safe: every decision was "
                "saved when you took it. Please send the details below to whoever looks after "
                "the program; you can go on working."
            ),
            self,
        )
        said.setWordWrap(True)
        self._details = QPlainTextEdit(details, self)
        self._details.setReadOnly(True)
        self._details.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setAccessibleName(self.tr("Details"))
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        copy.clicked.connect(self._copy)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self._details)
        if log:
            place = QLabel(self.tr("The log is in {path}").format(path=ltr(log)), self)
            place.setObjectName("faint")
            place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(place)
        column.addWidget(buttons)
        close.setDefault(True)
        close.setFocus()

    @classmethod
    def ask(cls, details: str, log: str = "", parent: QWidget | None = None) -> None:
        """Show the bug until it is read."""
        dialog = cls(details, log, parent)
        dialog.exec()
        dialog.deleteLater()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
