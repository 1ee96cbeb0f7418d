"""What can be killed and looked at: one job is what the program does, and what has to hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from tests.crashes.moments import Moments

Line = dict[str, Any]
"""What a job has told: JSON."""

Tell = Callable[..., None]
"""Writes one line to the harness at once, unbuffered."""


class Job(Protocol):
    """Something that the program does to files, from any seed, until it is killed."""

    name: str
    moments: int | None
    """How many moments a run has; None: it ends by itself, and a first run counts them."""

    def prepare(self, base: Path) -> None:
        """Make the files that every run starts from a copy of."""

    def run(self, folder: Path, seed: int, tell: Tell, moments: Moments) -> None:
        """Do it, in the process that is killed. ``tell(ready=True)`` when it begins."""

    def check(self, base: Path, folder: Path, lines: Sequence[Line]) -> None:
        """Raise AssertionError when what is left is not as it has to be."""

    def close(self) -> None:
        """Let go of what :meth:`prepare` holds."""
