"""Two versions of one text, and spans moved from one to the other.

Versions that differ in white space alone (CoNLL joins tokens by spaces) align exactly. Others are
aligned by words: those that both have exactly once stand in the same order in the longest common
run of them (Bram Cohen's patience diff), and between two of these the same again; what has no word
in common there is left. The time grows with the text, not with its square.

A span is moved only where every letter of it has its counterpart and the counterparts are one
stretch with the same letters; else it is not moved, and the caller says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from annotator.core.spans import Span, span_fault

_WORD = re.compile(r"[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+|[^\w\s]")
_NOT_SPACE = re.compile(r"\S")
_SMALL = 40_000
"""Product of the words on both sides up to which a gap is compared word by word."""


Rank = Callable[[int, int], int]


class Block(NamedTuple):
    """``length`` letters from ``a`` in one text are those from ``b`` in the other, spaces aside."""

    a: int
    b: int
    length: int


def bare(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


class Alignment:
    """Which letters of text ``a`` are which of text ``b``."""

    def __init__(self, a: str, b: str) -> None:
        self._a = a
        self._b = b
        self._a_letters = _letters(a)
        self._b_letters = _letters(b)
        self.exact = bare(a) == bare(b)
        self._blocks = (
            [Block(0, 0, len(self._a_letters))] if self.exact else _aligned(a, b, self._rank)
        )
        self._starts = [block.a for block in self._blocks]

    @cached_property
    def shared(self) -> float:
        """How much of the longer text the other one has as well, 0 to 1, white space aside."""
        longest = max(len(self._a_letters), len(self._b_letters))
        return sum(block.length for block in self._blocks) / longest if longest else 1.0

    @property
    def differences(self) -> list[tuple[Span, Span]]:
        """The stretches of ``a`` and ``b`` that have no counterpart, in order."""
        found: list[tuple[Span, Span]] = []
        at_a = at_b = 0
        end = Block(len(self._a_letters), len(self._b_letters), 0)
        for block in (*self._blocks, end):
            if block.a > at_a or block.b > at_b:
                found.append(
                    (
                        _stretch(self._a_letters, at_a, block.a, len(self._a)),
                        _stretch(self._b_letters, at_b, block.b, len(self._b)),
                    )
                )
            at_a, at_b = block.a + block.length, block.b + block.length
        return found

    def moved(self, span: Span) -> Span | None:
        """Return where a span of ``a`` is in ``b``: the same letters, or None."""
        first = bisect_left(self._a_letters, span.start)
        last = bisect_left(self._a_letters, span.end) - 1
        start, end = self._counterpart(first), self._counterpart(last)
        if last < first or start is None or end is None:
            return None
        moved = Span(self._b_letters[start], self._b_letters[end] + 1)
        same = bare(span.of(self._a)) == bare(moved.of(self._b))
        return moved if same and span_fault(self._b, moved) is None else None

    def _counterpart(self, letter: int) -> int | None:
        at = bisect_right(self._starts, letter) - 1
        if at < 0:
            return None
        block = self._blocks[at]
        return letter - block.a + block.b if letter < block.a + block.length else None

    def _rank(self, side: int, position: int) -> int:
        """Return how many letters stand before a position of text ``a`` (0) or ``b`` (1)."""
        return bisect_left((self._a_letters, self._b_letters)[side], position)


def _letters(text: str) -> list[int]:
    return [match.start() for match in _NOT_SPACE.finditer(text)]


def _stretch(letters: Sequence[int], first: int, end: int, length: int) -> Span:
    """Return the span of letters ``first`` to ``end``; an empty one stands before its next."""
    if first < end:
        return Span(letters[first], letters[end - 1] + 1)
    at = letters[first] if first < len(letters) else length
    return Span(at, at)


def _aligned(a: str, b: str, rank: Rank) -> list[Block]:
    a_words, b_words = list(_WORD.finditer(a)), list(_WORD.finditer(b))
    a_forms, b_forms = [w.group() for w in a_words], [w.group() for w in b_words]
    blocks: list[Block] = []
    for i, j in _same_words(a_forms, b_forms):
        at_a, at_b = rank(0, a_words[i].start()), rank(1, b_words[j].start())
        length = len(a_forms[i])
        last = blocks[-1] if blocks else None
        if last and last.a + last.length == at_a and last.b + last.length == at_b:
            blocks[-1] = last._replace(length=last.length + length)
        else:
            blocks.append(Block(at_a, at_b, length))
    return blocks


def _same_words(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Return pairs of places of the same word, rising on both sides."""
    pairs: list[tuple[int, int]] = []
    gaps = [(0, len(a), 0, len(b))]
    while gaps:
        a_start, a_end, b_start, b_end = gaps.pop()
        while a_start < a_end and b_start < b_end and a[a_start] == b[b_start]:
            pairs.append((a_start, b_start))
            a_start, b_start = a_start + 1, b_start + 1
        while a_start < a_end and b_start < b_end and a[a_end - 1] == b[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
            pairs.append((a_end, b_end))
        if a_start == a_end or b_start == b_end:
            continue
        anchors = _anchors(a, b, (a_start, a_end, b_start, b_end))
        if not anchors:
            if (a_end - a_start) * (b_end - b_start) <= _SMALL:
                pairs += _compared(a, b, (a_start, a_end, b_start, b_end))
            continue
        pairs += anchors
        bounds = [(a_start - 1, b_start - 1), *anchors, (a_end, b_end)]
        gaps += [(i + 1, next_i, j + 1, next_j) for (i, j), (next_i, next_j) in pairwise(bounds)]
    return sorted(pairs)


def _compared(
    a: Sequence[str], b: Sequence[str], gap: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    a_start, a_end, b_start, b_end = gap
    matcher = SequenceMatcher(None, a[a_start:a_end], b[b_start:b_end], autojunk=False)
    return [
        (a_start + block.a + n, b_start + block.b + n)
        for block in matcher.get_matching_blocks()
        for n in range(block.size)
    ]


def _anchors(
    a: Sequence[str], b: Sequence[str], gap: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    """Return the longest rising run of words that stand once on each side of a gap."""
    a_start, a_end, b_start, b_end = gap
    a_once, b_once = _once(a, a_start, a_end), _once(b, b_start, b_end)
    common = sorted((i, b_once[word]) for word, i in a_once.items() if word in b_once)
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(common):
        at = bisect_left(tails, j)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(j)
            ends.append(number)
        else:
            tails[at], ends[at] = j, number
    run: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(common[at])
        at = before[at]
    return run[::-1]


def _once(words: Sequence[str], start: int, end: int) -> dict[str, int]:
    seen: dict[str, int] = {}
    for at in range(start, end):
        word = words[at]
        seen[word] = -1 if word in seen else at
    return {word: at for word, at in seen.items() if at >= 0}
