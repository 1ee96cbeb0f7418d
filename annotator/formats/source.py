"""A file as its reader sees it: a name for the report, its encoding, its lines one by one."""

from __future__ import annotations

import io
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.formats.cuts import Cut, window
from annotator.formats.decoding import (
    BINARY,
    BYTE_ORDER_MARK,
    SAMPLE,
    Decoded,
    Encoding,
    checked_encoding,
    decode,
    find_encoding,
    not_text,
)

LARGEST_LINE = 1 << 25
"""Bytes of the longest line that is taken (32 MiB)."""

LARGEST_TEXT = 1 << 26
"""Bytes of the largest file that is read as one text (64 MiB); decoded, four times as many."""

MOST_PIECES = 1_000_000
"""Rows, tokens or annotations of one article; each takes some hundred bytes."""

_BLOCK = 1 << 18
_MOST_OF_LINE = 1 << 22
_UTF8 = ("utf-8", "utf-8-sig")
_WIDE = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


class Line(NamedTuple):
    """A line without its end, counted from 1. ``text`` is None when it could not be decoded."""

    number: int
    text: str | None


class Head(NamedTuple):
    """What a format may look at to tell whether a file is its own. No ``text``: it is binary.

    ``name`` is for files that may be empty and mean something all the same; else content counts.
    """

    data: bytes
    text: str
    name: str = ""


_line = partial(tuple.__new__, Line)


def _alone(_: str) -> Source | None:
    return None


@dataclass(frozen=True, slots=True)
class Source:
    """One file, opened afresh for every reading; nothing is held but its first bytes.

    ``beside`` opens the file of that name in the same folder or archive, or returns None. The
    encoding of a file that is no text is :data:`~annotator.formats.decoding.BINARY`. With ``cut``,
    which a :class:`~annotator.formats.cuts.Divisible` reader has made, only that piece is read.
    """

    name: str
    opened: Callable[[], BinaryIO]
    head: Head
    encoding: Encoding
    beside: Callable[[str], Source | None] = _alone
    cut: Cut | None = None

    def data(self) -> bytes:
        """Return the whole file.

        Raises:
            UserError: it is too large to be held at once.
            OSError: it cannot be read.
        """
        with self.opened() as stream:
            data = stream.read(LARGEST_TEXT + 1)
        if len(data) > LARGEST_TEXT:
            raise too_large(self.name)
        return data

    def text(self) -> Decoded:
        """Return the whole text, exactly as decoded.

        Raises:
            UserError: the file is too large for one text, is none, or does not fit its encoding.
            OSError: it cannot be read.
        """
        data = self.data()
        try:
            if self.encoding.name == BINARY:
                raise not_text()
            decoded = decode(data, self.encoding.name)
        except UserError as error:
            raise UserError(error.what, where=self.name, todo=error.todo) from error
        return decoded._replace(alternatives=self.encoding.alternatives)

    def lines(self) -> Iterator[Line]:
        """Yield the lines; only a line feed ends one, and a carriage return before it is dropped.

        Raises:
            UserError: the file is no text.
            OSError: it cannot be read.
        """
        for number, texts in self.line_lists():
            # Past the named tuple's own __new__, which is Python code: a line may be one token.
            yield from map(_line, enumerate(texts, number))

    def line_lists(self) -> Iterator[tuple[int, list[str | None]]]:
        """Yield the texts of lines, many together, with the number of the first of them.

        Raises:
            UserError, OSError: as :meth:`lines` does.
        """
        self._check_text()
        with self.opened() as stream:
            if self.cut is not None:
                with window(stream, self.cut) as piece:
                    yield from _byte_lines(piece, self.encoding.name, self.cut.first)
            elif self.encoding.name in _WIDE:
                yield from (
                    (number, [text]) for number, text in _wide_lines(stream, self.encoding.name)
                )
            else:
                yield from _byte_lines(stream, self.encoding.name)

    def utf8_lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Yield number and UTF-8 of each line, for what reads bytes; None for one too long.

        Those of a UTF-8 file come as they stand, which need not be UTF-8 in truth.

        Raises:
            UserError, OSError: as :meth:`lines` does.
        """
        self._check_text()
        if self.encoding.name not in _UTF8:
            for number, text in self.lines():
                yield number, text if text is None else text.encode()
            return
        with self.opened() as stream:
            if self.cut is not None:
                with window(stream, self.cut) as piece:
                    yield from _raw_lines(piece, self.cut.first)
            else:
                yield from _raw_lines(stream, 1)

    def few_lines(self) -> Iterator[Line]:
        """Yield the lines of a file that is one article.

        Raises:
            UserError, OSError: as :meth:`lines` does; there are more than an article may have.
        """
        for line in self.lines():
            if line.number > MOST_PIECES:
                raise too_large(self.name)
            yield line

    def _check_text(self) -> None:
        if self.encoding.name == BINARY:
            fault = not_text()
            raise UserError(fault.what, where=self.name, todo=fault.todo)


def open_source(path: Path, encoding: str | None = None, name: str = "") -> Source:
    """Look at a file and find its encoding, unless ``encoding`` names it.

    Raises:
        UserError: the file is absent or unreadable.
    """
    return source_of(
        name or str(path),
        lambda: path.open("rb"),
        encoding,
        beside=lambda other: _beside(path, other, encoding),
    )


def source_of(
    name: str,
    opened: Callable[[], BinaryIO],
    encoding: str | None = None,
    *,
    beside: Callable[[str], Source | None] = _alone,
) -> Source:
    """Look at what ``opened`` opens, wherever that is, as :func:`open_source` does.

    Raises:
        UserError: it is absent or unreadable.
    """
    try:
        with opened() as stream:
            data = stream.read(SAMPLE)
            rest = _rest_of_line(data, stream)
    except OSError as error:
        raise unreadable(error, name) from error
    found = _encoding(data, encoding, name)
    data += rest
    text = "" if found.name == BINARY else data.decode(found.name, "replace")
    head = Head(data, text.removeprefix(BYTE_ORDER_MARK), name)
    return Source(name, opened, head, found, beside)


def _rest_of_line(data: bytes, stream: BinaryIO) -> bytes:
    """Return the rest of a line of JSON that is longer than a sample: its keys tell the format."""
    begins = data.removeprefix(BOM_UTF8).lstrip()[:1]
    if len(data) < SAMPLE or b"\n" in data[SAMPLE // 2 :] or begins not in {b"{", b"["}:
        return b""
    more = stream.read(_MOST_OF_LINE)
    return more[: more.find(b"\n") + 1] or more


def _encoding(data: bytes, encoding: str | None, name: str) -> Encoding:
    if encoding is None:
        return find_encoding(data)
    try:
        return Encoding(checked_encoding(encoding))
    except UserError as error:
        raise UserError(error.what, where=name, todo=error.todo) from error


def _beside(path: Path, other: str, encoding: str | None) -> Source | None:
    """Open a file of the same folder; a name that leads out of it is not followed."""
    found = path.with_name(other) if PurePath(other).name == other else None
    if found is None or not found.is_file():
        return None
    return open_source(found, encoding)


def too_large(name: str) -> UserError:
    """Return what to tell about a file that is too large to be held as one article."""
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "The file is too large for one article.")),
        where=name,
        todo=message(QT_TRANSLATE_NOOP("messages", "Split it into articles.")),
    )


def empty(name: str) -> UserError:
    """Return what to tell about a file that holds nothing."""
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "The file is empty.")),
        where=name,
        todo=message(QT_TRANSLATE_NOOP("messages", "Choose a file that holds text.")),
    )


def unreadable(error: OSError, name: str) -> UserError:
    """Return what to tell about a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return UserError(
            message(QT_TRANSLATE_NOOP("messages", "There is no such file.")),
            where=name,
            todo=message(QT_TRANSLATE_NOOP("messages", "Check the name and the folder.")),
        )
    return UserError(
        message(
            QT_TRANSLATE_NOOP("messages", "The file cannot be read: {reason}."),
            reason=error.strerror or type(error).__name__,
        ),
        where=name,
        todo=message(QT_TRANSLATE_NOOP("messages", "Check that you may read it.")),
    )


def _byte_lines(
    stream: BinaryIO, encoding: str, number: int = 1
) -> Iterator[tuple[int, list[str | None]]]:
    """Yield lines, of which the first has this number in the file."""
    encoding = "utf-8" if encoding == "utf-8-sig" else encoding
    for block in _blocks(stream):
        texts = _texts(block, encoding)
        if number == 1 and texts[0]:
            texts[0] = texts[0].removeprefix(BYTE_ORDER_MARK)
        yield number, texts
        number += len(texts)


def _raw_lines(stream: BinaryIO, first: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines of UTF-8 with their numbers, of which ``first`` is the first."""
    lines = chain.from_iterable(
        [None] if block is None else block.split(b"\n") for block in _blocks(stream)
    )
    for number, line in enumerate(lines, first):
        yield number, line.removeprefix(BOM_UTF8) if number == 1 and line else line


def _texts(block: bytes | None, encoding: str) -> list[str | None]:
    """Return the lines of a block; decoding them together is several times faster than apart."""
    if block is None:
        return [None]
    try:
        texts: list[str | None] = list(block.decode(encoding).split("\n"))
    except UnicodeDecodeError:
        return [_text(line, encoding) for line in block.split(b"\n")]
    if b"\r" in block:
        return [text.removesuffix("\r") for text in texts if text is not None]
    return texts


def _text(line: bytes, encoding: str) -> str | None:
    try:
        return line.decode(encoding).removesuffix("\r")
    except UnicodeDecodeError:
        return None


def _blocks(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield whole lines, many together, without the last line feed; None for one too long."""
    rest = bytearray()
    while data := stream.read(_BLOCK):
        end = data.rfind(b"\n")
        if end >= 0:
            rest += data[:end]
            yield bytes(rest)
            rest = bytearray(data[end + 1 :])
        else:
            rest += data
        if len(rest) > LARGEST_LINE:
            yield None
            rest = bytearray(_after_line(stream))
    if rest:
        yield bytes(rest.removesuffix(b"\n"))


def _after_line(stream: BinaryIO) -> bytes:
    """Read on to the end of the line and return what was read of the next ones."""
    while data := stream.read(_BLOCK):
        end = data.find(b"\n")
        if end >= 0:
            return data[end + 1 :]
    return b""


def _wide_lines(stream: BinaryIO, encoding: str) -> Iterator[Line]:
    number = 0
    with io.TextIOWrapper(stream, encoding, newline="\n") as reader:
        while True:
            number += 1
            try:
                text = reader.readline(LARGEST_LINE)
            except UnicodeDecodeError:
                yield Line(number, None)
                return  # where the next character begins cannot be told any more
            if not text:
                return
            if len(text) == LARGEST_LINE and not text.endswith("\n"):
                yield Line(number, None)
                while text and not text.endswith("\n"):
                    text = reader.readline(LARGEST_LINE)
                continue
            if number == 1:
                text = text.removeprefix(BYTE_ORDER_MARK)
            yield Line(number, text.removesuffix("\n").removesuffix("\r"))
