"""Citron's JSON: one article a file, each quote with its cue, sources and contents.

The format is that of BBC R&D's Citron (docs/data_format.md in its repository). Offsets are code
points. It has quotes alone, without their type; the fullest mention of the speaker is among the
coreferences.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.base import ACCEPTED_ONLY, Prepared, ReadOptions, WriteOptions, loss
from annotator.formats.json_items import first_keys
from annotator.formats.jsonl_checks import CheckedValues
from annotator.formats.notes import article_note_losses, note_losses
from annotator.formats.source import Head, Source
from annotator.formats.strict_json import StrictDecoder

_NO_ENTITY = message(QT_TRANSLATE_NOOP("messages", "The format has quotes alone; left out."))
_SMALLER = message(
    QT_TRANSLATE_NOOP("messages", "Of the quote, the format has cue, source and content alone.")
)


class Citron:
    """A folder of files, one an article. Cues of several parts keep the first one."""

    id = "citron"
    name = message(QT_TRANSLATE_NOOP("messages", "Citron quotes (JSON)"))
    suffixes: tuple[str, ...] = (".json",)
    lossless = False
    folder = True
    statuses = ACCEPTED_ONLY
    keeps = frozenset({"text", "article_id", "title"})

    def sniff(self, head: Head) -> float:
        """Sure of an object with a text and quotes that have contents."""
        keys = first_keys(head)
        told = '"contents"' in head.text or '"quotes": []' in head.text
        if "quotes" not in keys or not keys.isdisjoint({"format", "entities"}):
            return 0.0
        return 0.9 if told else 0.5 if "text" in keys else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of the file, after the problems that were found in it."""
        reader = _ArticleReader(source.name, None)
        try:
            data = StrictDecoder().decode(source.text().text)
        except (ValueError, RecursionError):
            reader.refuse("json", message(QT_TRANSLATE_NOOP("messages", "The file is not JSON.")))
            data = None
        article = reader.article(data, PurePath(source.name).stem) if data is not None else None
        yield from reader.problems
        if article is not None:
            yield article

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's file, and what it has no place for."""
        own = article.article
        kept = tuple(_kept(quote, number) for number, quote in enumerate(article.quotes, 1))
        losses = [
            *(loss("entity", _NO_ENTITY, article, entity) for entity in article.entities),
            *(
                loss("quote", _SMALLER, article, quote, Severity.CHANGED)
                for quote, left in zip(article.quotes, kept, strict=True)
                if _said(quote) != _said(left)
            ),
            *note_losses(article, article.quotes),
            *article_note_losses(article),
        ]
        told = {
            "id": own.id,
            "title": own.title,
            # Before the text, which may be longer than what is looked at to know the format.
            "quotes": [_quote(quote, own.text) for quote in kept],
            "text": own.text,
        }
        content = json.dumps(told, ensure_ascii=False, indent=1)
        carried = AnnotatedArticle(own, quotes=kept)
        return Prepared(content.encode("utf-8", "backslashreplace"), tuple(losses), carried)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write one file an article, numbered: names in the data lead to no path."""
        for number, article in enumerate(articles, 1):
            (out / f"{number:06}.json").write_bytes(article.content)


def _kept(quote: Quote, number: int) -> Quote:
    """Return the quote as reading it gives it back."""
    return Quote(
        f"q{number}",
        QuoteType.INDIRECT,
        quote.content,
        cue=quote.cue[:1],
        source=quote.source,
        speaker=quote.speaker,
    )


def _said(quote: Quote) -> Quote:
    """Return the quote without what no format of other tools keeps: its id, origin and times."""
    bare = Quote("", quote.type, quote.content)
    return replace(
        bare,
        cue=quote.cue,
        source=quote.source,
        speaker=quote.speaker,
        verbatim=quote.verbatim,
        nested_in=quote.nested_in,
        closed=quote.closed,
        via=quote.via,
        addressee=quote.addressee,
        nonfact=quote.nonfact,
        optional=quote.optional,
    )


def _quote(quote: Quote, text: str) -> dict[str, Any]:
    return {
        "id": quote.id,
        "cue": _spans(quote.cue, text)[0] if quote.cue else None,
        "sources": _spans((quote.source,) if quote.source else (), text),
        "contents": _spans(quote.content, text),
        "coreferences": _spans((quote.speaker,) if quote.speaker else (), text),
    }


def _spans(spans: Sequence[Span], text: str) -> list[dict[str, Any]]:
    return [{"start": span.start, "end": span.end, "text": span.of(text)} for span in spans]


class _ArticleReader(CheckedValues):
    """Reads the object of one file."""

    def article(self, data: Any, stem: str) -> AnnotatedArticle | None:
        """Return the article, or None when the object is none; ``problems`` say why."""
        if type(data) is not dict or type(data.get("text")) is not str:
            what = QT_TRANSLATE_NOOP("messages", "This is no article: an object with a text.")
            self.refuse("type", message(what))
            return None
        self.of_text(data["text"])
        self._article = self.string(data, "id", "") or stem
        quotes: list[Quote] = []
        for value in self.container(data, "quotes", list):
            quote = self._quote(value, f"q{len(quotes) + 1}")
            if quote is not None:
                quotes.append(quote)
        article = Article(self._article, self._text, self.string(data, "title", ""))
        return AnnotatedArticle(article, quotes=tuple(sorted(quotes, key=lambda q: q.sort_key)))

    def _quote(self, data: Any, name: str) -> Quote | None:
        if type(data) is not dict:
            self.refuse_value("quotes", data)
            return None
        content = self._places(data.get("contents"), name, "contents")
        if not content:
            self.refuse_value("contents", data.get("contents"), name)
            return None
        cue = data.get("cue")
        sources = self._places(data.get("sources"), name, "sources")
        mentions = self._places(data.get("coreferences"), name, "coreferences")
        return Quote(
            name,
            QuoteType.INDIRECT,
            content,
            cue=self._places([cue] if cue else [], name, "cue"),
            source=next(iter(sources), None),
            speaker=max(mentions, key=lambda span: span.end - span.start, default=None),
        )

    def _places(self, values: Any, name: str, part: str) -> tuple[Span, ...]:
        found = []
        for value in values if type(values) is list else []:
            if type(value) is not dict:
                self.refuse_value(part, value, name)
                continue
            span = self.span(value.get("start"), value.get("end"), value.get("text"), name, part)
            if span is not None:
                found.append(span)
        return tuple(found)
