"""Where spans lie on the page: rectangles, line by line, from the laid-out lines themselves.

All numbers are pixels of the QTextDocument; positions are units (see positions.py). No Qt object
of the document is kept between calls: blocks that outlive their document crash.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from annotator.ui.article.letters import LineLetters
from annotator.ui.article.positions import Positions

EDGE_PAD = 2.0
"""Pixels that a span reaches beyond its letters into white space."""


class Piece(NamedTuple):
    """The part of a span on one line, or in one run of a line with two directions.

    ``rect`` is as high as the line's font; ``starts`` and ``ends`` say whether the span's own
    edge is here (else it goes on in another piece); ``from_right`` is the reading direction.
    """

    rect: QRectF
    baseline: float
    from_right: bool
    starts: bool
    ends: bool


class _Line(NamedTuple):
    line: QTextLine
    origin: QPointF
    base: int

    @property
    def top(self) -> float:
        return self.origin.y() + self.line.y()

    @property
    def bottom(self) -> float:
        return self.top + self.line.height()

    @property
    def start(self) -> int:
        return self.base + self.line.textStart()


class Geometry:
    """Measures a document made by :func:`annotator.ui.article.page.make_page`."""

    def __init__(self, document: QTextDocument, positions: Positions) -> None:
        self._document = document
        self._positions = positions

    def pieces(self, start: int, end: int, within: tuple[int, int] | None = None) -> list[Piece]:
        """Return the pieces between two units in reading order.

        Of a span that is longer than the lines of ``within``, only those lines are measured.
        """
        first, last = start, end
        if within is not None:
            first, last = max(start, within[0]), min(end, within[1])
        found: list[Piece] = []
        if first < last:
            for line in self._lines(first, last):
                found += self._in_line(line, start, end)
        return found

    def visible(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the units of the lines between two heights, the outermost taken whole."""
        first, last = self._line_at(top), self._line_at(bottom)
        return first.start, last.start + last.line.textLength()

    def caret_rect(self, unit: int) -> QRectF:
        """Return the line, without width, where a caret before ``unit`` stands."""
        for found in self._lines(unit, unit + 1):
            letters = LineLetters(found.line, found.base, self._positions)
            x = letters.caret_x(self._positions.unit_to_shown(unit))
            return QRectF(found.origin.x() + x, found.top, 0, found.line.height())
        return QRectF()

    def unit_at(self, point: QPointF) -> int:
        """Return the caret position nearest to ``point``; the halves of a ligature count."""
        found = self._line_at(point.y())
        letters = LineLetters(found.line, found.base, self._positions)
        nearest = letters.nearest(point.x() - found.origin.x())
        return min(self._positions.shown_to_unit(nearest), self.row_edges(found.start)[1])

    def letter_at(self, point: QPointF) -> int | None:
        """Return the unit of the letter that covers ``point``, or None beside the text."""
        found = self._line_at(point.y())
        if not found.top <= point.y() <= found.bottom:
            return None
        letters = LineLetters(found.line, found.base, self._positions)
        x = point.x() - found.origin.x()
        covering = (at for at, cell in letters.cells() if cell.holds(x))
        return next((self._positions.shown_to_unit(at) for at in covering), None)

    def caret_places(self, unit: int) -> list[tuple[float, int]]:
        """Return x and unit of every place for a caret on the line of ``unit``, from the left."""
        _, last = self.row_edges(unit)
        for found in self._lines(unit, unit + 1):
            letters = LineLetters(found.line, found.base, self._positions)
            stops = [at for at, _ in letters.cells()] + [letters.stop]
            places = [(letters.caret_x(at), self._positions.shown_to_unit(at)) for at in stops]
            return sorted(place for place in places if place[1] <= last)
        return []

    def row_edges(self, unit: int) -> tuple[int, int]:
        """Return the first and the last caret position of the line that ``unit`` is on."""
        for found in self._lines(unit, unit + 1):
            start = found.base + found.line.textStart()
            length = found.line.textLength()
            lines = self._document.findBlock(unit).layout().lineCount()
            # A caret at the end of a broken line stands at the start of the next.
            broken = found.line.lineNumber() + 1 < lines
            return start, start + length - (1 if broken and length else 0)
        return unit, unit

    def _lines(self, start: int, end: int) -> Iterator[_Line]:
        """Yield the lines that hold the units from ``start`` to ``end``."""
        layout = self._document.documentLayout()
        block = self._document.findBlock(min(start, self._positions.length))
        while block.isValid() and (block.position() < end or block.position() <= start):
            # Asking for the rectangle lays the block out; before that it has no lines.
            origin = layout.blockBoundingRect(block).topLeft()
            lines, base = block.layout(), block.position()
            first = lines.lineForTextPosition(max(0, start - base))
            number = first.lineNumber() if first.isValid() else 0
            while number < lines.lineCount():
                line = lines.lineAt(number)
                if base + line.textStart() >= end:
                    return
                yield _Line(line, origin, base)
                number += 1
            block = block.next()

    def _line_at(self, y: float) -> _Line:
        """Return the line at a height; what lies between two lines belongs to the lower one."""
        block = self._block_at(y)
        origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
        lines, base = block.layout(), block.position()

        def bottom(number: int) -> float:
            return _Line(lines.lineAt(number), origin, base).bottom

        number = bisect_left(range(lines.lineCount() - 1), y, key=bottom)
        return _Line(lines.lineAt(number), origin, base)

    def _block_at(self, y: float) -> QTextBlock:
        """Return the first block that reaches down to ``y``, or the last one.

        Qt's own hit test goes wrong between lines as long as not all is laid out, and to ask
        for a block lays out all above it. So the search doubles its way down from the top.
        """
        layout, count = self._document.documentLayout(), self._document.blockCount()

        def bottom(number: int) -> float:
            return layout.blockBoundingRect(self._document.findBlockByNumber(number)).bottom()

        reach = 1
        while reach < count and bottom(reach - 1) < y:
            reach *= 2
        number = bisect_left(range(min(reach, count) - 1), y, lo=(reach - 1) // 2, key=bottom)
        return self._document.findBlockByNumber(number)

    def _in_line(self, found: _Line, start: int, end: int) -> Iterator[Piece]:
        to_shown, text = self._positions.unit_to_shown, self._positions.shown
        letters = LineLetters(found.line, found.base, self._positions)
        whole = (to_shown(start), to_shown(end))
        at, stop = max(whole[0], letters.start), min(whole[1], letters.stop)
        # White space where a line breaks hangs outside the column.
        while at < stop and text[stop - 1].isspace():
            stop -= 1
        while at < stop and text[at].isspace():
            at += 1
        if at >= stop:
            return
        runs = list(letters.runs(at, stop))
        for index, run in enumerate(runs):
            starts = index == 0 and at == whole[0]
            ends = index == len(runs) - 1 and stop == whole[1]
            lead = EDGE_PAD if starts and self._is_space(at - 1) else 0.0
            trail = EDGE_PAD if ends and self._is_space(stop) else 0.0
            left, right = (run.trail - trail, run.lead + lead)
            if not run.from_right:
                left, right = (run.lead - lead, run.trail + trail)
            rect = QRectF(found.origin.x() + left, found.top, right - left, found.line.height())
            baseline = found.top + found.line.ascent()
            yield Piece(rect, baseline, run.from_right, starts, ends)

    def _is_space(self, at: int) -> bool:
        text = self._positions.shown
        return not 0 <= at < len(text) or text[at].isspace()
