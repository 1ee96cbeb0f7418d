"""The project's own JSONL: lossless, one article a line (CONTRACTS: JSONL)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.formats.base import (
    ALL_STATUSES,
    Prepared,
    ReadOptions,
    WriteOptions,
    relabelled,
)
from annotator.formats.cuts import Cut, line_cuts
from annotator.formats.json_items import json_items, json_line
from annotator.formats.jsonl_reading import ArticleReader
from annotator.formats.jsonl_writing import article_to_json
from annotator.formats.source import Head, Source

_SNIFFED_LINES = 5


class Jsonl:
    """One JSON object a line, in UTF-8."""

    id = "jsonl"
    name = message(QT_TRANSLATE_NOOP("messages", "JSON Lines of this program"))
    suffixes: tuple[str, ...] = (".jsonl",)
    lossless = True
    folder = False
    statuses = ALL_STATUSES

    def sniff(self, head: Head) -> float:
        """Sure where lines begin as objects and have the keys of this format."""
        lines = [line.strip() for line in head.text.split("\n", 50)]
        lines = [line for line in lines if line][:_SNIFFED_LINES]
        if not any(line.startswith("{") for line in lines):
            return 0.0
        if '"annotator/' in head.text:
            return 1.0
        return 0.7 if '"text"' in head.text else 0.3

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of each line, after the problems that were found in it."""
        lines: dict[tuple[str, str], int] = {}
        for item in json_items(source):
            reader = ArticleReader(source.name, item.line)
            value = reader.item(item)
            article = reader.read(value) if item.fault is None else None
            if article is not None and article.article.id:
                first = lines.setdefault((article.article.id, article.annotator), item.line)
                if first != item.line:
                    what = QT_TRANSLATE_NOOP("messages", "Line {line} has the same id; both stay.")
                    reader.change("duplicate_id", message(what, line=first))
            yield from reader.problems
            if article is not None:
                yield relabelled(article, options.labels)

    def cuts(self, source: Source, articles: int) -> Iterator[Cut]:
        """Yield pieces of so many lines."""
        return line_cuts(source, articles)

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's line. Nothing is lost."""
        carried = relabelled(replace(article, revision=0), options.labels)
        return Prepared(to_line(carried), (), carried)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write one line an article."""
        with out.open("wb") as stream:
            stream.writelines(article.content for article in articles)


def to_line(article: AnnotatedArticle) -> bytes:
    """Return the article as one line of UTF-8, with its end."""
    return json_line(article_to_json(article))
