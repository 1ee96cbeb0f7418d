"""Lines of text in lists, drawn from the reading side, in either direction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle

from annotator.ui.text import set_apart, shown


class Part(NamedTuple):
    """A stretch of a line in one font and colour."""

    text: str
    font: QFont
    colour: QColor


def draw_line(
    painter: QPainter, rect: QRect, parts: Sequence[Part], direction: Qt.LayoutDirection
) -> None:
    """Draw ``parts`` one after the other from the leading edge of ``rect``.

    What does not fit is cut where the text goes on, with an ellipsis there: at the left of a
    right-to-left line.
    """
    painter.setLayoutDirection(direction)
    used = 0
    for part in parts:
        room = rect.width() - used
        if room <= 0:
            return
        metrics = QFontMetrics(part.font)
        text = metrics.elidedText(shown(part.text), Qt.TextElideMode.ElideRight, room)
        width = min(room, metrics.horizontalAdvance(text))
        logical = QRect(rect.left() + used, rect.top(), width, rect.height())
        painter.setFont(part.font)
        painter.setPen(part.colour)
        painter.drawText(
            QStyle.visualRect(direction, rect, logical).adjusted(-1, 0, 1, 0),
            int(
                QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
                | Qt.AlignmentFlag.AlignVCenter
                | Qt.TextFlag.TextSingleLine
                | Qt.TextFlag.TextDontClip
            ),
            # Signs and spaces alone have no direction of their own: they take the line's.
            set_apart(text) if any(map(str.isalnum, text)) else text,
        )
        used += width


def draw_warning(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Draw the sign of a warning, a triangle with an exclamation mark, in a square."""
    box = QRectF(rect).adjusted(1, 1, -1, -1)
    middle = box.center().x()
    triangle = QPolygonF(
        [
            QPointF(middle, box.top()),
            box.bottomRight(),
            box.bottomLeft(),
            QPointF(middle, box.top()),
        ]
    )
    pen = QPen(colour, 1.4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(triangle)
    height = box.height()
    painter.drawLine(
        QPointF(middle, box.top() + height * 0.4), QPointF(middle, box.top() + height * 0.64)
    )
    painter.drawPoint(QPointF(middle, box.top() + height * 0.83))


def bold(font: QFont) -> QFont:
    """Return ``font`` in bold."""
    made = QFont(font)
    made.setBold(True)
    return made


def smaller(font: QFont) -> QFont:
    """Return ``font`` a step smaller, for what stands beside the main thing."""
    made = QFont(font)
    if font.pixelSize() > 0:
        made.setPixelSize(max(9, round(font.pixelSize() * 0.88)))
    else:
        made.setPointSizeF(max(7.0, font.pointSizeF() * 0.88))
    return made
