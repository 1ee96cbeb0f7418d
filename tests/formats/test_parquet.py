"""Parquet files that would fill the memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.formats import zips
from annotator.formats.parquet import parquet_rows

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def test_a_file_that_unpacks_to_too_much_is_refused_before_a_row_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.parquet"
    table = pa.table({"text": ["x" * (1 << 20), "y" * (1 << 20), "z" * (1 << 20)]})
    pq.write_table(table, path, compression="zstd", row_group_size=1)
    assert path.stat().st_size * zips.MOST_RATIO < table.nbytes
    with path.open("rb") as stream:
        assert len(list(parquet_rows(stream, "a"))) == 3
    monkeypatch.setattr(zips, "MOST_UNPACKED", 2 << 20)
    with path.open("rb") as stream, pytest.raises(UserError, match="too large when unpacked"):
        next(parquet_rows(stream, "a"))
