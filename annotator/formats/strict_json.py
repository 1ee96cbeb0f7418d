"""JSON to the letter of its standard, which Python's own decoder is not."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any


class StrictDecoder:
    """JSON without NaN and infinities; ``not_finite`` is one that the last text held, or empty."""

    def __init__(self) -> None:
        self.not_finite = ""
        self._decoder = json.JSONDecoder(parse_constant=self._reject, parse_float=self._float)

    def decode(self, text: str) -> Any:
        """Return the value of a JSON text.

        Raises:
            ValueError: it is not JSON.
            RecursionError: it is nested too deeply.
        """
        self.not_finite = ""
        return self._decoder.decode(text)

    def raw_decode(self, text: str, at: int) -> tuple[Any, int]:
        """Return the value that begins at ``at``, and where it ends; what follows is not read.

        Raises:
            ValueError: no JSON value begins there, or it does not end.
            RecursionError: it is nested too deeply.
        """
        self.not_finite = ""
        return self._decoder.raw_decode(text, at)

    def _reject(self, constant: str) -> None:
        self.not_finite = constant

    def _float(self, digits: str) -> float | None:
        number = float(digits)
        if isfinite(number):
            return number
        self.not_finite = digits[:40]
        return None
