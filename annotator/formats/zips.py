"""Zip archives that nobody vouches for: refused before they grow, read without a crash.

Nothing is unpacked to disk. ``zipfile`` gives no more of a member than its size says, so the sum of
the sizes can be relied on, as long as the members are deflated: of other compressions it asks for
everything at once, and a few bytes may become gigabytes.
"""

from __future__ import annotations

import errno
import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message

LARGEST_LIST = 1 << 24
"""Bytes of the list of members that is read (16 MiB); each member takes ten times as much here."""

MOST_UNPACKED = 1 << 30
"""Bytes that an archive may always unpack to; a larger one, :data:`MOST_RATIO` times its size."""

MOST_RATIO = 200
"""Deflate reaches about 1000; texts stay far below."""

_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OverflowError, RuntimeError, ValueError,
           struct.error)  # fmt: skip
"""What zipfile raises for an archive that is not as it should be.

RuntimeError is for a member that needs a password, or (NotImplementedError) a version of the format
or a compression that Python lacks; ValueError for places before the file's beginning.
"""


class ArchiveError(Exception):
    """An archive is not read; ``what`` says why."""

    def __init__(self, what: Message) -> None:
        super().__init__(str(what))
        self.what = what


@contextmanager
def opened_archive(stream: BinaryIO, largest: int = MOST_UNPACKED) -> Iterator[zipfile.ZipFile]:
    """Open an archive; ``largest`` bytes unpacked are let through whatever its own size is.

    Raises:
        ArchiveError: it is damaged, or would grow too large.
        OSError: it cannot be read.
    """
    size = stream.seek(0, os.SEEK_END)
    careful = _Careful(stream)
    with _told():
        archive = zipfile.ZipFile(cast("BinaryIO", careful))
    careful.most = None
    with archive:
        total = sum(info.file_size for info in archive.infolist())
        if total > max(largest, MOST_RATIO * size if largest == MOST_UNPACKED else 0):
            raise ArchiveError(_too_large())
        yield archive


def member_data(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return a member whole.

    Raises:
        ArchiveError: it is damaged, locked by a password, or in a compression that is not read.
    """
    check_compression(info)
    with _told():
        return archive.read(info)


def member_stream(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    """Open a member to be read piece by piece; damage met then is an OSError.

    Raises:
        ArchiveError: as :func:`member_data` does.
    """
    check_compression(info)
    with _told():
        opened = archive.open(info)
    return cast("BinaryIO", io.BufferedReader(_Member(opened), 1 << 16))


def check_compression(info: zipfile.ZipInfo) -> None:
    """Raise an ArchiveError for a member in a compression that cannot be read piece by piece."""
    if info.compress_type not in _COMPRESSIONS:
        what = QT_TRANSLATE_NOOP("messages", "The file is damaged or locked: {reason}.")
        raise ArchiveError(message(what, reason=f"compression {info.compress_type}"))


class _Careful:
    """A file that does not give more than ``most`` bytes at once.

    zipfile reads the list of members at once, however long it says to be, and makes an object of
    each before it can be asked how many there are.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.most: int | None = LARGEST_LIST
        self._stream = stream
        self.seek, self.tell = stream.seek, stream.tell

    def read(self, size: int = -1) -> bytes:
        if self.most is not None and size > self.most:
            raise ArchiveError(_too_large())
        return self._stream.read(size if self.most is None or size >= 0 else self.most)

    def seekable(self) -> bool:
        return self._stream.seekable()

    def close(self) -> None:
        """Leave the file open: it is its owner's."""


class _Member(io.RawIOBase):
    """A member whose damage is told as the system tells that of a file."""

    def __init__(self, opened: Any) -> None:
        self._opened = opened

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return bool(self._opened.seekable())

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._opened.read(len(buffer))
        except _FAULTS as error:
            raise OSError(errno.EIO, _reason(error)) from error
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        try:
            return int(self._opened.seek(offset, whence))
        except _FAULTS as error:
            raise OSError(errno.EIO, _reason(error)) from error

    def tell(self) -> int:
        return int(self._opened.tell())

    def close(self) -> None:
        self._opened.close()
        super().close()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except _FAULTS as error:
        what = QT_TRANSLATE_NOOP("messages", "The file is damaged or locked: {reason}.")
        raise ArchiveError(message(what, reason=_reason(error))) from error


def _too_large() -> Message:
    return message(QT_TRANSLATE_NOOP("messages", "The file would be too large when unpacked."))


def _reason(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0].rstrip(".") or type(error).__name__
