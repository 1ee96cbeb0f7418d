"""How different colours look, also to people who do not tell red from green.

Distances are Euclidean in Oklab (Ottosson 2020): black to white is 1, and about 0.02 is the
least that can be seen side by side. Colour blindness is simulated by the matrices of Machado,
Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import cbrt, dist
from typing import NamedTuple

ALIKE = 0.035
"""Distance under which two labels are hard to tell apart by their colour.

Chosen so that blue and violet, or green and olive, pass as names written over light and dark pages.
"""


class Vision(StrEnum):
    """How someone sees: as most people, without the green cones, or without the red ones."""

    USUAL = "usual"
    DEUTERANOPIA = "deuteranopia"
    PROTANOPIA = "protanopia"


class Alike(NamedTuple):
    """Two names whose colours are near each other for a kind of vision."""

    one: str
    other: str
    vision: Vision
    distance: float


_Triple = tuple[float, float, float]
_Matrix = tuple[_Triple, _Triple, _Triple]

_SEEN: Mapping[Vision, _Matrix] = {
    Vision.USUAL: ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    Vision.DEUTERANOPIA: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Vision.PROTANOPIA: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
_TO_CONES: _Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: _Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def distance(one: str, other: str, vision: Vision = Vision.USUAL) -> float:
    """Return how far two colours ``#rrggbb`` are apart for a kind of vision, 0..1."""
    return dist(oklab(one, vision), oklab(other, vision))


def distance_for_all(one: str, other: str) -> float:
    """Return how far two colours are apart for those who tell them apart least."""
    return min(distance(one, other, vision) for vision in Vision)


def oklab(colour: str, vision: Vision = Vision.USUAL) -> _Triple:
    """Return lightness, green to red and blue to yellow of ``#rrggbb`` as it is seen.

    Raises:
        ValueError: it is not of that form.
    """
    seen = _times(_SEEN[vision], _linear(colour))
    red, green, blue = (min(max(part, 0.0), 1.0) for part in seen)
    cones = _times(_TO_CONES, (red, green, blue))
    return _times(_TO_LAB, (cbrt(cones[0]), cbrt(cones[1]), cbrt(cones[2])))


def hard_to_tell_apart(colours: Sequence[tuple[str, str]], least: float = ALIKE) -> list[Alike]:
    """Return the pairs of ``(name, colour)`` nearer than ``least``, one line a pair.

    A pair that most people cannot tell apart is listed for them, another for the kind of vision
    in which it is nearest.
    """
    found: list[Alike] = []
    seen = {vision: [oklab(colour, vision) for _, colour in colours] for vision in Vision}
    for first in range(len(colours)):
        for second in range(first + 1, len(colours)):
            apart = {vision: dist(labs[first], labs[second]) for vision, labs in seen.items()}
            vision = (
                Vision.USUAL if apart[Vision.USUAL] < least else min(apart, key=apart.__getitem__)
            )
            if apart[vision] < least:
                found.append(Alike(colours[first][0], colours[second][0], vision, apart[vision]))
    return found


def _linear(colour: str) -> _Triple:
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(colour)
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _part(red), _part(green), _part(blue)


def _part(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _times(matrix: _Matrix, vector: _Triple) -> _Triple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three
