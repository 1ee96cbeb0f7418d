"""The main job done by an installed program, from outside: what must work wherever it lies."""

from __future__ import annotations

import json

from installed import Program, hold
from roundtrips import roundtrips

_PNG = b"\x89PNG"
_SEED = "000_a85702afb10d5380.txt"
_PICTURES = 8
"""What the demo shows: annotating and reviewing, each in Arabic and English, light and dark."""


def exercise(program: Program, version: str) -> list[str]:
    """Do the main job; return a line on each thing that was done.

    Raises:
        installed.BrokenError: something does not work.
    """
    here, seed = program.folder, program.seeds / _SEED
    hold(version in program.run("--version"), "--version tells another version")
    hold("export" in program.run("--help"), "--help lists no commands")
    program.run("no-such-file.txt", code=2)
    program.run("suggest", seed, "-o", here / "suggested.jsonl")
    found = json.loads((here / "suggested.jsonl").read_text(encoding="utf-8").splitlines()[0])
    counts = len(found["entities"]), len(found["quotes"])
    hold(min(counts) > 5, f"only {counts} entities and quotes are suggested")
    program.run("demo", "--out", here / "demo", QT_QPA_PLATFORM="offscreen")
    pictures = sorted((here / "demo").glob("*.png"))
    hold(len(pictures) == _PICTURES, f"the demo leaves {len(pictures)} pictures")
    hold(all(each.read_bytes().startswith(_PNG) for each in pictures), "pictures are broken")
    project = here / "demo" / "seed.annotator"
    program.run("check", project)
    exported = roundtrips(program, project)
    sets = [program.seeds / "review" / f"{name}.jsonl" for name in ("salma", "yusuf")]
    program.run("compare", *sets, "--html", here / "report.html")
    program.run("merge", *sets, "-o", here / "merged.jsonl", "--rule", "majority")
    program.run("stats", project, "--json")
    return [
        f"suggests {counts[0]} entities and {counts[1]} quotes",
        f"demo: {len(pictures)} pictures, project checked",
        f"exports {len(exported)} formats, read back with the same spans: {', '.join(exported)}",
        "compares, merges, counts",
    ]
