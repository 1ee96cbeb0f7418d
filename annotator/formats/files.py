"""The files in folders and archives, one source each."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple, cast

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.formats.source import Source, open_source, source_of, unreadable
from annotator.formats.zips import ArchiveError, member_stream, opened_archive

MANIFEST = "annotator-export.json"
"""The file in an exported folder that lists the others: they may be replaced, nothing else."""

_PLAIN_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,63}")
DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{kind}{n}" for kind in ("COM", "LPT") for n in range(10))}
)
_ARCHIVE = b"PK\x03\x04"


class Found(NamedTuple):
    """A file by name; ``open`` looks into it.

    ``open`` raises UserError or OSError for a file that cannot be read.
    """

    name: str
    open: Callable[[], Source]


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and its folders by name, hidden ones and our list left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.name != MANIFEST and path.is_file():
            yield path


def files_of(
    paths: Iterable[Path],
    *,
    encoding: str | None = None,
    passed_over: Callable[[Path], bool] = lambda _: False,
    belongs: Callable[[str, Collection[str]], bool] = lambda _, __: False,
) -> Iterator[Found]:
    """Yield the files that ``paths`` name, those of folders one by one.

    In a folder, files are left out that are ``passed_over``, or that belong to another file:
    ``belongs`` is asked with the name of a file and the names of all beside it.

    Raises:
        UserError: a path is absent.
    """
    for path in paths:
        if path.is_dir():
            kept = [file for file in files_in(path) if not passed_over(file)]
            names = _names_by_folder(file.relative_to(path).as_posix() for file in kept)
            for file in kept:
                inside = PurePosixPath(file.relative_to(path).as_posix())
                if not belongs(inside.name, names[inside.parent]):
                    yield Found(str(file), partial(open_source, file, encoding))
        elif path.exists():
            yield Found(str(path), partial(open_source, path, encoding))
        else:
            raise unreadable(FileNotFoundError(), str(path))


def safe_name(wanted: str, number: int, taken: set[str]) -> str:
    """Return a file name without suffix for an article: its id if harmless, else a number.

    It leads to no other folder, is no device of Windows, and is not among ``taken``, to which it
    is added; letter case makes no difference.
    """
    plain = _PLAIN_NAME.fullmatch(wanted) and wanted.upper() not in DEVICES
    name = wanted if plain and wanted.lower() not in taken else f"{number:06}"
    while name.lower() in taken:
        name = f"{name}-{number}"
    taken.add(name.lower())
    return name


def is_archive(source: Source) -> bool:
    """Whether a file may be a zip archive."""
    return source.head.data.startswith(_ARCHIVE)


def files_in_archive(
    source: Source,
    *,
    encoding: str | None = None,
    belongs: Callable[[str, Collection[str]], bool] = lambda _, __: False,
) -> Iterator[Found]:
    """Yield the files of a zip archive by name, each to be read before the next one is asked for.

    Nothing is unpacked: their names are shown, never used as paths.

    Raises:
        UserError: the archive is damaged, or would grow too large.
        OSError: it cannot be read.
    """
    try:
        with closing(source.opened()) as stream, opened_archive(stream) as archive:
            members = {info.filename: info for info in archive.infolist() if _is_file(info)}
            names = _names_by_folder(members)
            for name in sorted(members):
                inside = PurePosixPath(name)
                if not belongs(inside.name, names[inside.parent]):
                    opened = partial(_member, archive, members, source.name, encoding, name)
                    yield Found(f"{source.name}/{name}", cast("Callable[[], Source]", opened))
    except ArchiveError as error:
        raise _refused(source.name, error) from error


def _member(
    archive: zipfile.ZipFile,
    members: dict[str, zipfile.ZipInfo],
    archive_name: str,
    encoding: str | None,
    name: str,
) -> Source:
    def opened() -> BinaryIO:
        try:
            return member_stream(archive, members[name])
        except ArchiveError as error:
            raise _refused(f"{archive_name}/{name}", error) from error

    def beside(other: str) -> Source | None:
        found = str(PurePosixPath(name).with_name(other))
        if found not in members:
            return None
        return _member(archive, members, archive_name, encoding, found)

    return source_of(f"{archive_name}/{name}", opened, encoding, beside=beside)


def _is_file(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return bool(parts) and not info.is_dir() and not hidden and parts[-1] != MANIFEST


def _names_by_folder(names: Iterable[str]) -> dict[PurePosixPath, set[str]]:
    found: dict[PurePosixPath, set[str]] = {}
    for name in map(PurePosixPath, names):
        found.setdefault(name.parent, set()).add(name.name)
    return found


def _refused(name: str, error: ArchiveError) -> UserError:
    todo = QT_TRANSLATE_NOOP("messages", "Unpack it, then choose the files.")
    return UserError(error.what, where=name, todo=message(todo))
