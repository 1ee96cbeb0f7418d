"""An installed program, run from outside: by its commands, in surroundings that it is given."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_LONGEST = 180
"""Seconds that a command may take."""


class BrokenError(Exception):
    """What was built does not do its job; the message says what."""


@dataclass(frozen=True)
class Program:
    """An installed program and the surroundings in which it is run, which are all it is given."""

    command: Sequence[str]
    environment: Mapping[str, str]
    folder: Path
    seeds: Path

    def run(self, *arguments: str | Path, code: int = 0, **more: str) -> str:
        """Run a command and return its standard output.

        Raises:
            BrokenError: it ended with another exit code than ``code``, or with a traceback.
        """
        words = [*self.command, *map(str, arguments)]
        done = subprocess.run(
            words,
            cwd=self.folder,
            env={**self.environment, **more},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_LONGEST,
            check=False,
        )
        if done.returncode != code or "Traceback" in done.stderr:
            raise BrokenError(
                f"{' '.join(words)}: exit code {done.returncode}\n{done.stderr[-2000:]}"
            )
        return done.stdout

    def seconds(self, *arguments: str) -> float:
        """Return how long a command takes."""
        start = time.monotonic()
        self.run(*arguments)
        return time.monotonic() - start


def hold(fact: bool, otherwise: str) -> None:
    """Go on when something is so.

    Raises:
        BrokenError: it is not; ``otherwise`` says what.
    """
    if not fact:
        raise BrokenError(otherwise)
