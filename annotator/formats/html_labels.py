"""What marks of labels look like on a page: a fill, and the label's name small above it.

The name is a picture in the background of the mark. A word stays one run of letters so: generated
content or a ruby between them takes the lam-alef of لأرمينيا apart, as pictures of it showed.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from annotator.core.labels import Label, LabelSet

_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_HEIGHT, _LETTER = 16, 11


class Look(NamedTuple):
    """How a label is shown: its name and its colour as ``#rrggbb``."""

    name: str
    colour: str


def look_of(label: str, label_set: LabelSet | None, language: str) -> Look:
    """Return how a label is shown; one that the set does not have, by its bare id."""
    found = label_set.get(label) if label_set else None
    return Look(found.name(language), found.colour) if found else Look(label, Label(label).colour)


def label_styles(looks: Iterable[Look]) -> str:
    """Return the styles of marks, those of the first look for ``.l0`` and so on."""
    looks = list(looks)
    light = "\n".join(_rule(number, look, dark=False) for number, look in enumerate(looks))
    dark = "\n".join(_rule(number, look, dark=True) for number, look in enumerate(looks))
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def _rule(number: int, look: Look, *, dark: bool) -> str:
    red, green, blue = _rgb(look.colour)
    edge = _mixed((red, green, blue), *((_WHITE, 0.45) if dark else (_BLACK, 0.2)))
    share = 34 if dark else 20
    return (
        f".l{number} {{ --fill: rgb({red} {green} {blue} / {share}%); --edge: {edge};"
        f' --name: url("{_picture(look.name, edge)}"); }}'
    )


def _picture(name: str, colour: str) -> str:
    width = _LETTER * len(name) + 4
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_HEIGHT}"'
        f' viewBox="0 0 {width} {_HEIGHT}"><text x="{width - 1}" y="12" text-anchor="end"'
        f' font-family="Noto Sans Arabic, Segoe UI, Geeza Pro, sans-serif" font-size="12"'
        f' font-weight="600" fill="{colour}">{escape(name)}</text></svg>'
    )
    return f"data:image/svg+xml,{quote(svg, safe='', errors='replace')}"


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _mixed(one: tuple[int, ...], other: tuple[int, ...], share: float) -> str:
    parts = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)
