"""Every reader on files changed at random, for a bounded time; ``make fuzz`` goes on for longer."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.cases import ANY, TARGETS, Case, outcome
from tests.fuzz.corpus import corpus
from tests.fuzz.mutating import mutated
from tests.fuzz.smaller import minimised

_FEW = {"xlsx": 25, "spacy": 60, ANY: 100}
"""Files that are tried of formats whose libraries are slow; 150 of the others."""


@pytest.mark.parametrize("target", TARGETS)
def test_what_comes_of_any_file_is_articles_and_a_report_or_a_refusal(target):
    cases = corpus(target)

    @settings(
        max_examples=_FEW.get(target, 150), suppress_health_check=[*HealthCheck], print_blob=True
    )
    @given(st.randoms(use_true_random=False))
    def run(random):
        outcome(target, mutated(random, random.choice(cases), cases))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of archives that have a name twice, and the like
        run()


@pytest.mark.parametrize("target", TARGETS)
def test_fuzzing_begins_with_files_that_are_read(target):
    outcomes = {outcome(target, case) for case in corpus(target)}
    assert any("article" in kinds or "text" in kinds for kinds in outcomes)


def test_a_file_that_fails_is_made_smaller_as_long_as_it_fails():
    case = Case("a.bin", b"x" * 300 + b"BAD" + b"y" * 300, {"b.bin": b"z"})
    small = minimised(case, lambda one: b"BAD" in one.data)
    assert (small.data, small.beside) == (b"BAD", {})
