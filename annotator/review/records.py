"""What a review is made of: articles with all their annotators, and where these differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote
from annotator.core.spans import Span

Record = Entity | Quote


class Kind(StrEnum):
    """How annotators differ (CONTRACTS: ``compare --json``).

    ``missing``: somebody has not what the first annotator has; ``extra``: the first has not
    what another one has. Both are said of entities and of whole quotes, where those who have
    one agree.
    """

    LABEL = "label"
    BOUNDARY = "boundary"
    MISSING = "missing"
    EXTRA = "extra"
    QUOTE_CONTENT = "quote_content"
    QUOTE_TYPE = "quote_type"
    QUOTE_SOURCE = "quote_source"
    QUOTE_CUE = "quote_cue"


class Edge(StrEnum):
    """Which end of a span."""

    START = "start"
    END = "end"


class EdgeKind(StrEnum):
    """What lies between two annotators' edges: what one took in and the other left out."""

    CLITIC = "clitic"
    ARTICLE = "article"
    TITLE = "title"
    MARK = "mark"
    WORD = "word"
    WORDS = "words"
    LETTERS = "letters"


class EdgeDifference(NamedTuple):
    """An edge on which spans differ. ``between`` is the stretch that one of them covers more."""

    edge: Edge
    kind: EdgeKind
    between: Span


@dataclass(frozen=True, slots=True)
class MatchedArticle:
    """One article with the sets of all who annotated it, every offset on the same text.

    ``sets`` is by annotator, in the order of the review; who had not the article is absent.
    """

    article: Article
    sets: Mapping[str, AnnotatedArticle]


class Side(NamedTuple):
    """One annotator in a disagreement; ``record`` is None where they marked nothing."""

    annotator: str
    record: Record | None


@dataclass(frozen=True)
class Disagreement:
    """A place of one article where annotators differ.

    ``sides`` are all annotators of the article, in order, at most one record each, all of them
    entities or all of them quotes. ``kinds`` is not empty and starts with the gravest; an entity
    has one, a quote as many as it differs in. ``edges`` says how boundaries differ. ``copy``
    counts, from 0, those that say the very same: stacked copies that somebody has not.
    """

    article: str
    sides: tuple[Side, ...]
    kinds: tuple[Kind, ...]
    edges: tuple[EdgeDifference, ...] = ()
    copy: int = 0

    @property
    def kind(self) -> Kind:
        """The gravest of the kinds."""
        return self.kinds[0]

    @property
    def records(self) -> tuple[Record, ...]:
        """What the annotators marked, in their order."""
        return tuple(side.record for side in self.sides if side.record is not None)

    @property
    def is_quote(self) -> bool:
        """Whether quotes differ, not entities."""
        return isinstance(self.records[0], Quote)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels given (the types, of quotes), each once, in the order of annotators."""
        return tuple(dict.fromkeys(label_of(record) for record in self.records))

    @cached_property
    def extent(self) -> Span:
        """From the first code point that somebody marked to the last (contents, of quotes)."""
        extents = [extent_of(record) for record in self.records]
        return Span(min(e.start for e in extents), max(e.end for e in extents))

    @cached_property
    def key(self) -> str:
        """What names the disagreement in its article: made of who marked what, so it lasts."""
        told = repr((self.copy, [(side.annotator, identity(side.record)) for side in self.sides]))
        return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def label_of(record: Record) -> str:
    """Return an entity's label, a quote's type."""
    return record.label if isinstance(record, Entity) else str(record.type)


def extent_of(record: Record) -> Span:
    """Return an entity's span, the extent of a quote's content."""
    return record.span if isinstance(record, Entity) else record.extent


def identity(record: Record | None) -> tuple[Any, ...] | None:
    """Return what makes two records the same for a review; ids, notes and times do not.

    Of a quote: type, content, cue and who said it; ``verbatim`` follows from the text and the
    marks, ``via`` and ``addressee`` are not asked of annotators.
    """
    if isinstance(record, Entity):  # no match statement: this is asked of every record, often
        return (record.span, record.label)
    if record is None:
        return None
    return (record.type.value, record.content, record.cue, record.source)


def accepted_entities(article: AnnotatedArticle) -> tuple[Entity, ...]:
    """Return what the annotator stands for: suggestions and what was rejected do not count."""
    return tuple(e for e in article.entities if e.status is Status.ACCEPTED)


def accepted_quotes(article: AnnotatedArticle) -> tuple[Quote, ...]:
    """Return the quotes that the annotator stands for."""
    return tuple(q for q in article.quotes if q.status is Status.ACCEPTED)
