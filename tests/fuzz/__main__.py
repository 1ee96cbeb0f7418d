"""The long fuzzing run: ``make fuzz ARGS="--executions 1000000"``.

Each execution is one file made from the corpus by changes drawn with a seed, read by one reader
under limits (:mod:`tests.fuzz.guarded`). Files that led to something new join the corpus of the
run. What fails is saved in the folder, made smaller, with the fault and the seed; what was done is
counted by format in its ``run.json``.

    --targets jsonl csv     these formats alone        --replay FILE    one saved file again
    --processes N           at a time                  --atheris        guided by coverage (POSIX,
    --seed N                of all that is drawn                        dependency group ``fuzz``)
"""

from __future__ import annotations

import argparse
import json
import mmap
import os
import pickle
import random
import signal
import struct
import sys
import time
import warnings
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from tests.fuzz.cases import TARGETS, Case
from tests.fuzz.corpus import corpus
from tests.fuzz.guarded import (
    kind_of,
    limit_memory,
    loaded,
    of_signal,
    run,
    run_apart,
    saved,
    silence,
)
from tests.fuzz.mutating import mutated
from tests.fuzz.smaller import minimised

_AT_ONCE = 2_000
"""Executions of one process; the next one starts clean."""

_STUCK_SECONDS = 120.0
"""Time by the clock after which a process that computes nothing is taken for one that waits."""

_SLOT = 1 << 20
_NEWCOMERS = 40
_MOST_IN_CORPUS = 1_500


@dataclass(slots=True)
class Told:
    """What was done with one target, as the run's file has it."""

    executions: int = 0
    outcomes: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def as_json(self) -> dict[str, object]:
        """Return the record of the run's file."""
        return {
            "executions": self.executions,
            "outcomes": self.outcomes,
            "failures": dict(self.failures),
            "seconds": round(self.seconds, 1),
        }


@dataclass(slots=True)
class Job:
    """Executions ``first`` to ``last`` of a target, in a process of their own."""

    target: str
    first: int
    last: int
    child: int = 0
    began: float = 0.0
    seen_at: tuple[int, float] = (-1, 0.0)


class Slot:
    """Memory shared with a process: which execution it is at, and with which file."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _SLOT)

    def put(self, number: int, case: Case) -> None:
        """Note what comes next, so that it is known even if the process dies of it."""
        data = saved(case)[: _SLOT - 16]
        self._memory[:16] = struct.pack("<qq", number, len(data))
        self._memory[16 : 16 + len(data)] = data

    def number(self) -> int:
        """Return the number that was noted last."""
        (number,) = struct.unpack("<q", self._memory[:8])
        return int(number)

    def case(self) -> Case | None:
        """Return the file that was noted last, once its process has ended."""
        (length,) = struct.unpack("<q", self._memory[8:16])
        return loaded(self._memory[16 : 16 + length]) if length else None

    def clear(self) -> None:
        """Forget what was noted."""
        self._memory[:16] = struct.pack("<qq", -1, 0)


class Fuzzing:
    """A run: jobs handed out to processes, their results gathered."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self._seed: int = asked.seed
        self._out: Path = asked.out
        self._processes: int = asked.processes
        self._each = -(-asked.executions // len(asked.targets))
        self._told = {target: Told() for target in asked.targets}
        self._corpus = {target: list(corpus(target)) for target in asked.targets}
        self._known: dict[str, set[tuple[str, ...]]] = {target: set() for target in asked.targets}
        self._next = dict.fromkeys(asked.targets, 0)
        self._again: list[Job] = []
        self._slots = [Slot() for _ in range(self._processes)]
        self._began = time.monotonic()

    def go(self) -> int:
        """Run to the end; return the exit code."""
        self._out.mkdir(parents=True, exist_ok=True)
        running: dict[int, Job] = {}
        while True:
            for number, slot in enumerate(self._slots):
                if number not in running and (job := self._job()) is not None:
                    self._start(job, number, slot)
                    running[number] = job
            if not running:
                break
            time.sleep(0.02)
            for number, job in list(running.items()):
                if self._ended(job, number, self._slots[number]):
                    del running[number]
        self._note()
        return 1 if any(told.failures for told in self._told.values()) else 0

    def _job(self) -> Job | None:
        if self._again:
            return self._again.pop()
        target = min(self._next, key=self._next.__getitem__)
        first = self._next[target]
        if first >= self._each:
            return None
        self._next[target] = last = min(first + _AT_ONCE, self._each)
        return Job(target, first, last)

    def _start(self, job: Job, number: int, slot: Slot) -> None:
        slot.clear()
        job.began = time.monotonic()
        job.seen_at = (-1, job.began)
        result = self._result(number)
        result.unlink(missing_ok=True)
        job.child = os.fork()
        if job.child == 0:
            code = 1
            try:
                code = self._work(job, slot, result)
            finally:
                os._exit(code)

    def _work(self, job: Job, slot: Slot, result: Path) -> int:
        """Run the executions of a job; in the process of the job."""
        silence()
        limit_memory()
        cases, known = self._corpus[job.target], self._known[job.target]
        new: list[tuple[tuple[str, ...], bytes]] = []
        failures: list[tuple[int, str, bytes]] = []
        for number in range(job.first, job.last):
            draw = random.Random(f"{self._seed}/{job.target}/{number}")
            case = mutated(draw, draw.choice(cases), cases)
            slot.put(number, case)
            found, fault = run(job.target, case)
            if fault:
                failures.append((number, fault, saved(case)))
            elif found not in known and len(new) < _NEWCOMERS:
                known.add(found)
                new.append((found, saved(case)))
                cases.append(case)
        result.write_bytes(pickle.dumps((new, failures)))
        return 0

    def _ended(self, job: Job, number: int, slot: Slot) -> bool:
        """Gather what a process has done, if it has ended."""
        child, status = os.waitpid(job.child, os.WNOHANG)
        told = self._told[job.target]
        if child == 0:
            _end_if_stuck(job, slot)
            return False
        told.seconds += time.monotonic() - job.began
        if os.WIFSIGNALED(status):
            at, case = slot.number(), slot.case()
            if case is not None:
                self._failed(job.target, at, of_signal(os.WTERMSIG(status)), case)
            told.executions += max(0, at + 1 - job.first)
            if at + 1 < job.last:
                self._again.append(Job(job.target, max(at + 1, job.first), job.last))
            return True
        if status:
            raise SystemExit(f"a process of {job.target} ended with {status}: a fault of the run")
        new, failures = pickle.loads(self._result(number).read_bytes())
        told.executions += job.last - job.first
        for found, data in new:
            if found not in self._known[job.target]:
                self._known[job.target].add(found)
                if len(self._corpus[job.target]) < _MOST_IN_CORPUS:
                    self._corpus[job.target].append(loaded(data))
        told.outcomes = len(self._known[job.target])
        for at, fault, data in failures:
            self._failed(job.target, at, fault, loaded(data))
        self._note()
        return True

    def _failed(self, target: str, number: int, fault: str, case: Case) -> None:
        """Save a file that failed, the first of its kind made smaller."""
        kind = kind_of(fault)
        told = self._told[target]
        told.failures[kind] += 1
        if told.failures[kind] > 1:
            return
        again = run_apart(target, case)
        small = case
        if kind_of(again) == kind:
            small = minimised(case, lambda one: kind_of(run_apart(target, one)) == kind)
        name = f"{target}-{sha256(kind.encode()).hexdigest()[:8]}"
        (self._out / f"{name}.case").write_bytes(saved(small))
        (self._out / f"{name}.bin").write_bytes(small.data)
        facts = {
            "target": target, "seed": self._seed, "execution": number, "fault": fault,
            "again": again, "bytes": len(small.data), "beside": sorted(small.beside),
        }  # fmt: skip
        (self._out / f"{name}.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")
        print(f"{target}: {fault}  ({name})", flush=True)  # noqa: T201

    def _note(self) -> None:
        total = sum(told.executions for told in self._told.values())
        facts = {
            "seed": self._seed,
            "executions": total,
            "failures": sum(sum(told.failures.values()) for told in self._told.values()),
            "minutes": round((time.monotonic() - self._began) / 60, 1),
            "targets": {target: told.as_json() for target, told in self._told.items()},
        }
        fresh = self._out / "run.json.new"
        fresh.write_text(json.dumps(facts, indent=1, ensure_ascii=False), encoding="utf-8")
        fresh.replace(self._out / "run.json")

    def _result(self, number: int) -> Path:
        return self._out / f".result{number}"


def _end_if_stuck(job: Job, slot: Slot) -> None:
    at, since = job.seen_at
    now = slot.number()
    if now != at:
        job.seen_at = (now, time.monotonic())
    elif time.monotonic() - since > _STUCK_SECONDS:
        os.kill(job.child, signal.SIGKILL)


def main() -> int:
    """Run, replay or hand over to atheris; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--executions", type=int, default=100_000, help="in all")
    parser.add_argument("--targets", nargs="+", choices=TARGETS, default=list(TARGETS))
    parser.add_argument("--processes", type=int, default=max(1, (os.cpu_count() or 2) - 1))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--replay", type=Path, help="a .case file of an earlier run")
    parser.add_argument("--atheris", action="store_true", help="guided by coverage, one target")
    parser.add_argument("--seconds", type=int, default=600, help="how long atheris runs")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    if asked.replay:
        target = json.loads(asked.replay.with_suffix(".json").read_text(encoding="utf-8"))["target"]
        fault = run_apart(target, loaded(asked.replay.read_bytes()))
        print(fault or "no fault")  # noqa: T201
        return 1 if fault else 0
    if asked.atheris:
        from tests.fuzz.by_coverage import fuzz

        return fuzz(asked.targets, asked.out, asked.seconds)
    return Fuzzing(asked).go()


if __name__ == "__main__":
    sys.exit(main())
