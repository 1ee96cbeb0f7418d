"""The lines of a WebAnno TSV file: tokens, the parts of tokens that spans need, what is on each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.arabic.tokens import Token
from annotator.core.spans import Span


class Unit(NamedTuple):
    """A token or a part of one, with its name in the file: ``1-4``, ``1-4.1``."""

    name: str
    start: int
    end: int


class Units:
    """Places spans on tokens and their parts. All spans are :meth:`put` before anything is asked.

    A span needs a number where a line has several of its layer, or where it has several lines.
    """

    def __init__(self, cut: Sequence[Sequence[Token]]) -> None:
        self._tokens = [token for tokens in cut for token in tokens]
        self._names = [
            f"{sentence}-{number}"
            for sentence, tokens in enumerate(cut, 1)
            for number, _ in enumerate(tokens, 1)
        ]
        self._lengths = [len(tokens) for tokens in cut]
        self._starts = [token.start for token in self._tokens]
        self._ends = [token.end for token in self._tokens]
        self._parts: dict[int, set[Span]] = {}
        self._places: dict[str, list[tuple[int, Span]]] = {}
        self._layers: dict[str, str] = {}
        self._units: dict[tuple[int, Span], Unit] = {}
        self._numbers: dict[str, int] = {}
        self._cells: dict[str, dict[Unit, list[str]]] = {}

    def put(self, name: str, layer: str, span: Span) -> None:
        """Put a span on its lines; it starts and ends in a token."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_left(self._ends, span.end)
        places = []
        for index in range(first, last + 1):
            token = self._tokens[index].span
            part = Span(max(token.start, span.start), min(token.end, span.end))
            places.append((index, part))
            if part != token:
                self._parts.setdefault(index, set()).add(part)
        self._places[name] = places
        self._layers[name] = layer

    def by_sentence(self) -> Iterator[list[Unit]]:
        """Yield the lines of each sentence, a token before its parts."""
        self._settle()
        at = 0
        for length in self._lengths:
            yield [unit for index in range(at, at + length) for unit in self._lines(index)]
            at += length

    def on(self, layer: str) -> Iterator[tuple[Unit, list[str]]]:
        """Yield the lines that have spans of a layer, with the spans."""
        self._settle()
        yield from self._cells.get(layer, {}).items()

    def first(self, name: str) -> Unit:
        """Return the line by which a span is called."""
        self._settle()
        return self._units[self._places[name][0]]

    def number(self, name: str) -> int:
        """Return the number that tells a span from others, 0 where none is needed."""
        self._settle()
        return self._numbers.get(name, 0)

    def _lines(self, index: int) -> Iterator[Unit]:
        start, end, _ = self._tokens[index]
        yield Unit(self._names[index], start, end)
        if index in self._parts:
            yield from (self._units[(index, part)] for part in sorted(self._parts[index]))

    def _settle(self) -> None:
        if self._units or not self._places:
            return
        for index, token in {place for places in self._places.values() for place in places}:
            self._units[(index, token)] = Unit(self._names[index], *token)
        for index, parts in self._parts.items():
            for number, part in enumerate(sorted(parts), 1):
                self._units[(index, part)] = Unit(f"{self._names[index]}.{number}", *part)
        for name, places in self._places.items():
            cells = self._cells.setdefault(self._layers[name], {})
            for place in places:
                cells.setdefault(self._units[place], []).append(name)
        shared = {
            name
            for cells in self._cells.values()
            for names in cells.values()
            if len(names) > 1
            for name in names
        }
        numbered = (name for name in self._places if name in shared or len(self._places[name]) > 1)
        self._numbers = {name: number for number, name in enumerate(numbered, 1)}
