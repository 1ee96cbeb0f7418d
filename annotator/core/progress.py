"""How long work reports and is stopped: one object, passed down."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """Raised inside a task by :meth:`Progress.check` once cancel was asked for."""


class Progress:
    """Reports steps and carries the wish to stop. Safe to share between two threads.

    ``report`` is called as ``report(done, total)``; ``total`` is None while it is unknown.
    """

    def __init__(self, report: Callable[[int, int | None], None] | None = None) -> None:
        self._report = report
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the task to stop at its next check."""
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        """Whether :meth:`cancel` was called."""
        return self._cancelled

    def check(self) -> None:
        """Raise :class:`Cancelled` when cancel was asked for."""
        if self._cancelled:
            raise Cancelled

    def at(self, done: int, total: int | None = None) -> None:
        """Report ``done`` of ``total`` steps; also a cancellation point."""
        self.check()
        if self._report is not None:
            self._report(done, total)
