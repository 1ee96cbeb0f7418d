"""Folding of written forms, their proclitics, and the hashes of their letter n-grams.

The folding is the model's own and frozen with it: a change in the program's folding must not
change what a trained model sees.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\ufeff]"
)
_FOLDS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىی", "ي"),
        **dict.fromkeys("کگ", "ك"),
        "ھ": "ه",
        **dict.fromkeys("٠١٢٣٤٥٦٧٨٩0123456789", "0"),
        **dict.fromkeys("“”«»„", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("–—", "-"),
    }
)
_REMEMBERED = 1 << 15
"""Words whose forms are kept at hand: most words of an article are met again."""

SHORTEST, LONGEST = 3, 5
"""Lengths of the letter n-grams, with the word's ends marked by ``<`` and ``>``."""


@lru_cache(_REMEMBERED)
def without_marks(word: str) -> str:
    """Return the word without diacritics, tatweel and invisible marks."""
    return _MARKS.sub("", word)


@lru_cache(_REMEMBERED)
def folded(word: str) -> str:
    """Return the form under which a word is looked up; never empty for a non-empty word."""
    bare = _MARKS.sub("", word) or word or " "
    return bare.translate(_FOLDS).lower()


@lru_cache(_REMEMBERED)
def rests(form: str) -> tuple[str, ...]:
    """Return what may be left of a folded form when proclitics are cut off, longest first."""
    found = []
    if len(form) > 3 and form[0] in "وفبلك":
        found.append(form[1:])
    if len(form) > 4 and form[0] in "وف" and form[1] in "بلك":
        found.append(form[2:])
    if len(form) > 4 and form.startswith("لل"):
        found.append("ا" + form[1:])
    if len(form) > 5 and form.startswith("ولل"):
        found.append("ا" + form[2:])
    return tuple(found)


def ngram_buckets(form: str, buckets: int) -> list[int]:
    """Return the bucket of each letter n-gram, hashed as fastText does (FNV-1a, signed bytes)."""
    marked = [
        [byte if byte < 128 else byte | 0xFFFFFF00 for byte in letter.encode()]
        for letter in f"<{form}>"
    ]
    found = []
    for start in range(len(marked) - SHORTEST + 1):
        value = 2166136261
        for length, letter in enumerate(marked[start : start + LONGEST], 1):
            for byte in letter:
                value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
            if length >= SHORTEST:
                found.append(value % buckets)
    return found
