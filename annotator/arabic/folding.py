"""Folding: one form for the spellings of a word, and a map back to the text as it was written.

What is folded is what Arabic news writes in several ways: diacritics and tatweel are dropped;
alef with hamza or madda, alef maqsura, ta marbuta and hamza on its carriers become the plain
letter; letters from neighbouring keyboards (Persian ya and kaf), Arabic-Indic digits and Latin
capitals become the common ones. Bidirectional marks and soft hyphens vanish.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from annotator.core.offsets import Run, TextMap

DIACRITICS = (
    "\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
)
"""Vowel signs and Quranic marks, as the inside of a character class."""

# Hamza and madda as marks of their own belong to the letter: their carriers are folded too.
_HAMZA_MARKS = "\u0653-\u0655"
_TATWEEL = "\u0640"
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
DROPPED = f"{DIACRITICS}{_HAMZA_MARKS}{_TATWEEL}{_INVISIBLE}"
"""All that folding leaves out, as the inside of a character class."""

_DROPPED = re.compile(f"[{DROPPED}]+")

_MARKS = re.compile(f"[{DIACRITICS}{_TATWEEL}{_INVISIBLE}]+")

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیئے", "ي"),
        **dict.fromkeys("ةھہۀەۃ", "ه"),
        **dict.fromkeys("کگڪ", "ك"),
        "ؤ": "و",
        "پ": "ب",
        "چ": "ج",
        "ژ": "ز",
        "ڤ": "ف",
        **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
        **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
        # The one character whose lower case is longer: the map needs equal lengths.
        "İ": "i",
    }
)


_ALPHABETS_END = 0x1E944
"""Beyond the last letter that has a capital."""


_REPLACED = tuple((chr(code), plain) for code, plain in _PLAIN.items())
_LONG = 100
"""Code points from which on replacing letter by letter, most of them absent, beats a table."""


class Folded(NamedTuple):
    """A folded text and the map between it and the raw one."""

    text: str
    map: TextMap


def without_marks(text: str) -> str:
    """Return ``text`` without diacritics, tatweel and invisible marks; every letter stays."""
    return _MARKS.sub("", text)


def fold(text: str) -> str:
    """Return the folded form of ``text``; folding it again changes nothing."""
    kept = _DROPPED.sub("", text)
    if len(kept) < _LONG:
        return kept.translate(_PLAIN).lower()
    for letter, plain in _REPLACED:
        if letter in kept:
            kept = kept.replace(letter, plain)
    return kept.lower()


def fold_with_map(text: str) -> Folded:
    """Return the folded form with a map to and from the offsets of ``text``."""
    runs, raw, made = [], 0, 0
    for dropped in _DROPPED.finditer(text):
        runs.append(Run(made, raw, dropped.start() - raw))
        made += dropped.start() - raw
        raw = dropped.end()
    runs.append(Run(made, raw, len(text) - raw))
    folded = fold(text)
    return Folded(folded, TextMap(runs, len(folded), len(text)))


@lru_cache(maxsize=512)
def spellings(char: str) -> str:
    """Return every character that folds to ``char``, a folded one: اأإآٱ for ا."""
    found = {char, *_written_for().get(char, ())}
    if char.isascii():
        found.add(char.upper())
    elif char.upper() != char:
        found.update(_capitals().get(char, ()))
    if char == "k":
        found.add("\u212a")  # the sign for kelvin
    return "".join(sorted(found))


@lru_cache(maxsize=1)
def _written_for() -> Mapping[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    for code, plain in _PLAIN.items():
        made[plain] = (*made.get(plain, ()), chr(code))
    return made


@lru_cache(maxsize=1)
def _capitals() -> Mapping[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {"ς": ("Σ",)}  # at a word's end, which a letter cannot tell
    for code in range(0x80, _ALPHABETS_END):
        lower = chr(code).lower()
        if lower != chr(code):
            made[lower] = (*made.get(lower, ()), chr(code))
    return made
