"""A corpus, and a run whose parts are done one after the other in this process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.core.progress import Progress
from annotator.services.cluster import (
    Asked,
    SuggestJob,
    Where,
    clients,
    run_parts,
    running,
    work,
)

WORDS = "قال وزير الخارجية مايك بومبيو في باريس إن بلاده «لن تقبل التهديد» من موسكو"
TIME = "2026-01-02T03:04:05Z"
JOB = SuggestJob(("embedded", "quotes"), created=TIME)


def write_articles(path: Path, first: int, count: int, marks: dict[int, str] | None = None) -> Path:
    """Write articles of one sentence, whose numbers make them all different."""
    with path.open("w", encoding="utf-8") as stream:
        for number in range(first, first + count):
            text = f"{WORDS} {number} {(marks or {}).get(number, '')}".strip()
            record = {"id": f"a{number}", "title": "", "text": f"{text}.", "source": "x"}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def results(out: Path) -> bytes:
    """Return the parts one after the other."""
    return b"".join(path.read_bytes() for path in sorted(out.glob("part-*")))


def asked(paths, out: Path, job=JOB, **more) -> Asked:
    """Return what is asked for, in parts of three articles."""
    return Asked(job, [paths] if isinstance(paths, Path) else paths, out, articles=3, **more)


def run(*args, progress: Progress | None = None, **more):
    """Do what is asked for."""
    return run_parts(asked(*args, **more), Where(), progress)


def lines_of(path: Path) -> list[str]:
    """Return the lines of a file that are not empty."""
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of two files with twelve articles together."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    write_articles(folder / "a.jsonl", 0, 7)
    write_articles(folder / "b.jsonl", 7, 5)
    return folder


@pytest.fixture
def inline(monkeypatch) -> list[int]:
    """Work in this process instead of a cluster; the list fills with the parts that are done."""
    numbers: list[int] = []

    @contextmanager
    def connected(where, parts) -> Iterator[None]:
        yield None

    def dealt(client, errand, parts):
        for part in parts:
            numbers.append(part.number)
            yield part, running.checked(work.do_part(errand, part))

    monkeypatch.setattr(running, "connected", connected)
    monkeypatch.setattr(running, "_dealt", dealt)
    monkeypatch.setattr(clients, "_check_installed", lambda: None)
    monkeypatch.setattr(work, "_fit", set())
    return numbers
