"""Python's search for circular garbage, held back while records come by the hundred thousand."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_RARELY = 50_000
"""Objects that may come between two looks for garbage; Python's own number is 700."""

_YOUNG_ALONE = 1_000
"""Looks at new objects alone before one at those that have stayed; Python's own number is 10."""


class _Holding:
    """Who holds it back now: runs on several threads may overlap."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.runs = 0
        self.usual = gc.get_threshold()


_holding = _Holding()


@contextmanager
def rare_collections() -> Iterator[None]:
    """Let Python look for circular garbage seldom while this lasts.

    Reading and writing articles makes objects that live for a moment and no circles among them:
    going through all of them time and again takes a sixth of an import, and a fourth of a
    comparison, which keeps what it finds. What goes without a circle is freed at once as ever,
    so memory stays flat.
    """
    with _holding.lock:
        if not _holding.runs:
            _holding.usual = gc.get_threshold()
            gc.set_threshold(_RARELY, _YOUNG_ALONE, _holding.usual[2])
        _holding.runs += 1
    try:
        yield
    finally:
        with _holding.lock:
            _holding.runs -= 1
            if not _holding.runs:
                gc.set_threshold(*_holding.usual)
