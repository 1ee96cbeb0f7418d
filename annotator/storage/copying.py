"""A copy of an open project, as it is at one moment, whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from secrets import token_hex

from annotator.core.progress import Progress
from annotator.storage.faults import damaged
from annotator.storage.flushing import flush_file, flush_folder

_PAGES = 512
"""Pages copied between two looks at whether the copy is still wanted."""


def copy_database(source: sqlite3.Connection, target: Path, progress: Progress) -> None:
    """Copy a database to ``target``, in the place of what is there; check the copy first.

    Raises:
        UserError: the project is damaged; ``target`` is as it was.
        OSError, sqlite3.Error: it cannot be written there; ``target`` is as it was.
        Cancelled: ``progress`` asked for it; ``target`` is as it was.
    """
    made = target.with_name(f".{target.stem}-{token_hex(4)}.copy")
    made.touch(exist_ok=False)  # in plain words where the folder cannot be written to
    try:
        with closing(sqlite3.connect(made)) as copy:
            _copy(source, copy, progress)
            if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise damaged(target)
            copy.execute("PRAGMA journal_mode = DELETE")
        flush_file(made)
        made.replace(target)
        flush_folder(target.parent)
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            made.with_name(made.name + end).unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, copy: sqlite3.Connection, progress: Progress) -> None:
    held = not source.in_transaction
    if held:  # what others write meanwhile does not make it begin again
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
    try:
        source.backup(copy, pages=_PAGES, progress=lambda _, left, of: progress.at(of - left, of))
    finally:
        if held:
            source.execute("ROLLBACK")
