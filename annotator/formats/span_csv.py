r"""Spans and their articles as two CSV files, for spreadsheets and whatever reads tables.

UTF-8 with a byte order mark, without which Excel takes Arabic for Latin, unless none is wanted:
some programs take it for part of the first name. A cell that a spreadsheet would take for a formula
(``=``, ``+``, ``-``, ``@``, a tab or a line end comes first) has an apostrophe before it, and so
has one that begins with an apostrophe before such a sign: reading takes exactly one away.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.formats.base import Prepared, ReadOptions
from annotator.formats.decoding import BINARY, not_text
from annotator.formats.source import LARGEST_LINE, Head, Source
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

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_HEADER = ",".join(ARTICLE_COLUMNS)


class SpanCsv(SpanTables):
    """``articles.csv`` and ``spans.csv``."""

    id = "spans-csv"
    name = message(QT_TRANSLATE_NOOP("messages", "Table of spans, CSV"))
    suffixes: tuple[str, ...] = (".csv",)
    suffix = ".csv"
    heeds = frozenset({"mark"})

    def sniff(self, head: Head) -> float:
        """Sure of the columns of articles."""
        first = head.text.partition("\n")[0].rstrip("\r")
        return 0.98 if first.replace('"', "") == _HEADER else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the articles with the spans of the table beside theirs.

        Raises:
            UserError: a file is no table.
            OSError: the system does not let it be read.
        """
        table = source.beside(SPANS + self.suffix)
        ordered = table is None or all(
            in_order(row for _, row in _rows(file)) for file in (source, table)
        )
        rows = iter(()) if table is None else (row for _, row in _rows(table))
        spans = SpansByArticle(rows, ordered=ordered)
        yield from articles_of(source.name, _rows(source), spans, options)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write both files together, row by row."""
        rows_of_all = numbered(articles)
        first = next(rows_of_all, None)  # all have the same options
        encoding = "utf-8-sig" if first is None or first.mark else "utf-8"
        with (
            _opened(out / f"{ARTICLES}.csv", encoding) as articles_file,
            _opened(out / f"{SPANS}.csv", encoding) as spans_file,
        ):
            own, spans = csv.writer(articles_file), csv.writer(spans_file)
            own.writerow(ARTICLE_COLUMNS)
            spans.writerow(SPAN_COLUMNS)
            for rows in chain([first] if first else [], rows_of_all):
                own.writerow(_cells(rows.article, ARTICLE_COLUMNS))
                spans.writerows(_cells(row, SPAN_COLUMNS) for row in rows.spans)


def _opened(path: Path, encoding: str) -> io.TextIOWrapper:
    return path.open("w", encoding=encoding, newline="")


def _cells(row: Row, columns: Iterable[str]) -> list[Any]:
    return [row[name] if name in NUMBERS else _harmless(row[name]) for name in columns]


def _harmless(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _rows(source: Source) -> Iterator[tuple[int, Row]]:
    """Yield the rows by column, numbers as such, each with the line on which it ends."""
    if source.encoding.name == BINARY:
        fault = not_text()
        raise UserError(fault.what, where=source.name, todo=fault.todo)
    encoding = "utf-8-sig" if source.encoding.name == "utf-8" else source.encoding.name
    csv.field_size_limit(LARGEST_LINE)
    try:
        with (
            closing(source.opened()) as stream,
            io.TextIOWrapper(stream, encoding, newline="") as text,
        ):
            reader = csv.reader(text)
            columns = next(reader, [])
            readings = [_number if name in NUMBERS else _plain for name in columns]
            for cells in reader:
                values = (read(cell) for read, cell in zip(readings, cells, strict=False))
                yield reader.line_num, dict(zip(columns, values, strict=False))
    except (csv.Error, UnicodeError) as error:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "The table cannot be read: {reason}."),
                reason=str(error),
            ),
            where=source.name,
            todo=message(QT_TRANSLATE_NOOP("messages", "Save it again as CSV in UTF-8.")),
        ) from error


def _number(cell: str) -> int | str:
    return int(cell) if cell.isascii() and cell.isdecimal() and len(cell) < 16 else cell
