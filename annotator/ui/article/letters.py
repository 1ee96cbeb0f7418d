"""Where the letters of one laid-out line stand, ligatures and two directions included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol, cast
from unicodedata import bidirectional

from PySide6.QtGui import QTextLine

from annotator.core.graphemes import next_boundary, previous_boundary

# Letters, marks and punctuation that are laid out in one run from right to left. Anything else
# (digits, Latin, direction controls) is measured letter by letter.
_ONE_RUN = re.compile(
    r"[\s!-/:-@\[-`{-~«»‘-‟‹›…–—\u060b-\u061b\u061d-\u065f\u066a\u066d-\u06dc\u06de-\u06ef\u06fa-\u06ff]*"
)


class ShownText(Protocol):
    """A text that is laid out, and its code points in UTF-16 units and back."""

    shown: str

    def shown_to_unit(self, at: int) -> int:
        """Return the unit of code point ``at``."""

    def unit_to_shown(self, unit: int) -> int:
        """Return the code point at ``unit``."""


class Cell(NamedTuple):
    """Where a letter or a run begins and ends, as read: ``lead > trail`` from right to left."""

    lead: float
    trail: float

    @property
    def from_right(self) -> bool:
        """Whether it is read from right to left."""
        return self.lead > self.trail

    def holds(self, x: float) -> bool:
        """Whether ``x`` lies between the edges."""
        return min(self) <= x <= max(self)


class LineLetters:
    """The letters of ``line``, which starts at the block whose first unit is ``base``.

    Letters are named by their code point in the shown text; x in pixels of the block's layout.
    The line must be laid out, and must not be kept once the document changes.
    """

    def __init__(self, line: QTextLine, base: int, positions: ShownText) -> None:
        self._line = line
        self._base = base
        self._positions = positions
        first = base + line.textStart()
        self.start = positions.unit_to_shown(first)
        self.stop = positions.unit_to_shown(first + line.textLength())

    def cell(self, at: int) -> Cell:
        """Return the edges of the letter at ``at``.

        Fonts draw lam-alef as one glyph, or as a wide one and one of no width. Letters without
        a width of their own share that of the letter that they are drawn with.
        """
        letters = self.drawn_together(at)
        whole = self._glyph(letters[0])
        if len(letters) == 1:
            return whole
        share = (whole.trail - whole.lead) / len(letters)
        place = letters.index(at)
        return Cell(whole.lead + share * place, whole.lead + share * (place + 1))

    def drawn_together(self, at: int) -> list[int]:
        """Return the letters that share one width, ``at`` among them."""
        letters = [at]
        if self._is_letter(at):
            while self._is_empty(letters[0]) and self._is_letter(before := self._before(letters)):
                letters.insert(0, before)
            while self._is_letter(after := self._after(letters)) and self._is_empty(after):
                letters.append(after)
        return letters

    def cells(self) -> Iterator[tuple[int, Cell]]:
        """Yield every letter of the line with its edges, in the order of the text."""
        at = self.start
        while at < self.stop:
            yield at, self.cell(at)
            at = next_boundary(self._positions.shown, at)

    def caret_x(self, at: int) -> float:
        """Return where a caret before ``at`` stands: each place of a line at another x.

        Where the direction turns, it stands beside the letter that runs from right to left, as
        the page does; so the line's start is its right edge whatever it starts with.
        """
        edges = self._line.naturalTextRect()
        if at <= self.start:
            return edges.right()
        if at >= self.stop:
            return edges.left()
        if len(self.drawn_together(at)) > 1:
            return self.cell(at).lead
        return self._x(at, QTextLine.Edge.Leading)

    def nearest(self, x: float) -> int:
        """Return the edge of a letter that is nearest to ``x``, taken from the letter at ``x``."""
        for at, cell in self.cells():
            if cell.holds(x):
                nearer_lead = abs(x - cell.lead) <= abs(x - cell.trail)
                return at if nearer_lead else next_boundary(self._positions.shown, at)
        return self.start if x > self._line.naturalTextRect().center().x() else self.stop

    def runs(self, at: int, stop: int) -> Iterator[Cell]:
        """Yield the unbroken stretches of the letters from ``at`` to ``stop``, as read."""
        text = self._positions.shown
        first = self.cell(at)
        if _ONE_RUN.fullmatch(text, at, stop):
            last = self.cell(previous_boundary(text, stop))
            yield Cell(first.lead, last.trail)
            return
        lead, trail, from_right = first.lead, first.trail, first.from_right
        while (at := next_boundary(text, at)) < stop:
            cell = self.cell(at)
            turned = cell.lead != cell.trail and cell.from_right != from_right
            if turned or abs(cell.lead - trail) > 0.5:
                yield Cell(lead, trail)
                lead, from_right = cell.lead, cell.from_right
            trail = cell.trail
        yield Cell(lead, trail)

    def _is_letter(self, at: int) -> bool:
        return self.start <= at < self.stop and bidirectional(self._positions.shown[at]) == "AL"

    def _is_empty(self, at: int) -> bool:
        return self._x(at, QTextLine.Edge.Leading) == self._x(at, QTextLine.Edge.Trailing)

    def _before(self, letters: list[int]) -> int:
        return previous_boundary(self._positions.shown, letters[0]) if letters[0] else -1

    def _after(self, letters: list[int]) -> int:
        return next_boundary(self._positions.shown, letters[-1])

    def _glyph(self, at: int) -> Cell:
        lead, trail = self._x(at, QTextLine.Edge.Leading), self._x(at, QTextLine.Edge.Trailing)
        if lead == trail and not self._is_letter(at):
            # At the first letter of a run from left to right, Qt gives twice the place where
            # the letter before ends. The glyphs know where they are drawn.
            return self._drawn(at)
        return Cell(lead, trail)

    def _drawn(self, at: int) -> Cell:
        """Return the edges of the first letter of a run from left to right, from its glyphs."""
        left, width = self._ink(at)
        edge = QTextLine.Edge
        after, before = next_boundary(self._positions.shown, at), self._before([at])
        if after < self.stop and self._x(after, edge.Leading) < self._x(after, edge.Trailing):
            return Cell(self._x(after, edge.Leading) - width, self._x(after, edge.Leading))
        if before >= self.start:
            # Where a line breaks at a space, glyphs are listed shifted by it. The letter
            # before, of which both places are known, tells how far.
            left += self._x(before, edge.Trailing) - self._ink(before)[0]
        return Cell(left, left + width)

    def _ink(self, at: int) -> tuple[float, float]:
        """Return left edge and width of a letter's widest glyph, as Qt lists the line's glyphs."""
        unit = self._positions.shown_to_unit(at) - self._base
        end = self._positions.shown_to_unit(next_boundary(self._positions.shown, at)) - self._base
        places = [
            (step.x(), place.x())
            for run in self._line.glyphRuns(unit, end - unit)
            for step, place in zip(
                run.rawFont().advancesForGlyphIndexes(run.glyphIndexes()),
                run.positions(),
                strict=True,
            )
        ]
        width, left = max(places, default=(0.0, self._x(at, QTextLine.Edge.Leading)))
        return left, width

    def _x(self, at: int, edge: QTextLine.Edge) -> float:
        unit = self._positions.shown_to_unit(at) - self._base
        # PySide6 returns the position beside the number; its stubs say object.
        return cast("tuple[float, int]", self._line.cursorToX(unit, edge))[0]
