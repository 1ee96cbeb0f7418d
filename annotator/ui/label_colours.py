"""The colours of labels as they are shown: on a light page and on a dark one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtGui import QColor

from annotator.core.colours import Alike, distance_for_all, hard_to_tell_apart
from annotator.core.labels import Label
from annotator.ui.article.palette import Shades, ink
from annotator.ui.theme import DARK, LIGHT, QUOTE_COLOUR, Theme

THEMES = (LIGHT, DARK)

CHOICES = (
    *("#2f6fdb", "#1d8a5b", "#b3541e", "#b3307f", "#38b2ee", "#750909", "#260da5", "#5893ce"),
    *("#091b75", "#d038ee", "#720da5", "#0da5a5", "#2c4652", "#b2ee38", "#753f09", "#0da50d"),
    *("#b49373", "#ee3857", "#675095", "#cece58", "#38d0ee", "#7e73b4", "#ce5880", "#2c5246"),
)
"""Colours that a new label may get: far from one another on both pages and for all eyes."""


def page_of(theme: Theme) -> Shades:
    """Return the page of a theme, whichever one is worn now."""
    return Shades(QColor(theme.page), QColor(theme.text), QColor(theme.chosen), theme is DARK)


def alike_labels(labels: Iterable[Label]) -> list[Alike]:
    """Return the pairs of labels that are hard to tell apart on one of the pages, by their ids.

    What is compared is the colour of their names, which is also that of outlines, nearly.
    """
    found: dict[tuple[str, str], Alike] = {}
    labels = list(labels)
    for theme in THEMES:
        shown = [(label.id, _shown(label.colour, theme)) for label in labels]
        for pair in hard_to_tell_apart(shown):
            key = (pair.one, pair.other)
            if key not in found or pair.distance < found[key].distance:
                found[key] = pair
    return list(found.values())


def free_colour(labels: Iterable[Label]) -> str:
    """Return the colour of :data:`CHOICES` that is farthest from those of all labels."""
    taken = [*(label.colour for label in labels), QUOTE_COLOUR]

    def room(colour: str) -> float:
        return min(
            distance_for_all(_shown(colour, theme), _shown(other, theme))
            for theme in THEMES
            for other in taken
        )

    return max(CHOICES, key=room)


@lru_cache(maxsize=512)
def _shown(colour: str, theme: Theme) -> str:
    return ink(colour, page_of(theme)).name.name()
