"""Which quote lies inside which, and which of two that collide stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.core.annotated import in_reading_order
from annotator.core.quotes import Quote


def nested(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return the quotes in reading order with ``nested_in`` set.

    Of two with the same extent or with crossing ones the one with the higher score stays.
    """
    found: list[Quote] = []
    for cluster in _clusters(in_reading_order(quotes)):
        kept: list[Quote] = []
        for quote in sorted(cluster, key=lambda q: -(q.score or 0.0)):
            if not any(_collide(quote, other) for other in kept):
                kept.append(quote)
        found += [replace(quote, nested_in=_around(quote, kept)) for quote in kept]
    return in_reading_order(found)


def _clusters(ordered: Iterable[Quote]) -> Iterator[list[Quote]]:
    """Yield runs of quotes whose extents hang together; only those can collide or nest."""
    cluster: list[Quote] = []
    end = 0
    for quote in ordered:
        if cluster and quote.extent.start >= end:
            yield cluster
            cluster = []
        cluster.append(quote)
        end = max(end, quote.extent.end)
    if cluster:
        yield cluster


def _collide(a: Quote, b: Quote) -> bool:
    return a.extent == b.extent or a.extent.crosses(b.extent)


def _around(quote: Quote, others: Iterable[Quote]) -> str | None:
    holding = [o for o in others if o is not quote and o.extent.covers(quote.extent)]
    inner = min(holding, key=lambda o: o.extent.end - o.extent.start, default=None)
    return inner.id if inner is not None else None
