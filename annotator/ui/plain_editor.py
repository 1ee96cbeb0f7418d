"""An editor for plain text of either direction."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget


class PlainEditor(QTextEdit):
    """Plain text in which each paragraph runs, and is aligned, as its own words do.

    QPlainTextEdit finds the direction of each paragraph too, but leaves all of them at the left.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
