"""Each difference has its kind and its how; what is the same is none, stacked or nested."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.review.comparing import disagreements, likeness
from annotator.review.groups import grouped, is_agreed
from annotator.review.matching import Labelled, pair_up
from annotator.review.records import EdgeKind, Kind, identity
from tests.review.making import TEXT, matched, quote, set_of, span

SPANS = st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda s: Span(s[0], s[0] + s[1]))
MARKS = st.lists(st.tuples(SPANS, st.sampled_from(["PER", "LOC"])), max_size=8)


def entities(marks: list[tuple[Span, str]]) -> list[Entity]:
    return [Entity(f"e{n}", span_, label) for n, (span_, label) in enumerate(marks)]


@given(st.lists(MARKS, min_size=2, max_size=4))
def test_everything_is_in_one_group_and_nobody_twice_in_one(sets: list[list]) -> None:
    records = [entities(marks) for marks in sets]
    groups = grouped(records)
    for number, own in enumerate(records):
        found = [group[number] for group in groups if group[number] is not None]
        assert sorted(map(identity, found)) == sorted(map(identity, own))


@given(MARKS, st.integers(2, 4))
def test_a_set_beside_itself_differs_in_nothing(marks: list, times: int) -> None:
    assert all(is_agreed(group) for group in grouped([entities(marks)] * times))


@given(MARKS, MARKS)
def test_two_annotators_are_paired_as_the_scores_pair_them(a: list, b: list) -> None:
    groups = grouped([entities(a), entities(b)])
    agreed = sum(is_agreed(group) for group in groups)
    pairs = pair_up([Labelled(*mark) for mark in a], [Labelled(*mark) for mark in b])
    assert agreed == sum(pair.kind is None for pair in pairs)
    assert len(groups) == len(pairs)


@pytest.mark.parametrize(
    ("theirs", "how", "between"),
    [
        ("الرئيس السوري بشار الأسد", EdgeKind.TITLE, "الرئيس السوري "),
        ("بشار", EdgeKind.WORD, " الأسد"),
        ("بشار الأسد بواشنطن إن", EdgeKind.WORDS, " بواشنطن إن"),
        ("بشار الأس", EdgeKind.LETTERS, "د"),
    ],
)
def test_how_a_boundary_differs(theirs: str, how: EdgeKind, between: str) -> None:
    (found,) = disagreements(
        matched(set_of("سلمى", ("بشار الأسد", "PER")), set_of("عمر", (theirs, "PER")))
    )
    assert found.kind is Kind.BOUNDARY
    assert [(edge.kind, edge.between.of(TEXT)) for edge in found.edges] == [(how, between)]


@pytest.mark.parametrize(
    ("mine", "theirs", "how"),
    [
        ("واشنطن", "بواشنطن", EdgeKind.CLITIC),
        ("القاهرة", "قاهرة", EdgeKind.ARTICLE),
        ("أخطأت", "أخطأت.", EdgeKind.MARK),
    ],
)
def test_how_a_word_is_cut(mine: str, theirs: str, how: EdgeKind) -> None:
    for a, b in permutations((mine, theirs)):
        (found,) = disagreements(matched(set_of("أ", (a, "LOC")), set_of("ب", (b, "LOC"))))
        assert [edge.kind for edge in found.edges] == [how]


def test_kinds_of_entities_and_who_has_nothing() -> None:
    a = set_of("أ", ("بشار الأسد", "PER"), ("واشنطن", "LOC"), ("قناة العربية", "ORG"))
    b = set_of("ب", ("بشار الأسد", "PER"), ("واشنطن", "ORG"), ("القاهرة", "LOC"))
    found = disagreements(matched(a, b))
    assert [d.kind for d in found] == [Kind.LABEL, Kind.MISSING, Kind.EXTRA]
    assert [d.sides[0].record is None for d in found] == [False, False, True]
    assert len({d.key for d in found}) == 3


def test_nested_names_are_not_held_against_each_other() -> None:
    a = set_of("أ", ("جامعة القاهرة", "ORG"), ("القاهرة", "LOC"))
    b = set_of("ب", ("جامعة القاهرة", "ORG"))
    (found,) = disagreements(matched(a, b))
    assert (found.kind, found.extent) == (Kind.MISSING, span("القاهرة"))


def test_stacked_copies_need_as_many_partners() -> None:
    twice = set_of("أ", ("القاهرة", "LOC"), ("القاهرة", "LOC"), ("القاهرة", "ORG"))
    once = set_of("ب", ("القاهرة", "ORG"), ("القاهرة", "LOC"))
    (found,) = disagreements(matched(twice, once))
    assert (found.kind, found.labels) == (Kind.MISSING, ("LOC",))
    assert (
        disagreements(matched(twice, set_of("ج", *[("القاهرة", "LOC")] * 2, ("القاهرة", "ORG"))))
        == []
    )


def test_three_annotators_are_one_group() -> None:
    a, b = set_of("أ", ("بشار الأسد", "PER")), set_of("ب", ("بشار", "PER"))
    (found,) = disagreements(matched(a, b, set_of("ج")))
    assert [side.annotator for side in found.sides] == ["أ", "ب", "ج"]
    assert found.kind is Kind.BOUNDARY
    assert found.sides[2].record is None


def test_a_quote_says_all_that_differs_in_it() -> None:
    a = set_of("أ", quotes=(quote("قناة العربية في جامعة القاهرة أخطأت"),))
    b = quote("قناة العربية", cue="إن", source="الأسد", type_="mixed")
    (found,) = disagreements(matched(a, set_of("ب", quotes=(b,))))
    assert found.is_quote
    assert found.kinds == (
        Kind.QUOTE_CONTENT,
        Kind.QUOTE_TYPE,
        Kind.QUOTE_SOURCE,
        Kind.QUOTE_CUE,
    )
    (gone,) = disagreements(matched(a, set_of("ب")))
    assert gone.kind is Kind.MISSING


def test_suggestions_and_rejected_ones_do_not_count() -> None:
    a = set_of("أ", ("بشار الأسد", "PER"))
    open_ = [Entity("e1", span("واشنطن"), "LOC", status) for status in Status]
    b = set_of("ب", ("بشار الأسد", "PER"))
    for entity in open_[:1] + open_[2:]:
        changed = type(b)(b.article, "ب", entities=(*b.entities, entity))
        assert disagreements(matched(a, changed)) == []


def test_one_annotator_alone_differs_from_nobody() -> None:
    assert disagreements(matched(set_of("أ", ("بشار الأسد", "PER")))) == []


def test_what_is_alike_has_the_same_string_from_the_same_side() -> None:
    a = set_of("أ", ("القاهرة", "LOC"))
    (one,) = disagreements(matched(a, set_of("ب")))
    (other,) = disagreements(matched(set_of("أ"), set_of("ب", ("القاهرة", "LOC"))))
    (label,) = disagreements(matched(a, set_of("ب", ("القاهرة", "ORG"))))
    likes = {likeness(TEXT, found) for found in (one, other, label)}
    assert len(likes) == 3


def test_copies_are_disagreements_of_their_own() -> None:
    thrice = set_of("أ", *[("القاهرة", "LOC")] * 3)
    found = disagreements(matched(thrice, set_of("ب", ("القاهرة", "LOC"))))
    assert [d.copy for d in found] == [0, 1]
    assert len({d.key for d in found}) == 2
