"""The column-wise reader takes only what the checked one would take as it stands, and the same."""

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.formats.jsonl_writing import article_to_json
from annotator.formats.jsonl_written import written_entities

TEXT = "التقى بومبيو نظيره."
ENTITIES = (Entity("e1", Span(0, 5), "PER", score=0.5), Entity("e2", Span(6, 12), "LOC"))


def settle_none(*span_and_record):
    raise AssertionError(f"no span is odd: {span_and_record}")


@pytest.fixture
def values():
    article = AnnotatedArticle(Article("a", TEXT), entities=ENTITIES)
    return article_to_json(article)["entities"]


def test_as_written(values):
    assert written_entities(values, TEXT, frozenset(), settle_none) == ENTITIES
    assert written_entities(values[::-1], TEXT, frozenset(), settle_none) == ENTITIES


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "e1"),
        ("id", ""),
        ("id", 2),
        ("start", True),
        ("start", -13),
        ("start", 5),
        ("start", 6.0),
        ("end", 13),
        ("end", 99),
        ("label", ""),
        ("label", None),
        ("text", "بومبي"),
        ("text", ""),
        ("status", "perhaps"),
        ("score", 1),
        ("score", True),
        ("score", "0.5"),
        ("annotator", 0),
        ("annotator", False),
        ("note", None),
        ("more", 1),
    ],
)
def test_anything_else_is_left_to_the_checked_way(values, key, value):
    values[1][key] = value
    assert written_entities(values, TEXT, frozenset(), settle_none) is None


def test_a_span_by_its_number_alone_is_not_enough(values):
    """White space at an edge, though the text is quoted as it stands."""
    values[1] |= {"start": 5, "text": TEXT[5:12]}
    assert written_entities(values, TEXT, frozenset(), settle_none) is None


@pytest.mark.parametrize("place", [5, 6, 11, 12])
@pytest.mark.parametrize("settled", [Span(6, 12), Span(0, 1), None])
def test_a_span_with_an_edge_at_an_unusual_place_is_settled(values, place, settled):
    asked = []

    def settle(*span_and_record):
        asked.append(span_and_record)
        return settled

    found = written_entities(values[1:], TEXT, frozenset({place}), settle)
    assert asked == [(6, 12, "بومبيو", "e2", "span")]
    assert found == ((Entity("e2", settled, "LOC"),) if settled else ())


def test_settled_spans_are_put_in_reading_order(values):
    found = written_entities(values, TEXT, frozenset({12}), lambda *_: Span(0, 3))
    assert [entity.id for entity in found] == ["e1", "e2"]
    found = written_entities(values, TEXT, frozenset({12}), lambda *_: Span(0, 7))
    assert [entity.id for entity in found] == ["e2", "e1"]


def test_no_records():
    assert written_entities([], TEXT, frozenset(), settle_none) is None
    assert written_entities(["e1"], TEXT, frozenset(), settle_none) is None
