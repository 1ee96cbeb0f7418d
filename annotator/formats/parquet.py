"""Parquet by pyarrow: rows in and out, some at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from operator import add
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.formats import zips
from annotator.formats.cuts import Cut, digest, window
from annotator.formats.extras import needed
from annotator.formats.source import Source

PARQUET = b"PAR1"
"""How a Parquet file begins."""

ROWS_AT_ONCE = 500
"""Articles that are held in memory at once; each block of a file has as many."""

_READ_AT_ONCE = 64


def parquet_rows(
    stream: BinaryIO,
    name: str,
    at_once: int = _READ_AT_ONCE,
    groups: tuple[int, int] | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file, or of some of its row groups, by the names of their columns.

    Raises:
        UserError: pyarrow is not installed, or cannot read the file.
    """
    chosen = None if groups is None else range(*groups)
    with _opened(stream, name) as file:
        for batch in file.iter_batches(at_once, chosen, use_threads=False):
            yield from batch.to_pylist()


def group_cuts(source: Source, rows: int) -> Iterator[Cut]:
    """Yield pieces of a file: row groups that have so many rows together, or a larger one.

    Raises:
        UserError: pyarrow is not installed, or cannot read the file.
    """
    with closing(source.opened()) as stream, _opened(stream, source.name) as file:
        groups = [file.metadata.row_group(number) for number in range(file.num_row_groups)]
        begun = count = 0
        first = 1
        for number, group in enumerate(groups, 1):
            count += group.num_rows
            if count < rows and number < len(groups):
                continue
            start, end = _bytes_of(groups[begun:number])
            with window(source.opened(), Cut(start, end, first, count, "")) as piece:
                yield Cut(start, end, first, count, digest(piece), (begun, number))
            begun, first, count = number, first + count, 0


def _bytes_of(groups: Sequence[Any]) -> tuple[int, int]:
    """Return where the columns of row groups begin and end."""
    columns = [group.column(number) for group in groups for number in range(group.num_columns)]
    starts = [each.dictionary_page_offset or each.data_page_offset for each in columns]
    sizes = [each.total_compressed_size for each in columns]
    return min(starts), max(map(add, starts, sizes))


def _unpacked(metadata: Any) -> int:
    """Return the bytes that a file says its columns unpack to."""
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    return sum(
        abs(group.column(number).total_uncompressed_size)
        for group in groups
        for number in range(group.num_columns)
    )


@contextmanager
def _opened(stream: BinaryIO, name: str) -> Iterator[Any]:
    """Give a file; what pyarrow cannot read while it is used is told."""
    with needed("pyarrow", "parquet", name):
        import pyarrow as pa  # noqa: PLC0415 - takes a while, and need not be installed
        import pyarrow.parquet as pq  # noqa: PLC0415
    try:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(0)
        file = pq.ParquetFile(stream)
        if _unpacked(file.metadata) > max(zips.MOST_UNPACKED, zips.MOST_RATIO * size):
            what = QT_TRANSLATE_NOOP("messages", "The file would be too large when unpacked.")
            todo = message(QT_TRANSLATE_NOOP("messages", "Make it or fetch it again."))
            raise UserError(message(what), where=name, todo=todo)
        yield file
    except (pa.ArrowException, ValueError, OSError) as error:
        reason = (str(error).splitlines() or [""])[0].rstrip(".")
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "The Parquet file cannot be read: {reason}."),
                reason=reason or type(error).__name__,
            ),
            where=name,
            todo=message(QT_TRANSLATE_NOOP("messages", "Make it or fetch it again.")),
        ) from error


class ParquetRows:
    """A file that rows are added to; the block in memory never grows beyond ``at_once`` rows."""

    def __init__(self, path: Path, schema: Any, at_once: int) -> None:
        import pyarrow.parquet as pq  # noqa: PLC0415 - takes a while, and need not be installed

        self._schema = schema
        self._at_once = at_once
        self._rows: list[dict[str, Any]] = []
        self._writer = pq.ParquetWriter(path, schema, compression="zstd")

    def add(self, row: dict[str, Any]) -> None:
        """Add a row."""
        self._rows.append(row)
        if len(self._rows) >= self._at_once:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa  # noqa: PLC0415

        self._writer.write_table(pa.Table.from_pylist(self._rows, self._schema))
        self._rows = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None and self._rows:
            self._flush()
        self._writer.close()
