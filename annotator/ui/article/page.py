"""How an article is set: font, size, column, leading; and the setting of a QTextDocument."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from annotator.arabic.paragraphs import paragraphs
from annotator.ui.article.positions import Positions
from annotator.ui.fonts import reading_font

GUTTER = 32
"""Pixels around the column inside the viewport: labels over the first line, links beside it."""


@dataclass(frozen=True, slots=True)
class PageStyle:
    """How the article is read.

    ``size`` in pixels; ``column`` the widest text line in pixels; ``leading`` the distance of two
    base lines in multiples of ``size`` (the label names stand in it); an empty ``family`` takes
    the best font installed; ``diacritics`` and ``tatweel`` are shown or hidden, without moving a
    position. ``strokes`` tells labels apart by lines too.
    """

    size: int = 21
    column: int = 720
    leading: float = 2.85
    family: str = ""
    diacritics: bool = True
    tatweel: bool = True
    strokes: bool = False

    @property
    def name_size(self) -> int:
        """Pixel size of the label names above the letters."""
        return max(10, round(self.size * 0.53))


def make_page(positions: Positions, style: PageStyle, parent: QObject) -> QTextDocument:
    """Return the shown text as a document, set as ``style`` says, title line first.

    Only whole paragraphs get formats: one inside a word would re-shape it. A document that no
    view shows yet is filled without being laid out, which a long text would be slow in.
    """
    font = reading_font(style.size, family=style.family)
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    document.setDocumentMargin(GUTTER)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)

    body = QTextBlockFormat()
    leading = max(4.0, style.size * style.leading - QFontMetricsF(font).height())
    body.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
    body.setBottomMargin(round(style.size * 0.4))
    cursor = QTextCursor(document)
    cursor.setBlockFormat(body)
    cursor.insertText(positions.shown)
    first = paragraphs(positions.text)[:1]
    if first and first[0].is_title:
        _set_title(document, style)
    return document


def _set_title(document: QTextDocument, style: PageStyle) -> None:
    cursor = QTextCursor(document.firstBlock())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    title = QTextCharFormat()
    title.setFont(reading_font(round(style.size * 1.14), bold=True, family=style.family))
    cursor.setCharFormat(title)
