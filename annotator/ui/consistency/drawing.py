"""A finding, drawn on two lines: where it stands, and what is there against what would be."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.labels import LabelSet
from annotator.core.spans import Span
from annotator.review.consistency import Finding, FindingKind
from annotator.ui.article.palette import UNKNOWN_COLOUR, ink, shades
from annotator.ui.consistency.model import Role
from annotator.ui.consistency.words import change_texts, counts_text, kind_name
from annotator.ui.fonts import reading_font
from annotator.ui.kwic.drawing import FONT_SIZE, LaidOut, fade_edges
from annotator.ui.panes.drawing import Part, bold, draw_line, smaller
from annotator.ui.theme import current_theme

_MARGIN = 12
_SAID = 26
_MIDDLE = 0.5
_DOT = "\u00a0·\u00a0"
_ARROWS = {Qt.LayoutDirection.RightToLeft: "\u00a0←\u00a0"}
_ARROW = "\u00a0→\u00a0"
_SPACES = str.maketrans("\n\r\t", "   ")
_Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """The words around the finding, its span in the label's colour; the fix under them."""

    def __init__(self, label_set: LabelSet, language: str) -> None:
        super().__init__()
        self.label_set, self._language = label_set, language
        self._font = reading_font(FONT_SIZE)
        self._line = round(QFontMetricsF(self._font).height()) + 6

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row."""
        return QSize(200, self._line + _SAID + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        finding = index.data(Role.FINDING)
        theme, state = current_theme(), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.chosen if chosen else theme.hover if hovered else theme.page)
        painter.fillRect(rect, ground)
        if isinstance(finding, Finding):
            inside = rect.adjusted(_MARGIN, 2, -_MARGIN, -2)
            words = QRect(inside.left(), inside.top(), inside.width(), self._line)
            painter.setClipRect(words)
            self._draw_words(painter, words, finding, option)
            fade_edges(painter, words, ground)
            painter.setClipping(False)
            said = QRect(inside.left(), words.bottom(), inside.width(), _SAID)
            draw_line(painter, said, self._parts(finding, option), option.direction)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()

    def _draw_words(
        self, painter: QPainter, words: QRect, finding: Finding, option: QStyleOptionViewItem
    ) -> None:
        before, after = finding.context
        line = LaidOut(f"{before}{finding.name}{after}".translate(_SPACES), self._font)
        at = Span(len(before), len(before) + len(finding.name))
        page = shades(option.palette)
        right = max((edge for _, edge in line.runs(at)), default=0.0)
        left = words.left() + words.width() * _MIDDLE - right
        top = words.top() + (words.height() - line.height) / 2
        unlabelled = finding.kind is FindingKind.UNLABELLED
        tint = ink(self._colour(finding.to_label if unlabelled else finding.label), page)
        for start, end in line.runs(at):
            box = QRectF(left + start - 1, top + 1, end - start + 2, line.height - 2)
            pen = QPen(tint.line, 1.3)
            if unlabelled:
                pen.setDashPattern([3.0, 2.2])
            painter.setPen(pen)
            painter.setBrush(tint.faint if unlabelled else tint.fill)
            painter.drawRoundedRect(box, 3, 3)
        painter.setPen(page.text)
        line.draw(painter, QPointF(left, top))

    def _parts(self, finding: Finding, option: QStyleOptionViewItem) -> list[Part]:
        theme = current_theme()
        font = smaller(option.font)
        faint, text = QColor(theme.faint), QColor(theme.text)
        page = shades(option.palette)
        here, there = change_texts(finding, self.label_set, self._language)
        of_label = finding.kind in (FindingKind.LABEL, FindingKind.UNLABELLED)
        here_ink = ink(self._colour(finding.label), page).name if finding.label else text
        there_ink = ink(self._colour(finding.to_label), page).name
        return [
            Part(kind_name(finding.kind), font, faint),
            Part(_DOT, font, faint),
            Part(here, bold(font), here_ink if of_label else text),
            Part(_ARROWS.get(option.direction, _ARROW), font, faint),
            Part(there, bold(font), there_ink if of_label else text),
            Part(_DOT, font, faint),
            Part(counts_text(finding), font, faint),
        ]

    def _colour(self, label: str) -> str:
        found = self.label_set.get(label)
        return found.colour if found else UNKNOWN_COLOUR
