"""Which records of several annotators answer each other: groups of at most one from each.

The same as :func:`annotator.review.matching.pair_up` for two annotators, for any number.
Identical records come together first (stacked copies need as many partners), then groups that
overlap, the nearest first, as long as no annotator would be in one twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from annotator.core.entities import Entity
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.review.matching import overlap_ratio
from annotator.review.records import Record, extent_of, identity, label_of

Group = tuple[Record | None, ...]
"""One record or None for each annotator, in order; never None for all."""

Rank = tuple[bool, bool, float]
"""How near two records are, the nearest least."""


def grouped(sets: Sequence[Iterable[Record]]) -> list[Group]:
    """Group the records of one set an annotator, all entities or all quotes, in reading order."""
    return _grouped(_identical(sets), len(sets))


def differing(sets: Sequence[Sequence[Record]]) -> list[Group]:
    """Return those groups of :func:`grouped` in which the annotators do not all have the same.

    Faster: what all have the same is put aside before anything is paired.
    """
    found = [{identity(record): record for record in records} for records in sets]
    if any(len(a) != len(b) for a, b in zip(found, sets, strict=True)):  # stacked copies
        return [group for group in grouped(sets) if not is_agreed(group)]
    agreed = set(found[0]).intersection(*found[1:])
    rest = [[record for same, record in one.items() if same not in agreed] for one in found]
    return _grouped(_identical(rest), len(sets))


def _grouped(clusters: list[dict[int, Record]], everyone: int) -> list[Group]:
    open_ = [number for number, cluster in enumerate(clusters) if len(cluster) < everyone]
    leaders = list(range(len(clusters)))

    def leader(number: int) -> int:
        while leaders[number] != number:
            number = leaders[number]
        return number

    for _, first, second in _candidates(clusters, open_):
        into, out_of = leader(first), leader(second)
        if into != out_of and clusters[into].keys().isdisjoint(clusters[out_of]):
            clusters[into] |= clusters[out_of]
            leaders[out_of] = into
    kept = [clusters[n] for n in range(len(clusters)) if leaders[n] == n]
    groups = [tuple(cluster.get(n) for n in range(everyone)) for cluster in kept]
    return sorted(groups, key=_place)


def is_agreed(group: Group) -> bool:
    """Whether all annotators have the same."""
    first = identity(group[0])
    return first is not None and all(identity(record) == first for record in group[1:])


def content_ratio(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Return intersection over union of two lists of disjoint spans, in code points."""
    shared = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    whole = sum(s.end - s.start for s in a) + sum(s.end - s.start for s in b) - shared
    return shared / whole if shared else 0.0


def _identical(sets: Sequence[Iterable[Record]]) -> list[dict[int, Record]]:
    """Return the records by annotator, those that are the same together."""
    found: dict[Any, list[dict[int, Record]]] = {}
    for annotator, records in enumerate(sets):
        copies: dict[Any, int] = {}
        for record in records:
            same = identity(record)
            clusters = found.setdefault(same, [])
            copy = copies.get(same, 0)
            copies[same] = copy + 1
            if copy == len(clusters):
                clusters.append({})
            clusters[copy][annotator] = record
    return [cluster for clusters in found.values() for cluster in clusters]


def _candidates(
    clusters: Sequence[dict[int, Record]], open_: Iterable[int]
) -> list[tuple[Rank, int, int]]:
    """Return the clusters that overlap and share no annotator, the nearest first."""
    firsts = [(number, next(iter(clusters[number].values()))) for number in open_]
    placed = sorted(((*extent_of(record), number, record) for number, record in firsts), key=_edges)
    found: list[tuple[Rank, int, int]] = []
    for at, (_, end, number, record) in enumerate(placed):
        for start, _, other, beside in placed[at + 1 :]:
            if start >= end:
                break
            if not clusters[number].keys().isdisjoint(clusters[other]):
                continue
            rank = _RANKS[type(record)](record, beside)
            if rank is not None:
                found.append((rank, number, other))
    return sorted(found)


def _edges(placed: tuple[int, int, int, Record]) -> tuple[int, int, int]:
    return placed[:3]


def _entity_rank(a: Entity, b: Entity) -> Rank | None:
    ratio = overlap_ratio(a.span, b.span)
    return (a.span != b.span, a.label != b.label, -ratio) if ratio else None


def _quote_rank(a: Quote, b: Quote) -> Rank | None:
    ratio = content_ratio(a.content, b.content)
    return (a.content != b.content, a.type != b.type, -ratio) if ratio else None


_RANKS: dict[type[Record], Callable[[Any, Any], Rank | None]] = {
    Entity: _entity_rank,
    Quote: _quote_rank,
}


def _place(group: Group) -> tuple[int, int, str]:
    present = [record for record in group if record is not None]
    start = min(extent_of(record).start for record in present)
    return (start, -max(extent_of(record).end for record in present), label_of(present[0]))
