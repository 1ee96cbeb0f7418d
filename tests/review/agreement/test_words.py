"""Metrics of words against published examples and figures of other packages."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from annotator.review.agreement import alpha, cohen, fleiss, gwet
from annotator.review.agreement.base import (
    NO_TOKENS,
    NOTHING_COMMON,
    NOTHING_SHARED,
    ONE_LABEL,
    ONE_VALUE,
)
from tests.review.agreement.examples import article, from_table, ratings, sample

# What K. L. Gwet's package irrCAC 1.0 (CRAN) gives for its data set cont3x3abstractors.
ABSTRACTORS = from_table({(0, 0): 13, (1, 1): 20, (1, 2): 7, (2, 1): 4, (2, 2): 56})

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section C: four observers,
# twelve units, missing values. In irrCAC it is cac.raw4raters.
FOUR_OBSERVERS = ratings("123321412...", "1233224125..", ".33323422513", "12332441251.")

# Wikipedia, "Krippendorff's alpha", a computational example: three coders, fifteen units.
THREE_CODERS = ratings("*****34121133*3", "1*213343*******", "**21344*21133*4")

# Cohen (1960), table 1: two clinicians, 200 patients, three kinds of disorder.
CLINICIANS = from_table(
    {(0, 0): 88, (0, 1): 14, (0, 2): 18, (1, 0): 10, (1, 1): 40, (1, 2): 10}
    | {(2, 0): 2, (2, 1): 6, (2, 2): 12}
)

# Fleiss (1971), table 1: thirty patients, six psychiatrists each, five diagnoses (in R's package
# irr as `diagnoses`).
DIAGNOSES = ratings(
    "422521311511212311215221121215",
    "423521311542242311235421421235",
    "423523334544244311435444421435",
    "453543334544344341455454421435",
    "453543534544344351455454425435",
    "455543544544345552455454545435",
)

# Wikipedia, "Fleiss' kappa", worked example: ten subjects, fourteen raters, five categories.
WORKED = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)


@pytest.mark.parametrize(
    ("values", "expected"), [(CLINICIANS, 0.492), (ABSTRACTORS, 0.7964094)], ids=["1960", "irrCAC"]
)
def test_cohens_kappa(values, expected):
    assert cohen.kappa(values).value == pytest.approx(expected, abs=5e-4)


def test_words_that_both_left_alone_count_in_one_of_the_two():
    of = sample(article("x", 20, a=[(0, 10, "PER")], b=[(0, 5, "PER"), (5, 10, "LOC")]))
    # Of four words they agree on three; chance is 1/2 x 1/4 + 1/2 x 1/2.
    assert cohen.COHEN.of(of) == pytest.approx((0.6, 4, None))
    # Of the two words with labels they agree on one; chance is 1 x 1/2.
    assert cohen.COHEN_LABELLED.of(of) == pytest.approx((0.0, 2, None))


def test_among_labelled_words_one_label_is_undefined():
    of = sample(article("x", 20, a=[(0, 10, "PER")], b=[(0, 5, "PER"), (5, 10, "LOC")]))
    assert cohen.COHEN_LABELLED.of(of.of_label("PER")) == (None, 2, ONE_LABEL)


def test_fleiss_kappa_of_thirty_patients():
    figure = fleiss.kappa(DIAGNOSES)
    assert figure.value == pytest.approx(0.4302445, abs=1e-7)
    assert figure.units == 30


def test_fleiss_kappa_of_ten_subjects():
    rows = [[value for value, count in enumerate(row) for _ in range(count)] for row in WORKED]
    assert fleiss.kappa(np.array(rows).T).value == pytest.approx(0.210, abs=5e-4)


def test_fleiss_kappa_of_two_is_scotts_pi():
    assert fleiss.kappa(ABSTRACTORS).value == pytest.approx(0.7962397, abs=1e-7)


def test_fleiss_kappa_of_one_value_is_that_of_all_others_against_it():
    # To three places, as R's irr gives it (kappam.fleiss with detail=TRUE).
    expected = {1: 0.245, 2: 0.245, 3: 0.520, 4: 0.471, 5: 0.566}
    found = {}
    for value in expected:
        found[value] = fleiss.kappa((value == DIAGNOSES).astype(np.int64)).value
    assert found == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize(
    ("values", "expected"), [(FOUR_OBSERVERS, 0.77544), (ABSTRACTORS, 0.8493305)]
)
def test_gwets_ac1(values, expected):
    assert gwet.ac1(values).value == pytest.approx(expected, abs=5e-6)


@pytest.mark.parametrize(
    ("values", "expected"),
    [(FOUR_OBSERVERS, 0.743), (THREE_CODERS, 0.691), (ABSTRACTORS, 0.7972585)],
    ids=["2011", "Wikipedia", "irrCAC"],
)
def test_nominal_alpha(values, expected):
    assert alpha.alpha(values).value == pytest.approx(expected, abs=5e-4)


def test_alpha_counts_units_that_two_have_valued():
    assert alpha.alpha(FOUR_OBSERVERS).units == 11


values_of_two = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=40)


@given(values_of_two)
def test_cohens_kappa_is_that_of_scikit_learn(pairs):
    values = np.array(pairs).T
    found = cohen.kappa(values).value
    if found is None:
        assert len(np.unique(values)) == 1
    else:
        assert found == pytest.approx(cohen_kappa_score(*values), abs=1e-9)


@given(values_of_two)
def test_alpha_of_two_is_scotts_pi_but_for_the_size_of_the_sample(pairs):
    # Krippendorff (2011): 1 - alpha = (1 - pi) (n - 1) / n, n being all values given.
    values = np.array(pairs).T
    found, pi = alpha.alpha(values).value, fleiss.kappa(values).value
    if found is None or pi is None:
        assert found is pi is None
    else:
        assert 1 - found == pytest.approx((1 - pi) * (values.size - 1) / values.size)


@given(st.lists(st.text("0123.", min_size=4, max_size=4), min_size=2, max_size=5))
def test_alpha_is_what_its_pairs_of_values_say(rows):
    values = ratings(*rows)
    units = [column[column >= 0].tolist() for column in values.T]
    units = [unit for unit in units if len(unit) > 1]
    given_values = [value for unit in units for value in unit]
    n = len(given_values)
    observed = sum((a != b) / (len(unit) - 1) for unit in units for a in unit for b in unit)
    expected = sum(a != b for a in given_values for b in given_values)
    found = alpha.alpha(values).value
    if not expected:
        assert found is None
    else:
        assert found == pytest.approx(1 - (observed / n) / (expected / (n * (n - 1))))


def test_what_only_one_has_valued_is_no_agreement():
    disjoint = ratings("11..", "..11")
    assert cohen.kappa(disjoint).reason == NO_TOKENS
    assert fleiss.kappa(disjoint).reason == NOTHING_COMMON
    assert alpha.alpha(disjoint).reason == NO_TOKENS
    assert gwet.ac1(disjoint).reason == NOTHING_SHARED


@pytest.mark.parametrize("measure", [cohen.kappa, fleiss.kappa, alpha.alpha, gwet.ac1])
def test_one_value_throughout_is_undefined(measure):
    figure = measure(ratings("0000", "0000"))
    assert figure.value is None
    assert figure.reason == ONE_VALUE
