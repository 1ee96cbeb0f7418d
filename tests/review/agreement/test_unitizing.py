"""Both alphas for unitizing against worked examples, another package and their definitions."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.agreement.base import NO_CHANCE, NO_SPANS, NOTHING_COMMON
from annotator.review.agreement.sample import Sample
from annotator.review.agreement.unitizing import UNITIZING
from annotator.review.agreement.unitizing_1995 import UNITIZING_1995
from tests.review.agreement.examples import article, sample

# Krippendorff (2004), page 254: a continuum from 150 to 450, two observers, values c and k; here
# from 0 to 300.
BOOK = article(
    "book",
    300,
    i=[(30, 90, "k"), (75, 145, "c"), (150, 200, "k"), (220, 250, "c")],
    j=[(30, 90, "k"), (70, 150, "c"), (150, 200, "k"), (205, 225, "c"), (250, 270, "c")],
)


def chain(*edges: int) -> list[tuple[int, int]]:
    return list(pairwise(edges))


# Krippendorff (1995), page 57: four pairs of observers on a continuum of length 24.
FOUR_PAIRS = {
    "A": ([(2, 10), (14, 20)], [(4, 8), (15, 17)]),
    "B": ([(0, 18)], chain(0, 2, 3, 4, 5, 6, 9, 10)),
    "C": ([(2, 8), (10, 12), (14, 18), (20, 22)], [(0, 2), (4, 8), (10, 14), (16, 18), (20, 22)]),
    "D": (chain(0, 2, 10, 14, 20, 24), chain(0, 4, 8, 15, 17, 24)),
}


def test_the_books_example_of_the_first_definition():
    # The figures of DKPro Statistics for it; the book gives 0.729 for c and 0.859 for all.
    of = sample(BOOK)
    assert UNITIZING_1995.of(of.of_label("c")).value == pytest.approx(0.7286, abs=1e-4)
    assert UNITIZING_1995.of(of.of_label("k")).value == pytest.approx(1)
    assert UNITIZING_1995.of(of).value == pytest.approx(0.8591, abs=5e-4)


@pytest.mark.parametrize(
    ("name", "expected"), [("A", 0.553), ("B", -0.926), ("C", 0.679), ("D", 0.066)]
)
def test_the_four_pairs_of_the_first_definition(name, expected):
    # The paper stretches the continuum until its length makes no difference. Its expected
    # disagreement has a slip (DKPro's test says where), hence the tolerance.
    stretch = 50_000
    a, b = (
        [(start * stretch, end * stretch, name) for start, end in units]
        for units in FOUR_PAIRS[name]
    )
    of = sample(article(name, 24 * stretch, word=stretch, a=a, b=b))
    assert UNITIZING_1995.of(of).value == pytest.approx(expected, abs=0.02)


def test_the_first_definition_on_short_units():
    # DKPro Statistics, UnitizingAgreementTest: one long unit against three of length one.
    of = sample(article("x", 10, a=[(1, 9, "A")], b=[(2, 3, "A"), (4, 5, "A"), (6, 7, "A")]))
    assert UNITIZING_1995.of(of).value == pytest.approx(-0.7003, abs=1e-4)


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (
            article(
                "keyphrases",
                55,
                a=[(3, 14, "k"), (22, 52, "k")],
                b=[(3, 9, "k"), (22, 52, "k")],
                c=[(22, 45, "k")],
            ),
            0.585890909090909,
        ),
        (
            article(
                "C",
                24,
                a=[(start, end, "C") for start, end in FOUR_PAIRS["C"][0]],
                b=[(start, end, "C") for start, end in FOUR_PAIRS["C"][1]],
            ),
            0.3511904761904763,
        ),
        (
            article(
                "three labels",
                50,
                a=[(0, 10, "PER"), (20, 30, "LOC"), (30, 35, "ORG")],
                b=[(1, 10, "PER"), (20, 30, "ORG"), (32, 35, "ORG")],
                c=[(0, 12, "PER"), (22, 30, "LOC"), (40, 44, "LOC")],
            ),
            0.5390052910052909,
        ),
    ],
    ids=lambda value: getattr(value, "key", ""),
)
def test_the_later_definition_is_that_of_another_package(article, expected):
    # Computed with krippendorff-unitized-alpha 0.1.0 (Z. Bekcic), gaps filled in to the letter.
    assert UNITIZING.of(sample(article)).value == pytest.approx(expected, abs=1e-12)


LENGTH = 14


@st.composite
def units(draw: st.DrawFn) -> list[tuple[int, int, str]]:
    edges = sorted(draw(st.sets(st.integers(0, LENGTH), min_size=2, max_size=6)))
    labels = draw(st.lists(st.sampled_from(["", "A", "B"]), min_size=5, max_size=5))
    return [(a, b, label) for (a, b), label in zip(pairwise(edges), labels, strict=False) if label]


def pieces(marked: list[tuple[int, int, str]]) -> list[tuple[str, int]]:
    """Value and unit of each code point; every code point of a gap is a unit by itself."""
    found = [("", -at) for at in range(1, LENGTH + 1)]
    for number, (start, end, label) in enumerate(marked):
        found[start:end] = [(label, number)] * (end - start)
    return found


@given(st.lists(units(), min_size=2, max_size=4))
def test_the_later_definition_is_what_it_says_letter_by_letter(work):
    names = "abcd"[: len(work)]
    of = sample(article("x", LENGTH, **dict(zip(names, work, strict=True))))
    letters = [pieces(marked) for marked in work]
    observed = sum(
        one[0] != other[0]
        for a, b in permutations(letters, 2)
        for one, other in zip(a, b, strict=True)
    ) / (len(work) - 1)
    drawn = [
        (value, who, unit) for who, pieces_of in enumerate(letters) for value, unit in pieces_of
    ]
    # A unit is paired with every piece of the others and of its own annotator, but not itself.
    pairs = [(one, other) for one in drawn for other in drawn if one[1:] != other[1:]]
    differing = sum(one[0] != other[0] for one, other in pairs)
    found = UNITIZING.of(of).value
    if not any(work) or not differing:
        assert found is None
    else:
        expected = len(drawn) * differing / len(pairs)
        assert found == pytest.approx(1 - observed / expected)


def test_articles_in_a_row_are_one_continuum():
    shorter = [
        article("1", 100, i=[(30, 90, "k")], j=[(30, 90, "k")]),
        article("2", 0, i=[], j=[]),
        article("3", 200, i=[(10, 60, "c")], j=[(20, 50, "c"), (80, 90, "k")]),
    ]
    one = article(
        "all",
        300,
        i=[(30, 90, "k"), (110, 160, "c")],
        j=[(30, 90, "k"), (120, 150, "c"), (180, 190, "k")],
    )
    for metric in (UNITIZING, UNITIZING_1995):
        assert metric.of(sample(*shorter)).value == pytest.approx(metric.of(sample(one)).value)


def test_an_article_that_one_annotator_has_changes_nothing():
    alone = article("alone", 500, i=[(0, 400, "k")])
    for metric in (UNITIZING, UNITIZING_1995):
        assert metric.of(sample(BOOK, alone)) == metric.of(sample(BOOK))


def test_with_three_annotators_missing_articles_count_for_those_who_have_them():
    three = article("3", 100, a=[(0, 10, "k")], b=[(0, 12, "k")], c=[(0, 10, "k")])
    two = article("2", 100, a=[(20, 30, "k")], b=[(50, 60, "k")])
    assert UNITIZING.of(sample(three, two)).units == 200
    assert UNITIZING.of(sample(three, two)).value < UNITIZING.of(sample(three)).value
    # The first definition wants everybody.
    assert UNITIZING_1995.of(sample(three, two)) == UNITIZING_1995.of(sample(three))
    apart = sample(two, article("4", 100, b=[], c=[]))
    assert UNITIZING_1995.of(apart).reason == NOTHING_COMMON


def test_of_nested_spans_the_outer_counts_and_each_in_its_own_label():
    nested = [(0, 20, "ORG"), (5, 10, "LOC")]
    of = sample(article("x", 40, a=nested, b=[(0, 20, "ORG")]))
    assert UNITIZING.of(of).value == 1
    assert UNITIZING.of(of.of_label("LOC")).value < 0.1
    same = sample(article("x", 40, a=nested, b=nested))
    assert UNITIZING.of(same.of_label("LOC")).value == 1
    assert UNITIZING_1995.of(of).value < UNITIZING_1995.of(same).value == 1


def test_undefined_without_spans_or_without_room_for_chance():
    nothing = sample(article("x", 40, a=[], b=[]))
    assert UNITIZING.of(nothing).reason == NO_SPANS
    assert UNITIZING_1995.of(nothing).reason == NO_SPANS
    everything = sample(article("x", 40, a=[(0, 40, "A")], b=[(0, 40, "A")]))
    assert UNITIZING.of(everything).reason == NO_CHANCE


def test_the_sample_has_no_articles():
    assert UNITIZING.of(Sample.of([])).value is None
