"""One writer a project: a lock that dies with its process."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

_ATTEMPTS = 5


class WriteLock:
    """The right to write to one project, held until :meth:`release` or the end of the process.

    It is SQLite's own exclusive lock on an empty file beside the project, so it works on every
    system that SQLite works on, and the system drops it when the process is killed. A lock on
    the project file itself would stop readers, and closing a second descriptor of that file
    would drop the locks that SQLite holds on it (POSIX).
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    @classmethod
    def acquire(cls, project: Path) -> WriteLock | None:
        """Return the lock on ``project``, or None when someone else holds it.

        Raises:
            sqlite3.Error: the lock file cannot be made or read.
        """
        path = project.with_name(f"{project.name}-lock")
        for _ in range(_ATTEMPTS):
            connection = _exclusive(path)
            if connection is None:
                return None
            # Who held it before may have removed the file that we have just locked.
            if (again := _exclusive(path)) is None:
                return cls(path, connection)
            again.close()
            connection.close()
        return None

    def release(self) -> None:
        """Give the lock back. The file goes while the lock is held, so that none is left over."""
        with suppress(OSError):  # Windows keeps open files; a left-over lock file is harmless
            self._path.unlink()
        self._connection.close()


def _exclusive(path: Path) -> sqlite3.Connection | None:
    connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            return None
        raise
    except sqlite3.Error:
        connection.close()
        raise
    return connection
