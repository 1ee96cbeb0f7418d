"""The column-wise reader takes only what the checked one would take as it stands, and the same."""

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Reason
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.jsonl_writing import article_to_json
from annotator.formats.jsonl_written import More, written_entities, written_quotes

TEXT = "التقى بومبيو نظيره."
ENTITIES = (Entity("e1", Span(0, 5), "PER", score=0.5), Entity("e2", Span(6, 12), "LOC"))
QUOTES = (
    Quote("q1", QuoteType.DIRECT, (Span(0, 5), Span(6, 12)), source=Span(6, 12), score=0.5),
    Quote("q2", QuoteType.MIXED, (Span(13, 18),), (Span(0, 5),), verbatim=(Span(13, 18),)),
    Quote("q3", QuoteType.INDIRECT, (Span(6, 12),), via=Span(13, 19), nested_in="q1"),
)


def settle_none(*span_and_record):
    raise AssertionError(f"no span is odd: {span_and_record}")


def no_more(*value_and_record):
    raise AssertionError(f"no record has more: {value_and_record}")


@pytest.fixture
def values():
    article = AnnotatedArticle(Article("a", TEXT), entities=ENTITIES)
    return article_to_json(article)["entities"]


def test_as_written(values):
    assert written_entities(values, TEXT, frozenset(), settle_none, no_more) == ENTITIES
    assert written_entities(values[::-1], TEXT, frozenset(), settle_none, no_more) == ENTITIES


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
    ],
)
def test_anything_else_is_left_to_the_checked_way(values, key, value):
    values[1][key] = value
    assert written_entities(values, TEXT, frozenset(), settle_none, no_more) is None


def test_a_span_by_its_number_alone_is_not_enough(values):
    """White space at an edge, though the text is quoted as it stands."""
    values[1] |= {"start": 5, "text": TEXT[5:12]}
    assert written_entities(values, TEXT, frozenset(), settle_none, no_more) is None


@pytest.mark.parametrize("place", [5, 6, 11, 12])
@pytest.mark.parametrize("settled", [Span(6, 12), Span(0, 1), None])
def test_a_span_with_an_edge_at_an_unusual_place_is_settled(values, place, settled):
    asked = []

    def settle(*span_and_record):
        asked.append(span_and_record)
        return settled

    found = written_entities(values[1:], TEXT, frozenset({place}), settle, no_more)
    assert asked == [(6, 12, "بومبيو", "e2", "span")]
    assert found == ((Entity("e2", settled, "LOC"),) if settled else ())


def test_settled_spans_are_put_in_reading_order(values):
    found = written_entities(values, TEXT, frozenset({12}), lambda *_: Span(0, 3), no_more)
    assert [entity.id for entity in found] == ["e1", "e2"]
    found = written_entities(values, TEXT, frozenset({12}), lambda *_: Span(0, 7), no_more)
    assert [entity.id for entity in found] == ["e2", "e1"]


def test_no_records():
    assert written_entities([], TEXT, frozenset(), settle_none, no_more) is None
    assert written_entities(["e1"], TEXT, frozenset(), settle_none, no_more) is None


def test_keys_in_another_order_are_left_to_the_checked_way(values):
    values[1]["id"] = values[1].pop("id")
    assert written_entities(values, TEXT, frozenset(), settle_none, no_more) is None


def test_what_few_records_have(values):
    """Reasons and the like are read of those records alone that have them."""
    values[1] |= {"reasons": [], "odd": 1}
    said = More((Reason("names", 0.9),), ("unsure",), {"odd": 1})
    asked = []

    def more(value, record):
        asked.append((value, record))
        return said

    first, second = written_entities(values, TEXT, frozenset(), settle_none, more)
    assert asked == [(values[1], "e2")]
    assert first == ENTITIES[0]
    assert (second.reasons, second.flags, second.extra) == said


@pytest.fixture
def quotes():
    article = AnnotatedArticle(Article("a", TEXT), quotes=QUOTES)
    return article_to_json(article)["quotes"]


def test_quotes_as_written(quotes):
    assert written_quotes(quotes, TEXT, frozenset(), no_more) == list(QUOTES)
    assert written_quotes(quotes[::-1], TEXT, frozenset(), no_more) == list(QUOTES[::-1])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "q2"),
        ("id", ""),
        ("id", 1),
        ("type", "perhaps"),
        ("type", None),
        ("content", []),
        ("content", [[0, 5]]),
        ("content", [0, 5]),
        ("content", [[0, 5], [6]]),
        ("content", [[0, 5], [6, 12.0]]),
        ("content", [[0, 5], [True, 12]]),
        ("content", [[0, 5], (6, 12)]),
        ("content", [[0, 5], [6, 99]]),
        ("content", None),
        ("text", ["التقى"]),
        ("text", ["التقى", "نظيره"]),
        ("text", ["التقى", None]),
        ("text", "التقى"),
        ("cue", [[5, 6]]),
        ("cue", [[5, 12]]),
        ("cue", [[5, 5]]),
        ("cue", [[-3, -1]]),
        ("cue", None),
        ("source", []),
        ("source", [12, 6]),
        ("source", "6"),
        ("source", False),
        ("verbatim", [[]]),
        ("nested_in", 1),
        ("closed", 1),
        ("closed", None),
        ("nonfact", "false"),
        ("status", "perhaps"),
        ("score", 1),
        ("annotator", 0),
        ("note", None),
    ],
)
def test_any_other_quote_is_left_to_the_checked_way(quotes, key, value):
    quotes[0][key] = value
    assert written_quotes(quotes, TEXT, frozenset(), no_more) is None


@pytest.mark.parametrize("place", [0, 5, 12, 13, 18])
def test_a_quote_with_an_edge_at_an_unusual_place_is_left_to_the_checked_way(quotes, place):
    assert written_quotes(quotes, TEXT, frozenset({place}), no_more) is None


def test_a_place_within_a_quote_is_no_edge(quotes):
    assert written_quotes(quotes, TEXT, frozenset({2, 8, 15}), no_more) == list(QUOTES)


def test_what_few_quotes_have(quotes):
    quotes[2]["flags"] = ["unsure"]
    found = written_quotes(quotes, TEXT, frozenset(), lambda *_: More((), ("unsure",), {}))
    assert [quote.flags for quote in found] == [(), (), ("unsure",)]


def test_no_quotes():
    assert written_quotes([], TEXT, frozenset(), no_more) is None
    assert written_quotes([1], TEXT, frozenset(), no_more) is None
