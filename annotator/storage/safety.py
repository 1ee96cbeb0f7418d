"""What is checked of a file before it is trusted: is it a project, whose, of which version.

Nothing here writes. The header is read through SQLite in ``immutable`` mode, not with ``open``:
closing a second descriptor of a database drops the locks this process holds on it (POSIX).
"""

from __future__ import annotations

import sqlite3
import stat
from functools import cache
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.storage.faults import newer, not_a_project, unreadable
from annotator.storage.schema import APPLICATION_ID, SCHEMA_VERSION, SCRIPTS


def check_file(path: Path) -> None:
    """Check that ``path`` is a project that this version can read, from its header alone.

    Raises:
        UserError: it is missing, a folder, empty, not SQLite, of another program, or newer.
    """
    try:
        facts = path.stat()
    except OSError as error:
        raise unreadable(path) from error
    if not stat.S_ISREG(facts.st_mode):
        raise not_a_project(
            path, message(QT_TRANSLATE_NOOP("messages", "This is a folder, not a project file."))
        )
    if facts.st_size == 0:
        raise not_a_project(
            path, message(QT_TRANSLATE_NOOP("messages", "This file is empty, not a project file."))
        )
    application, version = _header(path)
    if application != APPLICATION_ID:
        raise not_a_project(
            path,
            message(
                QT_TRANSLATE_NOOP("messages", "This is a database of another program, no project.")
            ),
        )
    if version > SCHEMA_VERSION:
        raise newer(path, version, SCHEMA_VERSION)


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Check that what belongs to our tables is what we have made.

    An index or generated column of a stranger on one of our tables would run with our writes, and
    so would a trigger on any table: when a row of ours goes, rows of theirs may go that refer to
    it.
    Other people's tables and views beside ours are left alone.

    Raises:
        UserError: something is missing, changed or added.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    expected = _made_by_scripts(version)
    ours = {table for _, _, table, _ in expected}
    objects = connection.execute(_OBJECTS)
    found = {row for row in objects if row[2] in ours or row[0] == "trigger"}
    if found != expected:
        raise not_a_project(
            path,
            message(
                QT_TRANSLATE_NOOP(
                    "messages", "Another program has changed the tables of this project."
                )
            ),
        )


def has_our_tables(connection: sqlite3.Connection) -> bool:
    """Whether all that one version of our scripts makes is there, whatever the header says.

    Raises:
        sqlite3.Error: the list of tables cannot be read.
    """
    found = set(connection.execute(_OBJECTS))
    versions = range(1, SCHEMA_VERSION + 1)
    return any(_made_by_scripts(version) <= found for version in versions)


_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_master"


@cache
def _made_by_scripts(version: int) -> frozenset[tuple[str, str, str, str | None]]:
    connection = sqlite3.connect(":memory:")
    try:
        for _, script in SCRIPTS[:version]:
            connection.executescript(script)
        return frozenset(connection.execute(_OBJECTS).fetchall())
    finally:
        connection.close()


def _header(path: Path) -> tuple[int, int]:
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(uri, uri=True)
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise not_a_project(
            path, message(QT_TRANSLATE_NOOP("messages", "This is not a project file."))
        ) from error
    return application, version
