"""Paints marks from the geometry of laid-out lines: soft fills, outlines, bands, names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from annotator.ui.article.geometry import Piece
from annotator.ui.article.marks import Look, Mark
from annotator.ui.article.names import Name, PlacedName, place_names
from annotator.ui.article.page import PageStyle
from annotator.ui.article.palette import Ink, Shades, ink
from annotator.ui.fonts import reading_font, small_font

_RADIUS = 4.0
_INSET = 3.0
"""Pixels by which a mark inside another is lower."""

_RING = 2.0
"""Pixels by which the ring of the current mark lies outside it."""

_BAND_ABOVE, _BAND_BELOW = 5.0, 4.0
"""Pixels by which a quote's band is higher than a mark inside it."""

_HIT_REACH, _HIT_BAR = 5.0, 3.0
"""Pixels by which a hit is higher than an entity, and of the bar that it stands on."""

_LANE, _BAR = 5.0, 3.0
"""Pixels from a review bar to the next one, and of the bar itself."""

_SAMPLE = "لأإجحيّطم"
"""Letters that reach as high and as deep as Arabic news text does."""

_DEEP_SAMPLE = "صجيgp"

_NAME_LIFT = 3.0
"""Pixels between a name's deepest stroke and the mark below it: room for the ring."""


STROKES: Sequence[Sequence[tuple[float, float, Sequence[float]]]] = (
    ((0.5, 2.6, ()),),
    ((0.5, 2.6, (3.4, 1.6)),),
    ((0.5, 2.6, (0.9, 1.1)),),
    ((0.0, 1.3, ()), (3.0, 1.3, ())),
)
"""Lines that look different: how far above the foot, how thick, and the pattern of each part."""


class MarkPieces(NamedTuple):
    """A mark with its measured pieces on the lines in sight."""

    mark: Mark
    pieces: Sequence[Piece]


class Measures(NamedTuple):
    """How far a mark reaches above and below the base line, and the height of a text line."""

    above: float
    below: float
    line: float

    @classmethod
    def of(cls, style: PageStyle) -> Measures:
        """Return the measures of the style's font."""
        metrics = QFontMetricsF(reading_font(style.size, family=style.family))
        letters = metrics.tightBoundingRect(_SAMPLE)
        return cls(
            above=max(-letters.top() + 2, style.size * 0.95),
            below=max(letters.bottom() + 2, style.size * 0.5),
            line=metrics.height(),
        )


class MarkPainter:
    """Draws marks in the colours of a page. One for each look of the page; it keeps no state."""

    def __init__(self, style: PageStyle, shades: Shades) -> None:
        self._shades = shades
        self._strokes = style.strokes
        self._measures = Measures.of(style)
        self._name_font = small_font(style.name_size)
        self._name_metrics = QFontMetricsF(self._name_font)
        self._name_depth = self._name_metrics.tightBoundingRect(_DEEP_SAMPLE).bottom()
        self._drawers: Mapping[Look, Callable[[QPainter, Mark, Piece, Ink], None]] = {
            Look.QUOTE_SUGGESTED: self._quote,
            Look.QUOTE: self._quote,
            Look.QUOTE_CHOSEN: self._quote,
            Look.CUE: self._part,
            Look.SOURCE: self._part,
            Look.HIT: self._hit,
            Look.HIT_CURRENT: self._hit,
            Look.ACCEPTED: self._accepted,
            Look.SUGGESTED: self._suggested,
            Look.DIFFERENCE: self._difference,
            Look.BAR_OVER: self._bar,
            Look.BAR_UNDER: self._bar,
        }

    @property
    def reach(self) -> float:
        """Pixels above and below a line that a mark's paint, name included, may touch."""
        return self._measures.line + self._name_metrics.height()

    def paint(self, painter: QPainter, marks: Iterable[MarkPieces]) -> None:
        """Paint the marks; the letters are to be drawn after."""
        for mark, pieces in marks:
            tint = ink(mark.colour, self._shades)
            draw = self._drawers[mark.look]
            for piece in pieces:
                draw(painter, mark, piece, tint)
        for mark, pieces in marks:
            if mark.current:
                tint = ink(mark.colour, self._shades)
                for piece in pieces:
                    self._ring(painter, mark, piece, tint)

    def paint_selection(self, painter: QPainter, pieces: Iterable[Piece]) -> None:
        """Paint the selection; the letters on it keep their colour and their shape."""
        for piece in pieces:
            painter.fillRect(self.box(piece, -2.0), self._shades.selection)

    def paint_names(
        self, painter: QPainter, marks: Iterable[MarkPieces], page: tuple[float, float]
    ) -> None:
        """Write the label names above the first letters, between the edges of ``page``."""
        painter.setFont(self._name_font)
        for name in self.placed_names(marks, page):
            painter.setPen(QColor(name.colour))
            painter.drawText(QPointF(name.left, name.baseline), name.text)

    def placed_names(
        self, marks: Iterable[MarkPieces], page: tuple[float, float]
    ) -> list[PlacedName]:
        """Return where the names of these marks go."""
        metrics = self._name_metrics
        return place_names(
            [name for mark, pieces in marks for name in self._name(mark, pieces)],
            metrics.horizontalAdvance,
            lambda text, width: metrics.elidedText(text, Qt.TextElideMode.ElideRight, width),
            page,
        )

    def box(self, piece: Piece, inset: float = 0.0) -> QRectF:
        """Return the rectangle that a mark fills around its letters."""
        scale = max(1.0, min(1.2, piece.rect.height() / self._measures.line))
        above = self._measures.above * scale - inset
        below = self._measures.below * scale - inset
        return QRectF(piece.rect.left(), piece.baseline - above, piece.rect.width(), above + below)

    def underline(self, piece: Piece) -> float:
        """Return the height at which a quote's underline runs."""
        return self.box(piece).bottom() + _BAND_BELOW

    def _name(self, mark: Mark, pieces: Sequence[Piece]) -> Iterable[Name]:
        first = next((piece for piece in pieces if piece.starts), None)
        if not mark.name or first is None:
            return
        line = [piece for piece in pieces if piece.baseline == first.baseline]
        left = min(piece.rect.left() for piece in line)
        right = max(piece.rect.right() for piece in line)
        # Mixed with Latin or digits, a span still reads from the right, as the page does.
        from_right = any(piece.from_right for piece in line)
        baseline = round(self._name_baseline(mark, first))
        rank = 0 if mark.current else 2 if mark.look in (Look.CUE, Look.SOURCE) else 1
        colour = ink(mark.colour, self._shades).name.name()
        yield Name(mark.name, left, right, from_right, baseline, colour, rank)

    def _name_baseline(self, mark: Mark, piece: Piece) -> float:
        box = self.box(piece)
        lanes = _LANE * mark.lanes
        if mark.look is Look.BAR_UNDER:
            return box.bottom() + lanes + 1 - self._name_metrics.tightBoundingRect(_SAMPLE).top()
        top = box.top() - lanes if mark.look is Look.BAR_OVER else box.top()
        return top - _NAME_LIFT - self._name_depth

    def _difference(self, painter: QPainter, mark: Mark, piece: Piece, tint: Ink) -> None:
        self._box(painter, piece, 0.0, fill=tint.fill if mark.current else tint.faint)

    def _bar(self, painter: QPainter, mark: Mark, piece: Piece, tint: Ink) -> None:
        box, away = self.box(piece), 1.0 + mark.depth * _LANE
        over = mark.look is Look.BAR_OVER
        top = box.top() - away - _BAR if over else box.bottom() + away
        painter.fillRect(QRectF(box.left() + 1, top, box.width() - 2, _BAR), tint.line)

    def _accepted(self, painter: QPainter, mark: Mark, piece: Piece, tint: Ink) -> None:
        outline = _pen(tint.line, 1.4) if self._shades.strong else None
        self._box(painter, piece, mark.depth * _INSET, fill=tint.fill, outline=outline)
        self._stroke(painter, mark, piece, tint)

    def _suggested(self, painter: QPainter, mark: Mark, piece: Piece, tint: Ink) -> None:
        dashed = _pen(tint.line, 1.4, (3.2, 2.2))
        self._box(painter, piece, mark.depth * _INSET + 0.5, fill=tint.faint, outline=dashed)
        self._stroke(painter, mark, piece, tint)

    def _stroke(self, painter: QPainter, mark: Mark, piece: Piece, tint: Ink) -> None:
        """Draw the line by which a label is known without its colour, at the foot of the box."""
        if not self._strokes or mark.stroke is None:
            return
        box = self.box(piece, mark.depth * _INSET)
        for y, width, dashes in STROKES[mark.stroke % len(STROKES)]:
            painter.setPen(_pen(tint.line, width, dashes))
            height = box.bottom() - 1 - y
            painter.drawLine(QPointF(box.left() + 3, height), QPointF(box.right() - 3, height))

    def _ring(self, painter: QPainter, mark: Mark, piece: Piece, tint: Ink) -> None:
        ring = _pen(tint.line, 2.2)
        self._box(painter, piece, mark.depth * _INSET - _RING, outline=ring, widen=_RING)

    def _quote(self, painter: QPainter, mark: Mark, piece: Piece, tint: Ink) -> None:
        box = self.box(piece).adjusted(0, -_BAND_ABOVE, 0, _BAND_BELOW)
        chosen = mark.look is Look.QUOTE_CHOSEN
        band = QColor(tint.fill if chosen else tint.faint)
        if mark.look is Look.QUOTE_SUGGESTED:
            band.setAlphaF(0.5)
        painter.fillRect(box, band)
        y = box.bottom() - mark.depth * _INSET
        dashes = (4.0, 3.0) if mark.look is Look.QUOTE_SUGGESTED else ()
        painter.setPen(_pen(tint.line, 2.6 if chosen else 1.6, dashes))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _part(self, painter: QPainter, mark: Mark, piece: Piece, tint: Ink) -> None:
        box = self.box(piece)
        painter.fillRect(box, tint.faint)
        painter.setPen(_pen(tint.line, 2.0, (1.0, 1.6)))
        y = box.bottom() + 1
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _hit(self, painter: QPainter, mark: Mark, piece: Piece, tint: Ink) -> None:
        # Taller than an entity, so that the fill of one that lies on it leaves it in sight.
        outline = _pen(tint.line, 1.8) if mark.look is Look.HIT_CURRENT else None
        self._box(painter, piece, -_HIT_REACH, fill=tint.fill, outline=outline)
        box = self.box(piece)
        bar = QRectF(box.left(), box.bottom() + _HIT_REACH - _HIT_BAR, box.width(), _HIT_BAR)
        painter.fillRect(bar, tint.line)

    def _box(
        self,
        painter: QPainter,
        piece: Piece,
        inset: float,
        *,
        fill: QColor | None = None,
        outline: QPen | None = None,
        widen: float = 0.0,
    ) -> None:
        """Draw a round box; it stays open where its span goes on in another piece."""
        box = self.box(piece, inset).adjusted(-widen, 0, widen, 0)
        left, right = (piece.ends, piece.starts) if piece.from_right else (piece.starts, piece.ends)
        more = 2 * _RADIUS
        path = QPainterPath()
        path.addRoundedRect(
            box.adjusted(0 if left else -more, 0, 0 if right else more, 0), _RADIUS, _RADIUS
        )
        painter.save()
        painter.setClipRect(
            box.adjusted(-more if left else 0, -more, more if right else 0, more),
            Qt.ClipOperation.IntersectClip,
        )
        if fill is not None:
            painter.fillPath(path, fill)
        if outline is not None:
            painter.strokePath(path, outline)
        painter.restore()


def _pen(colour: QColor, width: float, dashes: Sequence[float] = ()) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern(list(dashes))
    return pen
