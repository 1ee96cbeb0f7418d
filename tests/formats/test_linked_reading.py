"""Spans that are taken together are those that one after the other would be."""

import pytest

from annotator.core.article import Article
from annotator.core.spans import Span
from annotator.formats.linked_reading import LinkedReader

TEXT = "التقى بومبيو نَظيره."
IDS, LABELS, STARTS, ENDS = [1, "b"], ["PER", "LOC"], [0, 6], [5, 12]
QUOTED = ("التقى", "بومبيو")


@pytest.fixture
def reader() -> LinkedReader:
    reader = LinkedReader("articles.json", 1)
    reader.begin(Article("a", TEXT))
    return reader


def one_by_one(*columns, quoted=(None, None)) -> LinkedReader:
    reader = LinkedReader("articles.json", 1)
    reader.begin(Article("a", TEXT))
    for row, text in zip(zip(*columns, strict=True), quoted, strict=True):
        reader.add_span(*row, quoted=text)
    return reader


@pytest.mark.parametrize("quoted", [None, QUOTED])
def test_taken_together(reader, quoted):
    assert reader.add_spans(IDS, LABELS, STARTS, ENDS, quoted=quoted)
    made = reader.made()
    assert made == one_by_one(IDS, LABELS, STARTS, ENDS).made()
    assert [(e.span, e.label) for e in made.entities] == [
        (Span(0, 5), "PER"),
        (Span(6, 12), "LOC"),
    ]
    reader.add_relation("near", 1, "b")
    assert not reader.problems


def test_what_is_said_of_each(reader):
    said = [({}, ""), ({"type": "direct"}, "a note")]
    assert reader.add_spans(IDS, LABELS, STARTS, ENDS, said=said)
    assert [entity.note for entity in reader.made().entities] == ["", "a note"]


@pytest.mark.parametrize(
    "changed",
    [
        {"ids": ["b", "b"]},
        {"ids": ["1", 1]},
        {"ids": ["there", "b"]},
        {"labels": ["PER", ""]},
        {"labels": ["PER", None]},
        {"labels": ["PER", 1]},
        {"starts": [0, True]},
        {"starts": [0, 6.0]},
        {"starts": [-20, 6]},
        {"starts": [0, 12]},
        {"starts": [0, 5]},
        {"ends": [5, 99]},
        {"ends": [5, 13]},
        {"ends": [5, None]},
        {"starts": [0, 14]},
        {"quoted": ("التقى", "بومبي")},
        {"quoted": ("التقى", None)},
    ],
)
def test_one_that_is_not_right_leaves_all_to_the_other_way(reader, changed):
    reader.add_span("there", "ORG", 13, 20)
    before = reader.made()
    columns = {"ids": IDS, "labels": LABELS, "starts": STARTS, "ends": ENDS} | changed
    said = (pytest.fail("asked for too early") for _ in IDS)
    assert not reader.add_spans(**columns, said=said)
    assert not reader.problems
    assert reader.made() == before


def test_no_spans(reader):
    assert not reader.add_spans([], [], [], [])
