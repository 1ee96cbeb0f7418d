"""Backups of a project: one a day, the oldest of them removed again.

A backup is a project like any other. It is made at the first opening of a day, if anything was
decided since the last one, and only a copy that SQLite has checked takes the place of an older.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress
from datetime import date
from glob import escape
from hashlib import sha256
from pathlib import Path

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress
from annotator.storage import ProjectFile

_DAY = re.compile(r"-(\d{4}-\d{2}-\d{2})$")


def backup_folder(project: Path, folder: str = "") -> Path:
    """Return where the backups of a project are: beside it, or in ``folder`` if that is named."""
    if not folder:
        return project.with_name(f"{project.stem}-backups")
    # Two projects of one name do not share a folder.
    mark = sha256(str(project.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return Path(folder).expanduser() / f"{project.stem}-{mark}"


def backups_of(project: Path, folder: str = "") -> list[Path]:
    """Return the backups of a project, the oldest day first."""
    pattern = f"{escape(project.stem)}-*{project.suffix}"
    found = backup_folder(project, folder).glob(pattern)
    return sorted(path for path in found if _DAY.search(path.stem))


def back_up(
    file: ProjectFile, *, keep: int, folder: str, today: date, progress: Progress
) -> Path | None:
    """Make the backup of ``today`` unless it is there or nothing was decided since the last one.

    Then only the ``keep`` last ones stay; what was made just now stays also where the clock has
    gone back. Returns the backup that was made. Works from any thread.

    Raises:
        UserError: it could not be made; the backups are as they were.
        Cancelled: as above.
    """
    target = backup_folder(file.path, folder) / f"{file.path.stem}-{today}{file.path.suffix}"
    known = backups_of(file.path, folder)
    if keep < 1 or target in known:
        return None
    with file.reader() as reader:
        mark = reader.progress_mark()
        if mark == (0, 0) or (known and _mark_of(known[-1]) == mark):
            return None
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            reader.copy_to(target, progress)
            others = [path for path in known if path != target]
            for old in others[: max(0, len(others) - keep + 1)]:
                with suppress(OSError):  # in use, say: the next backup tries again
                    old.unlink(missing_ok=True)
        except (OSError, sqlite3.Error) as error:
            raise _not_made(target, error) from error
    return target


def _mark_of(backup: Path) -> tuple[int, int] | None:
    try:
        with ProjectFile.open(backup, read_only=True) as file:
            return file.progress_mark()
    except UserError:  # damaged, or of an older version: another one is needed
        return None


def _not_made(target: Path, error: Exception) -> UserError:
    return UserError(
        message(
            QT_TRANSLATE_NOOP("messages", "No backup could be made: {reason}."),
            reason=getattr(error, "strerror", None) or str(error),
        ),
        where=str(target),
        todo=message(
            QT_TRANSLATE_NOOP(
                "messages", "Make room, or choose another folder for backups in the settings."
            )
        ),
    )
