"""The view's colours, light and dark, made from the labels' own so that all stay legible.

Contrast is WCAG 2's: at least 4.5 to 1 for words, 3 to 1 for lines that carry meaning.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

TEXT_CONTRAST = 4.5
LINE_CONTRAST = 3.0
STRONG_TEXT_CONTRAST, STRONG_LINE_CONTRAST = 7.0, 4.5
"""The same on a page of high contrast."""

GROUND_CONTRAST = 8.0
"""Of letters on one tint: two of them may lie over each other, a selection on a fill."""

UNKNOWN_COLOUR = "#607d8b"
"""For a label that the label set does not know."""


HIT_COLOUR = "#d69a00"
"""What was searched for."""


class Ink(NamedTuple):
    """The tints of one colour.

    ``fill`` lies behind letters, ``faint`` behind whole sentences, ``line`` is for outlines and
    bars, ``name`` for words.
    """

    fill: QColor
    faint: QColor
    line: QColor
    name: QColor


class Shades(NamedTuple):
    """The colours of the page itself."""

    base: QColor
    text: QColor
    selection: QColor
    dark: bool

    @property
    def strong(self) -> bool:
        """Whether the page is one of high contrast: black and white, nothing less."""
        return contrast(self.base, self.text) > 20


def shades(palette: QPalette) -> Shades:
    """Return the page's colours under a widget palette; the selection keeps letters legible."""
    base = palette.color(QPalette.ColorRole.Base)
    text = palette.color(QPalette.ColorRole.Text)
    chosen = palette.color(QPalette.ColorRole.Highlight)
    chosen.setAlphaF(_share(chosen, base, text, 0.35))
    return Shades(base, text, chosen, luminance(base) < 0.2)


@lru_cache(maxsize=256)
def _ink(colour: str, base: str, text: str) -> Ink:
    own, page, letters = QColor(colour), QColor(base), QColor(text)
    dark = luminance(page) < 0.2
    fill = mixed(own, page, _share(own, page, letters, 0.34 if dark else 0.19))
    strong = contrast(page, letters) > 20
    line = readable(own, letters, STRONG_LINE_CONTRAST if strong else LINE_CONTRAST, page)
    name = readable(own, letters, STRONG_TEXT_CONTRAST if strong else TEXT_CONTRAST, fill, page)
    faint = mixed(own, page, 0.17 if dark else 0.08)
    return Ink(fill, faint, line, name)


def ink(colour: str, shades: Shades) -> Ink:
    """Return the tints of a label's ``#rrggbb`` on this page."""
    known = colour if QColor.isValidColorName(colour) else UNKNOWN_COLOUR
    return _ink(known, shades.base.name(), shades.text.name())


def _share(over: QColor, page: QColor, letters: QColor, most: float) -> float:
    """Return how much of a colour may cover the page with the letters still easy to read."""
    share = most
    while share > 0.05 and contrast(mixed(over, page, share), letters) < GROUND_CONTRAST:
        share -= 0.03
    return share


def mixed(over: QColor, under: QColor, share: float) -> QColor:
    """Return ``share`` (0..1) of one opaque colour over another.

    PySide6 types ``getRgbF`` as an object; it is a tuple of four floats.
    """
    return QColor.fromRgbF(
        *(
            a * share + b * (1 - share)
            for a, b in zip(over.getRgbF()[:3], under.getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )


def readable(colour: QColor, letters: QColor, least: float, *grounds: QColor) -> QColor:
    """Return ``colour``, moved towards ``letters`` as far as ``least`` contrast on grounds asks."""
    share = 1.0
    while share > 0 and any(
        contrast(mixed(colour, letters, share), ground) < least for ground in grounds
    ):
        share -= 0.05
    return mixed(colour, letters, max(share, 0.0))


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2, 0..1."""

    def linear(part: float) -> float:
        return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2, 1..21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
