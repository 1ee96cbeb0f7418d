"""What is painted on a page: marks, found by place and by name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from annotator.core.spans import Span


class Look(Enum):
    """How a mark is drawn. Those that come first lie under the others."""

    DIFFERENCE = auto()
    QUOTE_SUGGESTED = auto()
    QUOTE = auto()
    QUOTE_CHOSEN = auto()
    CUE = auto()
    SOURCE = auto()
    HIT = auto()
    HIT_CURRENT = auto()
    ACCEPTED = auto()
    SUGGESTED = auto()
    BAR_OVER = auto()
    BAR_UNDER = auto()


class Mark(NamedTuple):
    """One span to paint: what record it belongs to, how it looks, and the name over it.

    ``depth`` counts the marks of its kind around it; ``current`` puts the ring around it.
    ``stroke`` is the number of its label's line, where labels are told apart by lines.
    A bar's ``depth`` is its lane, the first next to the letters, and ``lanes`` how many there are
    on its side: its name stands beyond them.
    """

    record: str
    span: Span
    look: Look
    colour: str
    name: str = ""
    depth: int = 0
    current: bool = False
    stroke: int | None = None
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """A line to draw from a quote's content to the one who speaks."""

    quote: str
    content: Span
    speaker: Span
    colour: str


T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Spans with what they stand for, found by place without looking at all of them."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._items = sorted(items, key=lambda item: (item[0].start, -item[0].end))
        self._starts = [span.start for span, _ in self._items]
        # The furthest end so far: where it lies before a range, no earlier span reaches into it.
        self._reach = list(accumulate((span.end for span, _ in self._items), max))

    def within(self, start: int, end: int) -> Iterator[tuple[Span, T]]:
        """Yield what overlaps ``start`` to ``end``, in reading order, the longer first."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        for span, item in self._items[first:last]:
            if span.end > start:
                yield span, item


def depths(spans: Iterable[Span]) -> Iterator[int]:
    """Yield for each of the spans, in reading order, how many earlier ones cover it."""
    open_ends: list[int] = []
    for span in spans:
        open_ends = [end for end in open_ends if end > span.start]
        yield sum(end >= span.end for end in open_ends)
        open_ends.append(span.end)
