"""Words as the network sees them: one dense row for each distinct written form.

A row is the word's vector (learned from news, int8 on disk, for unseen words the mean of the
vectors of its letter n-grams as in fastText), a letter convolution, and twelve numbers about the
form: how frequent it and its rest without a proclitic are, which name lists hold it, its script.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.embedded.forms import folded, ngram_buckets, rests

FloatArray = NDArray[np.float32]

LETTERS = 14
"""Letters of a word that the convolution sees; of longer words the first and last seven."""

LISTS = ("places", "place_parts", "first_names", "last_names")
"""The name lists, in the order of their features."""

FORM_FEATURES = 12

_BITS = tuple(1 << place for place in range(len(LISTS)))
_ROOM = range(1 << len(LISTS))
_SHARES = [
    [[1.0 if own & bit else 0.5 if rest & bit else 0.0 for bit in _BITS] for rest in _ROOM]
    for own in _ROOM
]
"""By the bits of a form and of its rests: 1 where a list holds the form, .5 where only a rest."""
_CACHE_LIMIT = 60_000


class WordTable:
    """Vectors, counts and name lists of word forms, and the letter convolution.

    Args:
        arrays: ``vectors`` int8 [V, D] and ``ngrams`` int8 [B, D] with float32 ``scale`` [2, D];
            ``words`` and ``lists`` as UTF-8 bytes (uint8), one form a line (lists: one list a
            block, blocks parted by an empty line); ``counts`` uint8 [V], 16 times the natural
            log of 1 + the form's count in the news; ``letters`` uint8, the alphabet as UTF-8;
            ``letter_kernel`` float32 [3, A, C], the convolution with the letter vectors
            multiplied in (row 0 is padding, row 1 any other letter); ``letter_bias`` float32 [C].
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._vectors, self._ngrams = arrays["vectors"], arrays["ngrams"]
        self._scale = arrays["scale"].astype(np.float32)
        self._counts: list[float] = (arrays["counts"].astype(np.float32) / 128).tolist()
        words = arrays["words"].tobytes().decode().split("\n")
        self._index = {word: place for place, word in enumerate(words)}
        blocks = arrays["lists"].tobytes().decode().split("\n\n")
        self._kinds: dict[str, int] = {}  # one bit a list
        for bit, block in zip(_BITS, blocks, strict=True):
            for form in block.split("\n"):
                self._kinds[form] = self._kinds.get(form, 0) | bit
        alphabet = arrays["letters"].tobytes().decode()
        self._letters = {letter: place + 2 for place, letter in enumerate(alphabet)}
        self._kernel = arrays["letter_kernel"].astype(np.float32)
        self._bias = arrays["letter_bias"].astype(np.float32)
        self._known: dict[str, int] = {}
        self._rows = np.zeros((0, self.width), np.float32)

    @property
    def width(self) -> int:
        """Numbers in a row: vector, letter convolution, form features."""
        return int(self._vectors.shape[1] + self._bias.shape[0] + FORM_FEATURES)

    def ids(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Return a row number of :meth:`rows` for each word (any spelling), int64 [n].

        Numbers hold until the next call that has to start afresh because the table grew too
        large; use them at once.
        """
        if len(self._known) > _CACHE_LIMIT:
            self._known.clear()
            self._rows = np.zeros((0, self.width), np.float32)
        known = self._known
        unseen = [word for word in dict.fromkeys(words) if word not in known]
        if unseen:
            start = len(known)
            if start + len(unseen) > len(self._rows):
                room = np.empty((2 * start + len(unseen), self.width), np.float32)
                room[:start] = self._rows[:start]
                self._rows = room
            self._rows[start : start + len(unseen)] = self._make(unseen)
            known.update((word, start + place) for place, word in enumerate(unseen))
        return np.fromiter((known[word] for word in words), np.int64, len(words))

    def rows(self, ids: NDArray[np.int64]) -> FloatArray:
        """Return the rows of ``ids``, float32 [n, width]."""
        taken: FloatArray = self._rows[ids]
        return taken

    def frequency(self, form: str) -> float:
        """Return log(1 + count in the news) / 8 of a folded form; 0 below four occurrences."""
        place = self._index.get(form)
        return 0.0 if place is None else self._counts[place]

    def listed(self, form: str) -> list[bool]:
        """Return which of :data:`LISTS` hold a folded form."""
        kinds = self._kinds.get(form, 0)
        return [bool(kinds & bit) for bit in _BITS]

    def vector(self, form: str) -> FloatArray:
        """Return the vector of a folded form, float32 [D]."""
        place = self._index.get(form)
        if place is not None:
            known: FloatArray = self._vectors[place] * self._scale[0]
            return known
        return self.spelled_vector(form)

    def spelled_vector(self, form: str) -> FloatArray:
        """Return the vector that a folded form gets from its spelling alone, float32 [D]."""
        buckets = ngram_buckets(form, self._ngrams.shape[0])
        if not buckets:
            return np.zeros(self._vectors.shape[1], np.float32)
        mean: FloatArray = self._ngrams[buckets].mean(axis=0, dtype=np.float32) * self._scale[1]
        return mean

    def _make(self, words: Sequence[str]) -> FloatArray:
        forms = [folded(word) for word in words]
        depth = self._vectors.shape[1]
        made = np.zeros((len(forms), self.width), np.float32)
        places = np.fromiter((self._index.get(form, -1) for form in forms), np.int64, len(forms))
        seen = places >= 0
        made[seen, :depth] = self._vectors[places[seen]] * self._scale[0]
        for row in np.flatnonzero(~seen):
            made[row, :depth] = self.vector(forms[row])
        made[:, depth:-FORM_FEATURES] = self._convolve(forms)
        made[:, -FORM_FEATURES:] = [self.form_features(form) for form in forms]
        return made

    def letter_codes(self, forms: Sequence[str]) -> NDArray[np.int64]:
        """Return each folded form's letters as numbers, 0 before and after, int64 [n, L + 2]."""
        codes = np.zeros((len(forms), LETTERS + 2), np.int64)
        for row, form in enumerate(forms):
            if len(form) > LETTERS:
                form = form[: LETTERS // 2] + form[-LETTERS // 2 :]  # noqa: PLW2901
            codes[row, 1 : len(form) + 1] = [self._letters.get(letter, 1) for letter in form]
        return codes

    def _convolve(self, forms: Sequence[str]) -> FloatArray:
        codes = self.letter_codes(forms)
        width = int(max((codes != 0).sum(axis=1).max(initial=1), 1))
        codes = codes[:, : width + 2]
        kernel = self._kernel
        sums = kernel[0][codes[:, :-2]] + kernel[1][codes[:, 1:-1]] + kernel[2][codes[:, 2:]]
        sums[codes[:, 1:-1] == 0] = -1e4
        pooled: FloatArray = np.maximum(sums.max(axis=1) + self._bias, 0.0)
        return pooled

    def form_features(self, form: str) -> list[float]:
        """Return the twelve numbers about a folded form."""
        stripped = rests(form)
        first = form[0]
        own, others = self._kinds.get(form, 0), 0
        for rest in stripped:
            others |= self._kinds.get(rest, 0)
        features = [
            self.frequency(form),
            max(map(self.frequency, stripped), default=0.0),
            *_SHARES[own][others],
        ]
        features += [
            float(first == "0"),
            float(not first.isalnum()),
            float(form.isascii() and first.isalpha()),
            min(len(form), 12) / 8,
            float(first in "وفبلك"),
            float(form.startswith("ال") or form[1:].startswith("ال")),
        ]
        return features
