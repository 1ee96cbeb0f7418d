"""Bytes changed at random: what a file may come to look like, by accident or on purpose."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from random import Random

from tests.fuzz.cases import Case

LARGEST = 60_000
"""Bytes beyond which a file grows no more: what is found in large ones is found in small ones."""

Change = Callable[[Random, bytes], bytes]

_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_WORD = re.compile(rb"[A-Za-z_][A-Za-z_0-9:.-]*")
_QUOTED = re.compile(rb'"[^"\\\n]{0,60}"')
_NUMBERS = (
    b"0", b"-0", b"1", b"-1", b"2", b"7", b"127", b"255", b"256", b"65535", b"65536", b"2147483647",
    b"-2147483648", b"4294967296", b"9223372036854775807", b"9223372036854775808",
    b"-9223372036854775809", b"18446744073709551616", b"1e999", b"-1e999", b"1e-999", b"NaN",
    b"Infinity", b"-Infinity", b"0.5", b"3.0", b"1" * 5000, b"0x10", b"010", b"\xd9\xa3", b"1_0",
    b"true", b"null", b'"5"', b"[]", b"{}",
)  # fmt: skip
_PIECES = (
    # of Unicode
    b"\\ud800", b"\\udc00", b"\\ud83d\\ude0a", b"\xed\xa0\x80", b"\xf0\x9f\x98\x8a",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xe2\x80\x8f", b"\xe2\x81\xa6", b"\xd9\x91", b"\xd9\x80",
    b"\xe2\x80\xa8", b"\xc2\x85", b"\xc2\xa0", b"\x1c", b"\\u0000", b"\x00", b"\x7f", b"\xff\xfe",
    b"\xf4\x90\x80\x80", b"\xc0\x80", b"\r", b"\r\n", b"\n", b"\n\n", b"\t", b" ", b"\x0b", b"\x0c",
    # of JSON
    b"[", b"]", b"{", b"}", b",", b":", b'"', b"\\", b"[" * 3000, b'{"a":' * 3000, b"[[]]", b"null",
    b'"id":"e1",', b'"start":-1,', b'"end":9223372036854775808,', b'"text":"\\ud800",', b'"":0,',
    # of XML, HTML and SGML
    b"<", b">", b"</", b"/>", b"&", b"&amp;", b"&#0;", b"&#xD800;", b"&#x110000;", b"&x;",
    b"&#9999999999;",
    b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?xml version='1.0' encoding='utf-7'?>", b"<a>" * 2000,
    b"<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", b"<script>", b"</script>", b"<DOC>",
    b"</DOC>", b"<TEXT>", b"</TEXT>", b"<p>", b"<br>", b"<table><tr><td>", b"xmlns='x'",
    # of tables, of tokens in columns
    b",,,,", b";", b"|", b'""', b"'=1+1", b"=1+1", b"@x", b"-DOCSTART- O O O\n", b"B-PER", b"I-LOC",
    b"L-ORG", b"B-", b"-", b"_", b"*", b"O", b"# global.columns = ID FORM\n", b"#", b"# text = ",
    b"1-2", b"1.1", b"\\_", b"[1]", b"|1", b"T1\t", b"R1\t", b"A1\t", b"#1\t", b"E1\t", b"Arg1:T1",
    b"1 2;3 4", b"*[2]", b"PER[1]|LOC[2]", b"1-1\t0-3\tx\t", b"#T_SP=x|y\n", b"#Text=",
)  # fmt: skip


def mutated(random: Random, case: Case, others: Sequence[Case]) -> Case:
    """Return a case made of another one by one to six changes, perhaps with a piece of others."""
    change = _changed_inside if _is_packed(case.data) and random.random() < 0.8 else _changed
    if case.beside and random.random() < 0.4:
        name = random.choice(sorted(case.beside))
        beside = {**case.beside, name: change(random, case.beside[name], others)}
        if random.random() < 0.1:
            del beside[name]
        return replace(case, beside=beside)
    return replace(case, data=change(random, case.data, others))


def _changed(random: Random, data: bytes, others: Sequence[Case]) -> bytes:
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 6))):
        if others and random.random() < 0.08:
            data = _spliced(random, data, random.choice(others).data)
        else:
            data = random.choice(CHANGES)(random, data)
    return data[:LARGEST]


def _place(random: Random, data: bytes) -> int:
    return random.randrange(len(data) + 1)


def _piece(random: Random, data: bytes, longest: int = 200) -> tuple[int, int]:
    start = _place(random, data)
    return start, min(len(data), start + random.randrange(1, longest))


def _flipped(random: Random, data: bytes) -> bytes:
    if not data:
        return b"\x80"
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << random.randrange(8))]) + data[at + 1 :]


def _byte_set(random: Random, data: bytes) -> bytes:
    at = _place(random, data)
    byte = random.choice((0, 1, 0x7F, 0x80, 0xFF, random.randrange(256)))
    return data[:at] + bytes([byte]) + data[at + 1 :]


def _cut(random: Random, data: bytes) -> bytes:
    start, end = _piece(random, data)
    return data[:start] + data[end:]


def _cut_off(random: Random, data: bytes) -> bytes:
    return data[: _place(random, data)]


def _doubled(random: Random, data: bytes) -> bytes:
    start, end = _piece(random, data)
    at = _place(random, data) if random.random() < 0.5 else end
    return data[:at] + data[start:end] * random.choice((1, 1, 2, 3, 50)) + data[at:]


def _put(random: Random, data: bytes) -> bytes:
    at = _place(random, data)
    return data[:at] + random.choice(_PIECES) + data[at:]


def _found_replaced(pattern: re.Pattern[bytes], new: Callable[[Random, bytes], bytes]) -> Change:
    def change(random: Random, data: bytes) -> bytes:
        start = _place(random, data)
        found = pattern.search(data, start) or pattern.search(data)
        if found is None:
            return _put(random, data)
        return data[: found.start()] + new(random, found[0]) + data[found.end() :]

    return change


def _another_number(random: Random, old: bytes) -> bytes:
    if len(old) < 12 and b"." not in old and random.random() < 0.5:
        return str(int(old) + random.choice((-100, -10, -1, 1, 2, 10, 1000))).encode()
    return random.choice(_NUMBERS)


def _another_value(random: Random, old: bytes) -> bytes:
    inside = random.choice(_PIECES)
    return random.choice(
        (b'""', b"null", b"[]", b"{}", b"1", b"[1,2]", b'"' + inside + b'"', inside)
    )


def _another_word(random: Random, old: bytes) -> bytes:
    return random.choice(
        (b"", old.upper(), old + old, old[:-1], b"\xd9\x82\xd8\xa7\xd9\x84", b"id")
    )


def _lines_mixed(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    one, two = random.randrange(len(lines)), random.randrange(len(lines))
    way = random.randrange(3)
    if way == 0:
        lines[one], lines[two] = lines[two], lines[one]
    elif way == 1:
        lines.insert(one, lines[two])
    else:
        del lines[one]
    return b"\n".join(lines)


def _nested(random: Random, data: bytes) -> bytes:
    start, end = _piece(random, data, 400)
    count = int(2 ** random.uniform(1, 11.5))
    before, after = random.choice(
        ((b"[", b"]"), (b'{"a":', b"}"), (b"<a>", b"</a>"), (b"<div>", b""))
    )
    return data[:start] + before * count + data[start:end] + after * count + data[end:]


def _encoded(random: Random, data: bytes) -> bytes:
    try:
        text = data.decode()
        name = random.choice(("utf-16", "utf-16-le", "utf-32", "cp1256", "iso8859_6", "utf-8-sig"))
        return text.encode(name, "ignore")
    except UnicodeDecodeError:
        return _flipped(random, data)


def _spliced(random: Random, data: bytes, other: bytes) -> bytes:
    start, end = _piece(random, other, 600)
    at, to = _piece(random, data, 100)
    return data[:at] + other[start:end] + data[to if random.random() < 0.5 else at :]


CHANGES: tuple[Change, ...] = (
    _flipped, _flipped, _byte_set, _byte_set, _cut, _cut, _cut_off, _doubled, _put, _put, _put,
    _found_replaced(_NUMBER, _another_number), _found_replaced(_NUMBER, _another_number),
    _found_replaced(_NUMBER, _another_number), _found_replaced(_QUOTED, _another_value),
    _found_replaced(_QUOTED, _another_value), _found_replaced(_WORD, _another_word),
    _lines_mixed, _lines_mixed, _nested, _encoded,
)  # fmt: skip


# Packed files: what is inside is changed, and packed again so that it is found.


def _is_packed(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"\x78"))


def _changed_inside(random: Random, data: bytes, others: Sequence[Case]) -> bytes:
    if data.startswith(b"PK"):
        members = _members(data)
        if members:
            return _zip_changed(random, members, others)
    elif (message := _inflated(data)) is not None:
        return zlib.compress(_changed(random, message, ()), 1)
    return _changed(random, data, others)


def _zip_changed(
    random: Random, members: tuple[tuple[str, bytes], ...], others: Sequence[Case]
) -> bytes:
    kept = dict(members)
    name = random.choice([name for name, _ in members])
    way = random.random()
    if way < 0.8:
        kept[name] = _changed(random, kept[name], ())
    elif way < 0.85:
        del kept[name]
    elif way < 0.9:
        kept[
            random.choice(
                ("../x.txt", "/etc/x", "a\\b.txt", "\x00", "x/" * 300 + "y", "é\u202e.txt")
            )
        ] = kept[name]
    elif way < 0.95:
        kept[name] = kept[random.choice(sorted(kept))]
    else:
        kept[name] = b"\x00" * random.choice((10, 100_000))
    method = random.choice((zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for member, content in kept.items():
            info = zipfile.ZipInfo(member or "x")
            info.compress_type = method
            if random.random() < 0.02:
                info.external_attr = 0o120777 << 16  # a symbolic link
            archive.writestr(info, content)
    return stream.getvalue()


@lru_cache(maxsize=256)
def _members(data: bytes) -> tuple[tuple[str, bytes], ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(
                (info.filename, archive.read(info)[:LARGEST]) for info in archive.infolist()
            )
    except Exception:  # noqa: BLE001 - a mutated archive may be anything
        return ()


@lru_cache(maxsize=256)
def _inflated(data: bytes) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(data, 10 * LARGEST)
    except zlib.error:
        return None
