"""Speed and time left, by a clock that the test turns."""

from __future__ import annotations

import pytest

from annotator.ui.pace import Pace


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_nothing_is_said_before_there_is_enough_to_tell(clock: Clock) -> None:
    pace = Pace(clock)
    assert pace.speed is None
    assert pace.left(100) is None
    pace.at(0)
    clock.now += 0.4
    pace.at(400)
    assert pace.speed is None


def test_speed_and_time_left_of_a_steady_download(clock: Clock) -> None:
    pace = Pace(clock)
    for second in range(4):
        clock.now = 100 + second
        pace.at(1000 * second)
    assert pace.speed == 1000
    assert pace.left(10_000) == 7
    assert pace.left(None) is None


def test_what_a_first_try_brought_is_no_speed(clock: Clock) -> None:
    pace = Pace(clock)
    pace.at(1_000_000)
    clock.now += 2
    pace.at(1_000_200)
    assert pace.speed == 100


def test_only_the_last_seconds_count(clock: Clock) -> None:
    pace = Pace(clock)
    done = 0
    for rate in [1000] * 20 + [10] * 20:
        pace.at(done)
        clock.now += 1
        done += rate
    pace.at(done)
    assert pace.speed == pytest.approx(10)


def test_a_halt_slows_down_and_never_divides_by_nothing(clock: Clock) -> None:
    pace = Pace(clock)
    pace.at(0)
    clock.now += 1
    pace.at(1000)
    clock.now += 9
    assert pace.speed == 100
    clock.now += 10
    pace.at(1000)
    clock.now += 10
    pace.at(1000)
    assert pace.speed == 0
    assert pace.left(2000) is None


def test_another_thing_starts_anew(clock: Clock) -> None:
    pace = Pace(clock)
    pace.at(0)
    clock.now += 1
    pace.at(9000)
    clock.now += 1
    pace.at(10)
    assert pace.speed is None
    clock.now += 1
    pace.at(60)
    assert pace.speed == 50
