"""Hashed sparse features of words in context, for what is learned from corrected articles.

Each feature is a template number and the values in it, mixed into a bucket number. Nothing is
stored about the words themselves, so the features of words never seen cost nothing.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.embedded.forms import folded, rests

IntArray = NDArray[np.int64]
HashArray = NDArray[np.uint64]

BUCKETS = 1 << 18
"""Rows of the sparse weights."""

_PARTS = 8
_FORM, _STEM, _START2, _START3, _END2, _END3, _SHAPE, _FIRST = range(_PARTS)
_TEMPLATES: tuple[tuple[tuple[int, int], ...], ...] = (
    # (part, distance to the word); several are taken together
    ((_FORM, 0),),
    ((_STEM, 0),),
    ((_FORM, -1),),
    ((_STEM, -1),),
    ((_FORM, 1),),
    ((_STEM, 1),),
    ((_STEM, -2),),
    ((_STEM, 2),),
    ((_STEM, -1), (_STEM, 0)),
    ((_STEM, 0), (_STEM, 1)),
    ((_START2, 0),),
    ((_START3, 0),),
    ((_END2, 0),),
    ((_END3, 0),),
    ((_END3, -1),),
    ((_SHAPE, -1), (_SHAPE, 0), (_SHAPE, 1)),
    ((_FIRST, 0),),
)
TEMPLATES = len(_TEMPLATES)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_EDGE = np.uint64(7)


def _parts(word: str) -> list[int]:
    form = folded(word)
    stem = next(iter(rests(form)), form).removeprefix("ال") or form
    shape = "".join(
        "0" if letter == "0" else "a" if letter.isascii() and letter.isalpha() else letter
        for letter in form
        if not "ء" <= letter <= "ي"
    )
    if not shape:
        shape = "al" if form.startswith("ال") else "w"
    values = (form, stem, form[:2], form[:3], form[-2:], form[-3:], shape[:3], form[:1])
    return [zlib.crc32(value.encode()) for value in values]


class FeatureHasher:
    """Makes the buckets of sentences; remembers the parts of the words it has seen."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._parts: list[list[int]] = []

    def buckets(self, words: Sequence[str], lengths: Sequence[int]) -> IntArray:
        """Return the bucket of each feature of each word, int64 [n, TEMPLATES].

        Args:
            words: of all sentences, one after the other.
            lengths: words in each sentence; features do not look past a sentence's end.
        """
        for word in words:
            if word not in self._known:
                self._known[word] = len(self._parts)
                self._parts.append(_parts(word))
        kinds = np.fromiter((self._known[word] for word in words), np.int64, len(words))
        table = np.asarray(self._parts, np.uint64).reshape(-1, _PARTS)
        values = table[kinds]
        owner = np.repeat(np.arange(len(lengths)), lengths)
        shifted: dict[int, HashArray] = {0: values}
        for distance in (-2, -1, 1, 2):
            shifted[distance] = self._shift(values, owner, distance)
        out = np.empty((len(words), TEMPLATES), np.int64)
        for number, template in enumerate(_TEMPLATES):
            mixed = np.full(len(words), number + 1, np.uint64) * _MIX
            for part, distance in template:
                mixed = (mixed ^ shifted[distance][:, part]) * _MIX
                mixed ^= mixed >> np.uint64(29)
            out[:, number] = (mixed % np.uint64(BUCKETS)).astype(np.int64)
        return out

    @staticmethod
    def _shift(values: HashArray, owner: IntArray, distance: int) -> HashArray:
        moved = np.full_like(values, _EDGE)
        if abs(distance) >= len(values):
            return moved
        if distance > 0:
            near, far = slice(None, -distance), slice(distance, None)
        else:
            near, far = slice(-distance, None), slice(None, distance)
        same = owner[near] == owner[far]
        moved[near][same] = values[far][same]
        return moved
