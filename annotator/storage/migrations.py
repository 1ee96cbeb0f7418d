"""From an older schema to this one, forward only, with a copy of the file made first.

Imported only where a file is made or upgraded: sqlite-utils takes a third of a second to load.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from glob import escape
from pathlib import Path

from sqlite_utils import Database, Migrations

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress
from annotator.storage.copying import copy_database
from annotator.storage.schema import SCHEMA_VERSION, SCRIPTS
from annotator.storage.search import index_articles

_COPIES = 3
"""Copies from before an upgrade that are kept of a project."""

MIGRATIONS = Migrations("annotator")
"""One migration a schema version, each in a transaction of its own."""


@MIGRATIONS(name="articles")
def _articles(db: Database) -> None:
    _run_script(db, 1)


@MIGRATIONS(name="search")
def _search(db: Database) -> None:
    _run_script(db, 2)
    index_articles(db.conn)


@MIGRATIONS(name="learned")
def _learned(db: Database) -> None:
    _run_script(db, 3)


@MIGRATIONS(name="workbench")
def _workbench(db: Database) -> None:
    _run_script(db, 4)


@MIGRATIONS(name="review")
def _review(db: Database) -> None:
    _run_script(db, 5)


@MIGRATIONS(name="described")
def _described(db: Database) -> None:
    _run_script(db, 6)


def upgrade(connection: sqlite3.Connection, path: Path) -> Path | None:
    """Bring an open project to :data:`SCHEMA_VERSION`; return the copy made of an older one.

    Raises:
        UserError: the copy cannot be made; nothing was changed then.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version >= SCHEMA_VERSION:
        return None
    copy = _copy_beside(connection, path, version) if version else None
    MIGRATIONS.apply(Database(connection, execute_plugins=False))
    _drop_old_copies(path)
    return copy


def _run_script(db: Database, version: int) -> None:
    db.executescript(SCRIPTS[version - 1][1])
    db.execute(f"PRAGMA user_version = {version}")


def _copy_beside(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the project, with what its WAL holds, to a new file beside it."""
    copy = _free_name(path, version)
    try:
        copy_database(connection, copy, Progress())
    except (OSError, sqlite3.Error) as error:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP(
                    "messages",
                    "This project is of an older version, and no copy could be made before "
                    "upgrading it.",
                )
            ),
            where=str(path),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Free some space on this disk, then open it again.")
            ),
        ) from error
    return copy


def _drop_old_copies(path: Path) -> None:
    """Keep the last copies that upgrades have made."""
    known = [*path.parent.glob(f"{escape(path.stem)}.v*-backup*{path.suffix}")]
    with suppress(OSError):
        for old in sorted(known, key=lambda copy: copy.stat().st_mtime_ns)[:-_COPIES]:
            old.unlink()


def _free_name(path: Path, version: int) -> Path:
    number = 1
    copy = path.with_name(f"{path.stem}.v{version}-backup{path.suffix}")
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem}.v{version}-backup-{number}{path.suffix}")
    return copy
