"""Articles that are nearly the same text: agency reports that several papers print.

Texts are folded and cut into runs of words (shingles). A signature of the smallest hashes of a
text estimates which share of its runs it has in common with another (MinHash: Broder, "On the
resemblance and containment of documents", 1997). Bands of the signature find the pairs without
comparing all with all (locality-sensitive hashing).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar
from zlib import crc32

from annotator.arabic.folding import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

K = TypeVar("K", bound=Hashable)

SAME_FROM = 0.5
"""Share of their runs of words from which two texts count as nearly the same."""

_RUN = 3
"""Words of a shingle: two would make any two reports of one kind alike, five forgive too little."""

_BANDS, _ROWS = 32, 4
"""128 hashes in bands of four: of pairs that share 60% of their runs 99% meet in some band, of
those that share 20% one in twenty, and these are then told apart by the whole signature."""

_ODD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_SEED = 20_101


class NearCopies(Generic[K]):
    """Texts under keys; :meth:`groups` tells which of them are nearly the same.

    A text of fewer than three words is alone. Half a kilobyte a text is kept.
    """

    def __init__(self) -> None:
        import numpy as np  # noqa: PLC0415 - slow to load, and seldom needed

        # Generator streams differ between numpy's versions; these numbers must not.
        state, numbers = _SEED, []
        for _ in range(2 * _BANDS * _ROWS):
            state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
            numbers.append(state | 1)
        self._factors = np.array(numbers[::2], np.uint64)[:, None]
        self._terms = np.array(numbers[1::2], np.uint64)[:, None]
        self._keys: list[K] = []
        self._signatures: list[NDArray[np.uint32]] = []

    def add(self, key: K, text: str) -> None:
        """Take a text in."""
        signature = self._signature(text)
        if signature is not None:
            self._keys.append(key)
            self._signatures.append(signature)

    def groups(self) -> list[list[K]]:
        """Return the groups of two and more, in the order in which their first ones came."""
        leader = list(range(len(self._keys)))

        def lead(at: int) -> int:
            while leader[at] != at:
                leader[at] = leader[leader[at]]
                at = leader[at]
            return at

        for one, other in self._pairs():
            first, second = sorted((lead(one), lead(other)))
            if first != second and self._alike(one, other):
                leader[second] = first
        found: dict[int, list[K]] = defaultdict(list)
        for at, key in enumerate(self._keys):
            found[lead(at)].append(key)
        return [group for group in found.values() if len(group) > 1]

    def _signature(self, text: str) -> NDArray[np.uint32] | None:
        import numpy as np  # noqa: PLC0415 - as above

        words = np.fromiter(
            (crc32(word.encode("utf-8", "surrogatepass")) for word in fold(text).split()), np.uint64
        )
        if len(words) < _RUN:
            return None
        count = len(words) - _RUN + 1
        runs = np.zeros(count, np.uint64)
        for at, odd in enumerate(_ODD):
            runs = (runs ^ words[at : at + count]) * np.uint64(odd)
            runs ^= runs >> np.uint64(29)
        runs = np.unique(runs)
        # Multiply and add in 64 bits, of which the upper half is kept, is 2-universal.
        hashes = (self._factors * runs + self._terms) >> np.uint64(32)
        smallest: NDArray[np.uint32] = hashes.min(axis=1).astype(np.uint32)
        return smallest

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Yield texts that meet in a band: each with the first one there that it is like."""
        for band in range(0, _BANDS * _ROWS, _ROWS):
            first: dict[bytes, list[int]] = {}
            for at, signature in enumerate(self._signatures):
                there = first.setdefault(signature[band : band + _ROWS].tobytes(), [])
                yield from ((other, at) for other in there)
                if len(there) < _MOST_IN_BAND:
                    there.append(at)

    def _alike(self, one: int, other: int) -> bool:
        same = self._signatures[one] == self._signatures[other]
        return float(same.mean()) >= SAME_FROM


_MOST_IN_BAND = 8
"""Texts of a band that later ones are held against: whole families are found by any of them."""
