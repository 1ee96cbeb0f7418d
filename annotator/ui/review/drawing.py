"""A disagreement as a row: the words, and under them how annotators differ and what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.labels import LabelSet
from annotator.services.reviewing import Row
from annotator.ui.article.palette import UNKNOWN_COLOUR, ink, shades
from annotator.ui.panes.drawing import Part, bold, draw_line, smaller
from annotator.ui.review.model import Role
from annotator.ui.review.words import label_name, row_text
from annotator.ui.theme import QUOTE_COLOUR, current_theme

ROW_HEIGHT = 54
_TICK = "✓\u00a0"
_DOT = "\u00a0·\u00a0"
_Index = QModelIndex | QPersistentModelIndex


class DifferenceRow(QStyledItemDelegate):
    """Two lines. What is settled steps back, behind a tick."""

    def __init__(self, annotators: Sequence[str], labels: LabelSet, language: str) -> None:
        super().__init__()
        self._annotators, self._labels, self._language = annotators, labels, language

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row."""
        return QSize(160, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = index.data(Role.ROW)
        if not isinstance(row, Row):
            return
        theme, state = current_theme(), option.state
        direction: Qt.LayoutDirection = option.direction
        rect: QRect = option.rect.adjusted(6, 2, -6, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            focused = chosen and state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(QColor(theme.accent), 1.4) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.chosen if chosen else theme.hover))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.7, 0.7, -0.7, -0.7), 6, 6)
        inside = rect.adjusted(10, 3, -10, -3)
        half = inside.height() // 2
        head = QRect(inside.left(), inside.top(), inside.width(), half)
        words = row_text(row, self._annotators, self._labels, self._language)
        faint, text = QColor(theme.faint), QColor(theme.text)
        open_ = row.verdict is None
        number = Part(str(index.row() + 1), option.font, faint)
        space = Part("\u00a0\u00a0", option.font, faint)
        said = Part(words["text"], bold(option.font) if open_ else option.font, text)
        draw_line(painter, head, [number, space, said], direction)
        draw_line(painter, head.translated(0, half), self._second(row, option), direction)
        painter.restore()

    def _second(self, row: Row, option: QStyleOptionViewItem) -> list[Part]:
        theme, font = current_theme(), smaller(option.font)
        faint, accent = QColor(theme.faint), QColor(theme.accent)
        page = shades(QApplication.palette())
        words = row_text(row, self._annotators, self._labels, self._language)
        parts = []
        if row.verdict is not None:
            parts += [
                Part(_TICK, bold(font), accent),
                Part(words["decided"], bold(font), accent),
                Part(_DOT, font, faint),
            ]
        parts.append(Part(words["kind"], font, faint))
        if words["why"]:
            parts += [Part(_DOT, font, faint), Part(words["why"], font, QColor(theme.warn))]
        for number, label in enumerate(row.labels):
            found = self._labels.get(label)
            colour = QUOTE_COLOUR if row.is_quote else found.colour if found else UNKNOWN_COLOUR
            parts.append(Part(_DOT if number == 0 else "\u00a0/\u00a0", font, faint))
            name = label_name(label, self._labels, self._language)
            parts.append(Part(name, font, ink(colour, page).name))
        return parts
