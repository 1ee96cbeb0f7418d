import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.entities import Entity, Reason, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.suggest.base import NOTHING, Found
from annotator.suggest.combine import combine


def entity(start, end, label="PER", score=0.5, origin="a"):
    return Entity(
        id="e1",
        span=Span(start, end),
        label=label,
        status=Status.SUGGESTED,
        origin=origin,
        score=score,
        reasons=(Reason(origin, score),),
    )


def quote(start, end, *, id_="q1", score=0.5, nested_in=None):
    return Quote(
        id_,
        QuoteType.DIRECT,
        (Span(start, end),),
        score=score,
        nested_in=nested_in,
        status=Status.SUGGESTED,
    )


def found(*entities):
    return Found(tuple(entities))


def spans(result):
    return [(e.span.start, e.span.end, e.label) for e in result.entities]


def test_nothing():
    assert combine([]) == NOTHING
    assert combine([NOTHING, NOTHING]) == NOTHING


def test_the_same_from_two_engines_is_one_and_surer():
    [both] = combine(
        [found(entity(0, 5, score=0.6)), found(entity(0, 5, score=0.8, origin="b"))]
    ).entities
    assert both.score == pytest.approx(0.92)
    assert both.origin == "b"
    assert [reason.origin for reason in both.reasons] == ["a", "b"]


def test_the_surer_of_two_that_overlap_stays():
    assert spans(combine([found(entity(0, 5, score=0.6), entity(3, 12, score=0.7))])) == [
        (3, 12, "PER")
    ]


def test_of_equally_sure_ones_the_longer_stays():
    assert spans(combine([found(entity(0, 5), entity(0, 9, "ORG"))])) == [(0, 9, "ORG")]


def test_of_equal_ones_the_earlier_engine_decides():
    founds = [found(entity(0, 5, "LOC")), found(entity(0, 5, "ORG", origin="b"))]
    assert spans(combine(founds)) == [(0, 5, "LOC")]
    assert spans(combine(founds[::-1])) == [(0, 5, "ORG")]


def test_two_engines_together_beat_one_surer():
    one = found(entity(0, 9, "ORG", score=0.8))
    two = found(entity(0, 5, "LOC", score=0.7))
    three = found(entity(0, 5, "LOC", score=0.7, origin="c"))
    assert spans(combine([one, two])) == [(0, 9, "ORG")]
    assert spans(combine([one, two, three])) == [(0, 5, "LOC")]


def test_no_score_counts_as_half():
    assert spans(combine([found(entity(0, 5, score=None), entity(0, 9, score=0.4))])) == [
        (0, 5, "PER")
    ]


def test_neighbours_stay():
    assert len(combine([found(entity(0, 5), entity(5, 9), entity(10, 11))]).entities) == 3


def test_an_entity_in_a_quote_stays():
    result = combine([found(entity(3, 5)), Found(quotes=(quote(0, 20),))])
    assert len(result.entities) == len(result.quotes) == 1


def test_quotes_keep_their_nesting_and_the_surer_twin():
    first = Found(quotes=(quote(0, 20), quote(5, 9, id_="q2", nested_in="q1")))
    second = Found(quotes=(quote(0, 20, score=0.9), quote(30, 40, id_="q2")))
    result = combine([first])
    assert result.quotes[1].nested_in == result.quotes[0].id
    both = combine([first, second])
    assert [q.content[0].start for q in both.quotes] == [0, 5, 30]
    assert both.quotes[0].score == 0.9
    assert len({q.id for q in both.quotes}) == 3


def test_nonquotes_are_listed_once():
    first = Found(nonquotes=(Span(4, 5), Span(0, 2)))
    assert combine([first, first]).nonquotes == (Span(0, 2), Span(4, 5))


ENTITIES = st.builds(
    lambda start, length, label, score: entity(start, start + length, label, score),
    st.integers(0, 40),
    st.integers(1, 9),
    st.sampled_from(["PER", "LOC", "ORG"]),
    st.one_of(st.none(), st.floats(0, 1)),
)


@given(st.lists(st.lists(ENTITIES, max_size=8).map(lambda many: found(*many)), max_size=4))
def test_nothing_overlaps_and_nothing_is_left_out_without_cause(founds):
    result = combine(founds)
    assert list(result.entities) == sorted(result.entities, key=lambda e: e.sort_key)
    for left, right in itertools.pairwise(result.entities):
        assert left.span.end <= right.span.start
    for one in (e for each in founds for e in each.entities):
        assert any(one.span.overlaps(kept.span) for kept in result.entities)


def listed(start, end, label="ORG", score=0.9, origin="gazetteer"):
    return entity(start, end, label, score, origin)


def read(start, end, label="PER", score=0.7, origin="embedded"):
    return entity(start, end, label, score, origin)


def test_beside_a_reader_lists_are_heard_alone_for_organisations_only():
    lists = [
        listed(10, 15),
        listed(20, 25, "LOC"),
        listed(30, 35, "PER", 0.95, "persons"),
        listed(40, 45, "ORG", 0.5, "organisations"),
        listed(50, 55, "ORG", 0.7, "organisations"),
    ]
    result = combine([found(read(0, 5)), found(*lists)])
    assert spans(result) == [(0, 5, "PER"), (10, 15, "ORG"), (50, 55, "ORG")]
    assert result.entities[1].score < 0.9
    assert len(combine([found(*lists)]).entities) == 5


def test_a_reader_that_found_nothing_has_read_too():
    place = found(listed(0, 5, "LOC"))
    assert combine([NOTHING, place], ["embedded", "gazetteer"]).entities == ()
    assert len(combine([place], ["gazetteer"]).entities) == 1


def test_a_list_makes_a_reader_surer_and_keeps_its_own_reason():
    [both] = combine([found(read(0, 5, "LOC")), found(listed(0, 5, "LOC"))]).entities
    assert 0.7 < both.score < 0.9
    assert both.origin == "embedded"
    assert both.reasons == (Reason("embedded", 0.7), Reason("gazetteer", 0.9))


def test_a_listed_organisation_around_a_readers_name_stays():
    inner = read(8, 13, "LOC", 0.99)
    assert spans(combine([found(inner), found(listed(0, 13))])) == [(0, 13, "ORG")]
    assert spans(combine([found(inner), found(listed(0, 10))])) == [(8, 13, "LOC")]
    assert spans(combine([found(inner), found(listed(0, 13, "LOC"))])) == [(8, 13, "LOC")]
    assert spans(combine([found(inner), found(listed(8, 13))])) == [(8, 13, "LOC")]


def test_the_first_reader_has_the_last_word():
    camel = found(read(0, 9, "ORG", 0.4, "camel"))
    other = found(
        read(0, 5, "LOC", 0.99), read(20, 25, "LOC", 0.7), read(30, 35, "LOC", 0.95), read(0, 9)
    )
    assert spans(combine([camel, other])) == [(0, 9, "ORG"), (30, 35, "LOC")]
    agreed = combine([camel, found(read(0, 9, "ORG", 0.4))]).entities
    assert [e.score for e in agreed] == [pytest.approx(0.64)]
    silent = combine([NOTHING, other], ["camel", "embedded"])
    assert spans(silent) == [(0, 5, "LOC"), (30, 35, "LOC")]


def test_what_was_decided_before_is_no_list():
    memory = entity(20, 25, "LOC", 0.67, "memory")
    assert (20, 25, "LOC") in spans(combine([found(read(0, 5)), found(memory)]))
