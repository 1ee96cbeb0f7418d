"""Where the label names over the letters go, so that none covers or cuts another.

Each name wants to start over the first letter of its span. Names of one line are placed by
rank; a later one slides along its own span, is shortened, or, where there is no room at all,
left out (its colour and its tool tip still tell).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

GAP = 4.0
"""Least distance of two names in pixels."""

_SHORTEST = 14.0
"""A shortened name narrower than this would say nothing."""


class Name(NamedTuple):
    """A name to place: its span's edges on this line, and the side on which it starts.

    A lower ``rank`` is placed first. ``colour`` is handed through.
    """

    text: str
    left: float
    right: float
    from_right: bool
    baseline: float
    colour: str
    rank: int = 1


class PlacedName(NamedTuple):
    """A name with its place: left edge, width and base line."""

    text: str
    left: float
    width: float
    baseline: float
    colour: str


def place_names(
    names: Iterable[Name],
    width_of: Callable[[str], float],
    shortened: Callable[[str, float], str],
    page: tuple[float, float],
) -> list[PlacedName]:
    """Return the names that have room between the edges of ``page``, none over another.

    ``shortened(text, width)`` returns the text cut to a width, with an ellipsis.
    """
    taken: dict[float, list[tuple[float, float]]] = {}
    placed: list[PlacedName] = []
    for name in sorted(names, key=lambda n: (n.rank, n.baseline, _reading_place(n))):
        row = taken.setdefault(name.baseline, [])
        spot = _spot(name, width_of(name.text), row, page)
        if spot is None:
            continue
        left, right = spot
        text = name.text
        if right - left < width_of(text):
            text = shortened(text, right - left)
            width = width_of(text)
            left, right = (right - width, right) if name.from_right else (left, left + width)
        row.append((left, right))
        placed.append(PlacedName(text, left, right - left, name.baseline, name.colour))
    return placed


def _reading_place(name: Name) -> float:
    return -name.right if name.from_right else name.left


def _spot(
    name: Name, width: float, row: list[tuple[float, float]], page: tuple[float, float]
) -> tuple[float, float] | None:
    """Return the place nearest to the wanted one; narrower than ``width`` if there is no other."""
    wanted = name.right - width if name.from_right else name.left
    best: tuple[float, float, float] | None = None
    for gap_left, gap_right in _gaps(row, page):
        room = min(width, gap_right - gap_left)
        if room < min(width, _SHORTEST):
            continue
        if name.from_right and room < width:
            left = min(max(name.right - room, gap_left), gap_right - room)
        else:
            left = min(max(wanted, gap_left), gap_right - room)
        # Mostly over another word, it would be read as that word's name.
        over = min(left + room, name.right) - max(left, name.left)
        if over < 0.5 * min(room, name.right - name.left):
            continue
        cost = abs(left - wanted) + 4 * (width - room)
        if best is None or cost < best[0]:
            best = (cost, left, left + room)
    return best and best[1:]


def _gaps(
    row: list[tuple[float, float]], page: tuple[float, float]
) -> Iterable[tuple[float, float]]:
    at = page[0]
    for left, right in sorted(row):
        if left - GAP > at:
            yield at, left - GAP
        at = max(at, right + GAP)
    if page[1] > at:
        yield at, page[1]
