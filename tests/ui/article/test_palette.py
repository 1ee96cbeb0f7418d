"""Every label colour stays legible, on the light page and on the dark one."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from annotator.config.labelsets import bundled_label_sets, load_label_set
from annotator.ui.article.palette import (
    LINE_CONTRAST,
    TEXT_CONTRAST,
    contrast,
    ink,
    mixed,
    shades,
)
from annotator.ui.theme import DARK, LIGHT, QUOTE_COLOUR, palette_of

COLOURS = sorted(
    {label.colour for name in bundled_label_sets() for label in load_label_set(name)}
    | {QUOTE_COLOUR, "#ffff00", "#000000", "#ffffff", "#ff0000", "no colour"}
)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("colour", COLOURS)
def test_names_lines_and_letters_are_legible(qapp, colour, theme):
    page = shades(palette_of(theme))
    tint = ink(colour, page)
    assert contrast(tint.name, page.base) >= TEXT_CONTRAST
    assert contrast(tint.name, tint.faint) >= TEXT_CONTRAST
    assert contrast(tint.line, page.base) >= LINE_CONTRAST
    for ground in (tint.fill, tint.faint):
        assert contrast(page.text, ground) >= TEXT_CONTRAST
        chosen = mixed(page.selection, ground, page.selection.alphaF())
        assert contrast(page.text, chosen) >= TEXT_CONTRAST


def test_contrast_is_that_of_wcag():
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.01)
    assert contrast(QColor("#ffffff"), QColor("#ffffff")) == 1
