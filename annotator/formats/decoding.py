"""Bytes to text: which encoding a file is in, how sure that is, and what else it could be.

Unicode is told by its marks and its strictness. Of the one-byte encodings, charset-normalizer
chooses among those that Arabic text comes in; it does not know MacArabic, which shares its
letters with ISO-8859-6 and is told from it by the bytes 0x80 to 0x9F.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message

SAMPLE = 1 << 16
"""How many bytes are looked at to find the encoding."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("cp1256", "iso8859_6", "cp720", "cp1252")
_MAC_ARABIC = "mac_arabic"
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH_CONTROL = re.compile("[\x80-\x9f]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_ARABIC = re.compile("[\u0621-\u064a]")

BYTE_ORDER_MARK = "\ufeff"

BINARY = "binary"
"""Stands for an encoding where a file is no text."""


class Encoding(NamedTuple):
    """The name of the encoding found, and the names of others that fit as well."""

    name: str
    alternatives: tuple[str, ...] = ()


class Decoded(NamedTuple):
    """A text exactly as decoded (line ends kept, byte order mark dropped), and how."""

    text: str
    encoding: str
    alternatives: tuple[str, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a whole file, in ``encoding`` or in the one that is found.

    Raises:
        UserError: the data is not text, or does not fit the encoding.
    """
    found = Encoding(checked_encoding(encoding)) if encoding else find_encoding(data)
    if found.name == BINARY:
        raise not_text()
    try:
        text = data.decode(found.name)
    except UnicodeDecodeError as error:
        raise _undecodable(found.name, error.start) from error
    if encoding:
        if "\0" in text:
            raise not_text()
        text = text.removeprefix(BYTE_ORDER_MARK)
    return Decoded(text, *found)


def whole_characters(text: str) -> str:
    """Return a text in which two halves of a character that stand together are one character.

    Files that spell characters by their UTF-16 units may give them apart; in JSON and SQLite, and
    at the view, they are one all the same.
    """
    if not _PAIR.search(text):
        return text
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def checked_encoding(name: str) -> str:
    """Return the canonical name of a text encoding.

    Raises:
        UserError: there is no such encoding.
    """
    try:
        "a".encode(name)  # refuses codecs that are none of text, such as zip
        return codecs.lookup(name).name
    except (LookupError, ValueError) as error:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "Unknown encoding: {name}."), name=name),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Use a name such as utf-8, cp1256 or iso8859-6.")
            ),
        ) from error


def find_encoding(data: bytes) -> Encoding:
    """Return the encoding of a file from its bytes, or from its first ``SAMPLE`` bytes.

    Data that is UTF-8 but for a few bytes counts as (damaged) UTF-8: guessing another encoding
    would turn every other letter into nonsense. What is no text at all is :data:`BINARY`.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Encoding(name)
    sample = data[:SAMPLE]
    unmarked = _unmarked_utf16(sample)
    if unmarked:
        return Encoding(unmarked)
    if b"\0" in sample or len(_CONTROL.findall(sample)) > len(sample) / 100:
        return Encoding(BINARY)
    if _is_utf8(sample if len(data) > SAMPLE else data):
        return Encoding("utf-8")
    return _legacy(sample)


def not_text() -> UserError:
    """Return the error for a file that holds no text in any encoding."""
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "This is not a text file.")),
        todo=message(
            QT_TRANSLATE_NOOP("messages", "Choose a text, JSONL or CoNLL file, or --encoding.")
        ),
    )


def _undecodable(encoding: str, at: int) -> UserError:
    return UserError(
        message(
            QT_TRANSLATE_NOOP("messages", "Byte {at} does not fit the encoding {encoding}."),
            at=at,
            encoding=encoding,
        ),
        todo=message(QT_TRANSLATE_NOOP("messages", "Choose another encoding with --encoding.")),
    )


def _unmarked_utf16(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark: the high bytes of Arabic and Latin text are 6 and 0."""
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    even, odd = (
        (half.count(b"\x00") + half.count(b"\x06")) / pairs
        for half in (sample[0 : pairs * 2 : 2], sample[1 : pairs * 2 : 2])
    )
    if odd > 0.8 and even < 0.4:
        return "utf-16-le"
    if even > 0.8 and odd < 0.4:
        return "utf-16-be"
    return None


def _is_utf8(sample: bytes) -> bool:
    """Whether the bytes are UTF-8, whole or nearly (ten good sequences to each bad byte)."""
    text = sample.decode("utf-8", "surrogateescape")
    bad = len(re.findall("[\udc80-\udcff]", text)) - _cut_off(sample)
    return bad <= 0 or bad * 10 < len(re.findall("[^\x00-\x7f\udc80-\udcff]", text))


def _cut_off(sample: bytes) -> int:
    """Return how many bytes at the end begin a sequence that the end of the sample cut off."""
    if len(sample) < SAMPLE:
        return 0
    decoder = codecs.getincrementaldecoder("utf-8")("ignore")
    decoder.decode(sample)
    return len(decoder.getstate()[0])


def _legacy(sample: bytes) -> Encoding:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for files that need it

    fitting = [name for name in (*_LEGACY, _MAC_ARABIC) if _fits(sample, name)]
    ranked = [match.encoding for match in from_bytes(sample, cp_isolation=list(_LEGACY))]
    ranked = [name for name in ranked if name in fitting]
    if _is_mac_arabic(sample, fitting):
        ranked.insert(0, _MAC_ARABIC)
    ordered = list(dict.fromkeys([*ranked, *fitting]))
    if not ordered:
        return Encoding(BINARY)
    return Encoding(ordered[0], tuple(ordered[1:]))


def _fits(sample: bytes, name: str) -> bool:
    try:
        return not _HIGH_CONTROL.search(sample.decode(name))
    except UnicodeDecodeError:
        return False


def _is_mac_arabic(sample: bytes, fitting: list[str]) -> bool:
    """Whether the text has more Arabic letters as MacArabic than as any other that fits."""
    letters = {name: len(_ARABIC.findall(sample.decode(name, "ignore"))) for name in fitting}
    mac = letters.pop(_MAC_ARABIC, 0)
    return mac > max(letters.values(), default=0)
