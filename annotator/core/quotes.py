"""Reported speech as one record: content, cue, source (QUOTES.md has the schema)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from annotator.core.entities import HUMAN, Reason, Status
from annotator.core.making import maker
from annotator.core.spans import Span


class QuoteType(StrEnum):
    """direct: all in marks; mixed: marked parts and others; indirect: no marks of its own."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quote:
    """What a source is reported to have said.

    ``content``, ``cue`` and ``verbatim`` are lists of spans: content can be discontinuous.
    ``source`` is the mention nearest the cue, ``speaker`` the person's fullest mention, ``via``
    the agency that passed it on, ``addressee`` the one spoken to; each may be None.
    ``closed`` is False where the closing mark is missing. ``nonfact`` marks what was denied
    to have been said; ``optional`` ones are not scored.
    """

    id: str
    type: QuoteType
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: Span | None = None
    speaker: Span | None = None
    verbatim: tuple[Span, ...] = ()
    nested_in: str | None = None
    closed: bool = True
    via: Span | None = None
    addressee: Span | None = None
    nonfact: bool = False
    optional: bool = False
    status: Status = Status.ACCEPTED
    origin: str = HUMAN
    score: float | None = None
    annotator: str | None = None
    note: str = ""
    created: str = ""
    modified: str = ""
    reasons: tuple[Reason, ...] = ()
    flags: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def extent(self) -> Span:
        """The span from the content's first code point to its last."""
        if len(self.content) == 1:
            return self.content[0]
        return Span(min(part.start for part in self.content), max(p.end for p in self.content))

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Reading order; of two that start together the longer first."""
        extent = self.extent
        return (extent.start, -extent.end, self.id)

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Yield every span of the record with the name of its part."""
        for name, parts in (("content", self.content), ("cue", self.cue)):
            yield from ((name, part) for part in parts)
        yield from (("verbatim", part) for part in self.verbatim)
        for name, span in (
            ("source", self.source),
            ("speaker", self.speaker),
            ("via", self.via),
            ("addressee", self.addressee),
        ):
            if span is not None:
                yield name, span


make_quote = maker(Quote)
"""Makes a :class:`Quote`; for files, where there are many."""


def circular(outer: Mapping[str, str | None]) -> Iterator[str]:
    """Yield one quote of each circle in which quotes are nested in each other.

    ``outer`` maps the id of a quote to that of the quote around it; a quote in itself is a circle.
    """
    settled: set[str] = set()
    for first in outer:
        path: set[str] = set()
        at: str | None = first
        while at is not None and at in outer and at not in settled and at not in path:
            path.add(at)
            at = outer[at]
        if at in path:
            yield at
        settled |= path
