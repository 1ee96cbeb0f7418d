from __future__ import annotations

import pytest

from annotator.core.colours import Vision, distance, hard_to_tell_apart, oklab


def test_oklab_is_as_published() -> None:
    # Ottosson's own table: sRGB red, and white.
    assert oklab("#ff0000") == pytest.approx((0.628, 0.225, 0.126), abs=1e-3)
    assert oklab("#ffffff") == pytest.approx((1.0, 0.0, 0.0), abs=1e-3)


def test_red_and_green_come_together_for_the_colour_blind() -> None:
    red, green = "#b3541e", "#5f7a00"
    assert distance(red, green) > 0.12
    assert distance(red, green, Vision.DEUTERANOPIA) < 0.06


def test_greys_look_the_same_to_all() -> None:
    for vision in Vision:
        assert oklab("#808080", vision) == pytest.approx(oklab("#808080"), abs=1e-3)


def test_pairs_are_named_for_the_vision_in_which_they_are_near() -> None:
    found = hard_to_tell_apart(
        [("A", "#2f6fdb"), ("B", "#2f6fdc"), ("C", "#9c4b1e"), ("D", "#5c6702"), ("E", "#222222")]
    )
    assert [(one.one, one.other, one.vision) for one in found] == [
        ("A", "B", Vision.USUAL),
        ("C", "D", Vision.DEUTERANOPIA),
    ]


def test_what_is_no_colour_is_refused() -> None:
    with pytest.raises(ValueError):
        oklab("red")
