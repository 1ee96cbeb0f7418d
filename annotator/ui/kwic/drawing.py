"""A line of a search, drawn as one text: nothing in it is re-shaped, whatever is lit up.

The keyword begins at the same place in every line, and what comes before it stands at its right.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPalette,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.entities import Status
from annotator.core.labels import LabelSet
from annotator.core.offsets import Utf16Map
from annotator.core.spans import Span
from annotator.storage import Line
from annotator.ui.article.letters import LineLetters
from annotator.ui.article.palette import HIT_COLOUR, UNKNOWN_COLOUR, ink, shades
from annotator.ui.fonts import reading_font
from annotator.ui.kwic.model import Role
from annotator.ui.panes.drawing import Part, draw_line, smaller
from annotator.ui.theme import current_theme

FONT_SIZE = 17
ROW_HEIGHT = 34
TITLE_SHARE = 0.17
"""Of the width, for the title of the article."""

_TITLE_MOST = 240
_MARGIN = 10
_FADE = 28
_MIDDLE = 0.54
"""Where the keyword begins, as a share of the line's width from its left."""

_KNOWN = 128
"""Lines that stay laid out."""

_Index = QModelIndex | QPersistentModelIndex


class LaidOut:
    """The text of a line, laid out on one line from right to left, and where its spans stand."""

    def __init__(self, text: str, font: QFont) -> None:
        self.shown = text
        self._utf16 = Utf16Map(text)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        # It holds the lines: they must not outlive it.
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self._line: QTextLine = self._layout.createLine()
        self._layout.endLayout()
        self._letters = LineLetters(self._line, 0, self)
        self._runs: dict[Span, list[tuple[float, float]]] = {}

    def shown_to_unit(self, at: int) -> int:
        """Return the UTF-16 unit of code point ``at``."""
        return self._utf16.to_utf16(at)

    def unit_to_shown(self, unit: int) -> int:
        """Return the code point at a UTF-16 unit."""
        return self._utf16.to_codepoint(unit)

    @property
    def height(self) -> float:
        """The height of the line, in pixels."""
        return float(self._line.height())

    def runs(self, span: Span) -> Sequence[tuple[float, float]]:
        """Return the left and right edge of each stretch of a span, in pixels."""
        known = self._runs.get(span)
        if known is None:
            start, end = max(0, span.start), min(len(self.shown), span.end)
            cells = self._letters.runs(start, end) if start < end else ()
            known = self._runs[span] = [(min(cell), max(cell)) for cell in cells]
        return known

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the letters."""
        self._layout.draw(painter, at)


class KwicDelegate(QStyledItemDelegate):
    """Draws the article's title at the leading edge, and the line with its keyword in a column.

    Where ``titled`` is off, all lines are of one article and the words have the whole width.
    """

    titled = True

    def __init__(self) -> None:
        super().__init__()
        self._colours: Mapping[str, str] = {}
        self._font = reading_font(FONT_SIZE)
        self._known: OrderedDict[str, LaidOut] = OrderedDict()

    def set_labels(self, label_set: LabelSet) -> None:
        """Draw the labels in the colours of this set."""
        self._colours = {label.id: label.colour for label in label_set}

    @property
    def height(self) -> int:
        """The height of a row, in pixels."""
        return max(ROW_HEIGHT, round(QFontMetricsF(self._font).height()) + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        line = index.data(Role.LINE)
        theme, state = current_theme(), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = QColor(theme.chosen if chosen else theme.hover if hovered else theme.page)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, ground)
        if isinstance(line, Line):
            title, words = _columns(option.rect, option.direction)
            if self.titled:
                font = smaller(option.font)
                part = Part(line.title or line.id, font, QColor(theme.faint))
                draw_line(painter, title, [part], option.direction)
            else:
                words = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
            painter.setClipRect(words)
            self._draw_words(painter, words, line, option.palette)
            fade_edges(painter, words, ground)
            painter.setClipping(False)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1.4))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _draw_words(self, painter: QPainter, words: QRect, line: Line, palette: QPalette) -> None:
        laid_out = self._laid_out(line.text)
        page = shades(palette)
        right = max((right for _, right in laid_out.runs(line.at)), default=0.0)
        left = words.left() + words.width() * _MIDDLE - right
        top = words.top() + (words.height() - laid_out.height) / 2
        hit = ink(HIT_COLOUR, page)
        for start, end in laid_out.runs(line.at):
            box = QRectF(left + start - 2, words.top() + 2, end - start + 4, words.height() - 4)
            painter.fillRect(box, hit.fill)
            painter.fillRect(QRectF(box.left(), box.bottom() - 2.5, box.width(), 2.5), hit.line)
        for entity in line.entities:
            tint = ink(self._colours.get(entity.label, UNKNOWN_COLOUR), page)
            for start, end in laid_out.runs(entity.span):
                box = QRectF(left + start, top + 1, end - start, laid_out.height - 3)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tint.fill)
                if entity.status is Status.SUGGESTED:
                    pen = QPen(tint.line, 1.2)
                    pen.setDashPattern([3.0, 2.2])
                    painter.setPen(pen)
                    painter.setBrush(tint.faint)
                painter.drawRoundedRect(box, 3, 3)
        painter.setPen(page.text)
        laid_out.draw(painter, QPointF(left, top))

    def _laid_out(self, text: str) -> LaidOut:
        """Return a text laid out; while a search adds lines, those in sight are painted often."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = LaidOut(text, self._font)
            if len(self._known) > _KNOWN:
                self._known.popitem(last=False)
        return known


def _columns(rect: QRect, direction: Qt.LayoutDirection) -> tuple[QRect, QRect]:
    """Return where the title and the words go, the title at the leading edge."""
    inside = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
    width = min(_TITLE_MOST, round(inside.width() * TITLE_SHARE))
    title = QRect(inside.left(), inside.top(), width, inside.height())
    words = inside.adjusted(width + _MARGIN, 0, 0, 0)
    return (
        QStyle.visualRect(direction, inside, title),
        QStyle.visualRect(direction, inside, words),
    )


def fade_edges(painter: QPainter, words: QRect, ground: QColor) -> None:
    """Let the text go out softly at both ends, where letters would be cut."""
    clear = QColor(ground)
    clear.setAlpha(0)
    for edge, inner in (
        (words.left(), words.left() + _FADE),
        (words.right() + 1, words.right() + 1 - _FADE),
    ):
        gradient = QLinearGradient(edge, 0, inner, 0)
        gradient.setColorAt(0, ground)
        gradient.setColorAt(1, clear)
        painter.fillRect(QRectF(min(edge, inner), words.top(), _FADE, words.height()), gradient)
