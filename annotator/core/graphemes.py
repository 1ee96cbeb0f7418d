"""Where one perceived character ends: the part of UAX #29 that the standard library can tell.

Spans must not start or end inside a grapheme. The rules cover what occurs in news text: marks
on letters, CR LF, emoji with modifiers and joiners, flags. Hangul and Indic conjuncts are left
to the default (a boundary), which is safe: it never widens a span.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_JOINER = "\u200d"
_EXTENDING = frozenset({"Mn", "Me", "Mc"})


@lru_cache(maxsize=4096)
def extends(char: str) -> bool:
    """Whether ``char`` belongs to the character before it (a diacritic, joiner or skin tone)."""
    return (
        char == _JOINER
        or unicodedata.category(char) in _EXTENDING
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def is_grapheme_boundary(text: str, at: int) -> bool:
    """Whether a span may start or end at code point ``at`` of ``text``."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before < "\u0300" and after < "\u0300":
        return not (before == "\r" and after == "\n")
    if extends(after):
        return False
    if before == _JOINER and unicodedata.category(after) == "So":
        return False
    if _is_regional(before) and _is_regional(after):
        return _regionals_before(text, at) % 2 == 0
    return True


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


def _is_regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _regionals_before(text: str, at: int) -> int:
    start = at
    while start > 0 and _is_regional(text[start - 1]):
        start -= 1
    return at - start
