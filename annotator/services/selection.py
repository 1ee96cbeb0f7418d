"""What of a project is exported, and what the choice leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.quotes import Quote
from annotator.formats.base import loss

_STATUS, _LABEL = attrgetter("status"), attrgetter("label")


@dataclass(frozen=True, slots=True)
class Selection:
    """Whose work, articles and spans in which status; None is no condition.

    Without ``spans``, each format writes those that it is for (training formats accepted ones).
    ``meta`` names the metadata that go along.
    """

    annotator: str | None = None
    articles: frozenset[ArticleStatus] | None = None
    spans: frozenset[Status] | None = None
    meta: frozenset[str] | None = None


def with_statuses(article: AnnotatedArticle, statuses: frozenset[Status]) -> AnnotatedArticle:
    """Return the article with the spans and quotes in these statuses only."""
    if statuses.issuperset(_statuses(article)):
        return article
    quotes = [quote for quote in article.quotes if quote.status in statuses]
    ids = {None, *(quote.id for quote in quotes)}
    return replace(
        article,
        entities=tuple(entity for entity in article.entities if entity.status in statuses),
        quotes=tuple(
            quote if quote.nested_in in ids else replace(quote, nested_in=None) for quote in quotes
        ),
    )


def _statuses(article: AnnotatedArticle) -> set[Status]:
    return {*map(_STATUS, article.entities), *map(_STATUS, article.quotes)}


def left_out(article: AnnotatedArticle, statuses: frozenset[Status]) -> Iterator[Problem]:
    """Yield a notice for every span and quote that its status leaves out."""
    if statuses.issuperset(_statuses(article)):
        return
    records: list[Entity | Quote] = [*article.entities, *article.quotes]
    for record in records:
        if record.status not in statuses:
            what = QT_TRANSLATE_NOOP("messages", "Its status is {status}; not chosen.")
            args = message(what, status=record.status.value)
            yield loss("status", args, article, record, Severity.NOTICE)


def with_meta(article: AnnotatedArticle, names: frozenset[str] | None) -> AnnotatedArticle:
    """Return the article with the metadata of these names only; None are all."""
    own = article.article
    if names is None or own.meta.keys() <= names:
        return article
    meta = {name: value for name, value in own.meta.items() if name in names}
    return replace(article, article=replace(own, meta=meta))


def unknown_labels(article: AnnotatedArticle, known: frozenset[str]) -> Iterator[Problem]:
    """Yield a notice for every span whose label is not among ``known``."""
    if known.issuperset(map(_LABEL, article.entities)):
        return
    for entity in article.entities:
        if entity.label not in known:
            what = QT_TRANSLATE_NOOP(
                "messages", "The project's label set has no {label}; written as it is."
            )
            told = message(what, label=entity.label)
            yield loss("unknown_label", told, article, entity, Severity.NOTICE)
