"""Active time by a clock that the test turns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.services.timing import ActiveTime


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_time_counts_from_input_to_input() -> None:
    clock = Clock()
    active = ActiveTime(clock, idle=60)
    assert active.take() == 0
    for seconds in (5, 10.25, 60, 0.5):
        active.touch()
        clock.now += seconds
    # What came after the last input counts once another one follows.
    assert active.take() == 75
    active.touch()
    clock.now += 1
    active.touch()
    assert active.take() == 1


def test_a_break_counts_nothing() -> None:
    clock = Clock()
    active = ActiveTime(clock, idle=60)
    active.touch()
    clock.now += 60.01
    active.touch()
    assert active.take() == 0
    clock.now += 4
    active.touch()
    assert active.take() == 4


def test_parts_of_seconds_are_kept() -> None:
    clock = Clock()
    active = ActiveTime(clock)
    taken = 0
    for _ in range(11):
        active.touch()
        taken += active.take()
        clock.now += 0.75
    assert taken == 7


def test_what_could_not_be_saved_is_kept() -> None:
    clock = Clock()
    active = ActiveTime(clock)
    active.touch()
    clock.now += 9
    active.touch()
    active.give_back(active.take())
    assert active.take() == 9


def test_another_article_starts_from_nothing() -> None:
    clock = Clock()
    active = ActiveTime(clock)
    active.touch()
    clock.now += 9
    active.touch()
    active.stop()
    clock.now += 9
    active.touch()
    assert active.take() == 0


@given(st.lists(st.tuples(st.floats(0, 200), st.booleans())))
def test_nothing_is_lost_and_nothing_made(gaps: list[tuple[float, bool]]) -> None:
    clock = Clock()
    active = ActiveTime(clock, idle=60)
    active.touch()
    worked, taken = 0.0, 0
    for gap, take in gaps:
        clock.now += gap
        active.touch()
        worked += gap if gap <= 60 else 0
        taken += active.take() if take else 0
    assert abs(taken + active.take() - worked) < 1 + 1e-6
