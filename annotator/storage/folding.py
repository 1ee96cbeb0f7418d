"""What a project file leaves beside it, where another file takes its name."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path


def fold_in_wal(path: Path) -> None:
    """Leave no WAL of a file that is replaced, or gone: SQLite would apply it to the new one."""
    if not path.with_name(f"{path.name}-wal").exists():
        return
    if path.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
