"""Where one perceived character ends: the part of UAX #29 that the standard library can tell.

Spans must not start or end inside a grapheme. The rules cover what occurs in news text: marks
on letters, Arabic number signs, CR LF, emoji with modifiers and joiners, flags. Hangul and Indic
conjuncts are left to the default (a boundary), which is safe: it never widens a span.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_JOINER = "\u200d"
_NON_JOINER = "\u200c"
_EXTENDING = frozenset({"Mn", "Me", "Mc"})
_CONTROLS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Signs that enclose the digits after them: Arabic number sign, end of ayah and their like.
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")

# What most news text is made of, where every border is one of graphemes: told at once.
_ORDINARY = frozenset(
    char
    for block in (range(0x20, 0x300), range(0x600, 0x700), range(0x2010, 0x2040))
    for char in map(chr, block)
    if unicodedata.category(char)[0] in "LNPSZ" and char not in _PREPENDED
) | {"\n"}
_UNUSUAL = re.compile(f"[^{re.escape(''.join(sorted(_ORDINARY)))}]")


@lru_cache(maxsize=4096)
def extends(char: str) -> bool:
    """Whether ``char`` belongs to the character before it (a diacritic, joiner or skin tone)."""
    return (
        char in {_JOINER, _NON_JOINER}
        or unicodedata.category(char) in _EXTENDING
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def unusual_positions(text: str) -> frozenset[int]:
    """Return where code points stand that may be one grapheme with a neighbour.

    A border of which neither side is among them is one of graphemes; the others have to be
    looked at one by one.
    """
    return frozenset([found.start() for found in _UNUSUAL.finditer(text)])


def is_grapheme_boundary(text: str, at: int) -> bool:
    """Whether a span may start or end at code point ``at`` of ``text``."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before in _ORDINARY and after in _ORDINARY:
        return True
    if before == "\r" and after == "\n":
        return False
    if _is_control(before) or _is_control(after):
        return True
    return not (
        extends(after)
        or before in _PREPENDED
        or (before == _JOINER and _is_pictograph(after) and _ends_in_pictograph(text, at - 1))
        or (_is_regional(after) and _regionals_before(text, at) % 2 == 1)
    )


def next_boundary(text: str, at: int) -> int:
    """Return the first grapheme boundary after ``at``, at most ``len(text)``."""
    at = min(len(text), at + 1)
    while not is_grapheme_boundary(text, at):
        at += 1
    return at


def previous_boundary(text: str, at: int) -> int:
    """Return the last grapheme boundary before ``at``, at least 0."""
    at = max(0, at - 1)
    while not is_grapheme_boundary(text, at):
        at -= 1
    return at


@lru_cache(maxsize=4096)
def _is_control(char: str) -> bool:
    if extends(char) or char in _PREPENDED:
        return False
    return unicodedata.category(char) in _CONTROLS


def _is_pictograph(char: str) -> bool:
    return unicodedata.category(char) in {"So", "Sm"} and not _is_regional(char)


def _ends_in_pictograph(text: str, at: int) -> bool:
    """Whether the text before ``at`` ends in a pictograph and what extends it."""
    while at > 0 and extends(text[at - 1]) and text[at - 1] != _JOINER:
        at -= 1
    return at > 0 and _is_pictograph(text[at - 1])


def _is_regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _regionals_before(text: str, at: int) -> int:
    start = at
    while start > 0 and _is_regional(text[start - 1]):
        start -= 1
    return at - start
