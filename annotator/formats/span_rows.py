"""Annotated articles as two tables: the articles, and their spans, one a row.

A span's row repeats the string that it covers, so that the table of spans is of use by itself.
``article`` is the number of the article's row, ``span`` that of the span in its article. Parts of
quotes are spans of their own; ``links`` says to which quote a span belongs and as what
(``speaker:3`` is the speaker of the quote whose first span is 3).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.problems import Problem
from annotator.formats.base import (
    ACCEPTED_ONLY,
    Prepared,
    ReadOptions,
    WriteOptions,
    relabelled,
)
from annotator.formats.extras import no_unicode
from annotator.formats.json_items import json_line
from annotator.formats.linked import Carries, linked, unlinked
from annotator.formats.linked_reading import LinkedReader
from annotator.formats.strict_json import StrictDecoder

ARTICLES, SPANS = "articles", "spans"
"""The names of the two files, without suffix."""

ARTICLE_COLUMNS = ("article", "article_id", "title", "text", "meta")
SPAN_COLUMNS = (
    "article", "article_id", "span", "start", "end", "label", "text", "links", "attributes", "note",
)  # fmt: skip
NUMBERS = frozenset({"article", "span", "start", "end"})
"""The columns that hold numbers; all others hold text."""

Row = dict[str, Any]
_CARRIES = Carries.RELATIONS | Carries.ATTRIBUTES | Carries.NOTES


class Rows(NamedTuple):
    """The row of an article and those of its spans, without the article's number.

    ``mark`` is as in WriteOptions.
    """

    article: Row
    spans: list[Row]
    mark: bool


class SpanTables:
    """What the formats of two tables share; ``suffix`` is that of their files."""

    lossless = False
    folder = True
    statuses = ACCEPTED_ONLY
    keeps = frozenset({"text", "article_id", "title", "meta", "note", "quote_note"})
    suffix = ""

    def belongs(self, name: str, beside: Collection[str]) -> bool:
        """Whether a file holds the spans of articles beside it."""
        return name == SPANS + self.suffix and ARTICLES + self.suffix in beside

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's rows, and what has no place in them."""
        if (refused := no_unicode(article, whole=True)) is not None:
            return refused
        named = relabelled(article, options.labels)
        made = linked(named, _CARRIES)
        carried = unlinked(AnnotatedArticle(article.article), made.spans, made.relations)
        numbers = {span.id: number for number, span in enumerate(made.spans, 1)}
        links: dict[str, list[str]] = {}
        for relation in made.relations:
            told = f"{relation.type}:{numbers[relation.start]}"
            links.setdefault(relation.end, []).append(told)
        own = article.article
        spans = [
            {
                "article_id": own.id,
                "span": numbers[span.id],
                "start": span.span.start,
                "end": span.span.end,
                "label": span.label,
                "text": span.span.of(own.text),
                "links": " ".join(links.get(span.id, ())),
                "attributes": " ".join(f"{key}={span.attributes[key]}" for key in span.attributes),
                "note": span.note,
            }
            for span in made.spans
        ]
        meta = json_line(dict(own.meta)).decode().rstrip("\n") if own.meta else ""
        row = {"article_id": own.id, "title": own.title, "text": own.text, "meta": meta}
        return Prepared(Rows(row, spans, options.mark), made.losses, carried)


def numbered(articles: Iterable[Prepared]) -> Iterator[Rows]:
    """Yield the rows of articles with the article's number in each."""
    written = (each.content for each in articles if each.content is not None)
    for number, (article, spans, mark) in enumerate(written, 1):
        place = {"article": number}
        yield Rows(place | article, [place | span for span in spans], mark)


def articles_of(
    name: str, articles: Iterable[tuple[int, Row]], spans: SpansByArticle, options: ReadOptions
) -> Iterator[AnnotatedArticle | Problem]:
    """Yield the articles of two tables, each row with its line, after the problems in its rows."""
    for line, row in articles:
        reader = LinkedReader(name, line)
        text = row.get("text")
        if type(text) is not str:
            reader.refuse_value("text", text)
            yield from reader.problems
            continue
        title, id_ = reader.string(row, "title", ""), reader.string(row, "article_id", "")
        reader.begin(Article(id_, text, title, _meta(reader, row)))
        _add(reader, spans.of(row.get("article")))
        yield from reader.finished(options)


class SpansByArticle:
    """Rows of spans for one article after the other.

    With ``ordered``, for which articles and rows must both come in order, only the rows of one
    article are held at a time; else all are.
    """

    def __init__(self, rows: Iterator[Row], *, ordered: bool) -> None:
        self._rows = rows
        self._next: Row | None = None
        self._held: dict[Any, list[Row]] | None = None
        if not ordered:
            self._held = {}
            for row in rows:
                self._held.setdefault(row.get("article"), []).append(row)

    def of(self, article: Any) -> list[Row]:
        """Return the rows of an article, each of which is asked for once and in order."""
        if self._held is not None:
            return self._held.pop(article, [])
        found: list[Row] = []
        if type(article) is not int:
            return found
        while (row := self._next or next(self._rows, None)) is not None:
            self._next = None
            number = row["article"]
            if number > article:
                self._next = row
                break
            if number == article:
                found.append(row)
        return found


def in_order(rows: Iterable[Row]) -> bool:
    """Whether rows come in the order of their articles' numbers."""
    last = 0
    for row in rows:
        number = row.get("article")
        if type(number) is not int or number < last:
            return False
        last = number
    return True


def _meta(reader: LinkedReader, row: Row) -> dict[str, Any]:
    value = row.get("meta") or "{}"
    try:
        return reader.container({"meta": StrictDecoder().decode(value)}, "meta", dict)
    except (ValueError, TypeError, RecursionError):
        reader.change_value("meta", value)
        return {}


def _add(reader: LinkedReader, rows: Iterable[Row]) -> None:
    links: list[tuple[str, Any, Any]] = []
    for row in rows:
        number = row.get("span")
        pairs = (told.partition("=") for told in (row.get("attributes") or "").split())
        reader.add_span(
            number,
            row.get("label"),
            row.get("start"),
            row.get("end"),
            quoted=row.get("text"),
            note=row.get("note") or "",
            attributes={key: value for key, _, value in pairs},
        )
        told_links = row.get("links")
        for told in told_links.split() if type(told_links) is str else ():
            kind, _, quote = told.rpartition(":")
            links.append((kind, quote, number))
    for link in links:
        reader.add_relation(*link)
