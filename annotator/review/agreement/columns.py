"""One article as several people annotated it, and the columns of numbers that it becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.arabic.tokens import tokenize
from annotator.core.quotes import Quote
from annotator.review.matching import Labelled

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

ABSENT = -1
"""The value of a token in an article that the annotator has not annotated."""


@dataclass(frozen=True, slots=True)
class SharedArticle:
    """One text as several people have annotated it; all offsets are code points of that text.

    ``tokens`` are (start, end) in reading order. ``spans`` has a key for everybody who annotated
    the article, also for those who found nothing in it: who has no key is missing, and is never
    taken to agree. ``quotes`` may leave out who marked none. ``day`` is a date as ``2026-03-01``,
    "" when it is not known.
    """

    key: str
    length: int
    tokens: Sequence[tuple[int, int]]
    spans: Mapping[str, Sequence[Labelled]]
    quotes: Mapping[str, Sequence[Quote]] = field(default_factory=dict)
    day: str = ""

    @classmethod
    def of(
        cls,
        key: str,
        text: str,
        spans: Mapping[str, Sequence[Labelled]],
        quotes: Mapping[str, Sequence[Quote]] | None = None,
        day: str = "",
    ) -> SharedArticle:
        """Return the article with the tokens of :func:`annotator.arabic.tokens.tokenize`."""
        tokens = [(token.start, token.end) for token in tokenize(text)]
        return cls(key, len(text), tokens, spans, quotes or {}, day)


class Columns(NamedTuple):
    """One annotator's spans in reading order, the longer first: one array entry a span.

    ``article`` and ``label`` are positions in the sample's ``articles`` and ``labels``; ``start``
    and ``end`` are code points of the article's text; ``at`` is the span's position in what the
    article has of the annotator.
    """

    article: IntArray
    start: IntArray
    end: IntArray
    label: IntArray
    at: IntArray

    def where(self, chosen: BoolArray | IntArray) -> Columns:
        """Return the spans that ``chosen`` picks."""
        return Columns(*(column[chosen] for column in self))


class Tokens(NamedTuple):
    """What each annotator says of each token.

    ``values`` is annotators x tokens: :data:`ABSENT`, or a position in ``sets``, where 0 is "no
    label". A token has every label of which a span covers at least one of its letters, so nested
    and stacked spans of several labels make one value of their own. ``first`` has for each
    article the position of its first token, and at the end the number of tokens.
    """

    values: IntArray
    sets: tuple[frozenset[str], ...]
    first: IntArray


class LabelSets:
    """Numbers for sets of labels: 0 for none, then the single labels, then what comes up."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = labels
        self._codes: dict[frozenset[str], int] = {frozenset(): 0}
        for label in labels:
            self._codes[frozenset({label})] = len(self._codes)

    @property
    def all(self) -> tuple[frozenset[str], ...]:
        """The sets in the order of their numbers."""
        return tuple(self._codes)

    def code(self, labels: Sequence[int]) -> int:
        """Return the number of a set of labels, given their positions."""
        found = frozenset(self._labels[at] for at in labels)
        return self._codes.setdefault(found, len(self._codes))


def mark(row: IntArray, token: IntArray, label: IntArray, sets: LabelSets) -> None:
    """Write into ``row`` which labels each token has, given every (token, label)."""
    size = int(label.max(initial=0)) + 1
    token, label = np.divmod(np.unique(token * size + label), size)
    where, first, count = np.unique(token, return_index=True, return_counts=True)
    row[where] = label[first] + 1
    for at in np.flatnonzero(count > 1):
        row[where[at]] = sets.code(label[first[at] : first[at] + count[at]].tolist())


def ranges(begin: IntArray, end: IntArray) -> IntArray:
    """Return the numbers of all half-open ranges one after the other; empty ones give none."""
    sizes = np.maximum(end - begin, 0)
    total = int(sizes.sum())
    shifts: IntArray = np.repeat(begin - (np.cumsum(sizes) - sizes), sizes)
    return shifts + np.arange(total)


def sums_before(sizes: IntArray) -> IntArray:
    """Return where each of things laid end to end begins, and at last where all end."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])
