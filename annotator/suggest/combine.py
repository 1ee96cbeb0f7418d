"""One list of suggestions from several engines.

The rule:

1. The same span with the same label from several engines becomes one entity. It keeps every
   reason; its score is the probability that at least one engine is right, were they independent
   (``1 - (1 - a)(1 - b)``); its origin is that of the surest.
2. Of two entities that overlap in any other way one stays: the one with the higher score, then
   the longer one, then the one of the engine that comes first. A person, place or organisation
   inside another name is therefore not suggested twice; people may still mark it by hand.
3. Quotes do not compete with entities. Of two quotes with the same content the surer stays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.core.annotated import in_reading_order
from annotator.core.entities import Entity, Reason
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.suggest.base import Found

UNSCORED = 0.5
"""What counts for a suggestion whose engine gives no score."""


def combine(founds: Sequence[Found]) -> Found:
    """Return one result from those of several engines, listed in the order of the engines."""
    entities = _without_overlaps(_merged(entity for found in founds for entity in found.entities))
    quotes = _distinct_quotes(
        quote for engine, found in enumerate(founds) for quote in _renamed(found.quotes, engine)
    )
    nonquotes = {span for found in founds for span in found.nonquotes}
    return Found(in_reading_order(entities), in_reading_order(quotes), tuple(sorted(nonquotes)))


def _merged(entities: Iterable[Entity]) -> list[Entity]:
    merged: dict[tuple[Span, str], Entity] = {}
    for entity in entities:
        key = (entity.span, entity.label)
        known = merged.get(key)
        merged[key] = entity if known is None else _both(known, entity)
    return list(merged.values())


def _both(first: Entity, second: Entity) -> Entity:
    surer = second if _score(second) > _score(first) else first
    reasons: dict[Reason, None] = dict.fromkeys(first.reasons + second.reasons)
    together = 1 - (1 - _score(first)) * (1 - _score(second))
    return replace(surer, id=first.id, score=round(together, 4), reasons=tuple(reasons))


def _without_overlaps(entities: list[Entity]) -> list[Entity]:
    """Return the entities that stay; ``entities`` are in the order of the engines."""
    ranked = sorted(entities, key=lambda e: (-_score(e), e.span.start - e.span.end))
    kept: list[Entity] = []
    starts: list[int] = []
    for entity in ranked:
        place = bisect_left(starts, entity.span.end)
        if place and kept[place - 1].span.end > entity.span.start:
            continue
        place = bisect_left(starts, entity.span.start)
        starts.insert(place, entity.span.start)
        kept.insert(place, entity)
    return kept


def _renamed(quotes: Iterable[Quote], engine: int) -> Iterator[Quote]:
    """Yield quotes with ids that no other engine gives."""
    for quote in quotes:
        outer = quote.nested_in and f"{engine}-{quote.nested_in}"
        yield replace(quote, id=f"{engine}-{quote.id}", nested_in=outer)


def _distinct_quotes(quotes: Iterable[Quote]) -> list[Quote]:
    best: dict[tuple[Span, ...], Quote] = {}
    for quote in quotes:
        known = best.get(quote.content)
        if known is None or (quote.score or UNSCORED) > (known.score or UNSCORED):
            best[quote.content] = quote
    return list(best.values())


def _score(entity: Entity) -> float:
    return UNSCORED if entity.score is None else entity.score
