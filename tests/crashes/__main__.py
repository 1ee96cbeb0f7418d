"""``python -m tests.crashes``: kill the program, many times, and look at what it leaves."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.crashes.breaking import BREAKS
from tests.crashes.jobs import JOBS
from tests.crashes.killing import Harness, StuckError, Warm, prepared


def main() -> int:
    """Run the kills that are asked for; 1 when one of them has lost something."""
    parser = argparse.ArgumentParser(prog="make crash", description=__doc__)
    parser.add_argument("--runs", type=int, default=300, help="kills of each job")
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--job", action="append", choices=JOBS, help="these jobs alone")
    parser.add_argument("--broken", choices=BREAKS, default="", help="what is broken on purpose")
    asked = parser.parse_args()
    lost = 0
    with tempfile.TemporaryDirectory(prefix="annotator-crashes-") as place:
        folder = Path(place)
        with Warm(folder / "home") as warm:
            for name in asked.job or JOBS:
                job = JOBS[name]()
                with prepared(job, folder) as base:
                    harness = Harness(warm, job, base, asked.broken)
                    lost += _kill_all(harness, range(asked.seed, asked.seed + asked.runs))
    return 1 if lost else 0


def _kill_all(harness: Harness, seeds: range) -> int:
    began, lost, told, ended = time.monotonic(), 0, 0, 0
    for seed in seeds:
        try:
            lines = harness.kill(seed)
        except (AssertionError, StuckError) as error:
            lost += 1
            notes = " ".join(getattr(error, "__notes__", ()))
            _say(f"  seed {seed}: {str(error).strip().rpartition(chr(10))[2]} {notes}")
            continue
        told += sum("shown" in line for line in lines)
        ended += any("ended" in line for line in lines)
    _say(
        f"{harness.job.name}: {len(seeds)} kills, seeds {seeds[0]} to {seeds[-1]}; "
        f"{told} decisions shown; {ended} ended before the kill; lost: {lost} "
        f"({time.monotonic() - began:.0f} s)"
    )
    return lost


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
