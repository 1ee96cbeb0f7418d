"""Tables of news as CSV or TSV: a header, then an article a row.

What parts the fields (comma, semicolon, tab, bar) and whether marks quote them is told from the
start of the file: where marks are part of the words (``"نعم" قال``), they stay.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple, Protocol

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.base import ReadOptions
from annotator.formats.columns import (
    OF_SPANS,
    SAMPLED_ROWS,
    RowReader,
    Table,
    columns_of,
    header_of,
    no_text_column,
    role_of,
)
from annotator.formats.decoding import BINARY, SAMPLE, not_text
from annotator.formats.source import LARGEST_LINE, MOST_PIECES, Head, Source

_DELIMITERS = ",;\t|"
_LONGEST_NAME = 60
_UNDECODED = re.compile("[\udc80-\udcff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


class _Reader(Protocol):
    """What :func:`csv.reader` returns."""

    @property
    def line_num(self) -> int: ...
    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


_SHOWN_CROWDED = 1000


class Dialect(NamedTuple):
    """How rows are made: what parts the fields, and whether marks quote them.

    ``rows`` are those at the start of the file that fit, ``broken`` how many do not.
    """

    delimiter: str
    quoted: bool
    rows: list[list[str]]
    broken: int = 0


class _Row(NamedTuple):
    """A row, the line on which it begins and the one on which it ends; ``None`` is a broken one."""

    line: int
    last: int
    cells: list[str] | None


class CsvColumns:
    """A table with a header. A row of another width is told and left out."""

    id = "csv"
    name = message(QT_TRANSLATE_NOOP("messages", "Table of articles (CSV, TSV)"))
    suffixes: tuple[str, ...] = (".csv", ".tsv")

    def sniff(self, head: Head) -> float:
        """Sure of rows of one width under names of which one is that of a text."""
        if head.text.lstrip()[:1] in {"", "{", "[", "<"}:
            return 0.0
        found = dialect_of(head.text, whole=len(head.data) < SAMPLE)
        if found is None or len(found.rows) < 2:
            return 0.0
        names = header_of(found.rows[0])
        if any(len(name) > _LONGEST_NAME for name in names) or not OF_SPANS.isdisjoint(
            name.strip().lower() for name in names
        ):
            return 0.0
        roles = {role_of(name) for name in names} - {""}
        rows = [dict(zip(names, row, strict=True)) for row in found.rows[1 : SAMPLED_ROWS + 1]]
        columns = columns_of(names, rows, {}, head.name)
        if columns is None or not any(" " in row[columns.text] for row in rows):
            return 0.0
        if len(roles) > 1:
            return 0.92 if "text" in roles else 0.8
        # One name alone may be a word of a text that has a comma, and there a space follows.
        is_text = any(cell != cell.strip() for cell in found.rows[0])
        return 0.8 if "text" in roles and not is_text else 0.0

    def table(self, source: Source) -> Table | None:
        """Return the start of the table; of a text that merely has commas, None."""
        found = _dialect(source)
        if found is None or len(found.rows) < 2:
            return None
        names = header_of(found.rows[0])
        rows = [_by_name(names, row) for row in found.rows[1 : SAMPLED_ROWS + 1]]
        return Table(tuple(names), tuple(rows), columns_of(names, rows, {}, source.name))

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the articles row by row.

        Raises:
            UserError: the file is no text, or has no column for the text.
        """
        if source.encoding.name == BINARY:
            fault = not_text()
            raise UserError(fault.what, where=source.name, todo=fault.todo)
        found = _dialect(source) or Dialect(",", quoted=True, rows=[])
        rows = _rows(source, found)
        header = next(rows, None)
        if header is None or header.cells is None:
            raise no_text_column(source.name, [])
        names = header_of(header.cells)
        first = list(islice(rows, SAMPLED_ROWS))
        sample = [
            dict(zip(names, row.cells, strict=False)) for row in first if row.cells is not None
        ]
        columns = columns_of(names, sample, options.columns, source.name)
        if columns is None:
            raise no_text_column(source.name, names)
        reader = RowReader(columns, source.name)
        for row in chain(first, rows):
            cells = _fitted(row.cells, len(names))
            if cells is None:
                yield _broken(row, len(names), source.name)
            elif any(map(_UNDECODED.search, cells)):
                yield _undecoded(row, source)
            else:
                yield reader.article(_by_name(names, cells), row.line)


def _dialect(source: Source) -> Dialect | None:
    return dialect_of(source.head.text, whole=len(source.head.data) < SAMPLE)


def dialect_of(text: str, *, whole: bool) -> Dialect | None:
    """Return how the rows of a table are made, or None when the start of a file is none.

    ``whole`` says that the text does not break off.
    """
    if not text or _SURROGATES.search(text):
        return None
    tried = (
        _tried(text, delimiter, quoted=quoted, whole=whole)
        for delimiter in _DELIMITERS
        for quoted in (True, False)
    )
    return max(filter(_is_regular, tried), key=_likelihood, default=None)


def _is_regular(dialect: Dialect) -> bool:
    """Whether most rows fit: under names that are known fewer need to."""
    if not dialect.rows:
        return False
    known = sum(map(bool, map(role_of, dialect.rows[0])))
    return len(dialect.rows) >= dialect.broken * (2 if known > 1 else 9)


def _likelihood(dialect: Dialect) -> tuple[int, int, int, bool]:
    """Names that are known tell more than the number of columns; quoting comes before none."""
    first = dialect.rows[0]
    known = sum(map(bool, map(role_of, first)))
    return known, len(first), -dialect.broken, dialect.quoted


def _tried(text: str, delimiter: str, *, quoted: bool, whole: bool) -> Dialect:
    """Return what comes of reading the start of a file so; no rows where there is one column."""
    reader = _reader(iter(io.StringIO(text, newline="")), delimiter, quoted=quoted)
    rows: list[list[str] | None] = []
    while len(rows) < 4 * SAMPLED_ROWS:
        try:
            rows.append(next(reader))
        except StopIteration:
            if not whole:
                rows = rows[:-1] or rows  # the last one breaks off
            break
        except csv.Error:
            rows.append(None)
    width = len(rows[0] or ()) if rows else 0
    if width < 2:
        return Dialect(delimiter, quoted, [])
    fitted = [_fitted(row, width) for row in rows if row != []]
    kept = [row for row in fitted if row is not None]
    return Dialect(delimiter, quoted, kept, len(fitted) - len(kept))


def _reader(lines: Iterator[str], delimiter: str, *, quoted: bool) -> _Reader:
    csv.field_size_limit(LARGEST_LINE)
    if quoted:
        return csv.reader(lines, delimiter=delimiter, strict=True)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _rows(source: Source, dialect: Dialect) -> Iterator[_Row]:
    """Yield the rows that are not empty."""
    wide = source.encoding.name.startswith(("utf-16", "utf-32"))
    with (
        source.opened() as stream,
        io.TextIOWrapper(
            stream,
            source.encoding.name,
            errors="replace" if wide else "surrogateescape",
            newline="",
        ) as lines,
    ):
        # One reader throughout: after a broken row it goes on with the next line.
        reader = _reader(_bounded(lines), dialect.delimiter, quoted=dialect.quoted)
        last = 0
        while True:
            try:
                cells: list[str] | None = next(reader)
            except StopIteration:
                return
            except csv.Error:
                cells = None
            line, last = last + 1, reader.line_num
            if cells != []:
                yield _Row(line, last, cells)


def _bounded(lines: io.TextIOWrapper) -> Iterator[str]:
    while line := lines.readline(LARGEST_LINE):
        if len(line) > MOST_PIECES and max(map(line.count, _DELIMITERS)) > MOST_PIECES:
            line = f"{line[:_SHOWN_CROWDED]}\n"  # millions of cells; so cut, the row is broken
        yield line.replace("\0", "")


def _fitted(cells: list[str] | None, width: int) -> list[str] | None:
    """Return as many cells as there are columns; empty ones at the end may be too many."""
    if cells is None or len(cells) < width or any(cells[width:]):
        return None
    return cells[:width]


def _by_name(names: list[str], cells: list[str]) -> Mapping[str, str]:
    return dict(zip(names, cells, strict=True))


def _broken(row: _Row, width: int, file: str) -> Problem:
    if row.cells is None:
        what = QT_TRANSLATE_NOOP(
            "messages",
            "The row has a quoted field that does not end well; left out, to line {last}.",
        )
        told = message(what, last=row.last)
    else:
        what = QT_TRANSLATE_NOOP(
            "messages", "The row has {count} fields, not {wanted}; left out, to line {last}."
        )
        told = message(what, count=len(row.cells), wanted=width, last=row.last)
    return Problem("row", told, Severity.REFUSED, file, row.line)


def _undecoded(row: _Row, source: Source) -> Problem:
    what = QT_TRANSLATE_NOOP("messages", "The row does not fit the encoding {encoding}; left out.")
    told = message(what, encoding=source.encoding.name)
    return Problem("encoding", told, Severity.REFUSED, source.name, row.line)
