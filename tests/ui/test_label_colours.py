"""Colours of the bundled labels, as they are shown on light and on dark pages."""

from __future__ import annotations

import pytest

from annotator.config.labelsets import bundled_label_sets, load_label_set
from annotator.core.colours import Vision
from annotator.ui.label_colours import alike_labels, free_colour


@pytest.mark.parametrize("label_set_id", bundled_label_sets())
def test_labels_are_told_apart_by_most_people(label_set_id: str) -> None:
    labels = load_label_set(label_set_id)
    assert [pair for pair in alike_labels(labels) if pair.vision is Vision.USUAL] == []


@pytest.mark.parametrize("label_set_id", ["default", "anercorp", "extended"])
def test_small_sets_are_told_apart_by_the_colour_blind_too(label_set_id: str) -> None:
    assert alike_labels(load_label_set(label_set_id)) == []


def test_a_new_label_gets_a_colour_unlike_all_others() -> None:
    labels = load_label_set("extended").labels
    colour = free_colour(labels)
    assert colour not in {label.colour for label in labels}
