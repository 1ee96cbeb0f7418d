"""Parquet by pyarrow: rows in and out, some at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.formats.extras import needed

PARQUET = b"PAR1"
"""How a Parquet file begins."""

ROWS_AT_ONCE = 500
"""Articles that are held in memory at once; each block of a file has as many."""

_READ_AT_ONCE = 64


def parquet_rows(
    stream: BinaryIO, name: str, at_once: int = _READ_AT_ONCE
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file, by the names of their columns.

    Raises:
        UserError: pyarrow is not installed, or cannot read the file.
    """
    with needed("pyarrow", "parquet", name):
        import pyarrow as pa  # noqa: PLC0415 - takes a while, and need not be installed
        import pyarrow.parquet as pq  # noqa: PLC0415
    try:
        for batch in pq.ParquetFile(stream).iter_batches(at_once, use_threads=False):
            yield from batch.to_pylist()
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
