"""Data set folders for Hugging Face ``datasets``: rows as Parquet or JSONL, and their card.

One row an article: its text, our tokens with offsets and one tag each, all entities and quotes.
``tokens`` are cut at entity edges; ``ner_tags`` are numbers whose names stand in the card
(README.md), where ``load_dataset(folder)`` finds them. A label keeps its numbers in every part of
a split, because those of the project come first. Entities and quotes have the keys of our own
JSONL.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from annotator.arabic.tokens import Token, cut_at, tokenize
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.core.tags import TagScheme, TokenSpan, spans_to_tags
from annotator.formats.base import (
    ACCEPTED_ONLY,
    Prepared,
    ReadOptions,
    TokenPolicy,
    WriteOptions,
    loss,
    relabelled,
)
from annotator.formats.cuts import Cut, line_cuts
from annotator.formats.extras import needed, no_unicode
from annotator.formats.huggingface_card import CARD, card, names_in, tag_names
from annotator.formats.huggingface_reading import RowReader, names_beside
from annotator.formats.json_items import first_keys, json_items, json_line
from annotator.formats.jsonl_keys import OFFSET_UNIT
from annotator.formats.jsonl_writing import quote_to_json
from annotator.formats.notes import article_note_losses, note_losses
from annotator.formats.parquet import PARQUET, ROWS_AT_ONCE, ParquetRows, group_cuts, parquet_rows
from annotator.formats.source import Head, Source

_OF_TAGS = frozenset({"tokens", "ner_tags"})
_FIRST = frozenset({"id", "title", "offset_unit"})
_QUOTE = (
    "id", "type", "content", "text", "cue", "source", "speaker", "verbatim", "nested_in",
    "closed", "via", "addressee", "nonfact", "optional", "note",
)  # fmt: skip


class _Row(NamedTuple):
    """A row with its tags by name, and the names that come first."""

    values: dict[str, Any]
    names: tuple[str, ...]
    scheme: TagScheme


class _HuggingFace(ABC):
    """What the two kinds of rows share."""

    lossless = False
    folder = True
    heeds = frozenset({"scheme", "tokens"})
    statuses = ACCEPTED_ONLY
    keeps = frozenset(
        {"text", "article_id", "title", "meta", "id", "note", "quote_id", "quote_note"}
    )
    data = ""

    def belongs(self, name: str, beside: Collection[str]) -> bool:
        """Whether a file is the card of a data set."""
        return name == CARD and self.data in beside

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's row, and what has no place in it."""
        if (refused := no_unicode(article, whole=True)) is not None:
            return refused
        named = relabelled(article, options.labels)
        losses: list[Problem] = []
        tokens, tags = _tagged(named, options, losses)
        own = named.article
        values = {
            "id": own.id,
            "title": own.title,
            "offset_unit": OFFSET_UNIT,
            "text": own.text,
            "tokens": [token.text for token in tokens],
            "token_starts": [token.start for token in tokens],
            "token_ends": [token.end for token in tokens],
            "ner_tags": tags,
            "entities": [_entity(entity, own.text) for entity in named.entities],
            "quotes": [_quote(quote, own.text) for quote in named.quotes],
            "meta": json_line(dict(own.meta)).decode().rstrip("\n"),
        }
        records: list[Entity | Quote] = [*named.entities, *named.quotes]
        losses += note_losses(named, records, notes=False)
        losses += article_note_losses(named)
        labels = [label.id for label in options.label_set or ()]
        known = tag_names((options.labels.get(name, name) for name in labels), options.scheme)
        return Prepared(_Row(values, known, options.scheme), tuple(losses), _carried(named))

    def page(self, parts: Mapping[str, Path]) -> str:
        """Return the card of a data set whose parts lie in folders of their own.

        Without it ``load_dataset`` would not know the tags' names, nor which files hold rows.
        """
        cards = {part: (path / CARD).read_text(encoding="utf-8") for part, path in parts.items()}
        names = max(map(names_in, cards.values()), key=len, default=[])
        # A part without rows is left out: datasets takes it for an error.
        files = {part: f"{part}/{self.data}" for part, text in cards.items() if self.data in text}
        return card(files, names)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write the rows and the card."""
        numbers: dict[str, int] = {}
        rows = (_numbered(each.content, numbers) for each in articles if each.content is not None)
        self.write_rows(rows, out / self.data)
        text = card({"": self.data} if numbers else {}, list(numbers))
        (out / CARD).write_text(text, encoding="utf-8", newline="\n")

    @abstractmethod
    def write_rows(self, rows: Iterator[dict[str, Any]], path: Path) -> None:
        """Write rows one by one as they come."""


class HuggingFaceParquet(_HuggingFace):
    """Rows as Parquet."""

    id = "huggingface"
    name = message(QT_TRANSLATE_NOOP("messages", "Hugging Face data set, Parquet"))
    suffixes: tuple[str, ...] = (".parquet",)
    data = "data.parquet"

    def sniff(self, head: Head) -> float:
        """Sure of a Parquet file, whose columns only its end tells."""
        return 0.9 if head.data.startswith(PARQUET) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of each row, after the problems that were found in it.

        Raises:
            UserError: pyarrow is not installed, or cannot read the file.
            OSError: the system does not let it be read.
        """
        names = names_beside(source)
        with closing(source.opened()) as stream:
            first, groups = (source.cut.first, source.cut.groups) if source.cut else (1, None)
            rows = parquet_rows(stream, source.name, groups=groups)
            for number, row in enumerate(rows, first):
                yield from RowReader(source.name, number).article(row, names, options)

    def cuts(self, source: Source, articles: int) -> Iterator[Cut]:
        """Yield row groups that have so many rows together, or a larger one."""
        return group_cuts(source, articles)

    def write_rows(self, rows: Iterator[dict[str, Any]], path: Path) -> None:
        """Write a Parquet file, some rows at a time."""
        with needed("pyarrow", "parquet"):
            import pyarrow as pa  # noqa: PLC0415 - takes a while, and need not be installed
        text, number, many = pa.string(), pa.int32(), pa.list_
        span = many(number)
        quoted = dict.fromkeys(_QUOTE, text) | {
            **dict.fromkeys(("content", "cue", "verbatim"), many(span)),
            **dict.fromkeys(("source", "speaker", "via", "addressee"), span),
            **dict.fromkeys(("closed", "nonfact", "optional"), pa.bool_()),
            "text": many(text),
        }
        entity = {"id": text, "start": number, "end": number, "label": text, "text": text}
        schema = pa.schema(
            {
                **dict.fromkeys(("id", "title", "offset_unit", "text"), text),
                "tokens": many(text),
                **dict.fromkeys(("token_starts", "token_ends"), many(number)),
                "ner_tags": many(pa.int64()),
                "entities": many(pa.struct({**entity, "note": text})),
                "quotes": many(pa.struct(quoted)),
                "meta": text,
            }
        )
        with ParquetRows(path, schema, ROWS_AT_ONCE) as table:
            for row in rows:
                table.add(row)


class HuggingFaceJsonl(_HuggingFace):
    """Rows as JSON, one a line, for machines without pyarrow."""

    id = "huggingface-jsonl"
    name = message(QT_TRANSLATE_NOOP("messages", "Hugging Face data set, JSONL"))
    suffixes: tuple[str, ...] = (".jsonl",)
    data = "data.jsonl"

    def sniff(self, head: Head) -> float:
        """Sure of rows with tokens and tags, or of what our rows begin with before a long text."""
        keys = first_keys(head)
        known = keys >= _OF_TAGS or (keys >= _FIRST and "format" not in keys)
        return 0.95 if known else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of each row, after the problems that were found in it."""
        names = names_beside(source)
        for item in json_items(source):
            reader = RowReader(source.name, item.line)
            row = reader.item(item)
            if item.fault is None:
                yield from reader.article(row, names, options)
            else:
                yield from reader.problems

    def cuts(self, source: Source, articles: int) -> Iterator[Cut]:
        """Yield pieces of so many lines."""
        return line_cuts(source, articles)

    def write_rows(self, rows: Iterator[dict[str, Any]], path: Path) -> None:
        """Write one row a line."""
        with path.open("wb") as stream:
            stream.writelines(map(json_line, rows))


def _tagged(
    article: AnnotatedArticle, options: WriteOptions, losses: list[Problem]
) -> tuple[list[Token], list[str]]:
    """Return the tokens with a tag each; of entities that overlap the first has its tags."""
    tokens = tokenize(article.text)
    if options.tokens is TokenPolicy.SPLIT:
        tokens = cut_at(tokens, (edge for entity in article.entities for edge in entity.span))
    starts = [token.start for token in tokens]
    spans: list[TokenSpan] = []
    after = 0
    for entity in article.entities:  # in reading order, the longer one first
        first = max(0, bisect_right(starts, entity.span.start) - 1)
        last = bisect_left(starts, entity.span.end)
        if first < after or first >= last:
            what = QT_TRANSLATE_NOOP(
                "messages", "{entity} overlaps another one: it has no tags, only its offsets."
            )
            told = message(what, entity=entity.span.of(article.text))
            losses.append(loss("overlap", told, article, entity, Severity.NOTICE))
            continue
        spans.append(TokenSpan(first, last, entity.label))
        after = last
        word = Span(tokens[first].start, tokens[last - 1].end)
        if word != entity.span:
            what = QT_TRANSLATE_NOOP("messages", "{entity} grows to the whole word {word}.")
            told = message(what, entity=entity.span.of(article.text), word=word.of(article.text))
            losses.append(loss("subword", told, article, entity, Severity.CHANGED))
    return tokens, spans_to_tags(spans, len(tokens), options.scheme)


def _numbered(row: _Row, numbers: dict[str, int]) -> dict[str, Any]:
    """Return a row with numbers for tags; ``numbers`` grows by names that are new."""
    tags = row.values["ner_tags"]
    new = [tag for tag in dict.fromkeys(tags) if tag not in numbers]
    if new or not numbers:
        labels = (tag.partition("-")[2] for tag in new if tag != "O")
        for name in (*row.names, *tag_names(labels, row.scheme)):
            numbers.setdefault(name, len(numbers))
    return {**row.values, "ner_tags": [numbers[tag] for tag in tags]}


def _entity(entity: Entity, text: str) -> dict[str, Any]:
    start, end = entity.span
    told = {"id": entity.id, "start": start, "end": end, "label": entity.label}
    return {**told, "text": text[start:end], "note": entity.note}


def _quote(quote: Quote, text: str) -> dict[str, Any]:
    told = quote_to_json(quote, text)
    return {key: told[key] for key in _QUOTE}


def _carried(article: AnnotatedArticle) -> AnnotatedArticle:
    own = article.article
    known = {quote.id for quote in article.quotes}
    return AnnotatedArticle(
        Article(own.id, own.text, own.title, json.loads(json_line(dict(own.meta)))),
        entities=tuple(
            Entity(entity.id, entity.span, entity.label, note=entity.note)
            for entity in article.entities
        ),
        quotes=tuple(
            Quote(
                **{key: getattr(quote, key) for key in _QUOTE if key not in ("text", "nested_in")},
                nested_in=quote.nested_in if quote.nested_in in known else None,
            )
            for quote in article.quotes
        ),
    )
