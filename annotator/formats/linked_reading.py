"""Spans and relations out of other tools' JSON, every value checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import repeat
from typing import Any

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.core.spans import Span
from annotator.formats.base import ReadOptions, relabelled
from annotator.formats.jsonl_checks import CheckedValues
from annotator.formats.linked import (
    UNSAID,
    LinkedSpan,
    Relation,
    make_linked_span,
    make_relation,
    unlinked,
)
from annotator.formats.span_columns import are_numbers, covered, spans_of, unusual_ones


class LinkedReader(CheckedValues):
    """Collects the spans and relations of one article; a wrong one is reported and left out.

    :meth:`begin` comes first. Span ids are whatever the file uses, as strings.
    """

    def begin(self, article: Article) -> None:
        """Read what follows as annotations of this article."""
        self._article_read = article
        self._article = article.id
        self.of_text(article.text)
        self._spans: dict[str, LinkedSpan] = {}
        self._relations: list[Relation] = []

    def add_span(
        self,
        span_id: Any,
        label: Any,
        start: Any,
        end: Any,
        *,
        quoted: Any = None,
        note: str = "",
        attributes: Mapping[str, str] = UNSAID,
        more: tuple[Span, ...] = (),
    ) -> None:
        """Take a span of code points; ``quoted`` is what the file says it covers, if it does."""
        name = str(span_id)
        if type(label) is not str or not label:
            self.refuse_value("label", label, name)
            return
        span = self.span(start, end, quoted, name, "span")
        if span is None:
            return
        if name in self._spans:
            what = QT_TRANSLATE_NOOP("messages", "Two spans have this id; the second is left out.")
            self.refuse("duplicate_id", message(what), name, span)
            return
        self._spans[name] = make_linked_span(name, label, span, attributes, note, more)

    def add_spans(
        self,
        ids: Iterable[Any],
        labels: Sequence[Any],
        starts: Sequence[Any],
        ends: Sequence[Any],
        *,
        quoted: Sequence[Any] | None = None,
        said: Iterable[tuple[Mapping[str, str], str]] | None = None,
    ) -> bool:
        """Take spans together if each is right as it stands; else none, for :meth:`add_span`.

        ``said`` are the attributes and the note of each, asked for when they are taken.
        """
        names = list(map(str, ids))
        new = set(names)
        if (
            set(map(type, labels)) != {str}
            or not all(labels)
            or len(new) != len(names)
            or not self._spans.keys().isdisjoint(new)
            or not are_numbers(starts, ends)
        ):
            return False
        spans = spans_of(starts, ends)
        found = covered(self._text, starts, ends)
        if found is None or quoted not in (None, found) or unusual_ones(spans, self._unusual):
            return False
        attributes, notes = zip(*said, strict=True) if said else (repeat(UNSAID), repeat(""))
        made = map(make_linked_span, names, labels, spans, attributes, notes)
        self._spans.update(zip(names, made, strict=True))
        return True

    def add_relation(self, kind: Any, start: Any, end: Any) -> None:
        """Take a relation between two spans that were taken; one that leads nowhere is reported."""
        ends = (str(start), str(end))
        if type(kind) is not str or not self._spans.keys() >= {*ends}:
            what = QT_TRANSLATE_NOOP(
                "messages", "The relation from {start} to {end} leads to no span; left out."
            )
            self.refuse("relation", message(what, start=ends[0], end=ends[1]))
            return
        self._relations.append(make_relation(kind, *ends))

    def finished(self, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the problems that were found, then the article."""
        yield from self.problems
        yield relabelled(self.made(), options.labels)

    def made(self) -> AnnotatedArticle:
        """Return the article with what was taken since :meth:`begin`."""
        article = AnnotatedArticle(self._article_read)
        return unlinked(article, self._spans.values(), self._relations)


def merged(article: AnnotatedArticle, other: AnnotatedArticle) -> AnnotatedArticle:
    """Return an article with the records of another one of the same text too, numbered on."""
    entities = (
        replace(entity, id=f"e{number}")
        for number, entity in enumerate(other.entities, len(article.entities) + 1)
    )
    new = {
        quote.id: f"q{number}" for number, quote in enumerate(other.quotes, len(article.quotes) + 1)
    }
    quotes = (
        replace(quote, id=new[quote.id], nested_in=new.get(quote.nested_in or ""))
        for quote in other.quotes
    )
    return replace(
        article,
        entities=in_reading_order((*article.entities, *entities)),
        quotes=in_reading_order((*article.quotes, *quotes)),
    )
