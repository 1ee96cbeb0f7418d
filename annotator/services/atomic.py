"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message


@contextmanager
def replacing(path: Path, *, force: bool) -> Iterator[Path]:
    """Yield a new empty file beside ``path``; when the block ends well, it takes that name.

    After an error, Ctrl+C included, nothing is left of it and ``path`` is as it was; so too when
    the block removes the file.

    Raises:
        UserError: ``path`` exists and ``force`` is off, or nothing can be written there.
    """
    check_free(path, force=force)
    made = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        made.touch(exist_ok=False)
        yield made
        if made.exists():
            _flush(made)
            _give_name(made, path, force=force)
    except OSError as error:
        raise unwritable(error, path) from error
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)


def check_free(path: Path, *, force: bool) -> None:
    """Raise a UserError when ``path`` would be overwritten and ``force`` is off."""
    if path.is_dir():
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This is a folder.")),
            where=str(path),
            todo=message(QT_TRANSLATE_NOOP("messages", "Give the name of a file.")),
        )
    if not force and os.path.lexists(path):
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "The file exists.")),
            where=str(path),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Choose another name, or --force to replace it.")
            ),
        )


def unwritable(error: OSError, path: Path) -> UserError:
    """Return what to tell about a file that the system does not let us write."""
    return UserError(
        message(
            QT_TRANSLATE_NOOP("messages", "The file cannot be written: {reason}."),
            reason=error.strerror or type(error).__name__,
        ),
        where=str(path),
        todo=message(
            QT_TRANSLATE_NOOP("messages", "Choose a folder that you may write to and has room.")
        ),
    )


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _give_name(made: Path, path: Path, *, force: bool) -> None:
    if force:
        made.replace(path)
        return
    try:
        os.link(made, path)  # unlike a rename, this never replaces what came there meanwhile
    except FileExistsError:
        check_free(path, force=False)
    except OSError:  # a file system without links
        check_free(path, force=False)
        made.replace(path)
