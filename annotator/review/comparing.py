"""Where the annotators of an article differ, and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from annotator.core.entities import Entity
from annotator.core.quotes import Quote
from annotator.review.edges import edge_differences
from annotator.review.groups import Group, differing
from annotator.review.records import (
    Disagreement,
    EdgeDifference,
    Kind,
    MatchedArticle,
    Side,
    accepted_entities,
    accepted_quotes,
)


def disagreements(matched: MatchedArticle) -> list[Disagreement]:
    """Return where the annotators of an article differ, in reading order.

    An article that only one has annotated has none.
    """
    annotators = tuple(matched.sets)
    if len(annotators) < 2:
        return []
    sets = tuple(matched.sets.values())
    groups = [
        *differing([accepted_entities(article) for article in sets]),
        *differing([accepted_quotes(article) for article in sets]),
    ]
    found = [disagreement(matched, annotators, group) for group in groups]
    found = sorted(found, key=lambda d: (d.extent.start, d.is_quote, d.extent.end, d.kinds))
    if any(_is_copy(a, b) for a, b in pairwise(found)):
        found = list(_numbered(found))
    return found


def disagreement(matched: MatchedArticle, annotators: Sequence[str], group: Group) -> Disagreement:
    """Return what the records of a group differ in."""
    sides = tuple(map(Side, annotators, group))
    entities = [record for record in group if isinstance(record, Entity)]
    quotes = [record for record in group if isinstance(record, Quote)]
    kinds = tuple(_entity_kinds(entities)) or tuple(_quote_kinds(quotes))
    if not kinds:
        kinds = (Kind.EXTRA if group[0] is None else Kind.MISSING,)
    edges = _edges(matched.article.text, entities)
    return Disagreement(matched.article.id, sides, kinds, edges)


def between(matched: MatchedArticle, a: str, b: str) -> MatchedArticle:
    """Return the article with two of its annotators alone, in this order."""
    return replace(matched, sets={name: matched.sets[name] for name in (a, b)})


def likeness(text: str, found: Disagreement) -> tuple[object, ...]:
    """Return what two disagreements have in common that are decided alike.

    The same kinds, and the same string under the same label from the same annotators; of quotes,
    which may be long and never come again, the kinds and types.
    """
    sides = tuple((side.annotator, _likeness_of(text, side.record)) for side in found.sides)
    return (found.kinds, sides)


def _is_copy(a: Disagreement, b: Disagreement) -> bool:
    return a.extent == b.extent and a.kinds == b.kinds


def _numbered(found: Iterable[Disagreement]) -> Iterator[Disagreement]:
    seen: Counter[str] = Counter()
    for one in found:
        yield replace(one, copy=seen[one.key]) if seen[one.key] else one
        seen[one.key] += 1


def _likeness_of(text: str, record: Entity | Quote | None) -> tuple[str, ...] | None:
    match record:
        case Entity():
            return (record.label, record.span.of(text))
        case Quote():
            return (str(record.type),)
        case None:
            return None


def _entity_kinds(entities: Sequence[Entity]) -> Iterator[Kind]:
    if len({entity.label for entity in entities}) > 1:
        yield Kind.LABEL
    elif len({entity.span for entity in entities}) > 1:
        yield Kind.BOUNDARY


def _quote_kinds(quotes: Sequence[Quote]) -> Iterator[Kind]:
    if len({quote.content for quote in quotes}) > 1:
        yield Kind.QUOTE_CONTENT
    if len({quote.type for quote in quotes}) > 1:
        yield Kind.QUOTE_TYPE
    if len({quote.source for quote in quotes}) > 1:
        yield Kind.QUOTE_SOURCE
    if len({quote.cue for quote in quotes}) > 1:
        yield Kind.QUOTE_CUE


def _edges(text: str, entities: Iterable[Entity]) -> tuple[EdgeDifference, ...]:
    """Return how boundaries differ from those of the first annotator who has one, each once."""
    spans = [entity.span for entity in entities]
    found = (edge for other in spans[1:] for edge in edge_differences(text, spans[0], other))
    return tuple(dict.fromkeys(found))
