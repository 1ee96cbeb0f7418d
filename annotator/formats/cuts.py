"""Pieces of a large file that are read each by itself, on several machines at once.

A file of lines is cut behind a line feed, a Parquet file between its row groups. Each piece has a
hash, so that who reads it later can tell that it is still what was cut.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from annotator.formats.source import Source

_BLOCK = 1 << 20
_ONE_BYTE_A_FEED = ("ascii", "utf-8", "cp125", "cp720", "iso8859", "mac")
"""How the names of encodings begin in which the byte 10 is a line feed and nothing else."""


class Cut(NamedTuple):
    """A piece of a file: its bytes, its lines or rows, their SHA-256.

    ``start`` and ``end`` are bytes, half-open; ``first`` is the number of its first line or row,
    from 1; ``lines`` how many there are; ``groups`` the row groups of a Parquet file, half-open.
    """

    start: int
    end: int
    first: int
    lines: int
    sha256: str
    groups: tuple[int, int] | None = None


@runtime_checkable
class Divisible(Protocol):
    """A reader that can read a piece of a file by itself."""

    def cuts(self, source: Source, articles: int) -> Iterator[Cut]:
        """Yield pieces of about so many articles, in their order, that are the whole file.

        Raises:
            UserError, OSError: the file cannot be read.
        """
        ...


class Window(io.RawIOBase):
    """The bytes from ``start`` to ``end`` of a stream, which it takes over, as a stream."""

    def __init__(self, stream: BinaryIO, start: int, end: int) -> None:
        super().__init__()
        self._stream = stream
        self._left = end - start
        stream.seek(start)

    def readable(self) -> bool:
        """It is read, and nothing else."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # Buffer is 3.12
        """Read into ``buffer``; 0 at the end of the window."""
        data = self._stream.read(min(len(buffer), self._left))
        buffer[: len(data)] = data
        self._left -= len(data)
        return len(data)

    def close(self) -> None:
        """Close the stream as well."""
        self._stream.close()
        super().close()


def window(stream: BinaryIO, cut: Cut) -> BinaryIO:
    """Return the bytes of a piece as a stream, which closes ``stream``."""
    return io.BufferedReader(Window(stream, cut.start, cut.end), _BLOCK)


def digest(stream: BinaryIO) -> str:
    """Return the SHA-256 of what is left of a stream, in hexadecimal."""
    found = hashlib.sha256()
    while block := stream.read(_BLOCK):
        found.update(block)
    return found.hexdigest()


def whole(source: Source) -> Iterator[Cut]:
    """Yield the whole file as one piece; nothing where it is empty."""
    with source.opened() as stream:
        found = digest(stream)
        if stream.tell():
            yield Cut(0, stream.tell(), 1, 1, found)


def line_cuts(source: Source, articles: int) -> Iterator[Cut]:
    """Yield pieces of so many lines; the whole as one where lines cannot be told by their bytes.

    That is so for a list in JSON and for encodings such as UTF-16.
    """
    in_list = source.head.text.lstrip().startswith("[")
    if in_list or not source.encoding.name.startswith(_ONE_BYTE_A_FEED):
        yield from whole(source)
        return
    with source.opened() as stream:
        yield from _line_cuts(stream, articles)


def _line_cuts(stream: BinaryIO, lines: int) -> Iterator[Cut]:
    start = at = count = 0
    first = 1
    found = hashlib.sha256()
    while block := stream.read(_BLOCK):
        taken = 0
        while count + block.count(b"\n", taken) >= lines:
            end = _after_feeds(block, taken, lines - count)
            found.update(block[taken:end])
            yield Cut(start, at + end, first, lines, found.hexdigest())
            start, first, count, taken = at + end, first + lines, 0, end
            found = hashlib.sha256()
        found.update(block[taken:])
        count += block.count(b"\n", taken)
        at += len(block)
    if at > start:
        yield Cut(start, at, first, max(count, 1), found.hexdigest())


def _after_feeds(block: bytes, at: int, feeds: int) -> int:
    """Return the place behind so many line feeds from ``at`` on."""
    for _ in range(feeds):
        at = block.index(b"\n", at) + 1
    return at
