"""A new project file: made whole under another name, then given its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex

from sqlite_utils import Database

from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.storage.flushing import flush_folder
from annotator.storage.folding import fold_in_wal
from annotator.storage.migrations import MIGRATIONS
from annotator.storage.schema import APPLICATION_ID
from annotator.storage.state import LABEL_SET, label_set_json, write_state


def create_file(path: Path, label_set: LabelSet, *, force: bool) -> None:
    """Make an empty project at ``path``; nothing appears there until it is complete.

    Raises:
        UserError: something is there already and ``force`` is off, or it cannot be made there.
    """
    if path.is_dir() or (path.exists() and not force):
        raise already_there(path)
    with _told(path):
        made = path.with_name(f".{path.stem}-{token_hex(4)}.new")
        try:
            _fill(made, label_set)
            _give_name(made, path, force=force)
        finally:
            made.unlink(missing_ok=True)


def already_there(path: Path) -> UserError:
    """Return the error for a name that is taken."""
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "There is a file or folder of this name already.")),
        where=str(path),
        todo=message(
            QT_TRANSLATE_NOOP("messages", "Choose another name, or say that it is to be replaced.")
        ),
    )


def _fill(made: Path, label_set: LabelSet) -> None:
    with closing(sqlite3.connect(made)) as connection:
        database = Database(connection, execute_plugins=False)
        MIGRATIONS.apply(database)
        with database.atomic():
            write_state(connection, LABEL_SET, label_set_json(label_set))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _give_name(made: Path, path: Path, *, force: bool) -> None:
    if force:
        fold_in_wal(path)
        made.replace(path)
    else:
        try:
            path.hardlink_to(made)  # refuses, in one step, a name that has been taken meanwhile
        except FileExistsError:
            raise already_there(path) from None
        except OSError:  # a file system without links
            if path.exists():
                raise already_there(path) from None
            made.rename(path)
    flush_folder(path.parent)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "No project can be made here: {reason}."),
                reason=getattr(error, "strerror", None) or str(error),
            ),
            where=str(path),
            todo=message(QT_TRANSLATE_NOOP("messages", "Choose a folder in which you may write.")),
        ) from error
