"""What of a project is exported, and what the choice leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.quotes import Quote
from annotator.formats.base import loss


@dataclass(frozen=True, slots=True)
class Selection:
    """Whose work, articles and spans in which status; None is no condition.

    Without ``spans``, each format writes those that it is for (training formats accepted ones).
    """

    annotator: str | None = None
    articles: frozenset[ArticleStatus] | None = None
    spans: frozenset[Status] | None = None


def with_statuses(article: AnnotatedArticle, statuses: frozenset[Status]) -> AnnotatedArticle:
    """Return the article with the spans and quotes in these statuses only."""
    if len(statuses) == len(Status):
        return article
    quotes = [quote for quote in article.quotes if quote.status in statuses]
    ids = {quote.id for quote in quotes}
    return replace(
        article,
        entities=tuple(entity for entity in article.entities if entity.status in statuses),
        quotes=tuple(
            quote if quote.nested_in in ids else replace(quote, nested_in=None) for quote in quotes
        ),
    )


def left_out(article: AnnotatedArticle, statuses: frozenset[Status]) -> Iterator[Problem]:
    """Yield a notice for every span and quote that its status leaves out."""
    if len(statuses) == len(Status):
        return
    records: list[Entity | Quote] = [*article.entities, *article.quotes]
    for record in records:
        if record.status not in statuses:
            what = QT_TRANSLATE_NOOP("messages", "Its status is {status}; not chosen.")
            args = message(what, status=record.status.value)
            yield loss("status", args, article, record, Severity.NOTICE)


def fingerprint(article: AnnotatedArticle, *, whole: bool) -> int:
    """Return a number by which an article read back is compared with the one written.

    ``whole`` takes every value in; else it is the text, the labelled spans of entities, quotes.
    """
    if not whole:
        entities = tuple((e.span, e.label) for e in article.entities)
        return hash((article.text, entities, _quotes_values(article), article.nonquotes))
    own = article.article
    return hash(
        (
            (own.id, own.sha256, own.title, repr(own.meta), repr(article.extra)),
            (article.note, article.flags),
            (article.annotator, article.status, article.nonquotes),
            tuple(_entity_values(entity) for entity in article.entities),
            _quotes_values(article),
        )
    )


def _entity_values(entity: Entity) -> tuple[Any, ...]:
    return (
        (entity.id, entity.span, entity.label, entity.status, entity.origin, entity.score),
        (entity.annotator, entity.note, entity.created, entity.modified, entity.reasons),
        entity.flags,
        repr(entity.extra) if entity.extra else "",
    )


_QUOTE_VALUES = attrgetter(*(field.name for field in fields(Quote) if field.name != "extra"))


def _quotes_values(article: AnnotatedArticle) -> tuple[Any, ...]:
    return tuple(
        (_QUOTE_VALUES(quote), repr(quote.extra) if quote.extra else "") for quote in article.quotes
    )
