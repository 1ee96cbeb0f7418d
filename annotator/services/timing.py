"""How long someone is at work: from input to input. Pure; the clock is given."""

from __future__ import annotations

from collections.abc import Callable

IDLE_SECONDS = 60.0
"""Without an input for longer than this, nobody was at work."""


class ActiveTime:
    """Adds up the time between inputs; a gap longer than ``idle`` is a break and counts nothing.

    Times are seconds of ``clock`` (``time.monotonic``); where it goes back, nothing is taken away.
    """

    def __init__(self, clock: Callable[[], float], idle: float = IDLE_SECONDS) -> None:
        self._clock = clock
        self._idle = idle
        self._last: float | None = None
        self._seconds = 0.0

    def touch(self) -> None:
        """Note an input: a key, a click, a turn of the wheel."""
        now = self._clock()
        if self._last is not None and 0 <= now - self._last <= self._idle:
            self._seconds += now - self._last
        self._last = now

    def take(self) -> int:
        """Return the whole seconds since they were last taken; what is left of one is kept."""
        whole = int(self._seconds)
        self._seconds -= whole
        return whole

    def give_back(self, seconds: int) -> None:
        """Put seconds back that could not be saved."""
        self._seconds += seconds

    def stop(self) -> None:
        """Begin anew: what comes next is another article's, and no time has passed in it."""
        self._last, self._seconds = None, 0.0
