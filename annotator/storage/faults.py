"""What SQLite and the system report, told as something that the user can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message


def unreadable(path: Path) -> UserError:
    """Return the error for a file that is not there, or that this user may not read."""
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "There is no such file, or it cannot be read.")),
        where=str(path),
        todo=message(QT_TRANSLATE_NOOP("messages", "Check the name and the folder.")),
    )


def not_a_project(path: Path, why: Message) -> UserError:
    """Return the error for a file that no version of the program has made."""
    return UserError(
        why,
        where=str(path),
        todo=message(
            QT_TRANSLATE_NOOP(
                "messages", "Choose a project file (.annotator). The file was not changed."
            )
        ),
    )


def newer(path: Path, version: int, known: int) -> UserError:
    """Return the error for a project made by a later version of the program."""
    return UserError(
        message(
            QT_TRANSLATE_NOOP(
                "messages",
                "This project has schema version {version}; this program knows up to {known}.",
            ),
            version=version,
            known=known,
        ),
        where=str(path),
        todo=message(
            QT_TRANSLATE_NOOP(
                "messages", "Open it with a newer annotator. The file was not changed."
            )
        ),
    )


def damaged(path: Path) -> UserError:
    """Return the error for a project file whose content does not fit together."""
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "The project file is damaged.")),
        where=str(path),
        todo=message(
            QT_TRANSLATE_NOOP(
                "messages",
                "Keep the file as it is. Go on with a backup, or let “annotator check --repair” "
                "put what can be read into a new file.",
            )
        ),
    )


def read_only(path: Path, why: Message | None) -> UserError:
    """Return the error for a write to a project that is open for reading only."""
    return UserError(
        why or message(QT_TRANSLATE_NOOP("messages", "The project is open for reading only.")),
        where=str(path),
        todo=message(
            QT_TRANSLATE_NOOP(
                "messages", "Close it elsewhere, or copy it to a folder where you may write."
            )
        ),
    )


def lent(path: Path) -> UserError:
    """Return the error for a write while articles are being taken in."""
    return UserError(
        message(
            QT_TRANSLATE_NOOP("messages", "Articles are being imported; nothing is saved now.")
        ),
        where=str(path),
        todo=message(
            QT_TRANSLATE_NOOP("messages", "Wait until that ends, or stop it; then do it again.")
        ),
    )


def replaced(path: Path) -> UserError:
    """Return the error for a project file that went away while it was open."""
    return UserError(
        message(
            QT_TRANSLATE_NOOP(
                "messages", "The project file was moved, deleted or replaced while it was open."
            )
        ),
        where=str(path),
        todo=message(
            QT_TRANSLATE_NOOP(
                "messages",
                "Save a copy of what is open (File menu), or put the file back; then close the "
                "project and open it again.",
            )
        ),
    )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the machine or the file into a :class:`UserError`.

    Errors that only a bug can cause pass through unchanged.
    """
    try:
        yield
    except sqlite3.Error as error:
        fault = _fault(error, path)
        if fault is None:
            raise
        raise fault from error


def _fault(error: sqlite3.Error, path: Path) -> UserError | None:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return damaged(path)
    if code == sqlite3.SQLITE_READONLY:
        return read_only(path, None)
    if code not in _MACHINE:
        return None
    what, todo = _MACHINE[code]
    return UserError(message(what), where=str(path), todo=message(todo))


_MACHINE = {
    sqlite3.SQLITE_FULL: (
        QT_TRANSLATE_NOOP("messages", "The disk is full; nothing was saved."),
        QT_TRANSLATE_NOOP("messages", "Free some space, then do it again."),
    ),
    sqlite3.SQLITE_IOERR: (
        QT_TRANSLATE_NOOP("messages", "The disk reports an error; nothing was saved."),
        QT_TRANSLATE_NOOP("messages", "Check the disk or the network folder, then do it again."),
    ),
    sqlite3.SQLITE_BUSY: (
        QT_TRANSLATE_NOOP("messages", "Another program is using the project file."),
        QT_TRANSLATE_NOOP("messages", "Close it there, then do it again."),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        QT_TRANSLATE_NOOP("messages", "The project file cannot be opened."),
        QT_TRANSLATE_NOOP("messages", "Check that it is there and that you may read it."),
    ),
}
