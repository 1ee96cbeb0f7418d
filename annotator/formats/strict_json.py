"""JSON to the letter of its standard, which Python's own decoder is not."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

import orjson

_SIGNS = bytes(
    ord("0") if char in b"0123456789" else ord("[") if char in b"[{" else ord(" ")
    for char in range(256)
)
_LONG_NUMBER = b"0" * 19
"""Whole numbers of this length may need more than 64 bits: orjson makes floats of them."""

_FEW = 500
"""Brackets, be they nested or not, of which Python's decoder is sure to bear the depth."""


_LIGHT = 1 << 20
_HEAVIEST = 1 << 29
"""Bytes of memory that a value may take (512 MiB), by what its signs cost at most."""


class TooLargeError(ValueError):
    """The value would take too much memory."""


class StrictDecoder:
    """JSON without NaN and infinities; ``not_finite`` is one that the last text held, or empty."""

    def __init__(self) -> None:
        self.not_finite = ""
        self._decoder = json.JSONDecoder(parse_constant=self._reject, parse_float=self._float)

    def decode(self, text: str) -> Any:
        """Return the value of a JSON text.

        Raises:
            ValueError: it is not JSON.
            TooLargeError: it would take too much memory.
            RecursionError: it is nested too deeply.
        """
        self.not_finite = ""
        if len(text) > _LIGHT:
            _check_weight(len(text), *map(text.count, "[{,"))
        return self._decoder.decode(text)

    def decode_utf8(self, data: bytes) -> Any:
        """Return the value of a JSON text in UTF-8; as a rule by orjson, in half the time.

        Raises:
            UnicodeDecodeError: it is not UTF-8.
            ValueError, RecursionError: as :meth:`decode` does.
        """
        self.not_finite = ""
        if len(data) > _LIGHT:
            _check_weight(len(data), *map(data.count, (b"[", b"{", b",")))
        signs = data.translate(_SIGNS)
        if _LONG_NUMBER not in signs:
            try:
                value = orjson.loads(data)
                if signs.count(b"[") > _FEW:
                    orjson.dumps(value)  # refuses what is nested deeper than 254
            except (ValueError, TypeError):
                pass  # where and why it is wrong, or that it is right, is for the other to say
            else:
                return value
        return self.decode(data.decode())

    def raw_decode(self, text: str, at: int) -> tuple[Any, int]:
        """Return the value that begins at ``at``, and where it ends; what follows is not read.

        Raises:
            ValueError: no JSON value begins there, or it does not end.
            RecursionError: it is nested too deeply.
        """
        self.not_finite = ""
        if len(text) - at > _LIGHT:
            _check_weight(len(text) - at, *(text.count(sign, at) for sign in "[{,"))
        return self._decoder.raw_decode(text, at)

    def _reject(self, constant: str) -> None:
        self.not_finite = constant

    def _float(self, digits: str) -> float | None:
        number = float(digits)
        if isfinite(number):
            return number
        self.not_finite = digits[:40]
        return None


def _check_weight(length: int, lists: int, objects: int, commas: int) -> None:
    """Raise a TooLargeError for a text that grows to gigabytes, such as ``[[],[],[],…``."""
    if 4 * length + 100 * (lists + objects) + 64 * commas > _HEAVIEST:
        raise TooLargeError
