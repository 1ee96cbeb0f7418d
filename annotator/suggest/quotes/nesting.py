"""Which quote lies inside which, and which of two that collide stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotator.core.annotated import in_reading_order
from annotator.core.quotes import Quote


def nested(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return the quotes in reading order with ``nested_in`` set.

    Of two with the same content or with crossing content the one with the higher score stays.
    """
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda q: (-(q.score or 0.0), q.sort_key)):
        if not any(_collide(quote, other) for other in kept):
            kept.append(quote)
    return tuple(replace(q, nested_in=_around(q, kept)) for q in in_reading_order(kept))


def _collide(a: Quote, b: Quote) -> bool:
    return a.extent == b.extent or a.extent.crosses(b.extent)


def _around(quote: Quote, others: Iterable[Quote]) -> str | None:
    holding = [
        other for other in others
        if other is not quote and other.extent.covers(quote.extent)
    ]  # fmt: skip
    inner = min(holding, key=lambda o: o.extent.end - o.extent.start, default=None)
    return inner.id if inner is not None else None
