"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.formats.files import MANIFEST
from annotator.services.swapping import swap_folders
from annotator.storage.flushing import flush_file, flush_folder
from annotator.storage.folding import fold_in_wal


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
            flush_file(made)
            give_name(made, path, force=force)
            flush_folder(path.parent)
    except OSError as error:
        raise unwritable(error, path) from error
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)


@contextmanager
def replacing_folder(path: Path, *, force: bool) -> Iterator[Path]:
    """Yield a new empty folder beside ``path``; when the block ends well, it takes that name.

    A folder of an earlier export is replaced with ``force``: the files that its manifest lists go,
    whatever else lies in it stays. After an error ``path`` is as it was.

    Raises:
        UserError: ``path`` is not free, or nothing can be written there.
    """
    check_folder_free(path, force=force)
    made = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        made.mkdir()
        yield made
        names = sorted(
            file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file()
        )
        (made / MANIFEST).write_text(json.dumps({"files": names}, indent=1), encoding="utf-8")
        for file in made.rglob("*"):
            if file.is_file():
                flush_file(file)
        for folder in (made, *(each for each in made.rglob("*") if each.is_dir())):
            flush_folder(folder)
        _give_folder_name(made, path)
        flush_folder(path.parent)
    except OSError as error:
        raise unwritable(error, path) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def check_folder_free(path: Path, *, force: bool) -> None:
    """Raise a UserError when ``path`` is a file, or a folder that must not be written into."""
    if not os.path.lexists(path):
        return
    if not path.is_dir():
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This is a file.")),
            where=str(path),
            todo=message(QT_TRANSLATE_NOOP("messages", "Give the name of a folder.")),
        )
    if not any(path.iterdir()):
        return
    if _listed(path) is None:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "The folder holds files of other origin.")),
            where=str(path),
            todo=message(QT_TRANSLATE_NOOP("messages", "Choose a new or an empty folder.")),
        )
    if not force:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "The folder exists.")),
            where=str(path),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Choose another name, or --force to replace it.")
            ),
        )


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


def give_name(made: Path, path: Path, *, force: bool) -> None:
    """Give a file that is complete its name.

    Raises:
        UserError: the name was taken meanwhile and ``force`` is off.
        OSError: the system refuses it.
    """
    if force or not path.exists():
        fold_in_wal(path)
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


def _listed(folder: Path) -> list[Path] | None:
    """Return the files that the manifest of an earlier export lists, or None without one."""
    try:
        names = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        files = [(folder / name).resolve() for name in names]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    inside = folder.resolve()
    return [file for file in files if inside in file.parents]


def _give_folder_name(made: Path, path: Path) -> None:
    """Put a folder that is complete in the place of another; what others put there comes along."""
    if not path.exists():
        made.rename(path)
        return
    path = path.resolve()
    gone = {path / MANIFEST, *(_listed(path) or ())}
    for file in sorted(path.rglob("*")):
        place = made / file.relative_to(path)
        if file in gone or os.path.lexists(place):
            continue
        if file.is_dir() and not file.is_symlink():
            _make_as(file, place)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            _link(file, place)
    swap_folders(made, path)


def _make_as(folder: Path, place: Path) -> None:
    """Make a folder again if it was empty; else it comes with the first of its files."""
    if not any(folder.iterdir()):
        place.mkdir(parents=True, exist_ok=True)


def _link(file: Path, place: Path) -> None:
    try:
        os.link(file, place, follow_symlinks=False)
    except (OSError, NotImplementedError):  # a file system without links
        shutil.copy2(file, place, follow_symlinks=False)
