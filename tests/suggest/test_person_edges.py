"""What a model reads into a person's name and does not belong there."""

from __future__ import annotations

import re

import pytest

from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.suggest.person_edges import mended


def found(text: str, *persons: str) -> list[tuple[str, str]]:
    entities = [
        Entity(f"e{number}", Span(*match.span()), "PER")
        for number, words in enumerate(persons)
        if (match := re.search(re.escape(words), text)) is not None
    ]
    return [(entity.label, entity.span.of(text)) for entity in mended(text, entities)]


def test_a_subject_and_the_place_that_is_its_object_are_two() -> None:
    text = "التقى زهراب مناتساكانيان الوزير. واتهم مناتساكانيان باكو بالتصعيد."
    both = ("زهراب مناتساكانيان", "مناتساكانيان باكو")
    assert found(text, *both) == [
        ("PER", "زهراب مناتساكانيان"),
        ("PER", "مناتساكانيان"),
        ("LOC", "باكو"),
    ]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        # Nobody else goes by the first word, so it may be a first name that no list has.
        ("اتهم مناتساكانيان باكو بالتصعيد.", ("مناتساكانيان باكو",)),
        # A first name before a place is a name: سعيد *بيروت* would be.
        ("وصل علي سعيد. وقال سعيد بيروت للصحافيين.", ("علي سعيد", "سعيد بيروت")),
    ],
)
def test_a_family_name_like_a_place_stays(text: str, persons: tuple[str, ...]) -> None:
    assert found(text, *persons) == [("PER", person) for person in persons]


def test_an_adverb_is_no_part_of_a_name() -> None:
    assert found("بدا عادل رمزي حزيناً.", "عادل رمزي حزيناً") == [("PER", "عادل رمزي")]
    assert found("قال باكياً إنه نادم.", "باكياً") == []
    assert found("رأيت أن محمداً هنا.", "محمداً") == [("PER", "محمداً")]


def test_other_labels_stay() -> None:
    entity = Entity("e1", Span(0, 5), "ORG")
    assert list(mended("شكراً", [entity])) == [entity]
