"""How many values a MessagePack message holds: counted before a library makes objects of them.

A byte may be a list of its own, so a message of few bytes can fill the memory. The specification
is https://github.com/msgpack/msgpack/blob/master/spec.md.
"""

from __future__ import annotations

_FIXED = {
    **dict.fromkeys((0xC0, 0xC1, 0xC2, 0xC3), 1),
    0xCA: 5, 0xCB: 9, 0xCC: 2, 0xCD: 3, 0xCE: 5, 0xCF: 9, 0xD0: 2, 0xD1: 3, 0xD2: 5, 0xD3: 9,
    0xD4: 3, 0xD5: 4, 0xD6: 6, 0xD7: 10, 0xD8: 18, 0xDC: 3, 0xDD: 5, 0xDE: 3, 0xDF: 5,
}  # fmt: skip
"""How long values of a fixed length are, and the heads of lists and maps, by their first byte."""

_COUNTED = {
    0xC4: (1, 0), 0xC5: (2, 0), 0xC6: (4, 0), 0xC7: (1, 1), 0xC8: (2, 1), 0xC9: (4, 1),
    0xD9: (1, 0), 0xDA: (2, 0), 0xDB: (4, 0),
}  # fmt: skip
"""Of bytes, strings and extensions: in how many bytes their length stands, and what is added."""

_SIZES = [
    1 + (first & 31) if 0xA0 <= first < 0xC0 else _FIXED.get(first, 0 if first in _COUNTED else 1)
    for first in range(256)
]


def has_more_than(data: bytes, most: int) -> bool:
    """Whether a message holds more than so many values, lists and maps counting as one each."""
    at, count, end = 0, 0, len(data)
    while at < end:
        count += 1
        if count > most:
            return True
        first = data[at]
        size = _SIZES[first]
        if not size:
            digits, added = _COUNTED[first]
            size = 1 + digits + added + int.from_bytes(data[at + 1 : at + 1 + digits], "big")
        at += size
    return False
