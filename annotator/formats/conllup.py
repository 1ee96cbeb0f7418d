"""CoNLL-U Plus: tokens with offsets, entities and quotes, and comments that keep the text whole.

Every column but NER is told apart by the id of its quote (``B-mixed:q6``). Comment lines hold
what columns cannot: the text with its white space, its digest, titles and metadata, the speaker
and all else of a quote, entities that overlap another. Reading gives the article's exact text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path

from annotator.arabic.tokens import Token
from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.entities import make_entity
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.spans import Span
from annotator.formats import conllup_text as lines
from annotator.formats.base import ACCEPTED_ONLY, Prepared, ReadOptions, WriteOptions, loss
from annotator.formats.conll_tokens import Sentence, Tagged, tagged, untagged
from annotator.formats.conllup_quotes import QuoteColumns, edges
from annotator.formats.conllup_reading import columns_in, numbered, read_articles
from annotator.formats.fields import ARTICLE_FIELDS, QUOTE_FIELDS, TEXT
from annotator.formats.jsonl_writing import article_to_json
from annotator.formats.notes import note_losses
from annotator.formats.source import Head, Source

_BLANK = article_to_json(AnnotatedArticle(Article("", "", sha256="-")))
_IN_ROWS = frozenset({"format", "id", "text", "offset_unit", "entities", "quotes"})


class ConllUPlus:
    """Tokens with entities and quotes in columns; the text reads back exactly."""

    id = "conllup"
    name = message(QT_TRANSLATE_NOOP("messages", "CoNLL-U Plus with quotes"))
    suffixes: tuple[str, ...] = (".conllup",)
    lossless = False
    folder = False
    heeds = frozenset({"scheme", "tokens"})
    statuses = ACCEPTED_ONLY
    keeps = frozenset(field.id for field in (TEXT, *ARTICLE_FIELDS, *QUOTE_FIELDS))

    def sniff(self, head: Head) -> float:
        """Sure where the file names its columns, and offsets are among them."""
        first = head.text.split("\n", 1)[0].rstrip("\r")
        return 1.0 if {"FORM", "START:END"} <= set(columns_in(first)) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the articles; what the rows say is checked against the text in the comments."""
        return read_articles(source, options, self.id)

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's lines, and what they cannot carry."""
        result = tagged(article, options, edges(article))
        if not result.sentences:
            return untagged(article)
        tokens = list(chain.from_iterable(sentence.tokens for sentence in result.sentences))
        quotes = QuoteColumns(article, tokens)
        written = [*_head(article, quotes, tokens[0]), *_overlapping(article, result, options)]
        written += _sentences(article, result.sentences, tokens, quotes, options)
        losses = (
            *result.losses,
            *_moved(article, result),
            *quotes.losses,
            *note_losses(article, article.entities),
        )
        carried = self._carried(article, result, tokens, options)
        return Prepared(lines.in_utf8("".join(written)), losses, carried)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write the line that names the columns, and the lines of each article."""
        with out.open("wb") as stream:
            stream.write(f"# {lines.GLOBAL_COLUMNS} = {' '.join(lines.COLUMNS)}\n".encode())
            stream.writelines(article.content or b"" for article in articles)

    def _carried(
        self, article: AnnotatedArticle, result: Tagged, tokens: list[Token], options: WriteOptions
    ) -> AnnotatedArticle:
        """Return what reading gives: all of the article, entities as spans with labels."""
        found = [
            (overlap.span, options.labels.get(overlap.entity.label, overlap.entity.label))
            for overlap in result.overlaps
        ]
        before = 0
        for sentence in result.sentences:
            for first, last, label in sentence.spans:
                span = Span(tokens[before + first].start, tokens[before + last - 1].end)
                found.append((span, label))
            before += len(sentence.tokens)
        entities = [make_entity(*entity, origin=self.id) for entity in numbered(found)]
        return replace(article, entities=in_reading_order(entities), revision=0)


def _head(article: AnnotatedArticle, quotes: QuoteColumns, first: Token) -> Iterator[str]:
    values = article_to_json(replace(article, entities=(), quotes=()))
    said = {
        key: value
        for key, value in values.items()
        if key not in _IN_ROWS and _BLANK.get(key, ...) != value
    }
    yield lines.comment(lines.ARTICLE_ID, lines.escaped(article.article.id))
    yield lines.record(lines.ARTICLE, said)
    yield from (lines.record(lines.QUOTE, record) for record in quotes.records)
    if first.start:
        before = article.text[: first.start]
        yield lines.comment(lines.SPACES_BEFORE, lines.escaped_whole(before))


def _overlapping(article: AnnotatedArticle, result: Tagged, options: WriteOptions) -> Iterator[str]:
    for entity, span, _ in result.overlaps:
        label = options.labels.get(entity.label, entity.label)
        where = {"start": span.start, "end": span.end}
        yield lines.record(lines.ENTITY, {**where, "label": label, "text": span.of(article.text)})


def _moved(article: AnnotatedArticle, result: Tagged) -> Iterator[Problem]:
    """Yield the entities that are in comments, for who reads the columns alone."""
    for entity, _, kept in result.overlaps:
        what = message(
            QT_TRANSLATE_NOOP(
                "messages", "{entity} overlaps {other}; it stands in a comment line."
            ),
            entity=entity.span.of(article.text),
            other=kept.of(article.text),
        )
        yield loss("overlap", what, article, entity, Severity.NOTICE)


def _sentences(
    article: AnnotatedArticle,
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    quotes: QuoteColumns,
    options: WriteOptions,
) -> Iterator[str]:
    text, name = article.text, lines.escaped(article.article.id)
    glue = ["+" if one.end == other.start else "_" for one, other in pairwise(tokens)]
    glue.append("_")
    first = 0
    for number, sentence in enumerate(sentences, 1):
        last = first + len(sentence.tokens)
        start, end = tokens[first].start, tokens[last - 1].end
        yield lines.comment("sent_id", f"{name}-{number}")
        yield lines.comment(lines.TEXT, lines.escaped(text[start:end]))
        is_last = last == len(tokens)
        gap = text[end : len(text) if is_last else tokens[last].start]
        if gap != ("" if is_last else " "):
            yield lines.comment(lines.SPACES_AFTER, lines.escaped_whole(gap))
        rows = zip(
            sentence.tokens,
            glue[first:last],
            sentence.tags(options.scheme),
            *(cells[first:last] for cells in quotes.cells.values()),
            strict=True,
        )
        yield "".join(
            [
                f"{at}\t{form}\t{begin}:{after}\t{glued}\t{tag}\t{quote}\t{cue}\t{source}\t{inner}\n"
                for at, ((begin, after, form), glued, tag, quote, cue, source, inner) in enumerate(
                    rows, 1
                )
            ]
        )
        yield "\n"
        first = last
