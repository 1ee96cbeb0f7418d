"""Markdown as it is read: right to left where a paragraph is, with nothing fetched or followed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class _Document(QTextDocument):
    """A text that loads nothing: a picture that it names is left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        option = self.defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.setDefaultTextOption(option)
        self.setDocumentMargin(14)
        self.setIndentWidth(22)

    def loadResource(self, type_: int, name: QUrl | str) -> object:
        """Return an empty picture: given nothing, Qt would look for a file of that name itself."""
        empty = QImage(1, 1, QImage.Format.Format_ARGB32)
        empty.fill(Qt.GlobalColor.transparent)
        return empty


class MarkdownView(QTextEdit):
    """Shows Markdown; text can be selected and copied, links are only text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocument(_Document(self))
        self.setReadOnly(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_markdown(self, text: str) -> None:
        """Show a text from its start."""
        self.document().setMarkdown(text, _FEATURES)
