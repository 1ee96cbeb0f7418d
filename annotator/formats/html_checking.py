"""Our own page read back, to check an export: what it shows, article by article.

The page is parsed as it comes from the disk, block by block, by a parser that had no part in the
writing, and keeps every character.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.html_shown import FACTS, NOTED, SAID, made

_BLOCK = 1 << 16
_LINES = frozenset({"h2", "p"})
_MARKS = frozenset({"mark", "span"})
_STATUSES = {str(status): status for status in Status}
_CELLS = {
    ("dt", ""): (FACTS, True),
    ("dd", ""): (FACTS, False),
    ("b", ""): (SAID, True),
    ("a", "said"): (SAID, False),
    ("span", "known"): (SAID, False),
    ("a", "noted"): (NOTED, True),
    ("bdi", "note"): (NOTED, False),
}
"""The elements that are cells of a list, by name and last class, and whether a row begins there."""

_Name = tuple[str, str, int]
"""What a piece belongs to: its element, its anchor, the part of a record that has several."""


class _Open(NamedTuple):
    """A mark that has begun."""

    name: _Name
    start: int
    told: str
    status: Status


@dataclass(slots=True)
class _Mark:
    """A mark, put together of its pieces."""

    start: int
    end: int
    told: str
    status: Status


@dataclass(slots=True)
class _Page:
    """What was read of an article."""

    title: str = ""
    lines: list[str] = field(default_factory=list)
    marks: dict[_Name, _Mark] = field(default_factory=dict)
    lists: dict[str, list[list[str]]] = field(
        default_factory=lambda: {FACTS: [], SAID: [], NOTED: []}
    )


def articles_on(page: Path) -> Iterator[AnnotatedArticle]:
    """Yield what a page shows, an article at a time.

    Raises:
        UnicodeDecodeError, OSError: it cannot be read.
    """
    parser = _Parser()
    with page.open(encoding="utf-8", newline="") as stream:
        while block := stream.read(_BLOCK):
            parser.feed(block)
            yield from parser.taken()
    parser.close()
    yield from parser.taken()


class _Parser(HTMLParser):
    """Collects the articles of a page."""

    def __init__(self) -> None:
        super().__init__()
        self._done: list[AnnotatedArticle] = []
        self._page: _Page | None = None
        self._said: list[str] = []
        self._before = 0
        self._length = 0
        self._in_line = self._is_title = False
        self._open: list[_Open] = []
        self._cell = self._list = ""

    def taken(self) -> Iterator[AnnotatedArticle]:
        """Yield the articles that have come to their end."""
        done, self._done = self._done, []
        yield from done

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what the element is."""
        values = {name: value or "" for name, value in attrs}
        page = self._page
        if tag == "article":
            self._page, self._before = _Page(), 0
        elif page is None:
            return
        elif tag in _LINES:
            self._in_line, self._is_title = True, False
            self._take()
        elif self._in_line and tag == "bdi":
            self._is_title = True
        elif self._in_line and tag in _MARKS:
            self._begin(tag, values)
        elif not self._in_line and (tag, _last(values)) in _CELLS:
            self._cell = tag
            self._list, begins = _CELLS[tag, _last(values)]
            if begins:
                page.lists[self._list].append([])
            self._take()

    def handle_endtag(self, tag: str) -> None:
        """End what the element is."""
        page = self._page
        if page is None:
            return
        if tag == "article":
            self._done.append(_article(page))
            self._page = None
        elif self._in_line and tag in _MARKS:
            self._end(page)
        elif self._in_line and tag in _LINES:
            self._end_line(page, tag)
        elif tag == self._cell:
            page.lists[self._list][-1].append(self._take())
            self._cell = ""

    def handle_data(self, data: str) -> None:
        """Take in a piece of text."""
        if self._page is not None:
            self._said.append(data)
            self._length += len(data)

    def _take(self) -> str:
        said = "".join(self._said)
        self._said.clear()
        self._length = 0
        return said

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        name = tag, values.get("id") or values["data-of"], int(values.get("data-part", "0"))
        classes = values["class"].split()
        status = next((_STATUSES[one] for one in classes if one in _STATUSES), Status.ACCEPTED)
        start = self._before + self._length
        self._open.append(_Open(name, start, values.get("title", ""), status))

    def _end(self, page: _Page) -> None:
        name, start, told, status = self._open.pop()
        end = self._before + self._length
        mark = page.marks.setdefault(name, _Mark(start, end, told, status))
        mark.end = end

    def _end_line(self, page: _Page, tag: str) -> None:
        line = self._take()
        self._in_line = False
        if tag == "h2":
            page.title = line
        if not (tag == "h2" and self._is_title):
            page.lines.append(line)
            self._before += len(line) + 1


def _article(page: _Page) -> AnnotatedArticle:
    entities = [
        Entity(_id(name), Span(mark.start, mark.end), mark.told, mark.status)
        for name, mark in page.marks.items()
        if name[0] == "mark"
    ]
    return made(page.title, page.lines, entities, list(_quotes(page)), page.lists)


def _last(values: dict[str, str]) -> str:
    return values.get("class", "").rpartition(" ")[2]


def _quotes(page: _Page) -> Iterator[Quote]:
    """Yield the quotes with their parts in order."""
    parts: dict[str, list[tuple[int, _Mark]]] = {}
    for name, mark in page.marks.items():
        if name[0] == "span":
            parts.setdefault(_id(name), []).append((name[2], mark))
    for id_, found in parts.items():
        found.sort(key=lambda one: one[0])
        spans = tuple(Span(mark.start, mark.end) for _, mark in found)
        yield Quote(id_, QuoteType.DIRECT, spans, status=found[0][1].status)


def _id(name: _Name) -> str:
    return name[1].partition("-")[2]
