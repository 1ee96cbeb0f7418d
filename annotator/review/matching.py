"""Which span of one annotator answers which of another: the ground of scores and differences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from annotator.core.spans import Span


class Labelled(NamedTuple):
    """A span under a label. Two of them are the same when all three numbers and names are."""

    span: Span
    label: str


class DifferenceKind(StrEnum):
    """How two annotators differ about an entity (CONTRACTS: ``compare --json``)."""

    BOUNDARY = "boundary"
    LABEL = "label"
    MISSING = "missing"
    EXTRA = "extra"


class Pair(NamedTuple):
    """One of A beside the one of B that answers it; either is None when nothing does."""

    a: Labelled | None
    b: Labelled | None

    @property
    def kind(self) -> DifferenceKind | None:
        """How the two differ, or None when they agree.

        Where both the label and the edges differ the label counts: it is the graver one.
        ``missing`` means that B has not what A has, ``extra`` the reverse.
        """
        if self.a is None:
            return DifferenceKind.EXTRA
        if self.b is None:
            return DifferenceKind.MISSING
        if self.a.label != self.b.label:
            return DifferenceKind.LABEL
        return DifferenceKind.BOUNDARY if self.a.span != self.b.span else None


def pair_up(a: Iterable[Labelled], b: Iterable[Labelled]) -> list[Pair]:
    """Pair every span of ``a`` and of ``b`` with at most one of the other side, in reading order.

    Identical ones first (two stacked copies need two partners), then the same span under another
    label, then the same label overlapping, then what merely overlaps; in each the largest
    intersection over union first, earlier spans before later ones.
    """
    a_left, b_left = sorted(a), sorted(b)
    pairs = [Pair(same, same) for same in (Counter(a_left) & Counter(b_left)).elements()]
    for same in [pair.a for pair in pairs if pair.a is not None]:
        a_left.remove(same)
        b_left.remove(same)
    for left, right in _best_first(_candidates(a_left, b_left)):
        if left in a_left and right in b_left:
            a_left.remove(left)
            b_left.remove(right)
            pairs.append(Pair(left, right))
    pairs += [Pair(left, None) for left in a_left]
    pairs += [Pair(None, right) for right in b_left]
    return sorted(pairs, key=_place)


def overlapping(a: Iterable[Labelled], b: Iterable[Labelled]) -> int:
    """Count pairs of the same label that share at least one code point.

    Each span is in one pair at most. Identical ones answer each other; of the others there are as
    many pairs as there can be. Whoever ends first takes whoever ends first among those that
    answer it: what overlaps that one overlaps all others too, so nothing is lost.
    """
    ours, theirs = Counter(a), Counter(b)
    same = ours & theirs
    ends = sorted(
        (label, span.end, span.start, side)
        for side, spans in enumerate((ours - same, theirs - same))
        for span, label in spans.elements()
    )
    longest = max((end - start for _, end, start, _ in ends), default=0)
    taken = [False] * len(ends)
    matched = same.total()
    for at, (label, end, _, side) in enumerate(ends):
        if taken[at]:
            continue
        for other in range(at + 1, len(ends)):
            other_label, other_end, other_start, other_side = ends[other]
            if other_label != label or other_end - longest >= end:
                break
            if other_side != side and not taken[other] and other_start < end:
                taken[other] = True
                matched += 1
                break
    return matched


def overlap_ratio(a: Span, b: Span) -> float:
    """Return intersection over union of two spans, 0 when they share nothing."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / (max(a.end, b.end) - min(a.start, b.start)) if shared > 0 else 0.0


def _candidates(a: Sequence[Labelled], b: Sequence[Labelled]) -> list[tuple[Labelled, Labelled]]:
    """Return the overlapping pairs. Both sides are sorted, so a window moves along ``b``."""
    longest = max((right.span.end - right.span.start for right in b), default=0)
    found: list[tuple[Labelled, Labelled]] = []
    first = 0
    for left in a:
        while first < len(b) and b[first].span.start + longest <= left.span.start:
            first += 1
        for right in b[first:]:
            if right.span.start >= left.span.end:
                break
            if left.span.overlaps(right.span):
                found.append((left, right))
    return found


def _best_first(
    pairs: list[tuple[Labelled, Labelled]],
) -> list[tuple[Labelled, Labelled]]:
    def rank(pair: tuple[Labelled, Labelled]) -> tuple[bool, bool, float, Labelled, Labelled]:
        left, right = pair
        return (
            left.span != right.span,
            left.label != right.label,
            -overlap_ratio(left.span, right.span),
            left,
            right,
        )

    return sorted(pairs, key=rank)


def _place(pair: Pair) -> tuple[Labelled, bool]:
    first = min(side for side in pair if side is not None)
    return (first, pair.a is None)
