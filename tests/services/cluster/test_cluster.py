"""Real schedulers and workers, each a process, on loopback: killed, stopped and poisoned."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.bundled import resource
from annotator.services.cluster import Asked, SuggestJob, Where, run_parts
from annotator.services.presuggesting import presuggest
from tests.services.cluster.conftest import results, write_articles

pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals that Windows lacks")

TIME = "2026-01-02T03:04:05Z"
MODEL = resource("models", "news")
PATIENCE = 60.0
"""Seconds until a test gives up; what it waits for comes in one or two."""


def waited(for_what: Callable[[], object]) -> object:
    """Wait until something is so, and return it."""
    until = time.monotonic() + PATIENCE
    while not (found := for_what()):
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.02)
    return found


class Machines:
    """Processes that end with the test, on loopback: a scheduler, workers, the program."""

    def __init__(self, folder: Path) -> None:
        self.rigged = folder / "rigged"
        self.rigged.mkdir()
        self._folder = folder
        self._running: list[subprocess.Popen[str]] = []
        self.address = ""
        self._environment = os.environ | {
            "RIGGED": str(self.rigged),
            "DASK_DISTRIBUTED__WORKER__PRELOAD": str(Path(__file__).with_name("rigged.py")),
            "DASK_TEMPORARY_DIRECTORY": str(folder / "dask"),
            "PYTHONPATH": str(resource().parent),
        }

    def start_scheduler(self) -> subprocess.Popen[str]:
        file = self._folder / "scheduler.json"
        scheduler = self._start(
            "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
            "--no-dashboard", "--no-show", "--scheduler-file", file,
        )  # fmt: skip
        waited(file.exists)
        self.address = json.loads(file.read_text())["address"]
        return scheduler

    def start_workers(self, count: int) -> None:
        for _ in range(count):
            self._start(
                "distributed.cli.dask_worker", self.address, "--host", "127.0.0.1",
                "--nthreads", "1", "--no-nanny", "--no-dashboard",
            )  # fmt: skip

    def annotator(self, *words: object) -> subprocess.Popen[str]:
        return self._start("annotator", *words)

    def reached(self) -> int:
        """Wait until a worker has come to an article with WAIT, and return its process."""
        (found,) = waited(lambda: list(self.rigged.glob("reached-*")))
        found.unlink()
        return int(found.name.partition("-")[2])

    def go(self) -> None:
        """Let articles with WAIT and KILL be like all others."""
        (self.rigged / "go").touch()

    def loads(self) -> list[str]:
        """Return the processes that have loaded a model, once for each time."""
        return (self.rigged / "loaded").read_text().split()

    def _start(self, module: str, *words: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, words)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if module == "annotator" else subprocess.DEVNULL,
            text=True,
            env=self._environment,
            cwd=self._folder,
        )
        self._running.append(process)
        return process

    def end(self) -> None:
        for process in reversed(self._running):
            if process.poll() is None:
                process.kill()
            process.communicate()


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    made = Machines(tmp_path)
    yield made
    made.end()


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Return the exit code of the program, and what it told."""
    _, told = process.communicate(timeout=PATIENCE)
    return process.returncode, told


def single(corpus: Path, engines: tuple[str, ...]) -> bytes:
    """Return what one process writes."""
    out = corpus.with_name("single.jsonl")
    presuggest([corpus], out, engines=engines, created=TIME, force=True)
    return out.read_bytes()


def ledger(out: Path) -> list[dict]:
    lines = (out / ".annotator" / "done.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def test_a_cluster_of_which_one_worker_is_killed_and_the_run_is_stopped(machines, tmp_path):
    corpus = write_articles(tmp_path / "corpus.jsonl", 0, 60, {22: "WAIT", 44: "WAIT"})
    out = tmp_path / "out"
    machines.start_scheduler()
    machines.start_workers(2)
    words = ("suggest", corpus, "-o", out, "--engine", "embedded", "--model", MODEL)
    words = (*words, "--scheduler", machines.address, "--part", 5, "--created", TIME)
    program = machines.annotator(*words)

    # One worker dies at an article, then the other one has come to it.
    dead = machines.reached()
    os.kill(dead, signal.SIGKILL)
    other = machines.reached()
    assert other != dead
    # Now nobody works any more; the program is stopped as by Ctrl+C.
    waited(lambda: len(ledger(out)) >= 4)
    done = ledger(out)
    program.send_signal(signal.SIGINT)
    code, told = ended(program)
    assert (code, told) == (
        2, f"Error: {out}: Stopped; the parts that are done stay.\nThe same command goes on.\n"
    )  # fmt: skip
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("part-*")}
    assert 4 <= len(done) <= len(before) < 12

    machines.go()
    assert ended(machines.annotator(*words))[0] == 0
    assert results(out) == single(corpus, ("embedded",))
    numbers = [each["part"] for each in ledger(out)]
    assert sorted(numbers) == list(range(1, 13)), "each part is done once"
    after = {path.name: path.stat().st_mtime_ns for path in out.glob("part-*")}
    kept = {f"part-{each['part']:05}.jsonl" for each in done}
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert sorted(machines.loads()) == sorted(map(str, (dead, other))), "one load a worker"
    assert sorted(path.name for path in out.iterdir()) == [".annotator", *sorted(after)]


def test_a_scheduler_that_dies(machines, tmp_path):
    corpus = write_articles(tmp_path / "corpus.jsonl", 0, 6, {4: "WAIT"})
    out = tmp_path / "out"
    scheduler = machines.start_scheduler()
    machines.start_workers(1)
    words = ("suggest", corpus, "-o", out, "--engine", "gazetteer", "--part", 3)
    program = machines.annotator(*words, "--scheduler", machines.address)
    machines.reached()
    scheduler.kill()
    code, told = ended(program)
    assert (code, told.splitlines()) == (
        2,
        [
            "Error: The scheduler is gone; what was done stays.",
            "Start it again; the same command goes on.",
        ],
    )
    assert [each["part"] for each in ledger(out)] == [1]


def test_a_part_at_which_workers_die_is_given_up(machines, tmp_path, inline):
    corpus = write_articles(tmp_path / "corpus.jsonl", 0, 12, {4: "KILL"})
    with corpus.open("a", encoding="utf-8") as stream:
        stream.write('{"text":\n')
    out = tmp_path / "out"
    words = ("suggest", corpus, "-o", out, "--engine", "gazetteer", "--workers", 1, "--part", 3)
    code, told = ended(machines.annotator(*words, "--created", TIME))
    assert code == 1
    *lines, counts, missing = told.splitlines()
    assert lines == [
        f"{corpus}:13: The line is not JSON (column 9).",
        f"Part 2 failed ({corpus}:4-6): the worker died each time (3 times).",
    ]
    assert counts.startswith("Suggested: 9 articles, ")
    assert counts.endswith(", in 4 parts.")
    assert missing == "1 of 5 parts are missing; the same command tries these again."
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("part-*")}
    assert len(before) == 4

    # The same call again, here: in this process no article kills.
    job = SuggestJob(("gazetteer",), created=TIME)
    report = run_parts(Asked(job, [corpus], out, articles=3), Where(1))
    assert (inline, report.articles, report.failed) == ([2], 12, [])
    assert results(out) == single(corpus, ("gazetteer",))
    after = {path.name: path.stat().st_mtime_ns for path in out.glob("part-*")}
    assert before.items() < after.items()
