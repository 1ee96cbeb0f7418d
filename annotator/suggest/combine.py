"""One list of suggestions from several engines.

Engines are of two kinds. A *reader* (``camel``, ``embedded``) is a model that judges every word in
its sentence. A *list* (``gazetteer``, ``organisations``, ``persons``) knows names and their forms.

The rule:

1. Where a reader ran, a list supports what a reader found, and is heard alone only where it is
   worth it (:data:`HEARD_ALONE`). Of what lists found where the embedded model found nothing, in
   63,000 words of news, press and encyclopedia, 19 of 90 places and 4 of 130 persons were right.
2. Against a reader, a list's organisation stays when it holds the reader's whole name
   (مجموعة مينسك, where the reader found مينسك). Any other suggestion of a list gives way.
3. Of two readers the first in :data:`READERS` has the last word: what overlaps its findings goes,
   what it did not find stays when the other is sure of it (:data:`SURE`).
4. The same span with the same label from several engines becomes one entity. It keeps every
   reason; its score is the probability that at least one engine is right, were they independent
   (``1 - (1 - a)(1 - b)``); its origin is that of the surest.
5. Of two entities that still overlap one stays: the one with the higher score, then the longer
   one, then the one of the engine that comes first. A person, place or organisation inside
   another name is therefore not suggested twice; people may still mark it by hand.
6. Quotes do not compete with entities. Of two quotes with the same content the surer stays.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.core.annotated import in_reading_order
from annotator.core.entities import Entity, Reason
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.suggest.base import Found

UNSCORED = 0.5
"""What counts for a suggestion whose engine gives no score."""

SHOWN_FROM = 0.35
"""Score from which suggestions are shown unless the user says otherwise.

Of 0.3, 0.4 and 0.5, the effort simulator (tests/benchmarks/effort.py) counts the fewest decisions
at the two lower ones, once the model has learned; before that they differ by 4 % at most.
"""

READERS = ("camel", "camel-int8", "embedded")
"""Ids of the models, the one that has the last word first."""

LISTS = frozenset({"gazetteer", "organisations", "persons"})
"""Ids of the engines that know names without reading the sentence."""

HEARD_ALONE: dict[tuple[str, str], tuple[tuple[float, float], ...]] = {
    ("gazetteer", "ORG"): ((0.9, 0.6),),
    ("organisations", "ORG"): ((0.7, 0.5), (0.6, 0.35)),
}
"""What no reader shares, by engine and label: from which score of its own, and what it gets.

Right in those texts were 34 of 55 listed names, 20 of 42 ministries and 15 of 68 other names by
form. These last get more than that, because the default guidelines ask for names that the
texts leave unmarked. A list's suggestion without a line here is dropped.
"""

HOLDING = 0.55
"""Score of a list's organisation that holds a reader's whole name: 39 of 72 were right, where the
reader was right in 9."""

SUPPORT = 0.25
"""What a list adds to a reader that found the same, on the scale of scores."""

SURE = 0.8
"""Score from which a reader is heard where the first reader found nothing."""


def combine(founds: Sequence[Found], engines: Collection[str] = ()) -> Found:
    """Return one result from those of several engines, listed in the order of the engines.

    ``engines`` are the ids of those that ran: a reader that found nothing has read, too.
    """
    entities = [entity for found in founds for entity in found.entities]
    ran = {*engines, *(entity.origin for entity in entities)}
    read = [name for name in READERS if name in ran]
    if read:
        entities = _heard(entities, read)
    quotes = _distinct_quotes(
        quote for engine, found in enumerate(founds) for quote in _renamed(found.quotes, engine)
    )
    nonquotes = {span for found in founds for span in found.nonquotes}
    return Found(
        in_reading_order(_without_overlaps(_merged(entities))),
        in_reading_order(quotes),
        tuple(sorted(nonquotes)),
    )


class _Row:
    """Spans that do not overlap each other, found by place."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        spans = sorted(entity.span for entity in entities)
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def overlapping(self, span: Span) -> list[Span]:
        """Return those that share a code point with ``span``."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return [Span(self._starts[at], self._ends[at]) for at in range(first, last)]


def _heard(entities: Sequence[Entity], readers: Sequence[str]) -> list[Entity]:
    """Return what rules 1 to 3 leave; lists have the scores that they deserve beside a reader."""
    read: list[Entity] = []
    for name in readers:
        before = _Row(_merged(read))
        known = {(entity.span, entity.label) for entity in read}
        read += [
            entity
            for entity in entities
            if entity.origin == name
            and (
                (entity.span, entity.label) in known
                or name == readers[0]
                or (_score(entity) >= SURE and not before.overlapping(entity.span))
            )
        ]
    row = _Row(_merged(read))
    known = {(entity.span, entity.label) for entity in read}
    listed: list[Entity] = []
    beaten: set[Span] = set()
    for entity in (entity for entity in entities if entity.origin in LISTS):
        alone = _score_alone(entity)
        below = row.overlapping(entity.span)
        if (entity.span, entity.label) in known:
            listed.append(replace(entity, score=SUPPORT))
        elif below and entity.label == "ORG" and all(_holds(entity.span, span) for span in below):
            beaten.update(below)
            listed.append(replace(entity, score=max(alone, HOLDING)))
        elif alone and not below:
            listed.append(replace(entity, score=alone))
    rest = [e for e in entities if e.origin not in LISTS and e.origin not in READERS]
    return [*(entity for entity in read if entity.span not in beaten), *listed, *rest]


def _score_alone(entity: Entity) -> float:
    """Return what a list's suggestion is worth beside readers that do not share it, 0 for none."""
    lines = HEARD_ALONE.get((entity.origin, entity.label), ())
    return next((worth for own, worth in lines if _score(entity) >= own), 0.0)


def _holds(outer: Span, inner: Span) -> bool:
    return outer != inner and outer.start <= inner.start and inner.end <= outer.end


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
