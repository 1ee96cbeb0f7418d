"""The objects of a JSON file one by one: one a line, or all in one list."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.formats.base import undecoded
from annotator.formats.source import LARGEST_LINE, Head, Line, Source
from annotator.formats.strict_json import StrictDecoder, TooLargeError

_BLOCK = 1 << 18
_BETWEEN = re.compile(r"[\s,]*")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:]')

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


class Item(NamedTuple):
    """A value with the line on which it begins; ``fault`` says why there is none."""

    line: int
    value: Any
    fault: Problem | None = None
    not_finite: str = ""


def json_items(source: Source) -> Iterator[Item]:
    """Yield the values of a file that is a list of them, or has one a line.

    Raises:
        OSError: the file cannot be read.
    """
    in_list = source.head.text.lstrip().startswith("[")
    yield from (_of_list if in_list else _of_lines)(source)


def first_keys(head: Head) -> frozenset[str]:
    """Return the keys of the first object of a JSON file, as far as its head shows them."""
    text = head.text.lstrip()
    if not text.startswith(("{", "[")):
        return frozenset()
    outside = 0 if text.startswith("{") else 1
    keys: set[str] = set()
    depth, last = 0, ""
    for found in _TOKEN.finditer(text):
        sign = found[0]
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
            if depth == outside:
                break
        elif sign == ":":
            if depth == outside + 1:
                keys.add(last[1:-1])
        else:
            last = sign
    return frozenset(keys)


def json_line(value: Any) -> bytes:
    r"""Return a value as a line of UTF-8; half a surrogate pair is its JSON escape (``\ud83d``)."""
    try:
        return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # a lone surrogate, or a number that orjson has no room for
        return f"{_encode(value)}\n".encode("utf-8", "backslashreplace")


def write_list(lines: Iterable[bytes], out: Path) -> None:
    """Write values that :func:`json_line` made as one JSON list."""
    with out.open("wb") as stream:
        before = b"["
        for line in lines:
            stream.write(before + line.removesuffix(b"\n"))
            before = b",\n"
        stream.write(b"[]\n" if before == b"[" else b"]\n")


def _of_lines(source: Source) -> Iterator[Item]:
    decoder = StrictDecoder()
    for number, data in source.utf8_lines():
        if data is None:
            yield Item(number, None, undecoded(source, Line(number, None)))
        elif data and not data.isspace():
            try:
                value = decoder.decode_utf8(data)
            except UnicodeDecodeError:
                yield Item(number, None, undecoded(source, Line(number, None)))
            except (ValueError, RecursionError) as error:
                if not data.decode().isspace():
                    yield Item(number, None, _fault(error, source, number))
            else:
                yield Item(number, value, None, decoder.not_finite)


def _of_list(source: Source) -> Iterator[Item]:
    decoder = StrictDecoder()
    blocks = _text_blocks(source)
    text, at, line = next(blocks, ""), 0, 1
    text = text.lstrip("\ufeff")
    start = text.index("[") + 1
    line += text.count("\n", 0, start)
    at, ended = start, False
    while True:
        end = _after(text, at)
        line += text.count("\n", at, end)
        at = end
        if at < len(text) and text[at] == "]":
            return
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            is_final = isinstance(error, RecursionError | TooLargeError)
            more = "" if ended or is_final else _more(blocks, text, at)
            ended = not more
            if not more or len(text) - at > LARGEST_LINE:
                yield Item(line, None, _fault(error, source, line))
                return
            text, at = text[at:] + more, 0
            continue
        yield Item(line, value, None, decoder.not_finite)
        line += text.count("\n", at, end)
        at = end


def _after(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _more(blocks: Iterator[str], text: str, at: int) -> str:
    """Return as much text again as is waiting, so that a long value is not tried too often."""
    wanted = max(_BLOCK, len(text) - at)
    parts: list[str] = []
    while wanted > 0 and (block := next(blocks, "")):
        parts.append(block)
        wanted -= len(block)
    return "".join(parts)


def _text_blocks(source: Source) -> Iterator[str]:
    decode = codecs.getincrementaldecoder(source.encoding.name)("replace").decode
    with source.opened() as stream:
        while data := stream.read(_BLOCK):
            # An empty string would end the blocks: a block may be the middle of a character.
            text = decode(data)
            if text:
                yield text
        if text := decode(b"", True):
            yield text


def _fault(error: Exception, source: Source, line: int) -> Problem:
    if isinstance(error, json.JSONDecodeError):
        what = QT_TRANSLATE_NOOP("messages", "The line is not JSON (column {column}).")
        told = message(what, column=error.colno)
    elif isinstance(error, TooLargeError):
        told = message(QT_TRANSLATE_NOOP("messages", "The value would take too much memory."))
    elif isinstance(error, RecursionError):
        told = message(QT_TRANSLATE_NOOP("messages", "The line is nested too deeply."))
    else:
        what = QT_TRANSLATE_NOOP("messages", "The line holds a number that is too long.")
        told = message(what)
    return Problem("json", told, file=source.name, line=line)
