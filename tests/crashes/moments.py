"""Where a job can be killed: before each SQL statement and each change of a file, counted.

Runs inside the program that is to be killed. A moment is told to the harness, which sends SIGKILL;
until then the thread waits, so that the same seed is killed at the same place each time.
"""

from __future__ import annotations

import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from typing import Any

_FILE_CHANGES = frozenset(
    {
        "os.rename",
        "os.remove",
        "os.link",
        "os.mkdir",
        "os.rmdir",
        "os.truncate",
        "shutil.rmtree",
        "shutil.move",
    }
)
_PAUSE_SECONDS = 0.002


class Moments:
    """Counts moments from :meth:`arm` on, and stops at the one that is asked for.

    ``slow`` pauses at each, as on a slow disk: a kill that comes by the clock then falls into
    the middle of a transaction far more often.
    """

    def __init__(self, tell: Callable[..., None], stop_at: int | None, *, slow: bool) -> None:
        self._tell = tell
        self._stop_at = stop_at
        self._slow = slow
        self._armed = False
        self.count = 0
        sys.addaudithook(self._hear)
        connect = sqlite3.connect

        def traced(*args: Any, **options: Any) -> sqlite3.Connection:
            connection = connect(*args, **options)
            connection.set_trace_callback(self.pass_one)
            return connection

        sqlite3.connect = traced  # type: ignore[assignment]

    def arm(self) -> None:
        """Count from now on."""
        self._armed = True

    def pass_one(self, _what: object = None) -> None:
        """Note one moment; does not return from the one at which the job is to be killed."""
        if not self._armed:
            return
        self.count += 1
        if self.count == self._stop_at:
            self._tell(at=self.count)
            while True:
                signal.pause()
        if self._slow:
            time.sleep(_PAUSE_SECONDS)

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        if event in _FILE_CHANGES or (event == "open" and _for_writing(args)):
            self.pass_one(event)


def _for_writing(args: tuple[Any, ...]) -> bool:
    mode = args[1] if len(args) > 1 else None
    return isinstance(mode, str) and any(letter in mode for letter in "wax+")
