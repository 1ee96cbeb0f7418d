"""How fast something comes, and how long the rest will take. Pure; the clock is given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

_WINDOW_S = 5.0
"""Speed is taken over the last seconds: what came before says little of a network now."""

_LEAST_S = 0.5
"""A speed over less time than this is chance."""


class Pace:
    """Takes how much is there, whenever that is known, and tells speed and time left.

    Amounts are bytes, times are seconds of ``clock``, which never goes back.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def at(self, done: int) -> None:
        """Note that ``done`` bytes are there. Fewer than before means that another thing began."""
        now = self._clock()
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[1][0] >= _WINDOW_S:
            self._seen.popleft()

    @property
    def speed(self) -> float | None:
        """Bytes a second in the last seconds; None until there is enough to tell.

        A halt counts: while nothing comes the speed falls.
        """
        if not self._seen:
            return None
        began, before = self._seen[0]
        passed = self._clock() - began
        return (self._seen[-1][1] - before) / passed if passed >= _LEAST_S else None

    def left(self, total: int | None) -> float | None:
        """Seconds until ``total`` bytes are there; None while nobody can tell."""
        speed = self.speed
        if not speed or total is None:
            return None
        return max(0, total - self._seen[-1][1]) / speed
