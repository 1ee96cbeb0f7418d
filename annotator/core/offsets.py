"""Offsets between texts: code points to other units, and a text to what is made from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotator.core.spans import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Code points of a text to UTF-16 units (what Qt, Java and JavaScript count) and back.

    Costs memory only for code points outside the basic plane. An offset inside a surrogate
    pair maps to the code point that the pair stands for.
    """

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [at + before for before, at in enumerate(self._astral)]

    def to_utf16(self, at: int) -> int:
        """Return the UTF-16 offset of code point ``at``."""
        return at + bisect_right(self._astral, at - 1)

    def to_codepoint(self, unit: int) -> int:
        """Return the code point at UTF-16 offset ``unit``."""
        return unit - bisect_right(self._units, unit - 1)


class Run(NamedTuple):
    """``length`` code points at ``made`` in the made text stand for those at ``raw``."""

    made: int
    raw: int
    length: int


class TextMap:
    """Positions between a raw text and one made from it by dropping or replacing characters.

    ``runs`` list the stretches that are the same length in both, in order. What lies between
    two runs has no counterpart: such a position maps to the edge of the next run when a span
    starts there, of the previous one when it ends there, so that a span never grows.
    """

    def __init__(self, runs: Iterable[Run], made_length: int, raw_length: int) -> None:
        self._runs: Sequence[Run] = [run for run in runs if run.length > 0]
        self._made = [run.made for run in self._runs]
        self._raw = [run.raw for run in self._runs]
        self._lengths = (made_length, raw_length)

    def start_to_raw(self, made: int) -> int:
        """Return where a span that starts at ``made`` starts in the raw text."""
        return _start(made, self._made, self._raw, self._runs, self._lengths[1])

    def end_to_raw(self, made: int) -> int:
        """Return where a span that ends at ``made`` ends in the raw text."""
        return _end(made, self._made, self._raw, self._runs)

    def start_to_made(self, raw: int) -> int:
        """Return where a span that starts at ``raw`` starts in the made text."""
        return _start(raw, self._raw, self._made, self._runs, self._lengths[0])

    def end_to_made(self, raw: int) -> int:
        """Return where a span that ends at ``raw`` ends in the made text."""
        return _end(raw, self._raw, self._made, self._runs)

    def to_raw(self, span: Span) -> Span:
        """Return the raw span of a span of the made text; empty when none of it is raw."""
        start, end = self.start_to_raw(span.start), self.end_to_raw(span.end)
        return Span(min(start, end), end)

    def to_made(self, span: Span) -> Span:
        """Return the made span of a raw span; empty when all of it was dropped."""
        start, end = self.start_to_made(span.start), self.end_to_made(span.end)
        return Span(start, max(start, end))


def _start(
    at: int, here: Sequence[int], there: Sequence[int], runs: Sequence[Run], end: int
) -> int:
    index = bisect_right(here, at) - 1
    if index >= 0 and at < here[index] + runs[index].length:
        return there[index] + at - here[index]
    return there[index + 1] if index + 1 < len(runs) else end


def _end(at: int, here: Sequence[int], there: Sequence[int], runs: Sequence[Run]) -> int:
    index = bisect_right(here, at - 1) - 1
    if index < 0:
        return there[0] if runs else 0
    return there[index] + min(at - here[index], runs[index].length)
