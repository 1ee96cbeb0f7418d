"""How records look in their lists: a quote as a card, a suggestion as a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.entities import Status
from annotator.core.quotes import Quote
from annotator.ui.article.palette import UNKNOWN_COLOUR, ink, shades
from annotator.ui.panes.drawing import Part, bold, draw_line, draw_warning, smaller
from annotator.ui.panes.records import RECORD, REMARKS, WARNINGS, RecordModel
from annotator.ui.panes.words import origin_text, quote_type_name, score_text, speaker_name
from annotator.ui.theme import QUOTE_COLOUR, current_theme

CARD_HEIGHT = 81
ROW_HEIGHT = 54
_BAR = 3
_WARNING = 24
_SIGN = 14
_STEP = 16
_DEEPEST = 3
_DOT = "\u00a0·\u00a0"  # spaces at the edge of a drawn piece keep their width only so
_Index = QModelIndex | QPersistentModelIndex


class QuoteCard(QStyledItemDelegate):
    """❝ speaker · type, and under it how the quote begins; a bar in the quotes' colour.

    A suggestion's outline is dashed, as its outline in the article is. A quote that is nested in
    another is set in; one that looks inconsistent has a sign and a sentence under it, one that
    somebody said something of has that.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a card with the space under it."""
        more = bool(index.data(WARNINGS)) + bool(index.data(REMARKS))
        return QSize(160, CARD_HEIGHT + _WARNING * more)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one card."""
        quote = index.data(RECORD)
        model = index.model()
        assert isinstance(quote, Quote)
        assert isinstance(model, RecordModel)
        text = model.state.text if model.state else ""
        theme, purple = current_theme(), ink(QUOTE_COLOUR, shades(QApplication.palette()))
        direction: Qt.LayoutDirection = option.direction
        inset = 9 + _STEP * min(model.depth_of(quote), _DEEPEST)
        rect = QStyle.visualRect(direction, option.rect, option.rect.adjusted(inset, 3, -9, -3))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _box(painter, option, rect, purple.line, pending=quote.status is Status.SUGGESTED)
        bar = QRect(rect.left(), rect.top() + 1, _BAR, rect.height() - 2)
        painter.fillRect(QStyle.visualRect(direction, rect, bar), purple.line)
        font = option.font
        faint, strong = QColor(theme.faint), QColor(theme.text)
        half = (CARD_HEIGHT - 6) // 2
        head = QRect(rect.left() + 12, rect.top() + 8, rect.width() - 24, half - 8)
        draw_line(
            painter,
            head,
            [
                Part("❝\u00a0", font, purple.name),
                Part(speaker_name(quote, text), bold(font), strong),
                Part(_DOT, font, faint),
                Part(quote_type_name(quote.type), font, faint),
            ],
            direction,
        )
        body = head.translated(0, half - 8)
        draw_line(painter, body, [Part(str(index.data()), font, faint)], direction)
        warned = index.data(WARNINGS)
        line = body.translated(0, half - 6)
        if warned:
            _warning(painter, line, font, warned, direction)
            line = line.translated(0, _WARNING)
        said = index.data(REMARKS)
        if said:
            draw_remarks(painter, line, font, said, direction)
        painter.restore()


def _warning(
    painter: QPainter,
    line: QRect,
    font: QFont,
    sentences: Sequence[str],
    direction: Qt.LayoutDirection,
) -> None:
    """Draw the sign and what it warns of along the top of ``line``."""
    colour = QColor(current_theme().warn)
    line = QRect(line.left(), line.top(), line.width(), _WARNING)
    sign = QRect(line.left(), line.center().y() - _SIGN // 2, _SIGN, _SIGN)
    draw_warning(painter, QStyle.visualRect(direction, line, sign), colour)
    said = QStyle.visualRect(direction, line, line.adjusted(_SIGN + 7, 0, 0, 0))
    draw_line(painter, said, [Part(_DOT.join(sentences), smaller(font), colour)], direction)


def draw_remarks(
    painter: QPainter,
    line: QRect,
    font: QFont,
    remarks: Sequence[str],
    direction: Qt.LayoutDirection,
) -> None:
    """Draw the flags and the note of a record along the top of ``line``."""
    line = QRect(line.left(), line.top(), line.width(), _WARNING)
    small, colour = smaller(font), QColor(current_theme().text)
    parts: list[Part] = []
    for remark in remarks:
        parts += [Part(_DOT, small, colour)] if parts else []
        parts.append(Part(remark, small, colour))
    draw_line(painter, line, parts, direction)


class SuggestionRow(QStyledItemDelegate):
    """The suggested text, and under it its label in its colour, its score and its engine."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row."""
        return QSize(160, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        record = index.data(RECORD)
        model = index.model()
        assert isinstance(model, RecordModel)
        theme = current_theme()
        label = (
            model.label_set.get(record.label)
            if model.label_set and not isinstance(record, Quote)
            else None
        )
        colour = label.colour if label else UNKNOWN_COLOUR
        tints = ink(
            QUOTE_COLOUR if isinstance(record, Quote) else colour, shades(QApplication.palette())
        )
        rect: QRect = option.rect.adjusted(9, 2, -9, -2)
        direction: Qt.LayoutDirection = option.direction
        font = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _box(painter, option, rect, tints.line, pending=True)
        inner = rect.adjusted(10, 4, -10, -rect.height() // 2)
        draw_line(painter, inner, [Part(str(index.data()), font, QColor(theme.text))], direction)
        inner = rect.adjusted(10, rect.height() // 2 - 1, -10, -5)
        small, faint = smaller(font), QColor(theme.faint)
        parts = [Part(model.kind_of(record), bold(small), tints.name)]
        score = score_text(record.score)
        said = (*index.data(REMARKS), score, origin_text(record.origin))
        for text in filter(None, said):
            parts += [Part(_DOT, small, faint), Part(text, small, faint)]
        draw_line(painter, inner, parts, direction)
        painter.restore()


def _box(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRect, colour: QColor, *, pending: bool
) -> None:
    theme = current_theme()
    state: QStyle.StateFlag = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    outline = QPen(colour if chosen else QColor(theme.line), 2 if chosen else 1)
    if pending and not chosen:
        outline.setStyle(Qt.PenStyle.DashLine)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    painter.setPen(outline)
    painter.setBrush(QColor(theme.hover if hovered and not chosen else theme.card))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
