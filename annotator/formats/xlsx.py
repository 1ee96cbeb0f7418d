"""Tables of news in Excel files: each sheet with a header, then an article a row."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import chain, islice
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.base import ReadOptions
from annotator.formats.columns import (
    SAMPLED_ROWS,
    RowReader,
    Table,
    columns_of,
    header_of,
    named_columns,
    no_text_column,
)
from annotator.formats.packed import is_office_file, office_file, refused
from annotator.formats.source import Head, Source

_Row = tuple[Any, ...]


class Excel:
    """A workbook. Values are read as they were saved; formulas do not run."""

    id = "xlsx"
    name = message(QT_TRANSLATE_NOOP("messages", "Table of articles (Excel)"))
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm")

    def sniff(self, head: Head) -> float:
        """Sure of an archive whose parts are Excel's."""
        return 0.95 if is_office_file(head, "xl/") else 0.0

    def table(self, source: Source) -> Table | None:
        """Return the start of the first sheet that has a text, else of the first one with rows."""
        with office_file(source):
            pass
        tables = [
            table for _, cells in _sheets(source) if (table := _start(cells, source)) is not None
        ]
        return next((table for table in tables if table.found), next(iter(tables), None))

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the articles sheet by sheet, row by row.

        Raises:
            UserError: the file is damaged, locked or too large, or no sheet has a text.
            OSError: it cannot be read.
        """
        with office_file(source):
            pass  # it is none that grows too large
        yield from _articles(source, options)


_LARGEST_GAP = 100_000

_DAMAGED = (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError,
            EOFError, OverflowError, RuntimeError, zipfile.BadZipFile, zlib.error)  # fmt: skip
"""What openpyxl raises for files that are not as they should be; SyntaxError is bad XML."""


def _articles(source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
    without: list[str] = []
    names: list[str] = []
    found = False
    for title, cells in _sheets(source):
        rows = _numbered(cells)
        header = next(rows, None)
        if header is None:
            continue
        names = _names(header[1])
        first = list(islice(rows, SAMPLED_ROWS))
        sample = [_by_name(names, row) for _, row in first]
        fits = set(filter(None, options.columns.values())) <= set(names)
        columns = columns_of(names, sample, options.columns, source.name) if fits else None
        if columns is None:
            without.append(title)
            continue
        found = True
        reader = RowReader(columns, source.name)
        for line, row in chain(first, rows):
            yield reader.article(_by_name(names, row), line)
    if without and not found:
        named_columns(names, options.columns, source.name)
        raise no_text_column(source.name, names)
    for title in without:
        what = QT_TRANSLATE_NOOP("messages", "The sheet {sheet} has no texts; left out.")
        told = message(what, sheet=title)
        yield Problem("sheet", told, Severity.NOTICE, source.name)


def _start(cells: Iterator[_Row], source: Source) -> Table | None:
    rows = [row for _, row in islice(_numbered(cells), SAMPLED_ROWS + 1)]
    if len(rows) < 2:
        return None
    names = _names(rows[0])
    sample = [_by_name(names, row) for row in rows[1:]]
    return Table(tuple(names), tuple(sample), columns_of(names, sample, {}, source.name))


def _names(header: _Row) -> list[str]:
    return header_of([str(_value(cell) or "") for cell in header])


def _sheets(source: Source) -> Iterator[tuple[str, Iterator[_Row]]]:
    """Yield the titles and rows of the sheets that are shown."""
    from openpyxl import load_workbook  # noqa: PLC0415 - loads only with the first such file

    with _guarded(source.name):
        data = io.BytesIO(source.data())
        book = load_workbook(data, read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        sheet.reset_dimensions()  # what a file says of its size may be wrong
        yield sheet.title, _rows(sheet, source.name)
    book.close()


def _rows(sheet: Any, file: str) -> Iterator[_Row]:
    rows = sheet.iter_rows(values_only=True)
    empty = 0
    while True:
        with _guarded(file):
            row = next(rows, None)
            empty = 0 if row else empty + 1
            if empty > _LARGEST_GAP:  # openpyxl makes up what is missing, be it millions of rows
                raise ValueError(f"a gap of {_LARGEST_GAP} rows")
        if row is None:
            return
        yield row


@contextmanager
def _guarded(file: str) -> Iterator[None]:
    """Run a part of openpyxl; what it raises for a damaged file is told, not a bug."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and the like that it passes over
        try:
            yield
        except _DAMAGED as error:
            what = QT_TRANSLATE_NOOP("messages", "The file is damaged or locked: {reason}.")
            raise refused(file, message(what, reason=str(error))) from error


def _numbered(rows: Iterable[_Row]) -> Iterator[tuple[int, _Row]]:
    """Yield the rows that are not empty with their numbers."""
    for number, row in enumerate(rows, 1):
        if any(cell not in (None, "") for cell in row):
            yield number, row


def _by_name(names: list[str], row: _Row) -> dict[str, Any]:
    return dict(zip(names, map(_value, row), strict=False))


def _value(cell: Any) -> Any:
    """Return the value of a cell as JSON has it."""
    if isinstance(cell, str):
        return cell.replace("_x000D_", "\r") if "_x000D_" in cell else cell
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell if cell is None or isinstance(cell, bool | int | float) else str(cell)
