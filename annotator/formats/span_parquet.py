"""Spans and their articles as two Parquet files, for pandas, DuckDB, Spark and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path, PurePath
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.formats.base import Prepared, ReadOptions
from annotator.formats.extras import needed
from annotator.formats.parquet import PARQUET, ROWS_AT_ONCE, ParquetRows, parquet_rows
from annotator.formats.source import Head, Source
from annotator.formats.span_rows import (
    ARTICLE_COLUMNS,
    ARTICLES,
    NUMBERS,
    SPAN_COLUMNS,
    SPANS,
    Row,
    SpansByArticle,
    SpanTables,
    articles_of,
    in_order,
    numbered,
)

_SPANS_AT_ONCE = 50_000


class SpanParquet(SpanTables):
    """``articles.parquet`` and ``spans.parquet``."""

    id = "spans-parquet"
    name = message(QT_TRANSLATE_NOOP("messages", "Table of spans, Parquet"))
    suffixes: tuple[str, ...] = (".parquet",)
    suffix = ".parquet"

    def sniff(self, head: Head) -> float:
        """Sure of a Parquet file by its name: its columns stand at its end."""
        named = PurePath(head.name).name == ARTICLES + self.suffix
        return 0.95 if named and head.data.startswith(PARQUET) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the articles with the spans of the table beside theirs.

        Raises:
            UserError: pyarrow is not installed, or cannot read a file.
            OSError: the system does not let it be read.
        """
        table = source.beside(SPANS + self.suffix)
        ordered = table is None or (in_order(_rows(source)) and in_order(_rows(table)))
        spans = SpansByArticle(iter(()) if table is None else _rows(table), ordered=ordered)
        yield from articles_of(source.name, enumerate(_rows(source), 1), spans, options)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write both files together, some rows at a time."""
        with (
            ParquetRows(out / f"{ARTICLES}.parquet", _schema(ARTICLE_COLUMNS), ROWS_AT_ONCE) as own,
            ParquetRows(out / f"{SPANS}.parquet", _schema(SPAN_COLUMNS), _SPANS_AT_ONCE) as spans,
        ):
            for rows in numbered(articles):
                own.add(rows.article)
                for row in rows.spans:
                    spans.add(row)


def _rows(source: Source) -> Iterator[Row]:
    with closing(source.opened()) as stream:
        yield from parquet_rows(stream, source.name)


def _schema(columns: Iterable[str]) -> Any:
    with needed("pyarrow", "parquet"):
        import pyarrow as pa  # noqa: PLC0415 - takes a while, and need not be installed
    return pa.schema({name: pa.int64() if name in NUMBERS else pa.string() for name in columns})
