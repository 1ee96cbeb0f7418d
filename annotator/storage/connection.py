"""How a project file is connected to: for writing, or for reading in whatever way works."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.core.progress import Cancelled, Progress

_WAIT_SECONDS = 5.0

_CHECK_EVERY = 20_000
"""Instructions of SQLite's machine between two looks at whether an answer is still wanted."""


def connect_writing(path: Path) -> sqlite3.Connection:
    """Return a connection that writes, with the journal in WAL mode where the disk allows it.

    ``synchronous`` is FULL: a decision that the window calls saved has been flushed to the disk
    and outlives a power cut, not only the end of the process. It costs one fsync a decision.
    """
    connection = _connect(path, "mode=rw")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def connect_reading(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """Return a connection that cannot write.

    With ``any_thread`` the caller sees to it that one thread at a time uses it.

    Where the folder is writable it takes part in the WAL as any other and removes it when it is
    the last; ``mode=ro`` would leave files behind. On a read-only folder without a WAL the
    file cannot change, and SQLite is told so.

    Raises:
        sqlite3.Error: the file cannot be read, or holds changes that only a writer can take in.
    """
    if may_write(path):
        connection = _connect(path, "mode=rw", any_thread=any_thread)
        connection.execute("PRAGMA query_only = ON")
        return connection
    wal = path.with_name(f"{path.name}-wal")
    if wal.exists() and wal.stat().st_size > 0:
        return _connect(path, "mode=ro", any_thread=any_thread)
    return _connect(path, "mode=ro&immutable=1", any_thread=any_thread)


@contextmanager
def atomic(connection: sqlite3.Connection, *, flushed: bool = True) -> Iterator[None]:
    """Run a transaction: all of it is written or, after an error, nothing.

    What is not ``flushed`` outlives the end of the process, but a power cut may take it until the
    next transaction that is. It is for what is no decision: an fsync less, some milliseconds.
    """
    if not flushed:
        connection.execute("PRAGMA synchronous = NORMAL")
    try:
        connection.execute("BEGIN")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise
    finally:
        if not flushed:
            connection.execute("PRAGMA synchronous = FULL")


@contextmanager
def stoppable(connection: sqlite3.Connection, progress: Progress) -> Iterator[None]:
    """Stop what ``connection`` does once ``progress`` is cancelled, and raise Cancelled then."""
    connection.set_progress_handler(lambda: progress.cancelled, _CHECK_EVERY)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def may_write(path: Path) -> bool:
    """Whether the system lets this user write to the file and its folder (SQLite needs both)."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _connect(path: Path, options: str, *, any_thread: bool = False) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?{options}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=_WAIT_SECONDS, check_same_thread=not any_thread
    )
    try:
        # Functions of ours are not called by whatever a stranger has put into the schema.
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        if sys.version_info >= (3, 12):
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection
