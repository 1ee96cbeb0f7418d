"""The main job done by an installed program, from outside: what must work wherever it lies."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PNG = b"\x89PNG"
_SEED = "000_a85702afb10d5380.txt"
_LONGEST = 180
"""Seconds that a command may take."""

_EXTRA = "which is not there."
"""What a format says that needs a package which not every installation has."""


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


def exercise(program: Program, version: str) -> list[str]:
    """Do the main job; return a line on each thing that was done.

    Raises:
        BrokenError: something does not work.
    """
    here, seed = program.folder, program.seeds / _SEED
    _hold(version in program.run("--version"), "--version tells another version")
    _hold("export" in program.run("--help"), "--help lists no commands")
    program.run("no-such-file.txt", code=2)
    program.run("suggest", seed, "-o", here / "suggested.jsonl")
    found = json.loads((here / "suggested.jsonl").read_text(encoding="utf-8").splitlines()[0])
    counts = len(found["entities"]), len(found["quotes"])
    _hold(min(counts) > 5, f"only {counts} entities and quotes are suggested")
    program.run("demo", "--out", here / "demo", QT_QPA_PLATFORM="offscreen")
    pictures = sorted((here / "demo").glob("*.png"))
    _hold(len(pictures) == 4, "the demo leaves no pictures")
    _hold(all(each.read_bytes().startswith(_PNG) for each in pictures), "pictures are broken")
    project = here / "demo" / "seed.annotator"
    program.run("check", project)
    exported = _export_all(program, project)
    sets = [program.seeds / "review" / f"{name}.jsonl" for name in ("salma", "yusuf")]
    program.run("compare", *sets, "--html", here / "report.html")
    program.run("merge", *sets, "-o", here / "merged.jsonl", "--rule", "majority")
    program.run("stats", project, "--json")
    return [
        f"suggests {counts[0]} entities and {counts[1]} quotes",
        f"demo: {len(pictures)} pictures, project checked",
        f"exports {len(exported)} formats and reads them back: {', '.join(exported)}",
        "compares, merges, counts",
    ]


def _export_all(program: Program, project: Path) -> list[str]:
    """Export to every format, and import what was written; return their ids."""
    exported = []
    for known in json.loads(program.run("formats", "--json")):
        if not known["written"]:
            continue
        suffix = "" if known["folder"] else known["suffixes"][0]
        out = program.folder / f"exported-{known['id']}{suffix}"
        # What a format cannot carry is told by exit code 1; the file is written all the same.
        try:
            program.run("export", project, "-o", out, "--format", known["id"])
        except BrokenError as error:
            if _EXTRA in str(error):
                continue
            program.run("export", project, "-o", out, "--format", known["id"], "--force", code=1)
        _hold(out.exists(), f"{known['id']} writes nothing")
        exported.append(known["id"])
    return exported


def _hold(fact: bool, otherwise: str) -> None:
    if not fact:
        raise BrokenError(otherwise)
