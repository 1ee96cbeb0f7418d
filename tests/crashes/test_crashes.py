"""A few kills of each job, at moments that seeds choose; ``make crash`` does hundreds."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.crashes.jobs import JOBS
from tests.crashes.killing import Harness, Moment, Warm, prepared

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="processes are forked and killed with SIGKILL"
)

SEEDS = (1, 2, 3, 5, 6)  # those that are killed at a counted moment, not by the clock


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """A loaded program, which forks those that are killed."""
    with Warm(tmp_path_factory.mktemp("warm") / "home") as loaded:
        yield loaded


@pytest.mark.parametrize("name", JOBS)
def test_what_was_shown_outlives_the_program(warm: Warm, name: str, tmp_path) -> None:
    job = JOBS[name]()
    with prepared(job, tmp_path) as base:
        harness = Harness(warm, job, base)
        lines = [line for seed in SEEDS for line in harness.kill(seed)]
    assert any("ready" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "broken", "steps"),
    [
        ("editing", "late", (120,)),
        ("editing", "torn", range(60, 66)),
        ("fetching", "no-fold", (40,)),
    ],
)
def test_the_kills_bite_where_keeping_is_broken(
    warm: Warm, name: str, broken: str, steps, tmp_path
) -> None:
    job = JOBS[name]()

    def kills() -> None:
        with prepared(job, tmp_path) as base:
            harness = Harness(warm, job, base, broken)
            for seed, step in enumerate(steps):
                harness.kill(seed, Moment(step=step))

    with pytest.raises(AssertionError):
        kills()
