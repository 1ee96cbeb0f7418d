"""Where the caret goes: letters as the eye sees them, clitics, words, sentences, lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from enum import Enum, auto

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextDocument

from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import tokenize
from annotator.core.graphemes import is_grapheme_boundary
from annotator.services.words import pronoun_at, stem_at
from annotator.ui.article.geometry import Geometry
from annotator.ui.article.positions import Positions


class Step(Enum):
    """What a caret movement steps over. ``ROW`` is a line up or down, ``ROW_EDGE`` its end."""

    LETTER = auto()
    CLITIC = auto()
    WORD = auto()
    SENTENCE = auto()
    PARAGRAPH = auto()
    ROW = auto()
    ROW_EDGE = auto()
    PAGE = auto()
    ARTICLE = auto()


class Direction(Enum):
    """Where to: as the eye sees it (``LEFT``, ``RIGHT``) or along the text."""

    LEFT = auto()
    RIGHT = auto()
    BACK = auto()
    FORWARD = auto()


_AS_SEEN = frozenset({Step.LETTER, Step.CLITIC, Step.WORD})
"""Steps by which left and right lead where the eye sees, in mixed lines too."""


class CaretPaths:
    """Finds where a movement ends. Positions are units; it keeps no caret of its own."""

    def __init__(self, document: QTextDocument, positions: Positions, geometry: Geometry) -> None:
        self._document = document
        self._positions = positions
        self._geometry = geometry
        self._inside: Mapping[Step, Callable[[str], Iterable[int]]] = {
            Step.CLITIC: _clitic_stops,
            Step.WORD: _word_stops,
            Step.SENTENCE: _sentence_stops,
        }

    def target(self, unit: int, step: Step, direction: Direction) -> int:
        """Return where a movement within or between lines of text ends.

        ``ROW`` and ``PAGE`` need a height and a column: see :meth:`row_target`.
        """
        if direction in (Direction.LEFT, Direction.RIGHT) and step in _AS_SEEN:
            letter = step is Step.LETTER
            return self._beside(unit, direction) if letter else self._seen(unit, step, direction)
        # The page reads from right to left, so what lies on the left comes after.
        forward = direction in (Direction.FORWARD, Direction.LEFT)
        match step:
            case Step.LETTER:
                return self._letter(unit, forward)
            case Step.PARAGRAPH:
                return self._paragraph(unit, forward)
            case Step.ROW_EDGE:
                return self._geometry.row_edges(unit)[forward]
            case Step.ARTICLE:
                return self._positions.length if forward else 0
            case _:
                return self._stop(unit, step, forward)

    def row_target(self, unit: int, x: float, by: float, *, forward: bool) -> int:
        """Return the caret position ``by`` pixels below ``unit``, in the column ``x``.

        Where there is no further line, that is the start or the end of the text.
        """
        here = self._geometry.caret_rect(unit).center().y()
        target = self._geometry.unit_at(QPointF(x, here + by))
        reached = self._geometry.caret_rect(target).center().y()
        if forward:
            return target if reached > here else self._positions.length
        return target if reached < here else 0

    def line_step(self, unit: int, *, forward: bool) -> float:
        """Return how far below the next line lies, or the previous one; 0 where there is none."""
        here = self._geometry.caret_rect(unit).center().y()
        start, end = self._geometry.row_edges(unit)
        beyond = end + 1 if forward else start - 1
        if not 0 <= beyond <= self._positions.length:
            return 0.0
        return self._geometry.caret_rect(beyond).center().y() - here

    def _beside(self, unit: int, direction: Direction) -> int:
        places = self._geometry.caret_places(unit)
        here = next((x for x, at in places if at == unit), 0.0)
        first, last = self._geometry.row_edges(unit)
        # The page reads to the left: beyond that edge is the next line, beyond the right one
        # the line before.
        if direction is Direction.LEFT:
            beside = [at for x, at in places if x < here]
            return beside[-1] if beside else min(last + 1, self._positions.length)
        beside = [at for x, at in places if x > here]
        return beside[0] if beside else max(first - 1, 0)

    def _seen(self, unit: int, step: Step, direction: Direction) -> int:
        """Return the next stop as the eye sees it: on this line, else on the line beyond."""
        stops = set(self._stops(self._document.findBlock(unit), step))
        places = self._geometry.caret_places(unit)
        here = next((x for x, at in places if at == unit), 0.0)
        first, last = self._geometry.row_edges(unit)
        if direction is Direction.LEFT:
            beside = [at for x, at in places if x < here and at in stops]
            return beside[-1] if beside else self._stop(max(unit, last), step, forward=True)
        beside = [at for x, at in places if x > here and at in stops]
        return beside[0] if beside else self._stop(min(unit, first), step, forward=False)

    def _letter(self, unit: int, forward: bool) -> int:
        text = self._positions.shown
        at = self._positions.unit_to_shown(unit) + (1 if forward else -1)
        while 0 < at < len(text) and not is_grapheme_boundary(text, at):
            at += 1 if forward else -1
        return self._positions.shown_to_unit(min(max(at, 0), len(text)))

    def _paragraph(self, unit: int, forward: bool) -> int:
        block = self._document.findBlock(unit)
        if not forward:
            if unit == block.position() and block.previous().isValid():
                block = block.previous()
            return block.position()
        end = block.position() + block.length() - 1
        if unit == end and block.next().isValid():
            after = block.next()
            return after.position() + after.length() - 1
        return end

    def _stop(self, unit: int, step: Step, forward: bool) -> int:
        block = self._document.findBlock(unit)
        while block.isValid():
            stops = self._stops(block, step)
            index = bisect_right(stops, unit) if forward else bisect_left(stops, unit) - 1
            if 0 <= index < len(stops):
                return stops[index]
            block = block.next() if forward else block.previous()
        return self._positions.length if forward else 0

    def _stops(self, block: QTextBlock, step: Step) -> list[int]:
        first = self._positions.unit_to_shown(block.position())
        last = self._positions.unit_to_shown(block.position() + block.length() - 1)
        inside = self._inside[step](self._positions.shown[first:last])
        return [self._positions.shown_to_unit(first + at) for at in inside]


def _word_stops(text: str) -> list[int]:
    """Return where the words of a paragraph start and end."""
    words = (token for token in tokenize(text) if token.text[0].isalnum())
    return sorted({edge for token in words for edge in token.span})


def _clitic_stops(text: str) -> list[int]:
    """Return the words' edges, and where what is attached to them ends and begins."""
    words = [token for token in tokenize(text) if token.text[0].isalnum()]
    edges = {edge for token in words for edge in token.span}
    stems = {edge for token in words for edge in stem_at(text, token.start)}
    return sorted(edges | stems | {pronoun_at(text, token.span) for token in words})


def _sentence_stops(text: str) -> list[int]:
    return sorted({edge for sentence in sentences(text) for edge in sentence})
