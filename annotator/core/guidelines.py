"""Guidelines in Markdown: which part of them is about a label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")


class Section(NamedTuple):
    """A heading with all below it, smaller headings too. ``level`` is 1 for the largest."""

    level: int
    heading: str
    text: str


def sections(text: str) -> list[Section]:
    """Return the sections of a Markdown text, in order; ``#`` inside fenced code is none."""
    lines = text.splitlines(keepends=True)
    heads = list(_headings(lines))
    found = []
    for number, (at, level, heading) in enumerate(heads):
        ends = (line for line, other, _ in heads[number + 1 :] if other <= level)
        found.append(Section(level, heading, "".join(lines[at : next(ends, len(lines))])))
    return found


def section_about(text: str, names: Iterable[str]) -> Section | None:
    """Return the first section whose heading begins with one of ``names``, as whole words.

    Capitals do not count: names are a label's id and what it is called.
    """
    wanted = [name.casefold() for name in names if name.strip()]
    for section in sections(text):
        heading = section.heading.casefold()
        for name in wanted:
            if heading.startswith(name) and not heading[len(name) : len(name) + 1].isalnum():
                return section
    return None


def _headings(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    fence = ""
    for at, line in enumerate(lines):
        marks = _FENCE.match(line)
        if marks and not fence:
            fence = marks[1]
        elif marks and marks[1].startswith(fence):
            fence = ""
        elif not fence and (heading := _HEADING.fullmatch(line.rstrip("\r\n"))):
            yield at, len(heading[1]), heading[2]
