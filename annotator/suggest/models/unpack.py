"""Unpack an archive that nobody vouches for: no path leaves the folder, no bomb goes off."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Progress

_MOST_FILES = 10_000
_MOST_RATIO = 200  # deflate reaches about 1000; weights and word lists stay far below
_CHUNK = 1 << 20


def unpacked_size(archive: Path) -> int:
    """Return how many bytes the archive says that it unpacks to.

    Raises:
        UserError: it is no archive.
    """
    with _opened(archive) as zipped:
        return sum(entry.file_size for entry in zipped.infolist())


def unpack(archive: Path, into: Path, progress: Progress) -> None:
    """Unpack ``archive`` (zip) into the new folder ``into``; ``progress`` counts bytes.

    Raises:
        UserError: no archive, an entry that would land outside ``into``, a link, too many
            files, or more bytes than the archive's size allows. What was unpacked is then
            the caller's to remove.
    """
    with _opened(archive) as zipped:
        entries = zipped.infolist()
        total = sum(entry.file_size for entry in entries)
        if len(entries) > _MOST_FILES or total > _MOST_RATIO * max(archive.stat().st_size, 1):
            raise _refused(
                archive,
                message(QT_TRANSLATE_NOOP("messages", "The archive unpacks to far too much")),
            )
        done = 0
        for entry in entries:
            target = _target(archive, entry, into)
            if entry.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            for size in _written(archive, zipped, entry, target):
                done += size
                progress.at(done, total)


def _written(
    archive: Path, zipped: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path
) -> Iterator[int]:
    """Write one entry; yield the size of each piece. zipfile checks length and CRC."""
    try:
        with zipped.open(entry) as source, target.open("xb") as file:
            while chunk := source.read(_CHUNK):
                file.write(chunk)
                yield len(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        # The last two: a compression that Python lacks, and an encrypted entry.
        raise _refused(
            archive, message(QT_TRANSLATE_NOOP("messages", "The archive is damaged"))
        ) from error


def _opened(archive: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(archive)
    except (zipfile.BadZipFile, OSError) as error:
        raise _refused(
            archive, message(QT_TRANSLATE_NOOP("messages", "This is not a zip archive"))
        ) from error


def _target(archive: Path, entry: zipfile.ZipInfo, into: Path) -> Path:
    name = PurePosixPath(entry.filename)
    mode = entry.external_attr >> 16
    unsafe = (
        name.is_absolute()
        or not name.parts
        or ".." in name.parts
        or "\\" in entry.filename
        or ":" in entry.filename
        or stat.S_ISLNK(mode)
    )
    if unsafe:
        raise _refused(
            archive,
            message(
                QT_TRANSLATE_NOOP(
                    "messages", "The archive holds “{name}”, which would land outside its folder"
                ),
                name=entry.filename,
            ),
        )
    return into.joinpath(*name.parts)


def _refused(archive: Path, what: Message) -> UserError:
    return UserError(
        what,
        where=str(archive),
        todo=message(QT_TRANSLATE_NOOP("messages", "Nothing was installed.")),
    )
