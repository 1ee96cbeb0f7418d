"""The line from a quote to its speaker.

It runs under the lines and through the gutter, so that it crosses no word, however far apart.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_DROP = 5.0
_ROUND = 7.0
_DOT = 3.2


def link_path(quote: QPointF, speaker: QPointF, gutter: float) -> QPainterPath:
    """Return the way from a quote's first letter to the speaker's, both at their underlines.

    ``gutter`` is the x at which it runs up or down. All in pixels of the document.
    """
    start, end = quote + QPointF(0, _DROP), speaker + QPointF(0, _DROP)
    path = QPainterPath(quote)
    if abs(start.y() - end.y()) < 1:
        path.lineTo(start)
        path.lineTo(end)
        path.lineTo(speaker)
        return path
    down = 1 if end.y() > start.y() else -1
    radius = min(_ROUND, abs(end.y() - start.y()) / 2)
    inward = -radius if gutter > quote.x() else radius
    path.lineTo(start)
    path.lineTo(QPointF(gutter + inward, start.y()))
    path.quadTo(QPointF(gutter, start.y()), QPointF(gutter, start.y() + down * radius))
    path.lineTo(QPointF(gutter, end.y() - down * radius))
    path.quadTo(QPointF(gutter, end.y()), QPointF(gutter + inward, end.y()))
    path.lineTo(end)
    path.lineTo(speaker)
    return path


def paint_link(
    painter: QPainter, quote: QPointF, speaker: QPointF, gutter: float, colour: QColor
) -> None:
    """Draw the way with a dot at the quote and a ring at the speaker."""
    pen = QPen(colour, 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(link_path(quote, speaker, gutter), pen)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(quote, _DOT, _DOT)
    painter.drawEllipse(speaker, _DOT, _DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
