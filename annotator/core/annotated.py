"""One annotator's work on one article: immutable, the single truth that views render."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, TypeVar

from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.core.verdicts import Verdict

R = TypeVar("R", Entity, Quote)

_sort_key = attrgetter("sort_key")


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with one annotation set. Entities and quotes are kept in reading order.

    ``nonquotes`` are marked strings that are no quotes (titles, scare quotes), kept as
    negatives. ``revision`` grows with every applied edit, undo and redo; late results of
    background work carry the revision that they were made for. ``note`` and ``flags`` are what
    the annotator says of the article as a whole. ``verdicts`` are a reviewer's: what was decided
    where annotators differ.
    """

    article: Article
    annotator: str = ""
    status: ArticleStatus = ArticleStatus.NEW
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    nonquotes: tuple[Span, ...] = ()
    revision: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    flags: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    _pending: tuple[Entity | Quote, ...] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    @property
    def text(self) -> str:
        """The article's stored text."""
        return self.article.text

    def entity(self, entity_id: str) -> Entity | None:
        """Return the entity with that id, or None."""
        return next((e for e in self.entities if e.id == entity_id), None)

    def quote(self, quote_id: str) -> Quote | None:
        """Return the quote with that id, or None."""
        return next((q for q in self.quotes if q.id == quote_id), None)

    def verdict(self, disagreement: str) -> Verdict | None:
        """Return what was said of the disagreement with that key, decided or not, or None."""
        return next((v for v in self.verdicts if v.id == disagreement), None)

    def entities_at(self, position: int) -> tuple[Entity, ...]:
        """Return the entities that cover code point ``position``, rejected ones left out."""
        return tuple(
            e
            for e in self.entities
            if e.span.start <= position < e.span.end and e.status is not Status.REJECTED
        )

    def pending(self) -> tuple[Entity | Quote, ...]:
        """Return what waits for a decision, entities and quotes together in reading order."""
        if self._pending is None:
            waiting: list[Entity | Quote] = [
                e for e in self.entities if e.status is Status.SUGGESTED
            ]
            waiting += [q for q in self.quotes if q.status is Status.SUGGESTED]
            # Every view asks for it at every decision; what is immutable can remember.
            object.__setattr__(self, "_pending", tuple(sorted(waiting, key=_sort_key)))
        assert self._pending is not None
        return self._pending


def in_reading_order(records: Iterable[R]) -> tuple[R, ...]:
    """Return entities or quotes sorted as an :class:`AnnotatedArticle` keeps them."""
    return tuple(sorted(records, key=_sort_key))


def next_id(prefix: str, taken: tuple[Entity, ...] | tuple[Quote, ...]) -> str:
    """Return ``prefix`` with the first number above every one in use (``e12``)."""
    numbers = [
        int(rest)
        for record in taken
        if record.id.startswith(prefix) and (rest := record.id[len(prefix) :]).isdecimal()
    ]
    return f"{prefix}{max(numbers, default=0) + 1}"
