"""What this program is, which version, and where its log is."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from annotator import __version__
from annotator.ui.log import log_path
from annotator.ui.text import ltr


class AboutDialog(QDialog):
    """Name, version, and the places that a report of a fault would name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About annotator"))
        title = QLabel("annotator", self)
        title.setObjectName("title")
        said = QLabel(
            self.tr("Annotate Arabic news text: entities and quotes, to the letter."), self
        )
        said.setWordWrap(True)
        facts = QLabel(
            "\n".join(
                (
                    self.tr("Version {version}, with Qt {qt}").format(
                        version=ltr(__version__), qt=ltr(qVersion())
                    ),
                    self.tr("Log: {path}").format(path=ltr(str(log_path()))),
                )
            ),
            self,
        )
        facts.setObjectName("faint")
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (title, said, facts, buttons):
            column.addWidget(widget)

    @classmethod
    def ask(cls, parent: QWidget | None = None) -> None:
        """Show the dialog until it is closed."""
        cls(parent).exec()
