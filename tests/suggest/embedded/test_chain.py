"""The chain against the sum over all sequences, written out."""

from itertools import pairwise, product

import numpy as np
import pytest

from annotator.suggest.embedded.chain import (
    FORBIDDEN,
    best_tags,
    iob_limits,
    lattice,
    marginals,
    span_score,
)

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
LENGTHS = (4, 2, 1)


@pytest.fixture
def batch():
    random = np.random.default_rng(3)
    emissions = random.normal(0, 2, (max(LENGTHS), len(LENGTHS), len(TAGS))).astype(np.float32)
    inside = np.arange(max(LENGTHS))[:, None] < np.array(LENGTHS)[None, :]
    limits, starts = iob_limits(TAGS)
    transitions = limits + random.normal(0, 1, limits.shape).astype(np.float32)
    return emissions, inside, transitions, starts


def every_sequence(batch, column):
    emissions, _, transitions, starts = batch
    length = LENGTHS[column]
    for tags in product(range(len(TAGS)), repeat=length):
        score = starts[tags[0]] + sum(emissions[t, column, tag] for t, tag in enumerate(tags))
        score += sum(transitions[a, b] for a, b in pairwise(tags))
        yield tags, float(score)


@pytest.mark.parametrize("column", range(len(LENGTHS)))
def test_total_best_and_marginals_are_those_of_all_sequences(batch, column):
    sequences = list(every_sequence(batch, column))
    total = np.logaddexp.reduce([score for _, score in sequences])
    grid = lattice(*batch)
    assert grid.total[column] == pytest.approx(total, abs=1e-4)
    best = max(sequences, key=lambda pair: pair[1])[0]
    assert tuple(best_tags(*batch)[: LENGTHS[column], column]) == best
    expected = np.zeros((LENGTHS[column], len(TAGS)))
    for tags, score in sequences:
        expected[np.arange(len(tags)), tags] += np.exp(score - total)
    np.testing.assert_allclose(marginals(grid)[: LENGTHS[column], column], expected, atol=1e-4)


@pytest.mark.parametrize(("first", "last"), [(0, 1), (0, 2), (1, 3), (2, 4), (0, 4), (3, 4)])
def test_the_score_of_a_span_is_the_mass_of_the_sequences_that_have_exactly_it(batch, first, last):
    wanted = [1] + [2] * (last - first - 1)
    grid = lattice(*batch)
    masses = [
        score
        for tags, score in every_sequence(batch, 0)
        if list(tags[first:last]) == wanted and (last == 4 or tags[last] != 2)
    ]
    expected = np.logaddexp.reduce(masses) - grid.total[0]
    found = span_score(grid, batch[0], batch[2], (0, first, last, 4), (1, 2))
    assert found == pytest.approx(expected, abs=1e-3)


def test_no_inside_tag_without_its_beginning():
    limits, starts = iob_limits(TAGS)
    emissions = np.zeros((3, 1, 5), np.float32)
    emissions[:, :, 4] = 50  # I-LOC is by far the best everywhere
    tags = best_tags(emissions, np.ones((3, 1), bool), limits, starts)[:, 0]
    assert list(tags) == [3, 4, 4]
    assert limits[TAGS.index("B-PER"), TAGS.index("I-LOC")] == FORBIDDEN
