"""Every export of an installed program, read back, and its spans compared as strings.

What the project holds is read from its file here, with SQLite alone, so that the program is not
asked whether the program is right.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from installed import BrokenError, Program, hold

LOSES: Mapping[str, frozenset[str]] = {
    "conll2002": frozenset({"quote"}),
    "conll2003": frozenset({"quote"}),
    "doccano": frozenset({"quote"}),
    "doccano-relations": frozenset({"quote"}),
    "citron": frozenset({"entity", "quote"}),
}
"""Which kinds of losses an export of the demo tells, with exit code 1; all others end with 0."""

ONLY_ENTITIES = frozenset({"conll2002", "conll2003"})
ONLY_QUOTES = frozenset({"citron"})
WITHOUT_SPACES = frozenset({"conll2002", "conll2003"})
"""Formats of tokens that do not keep the white space of texts."""

_CARRIED = "field"
"""The kind of what no format but JSONL carries  (times, scores); no loss of spans."""

_EXTRA = "which is not there."
"""What a format says that needs a package which not every installation has."""

LEAST = 14
"""Formats that each installation writes and reads back, at the least."""


class Held(NamedTuple):
    """The spans of a project as sorted strings: of entities with their labels, of quotes."""

    entities: list[tuple[str, str]]
    quotes: list[str]


def held(project: Path) -> Held:
    """Return what a project file holds."""
    with closing(sqlite3.connect(f"{project.as_uri()}?mode=ro", uri=True)) as file:
        texts = dict(
            file.execute(
                "SELECT s.key, t.text FROM annotation_set s JOIN article_text t USING (article)"
            )
        )
        entities = [
            (label, texts[owner][start:end])
            for owner, start, end, label in file.execute(
                'SELECT annotation_set, "start", "end", label FROM entity WHERE status = ?',
                ("accepted",),
            )
        ]
        quotes = [
            " … ".join(texts[owner][start:end] for start, end in json.loads(parts)["content"])
            for owner, parts in file.execute(
                "SELECT annotation_set, parts FROM quote WHERE status = ?", ("accepted",)
            )
        ]
    return Held(sorted(entities), sorted(quotes))


def roundtrips(program: Program, project: Path) -> list[str]:
    """Export a project to every format, read each back and compare; return the formats' ids.

    Raises:
        installed.BrokenError: a file is not written, tells other losses than
            ``LOSES``, or holds other spans.
    """
    all_held = held(project)
    hold(bool(all_held.entities and all_held.quotes), "the project of the demo is empty")
    kept = []
    for known in json.loads(program.run("formats", "--json")):
        if known["written"] and _exported(program, project, known):
            kept.append(known["id"])
            if known["read"]:
                _compare(program, known, all_held)
    compare_jsonl(program.folder / "exported-jsonl.jsonl", all_held)
    _conll(program.folder / "exported-conll2003.conll", all_held)
    hold(len(kept) >= LEAST, f"only {len(kept)} formats are written: {', '.join(kept)}")
    return kept


def _path(program: Program, known: Mapping[str, object]) -> Path:
    suffixes = known["suffixes"]
    suffix = "" if known["folder"] or not isinstance(suffixes, list) else suffixes[0]
    return program.folder / f"exported-{known['id']}{suffix}"


def _exported(program: Program, project: Path, known: Mapping[str, object]) -> bool:
    """Write a format; return False when it needs a package that is not bundled."""
    name = str(known["id"])
    losses = LOSES.get(name, frozenset())
    out = _path(program, known)
    try:
        told = program.run(
            "export", project, "-o", out, "--format", name, "--json", code=1 if losses else 0
        )
    except BrokenError as error:
        if _EXTRA in str(error):
            return False
        raise
    found = {problem["kind"] for problem in json.loads(told)["problems"]} - {_CARRIED}
    hold(found == losses, f"{name} tells losses of {sorted(found)}, not of {sorted(losses)}")
    hold(out.exists(), f"{name} writes nothing")
    return True


def _compare(program: Program, known: Mapping[str, object], expected: Held) -> None:
    """Import a file into a new project and compare what the two hold."""
    name = str(known["id"])
    again = program.folder / f"again-{name}.annotator"
    program.run("import", again, _path(program, known), "--format", name)
    found = held(again)
    entities = [] if name in ONLY_QUOTES else expected.entities
    quotes = [] if name in ONLY_ENTITIES else expected.quotes
    if name in WITHOUT_SPACES:
        entities, read = _tight(entities), _tight(found.entities)
    else:
        read = found.entities
    hold(read == entities, f"{name} has other entities: {_difference(read, entities)}")
    hold(found.quotes == quotes, f"{name} has other quotes: {_difference(found.quotes, quotes)}")


def compare_jsonl(path: Path, expected: Held) -> None:
    """Compare the accepted entities of a JSONL file, read without the program.

    Raises:
        installed.BrokenError: they are others.
    """
    article = json.loads(path.read_text(encoding="utf-8"))  # one line: the demo has one article
    text = article["text"]
    found = sorted(
        (each["label"], text[each["start"] : each["end"]]) for each in article["entities"]
    )
    hold(found == expected.entities, f"jsonl: {_difference(found, expected.entities)}")


def _conll(path: Path, expected: Held) -> None:
    """Read CoNLL-2003 in IOB2 without the program: tokens are joined, spaces are not kept."""
    found: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        token, tag = line.partition(" ")[0], line.rpartition(" ")[2]
        if tag.startswith("B-"):
            found.append((tag[2:], token))
        elif tag.startswith("I-"):
            label, string = found[-1]
            hold(label == tag[2:], f"conll2003: {tag} goes on after {label}")
            found[-1] = (label, string + token)
    wanted = _tight(expected.entities)
    hold(sorted(found) == wanted, f"conll2003: {_difference(sorted(found), wanted)}")


def _tight(entities: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted((label, "".join(string.split())) for label, string in entities)


def _difference(found: Sequence[object], expected: Sequence[object]) -> str:
    more = [each for each in found if each not in expected][:3]
    fewer = [each for each in expected if each not in found][:3]
    return f"too much: {more}, missing: {fewer} ({len(found)} of {len(expected)})"
