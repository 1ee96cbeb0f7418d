"""The harness: starts a job in a process of its own, kills it from outside, and looks."""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.crashes.job import Job, Line

_PATIENCE_SECONDS = 30.0
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: at the nth moment of the job, or so many seconds after it is ready."""

    step: int | None = None
    seconds: float | None = None
    slow: bool = False


class StuckError(Exception):
    """The job told of an error of its own, or of nothing for too long."""


@dataclass
class Warm:
    """A loaded program that runs jobs; use it in a ``with``."""

    home: Path
    _process: subprocess.Popen[str] = field(init=False)

    def __enter__(self) -> Self:
        self.home.mkdir(parents=True, exist_ok=True)
        places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
        environment = {
            **os.environ,
            **dict.fromkeys(places, str(self.home)),
            "QT_QPA_PLATFORM": "offscreen",
            "OPENBLAS_NUM_THREADS": "1",
            "LOGNAME": "salma",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crashes.warm"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=_ROOT,
            env=environment,
        )
        self._answer()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def run(
        self, job: Job, folder: Path, seed: int, moment: Moment, *, broken: str = ""
    ) -> list[Line]:
        """Run a job in ``folder``, kill it at the moment, and return what it told before.

        A job that ends by itself before that has told ``ended``.

        Raises:
            StuckError: the job failed, or told nothing for too long.
        """
        pipe = folder.with_name(f"{folder.name}.pipe")
        os.mkfifo(pipe)
        reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        try:
            request = {
                "job": job.name,
                "folder": str(folder),
                "seed": seed,
                "pipe": str(pipe),
                "stop_at": moment.step,
                "slow": moment.slow,
                "broken": broken,
            }
            pid = self._ask(**request)["pid"]
            try:
                told = _until(reading, moment)
            finally:
                os.kill(pid, signal.SIGKILL)  # not reaped yet: the pid is still its own
                self._ask(reap=pid)
            told += _rest(reading)
        finally:
            os.close(reading)
            pipe.unlink()
        lines: list[Line] = [json.loads(line) for line in told.split(b"\n")[:-1]]
        for line in lines:
            if "error" in line:
                raise StuckError(line["error"])
        return lines

    def _ask(self, **request: Any) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise StuckError("the loaded program ended")
        return json.loads(line)


def _until(reading: int, moment: Moment) -> bytes:
    """Read what is told until it is the moment, or the job has ended."""
    told = b""
    end = time.monotonic() + _PATIENCE_SECONDS
    armed = False
    while (left := end - time.monotonic()) > 0:
        if not select.select([reading], [], [], left)[0]:
            break
        told += (more := os.read(reading, 1 << 16))
        if not more and told:
            return told
        if not more:  # nobody has opened the pipe for writing yet
            time.sleep(0.001)
        if moment.seconds is not None and not armed and b'"ready"' in told:
            armed, end = True, time.monotonic() + moment.seconds
        if any(word in told for word in (b'"at"', b'"ended"', b'"error"')):
            return told
    if not armed:
        raise StuckError(f"nothing for {_PATIENCE_SECONDS:.0f} seconds")
    return told


def _rest(reading: int) -> bytes:
    told = b""
    while more := os.read(reading, 1 << 16):
        told += more
    return told


@contextmanager
def prepared(job: Job, folder: Path) -> Iterator[Path]:
    """Make the files of a job; yield the folder that every run starts from a copy of."""
    base = folder / job.name / "base"
    base.mkdir(parents=True)
    job.prepare(base)
    try:
        yield base
    finally:
        job.close()


@dataclass
class Harness:
    """Kills one job again and again."""

    warm: Warm
    job: Job
    base: Path
    broken: str = ""
    _whole: Line = field(default_factory=dict)

    def kill(self, seed: int, moment: Moment | None = None) -> list[Line]:
        """Kill a run of this seed, look at what is left, and return what it had told.

        Raises:
            AssertionError: something is not as it has to be.
        """
        moment = moment or self.moment(seed)
        folder = self.base.with_name(f"run-{seed}")
        shutil.copytree(self.base, folder, symlinks=True)
        lines = self.warm.run(self.job, folder, seed, moment, broken=self.broken)
        try:
            self.job.check(self.base, folder, lines)
        except AssertionError as error:
            error.add_note(f"{self.job.name}, seed {seed}, {moment}, after {lines[-1:]}")
            raise
        shutil.rmtree(folder)
        return lines

    def moment(self, seed: int) -> Moment:
        """Return when a run is killed: three in four by their moments, one by the clock."""
        chance = random.Random(seed)
        if self.job.moments is None and not self._whole:
            self._whole = self._count()
        if seed % 4:
            return Moment(step=chance.randint(1, self.job.moments or self._whole["ended"]))
        seconds = self._whole.get("seconds", 1.5)
        return Moment(seconds=chance.uniform(0, seconds), slow=bool(seed % 8))

    def _count(self) -> Line:
        """Let the job run to its end, and return what it told of that."""
        folder = self.base.with_name("run-whole")
        shutil.copytree(self.base, folder, symlinks=True)
        try:
            lines = self.warm.run(self.job, folder, 0, Moment())
            self.job.check(self.base, folder, lines)
        finally:
            shutil.rmtree(folder)
        return lines[-1]
