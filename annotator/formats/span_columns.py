"""Spans looked at together, a column of starts and one of ends: each check is one for all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import itemgetter, lt
from typing import Any

from annotator.core.spans import Span

_INT = {int}

# Past the named tuple's own __new__, which is Python code.
_span: Any = partial(tuple.__new__, Span)


def columns_of(values: Sequence[Any], *keys: str) -> list[tuple[Any, ...]] | None:
    """Return the columns of these keys, two or more, of objects that all have them, or None."""
    if set(map(type, values)) != {dict}:
        return None
    try:
        return list(zip(*map(itemgetter(*keys), values), strict=True))
    except KeyError:
        return None


def are_numbers(starts: Sequence[Any], ends: Sequence[Any]) -> bool:
    """Whether there are starts and ends, and all of them are whole numbers."""
    return set(map(type, starts)) == _INT and set(map(type, ends)) == _INT


def covered(text: str, starts: Sequence[int], ends: Sequence[int]) -> tuple[str, ...] | None:
    """Return what spans cover; None where one is not in the text, or has space at an edge."""
    if min(starts) < 0 or max(ends) > len(text) or not all(map(lt, starts, ends)):
        return None
    found = tuple(map(text.__getitem__, map(slice, starts, ends)))
    return found if tuple(map(str.strip, found)) == found else None


def spans_of(starts: Sequence[int], ends: Sequence[int]) -> list[Span]:
    """Return spans."""
    return list(map(_span, zip(starts, ends, strict=True)))


def unusual_ones(spans: Sequence[Span], unusual: frozenset[int]) -> list[int]:
    """Return the numbers of the spans with an edge at an unusual place.

    Those are the places of a text at which a span may be invalid though no white space is there
    (:func:`~annotator.core.graphemes.unusual_positions`).
    """
    if not unusual:
        return []
    return [
        number
        for number, (start, end) in enumerate(spans)
        if not unusual.isdisjoint((start - 1, start, end - 1, end))
    ]
