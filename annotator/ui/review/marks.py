"""What a review looks like on the page: a bar for everybody's spans, tints where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from itertools import pairwise
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.labels import LabelSet
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.core.verdicts import Choice, decisive
from annotator.review.records import (
    Disagreement,
    Kind,
    MatchedArticle,
    Record,
    accepted_entities,
    extent_of,
)
from annotator.ui.article.marks import Look, Mark, SpanIndex
from annotator.ui.article.palette import HIT_COLOUR, UNKNOWN_COLOUR
from annotator.ui.review.words import record_name
from annotator.ui.theme import QUOTE_COLOUR

_DECIDED = "✓"
NOTHING_COLOUR = "#8a8a94"
"""Of a place where nothing was found right."""


class Sheet(NamedTuple):
    """What is drawn: an article with everybody's sets, where they differ, and what was decided."""

    matched: MatchedArticle
    found: Sequence[Disagreement]
    own: AnnotatedArticle
    letters: Sequence[str]


class _Bar(NamedTuple):
    side: int
    record: Record
    part: Span
    key: str


class ReviewMarks:
    """An immutable reading of one sheet. ``current`` is the key of the chosen disagreement."""

    current = ""

    def __init__(self, sheet: Sheet, labels: LabelSet, language: str) -> None:
        self.sheet = sheet
        self._labels, self._language = labels, language
        self._by_key = {found.key: found for found in sheet.found}
        self._tints = SpanIndex((span, d) for d in sheet.found for span in places(d))
        self._extents = SpanIndex((d.extent, d) for d in sheet.found)
        self._bars = SpanIndex((mark.span, mark) for mark in self._all_bars())
        self._results = SpanIndex((mark.span, mark) for mark in self._all_results())

    def with_current(self, key: str) -> ReviewMarks:
        """Return the same reading with another disagreement chosen, or none ("")."""
        other = copy(self)
        other.current = key if key in self._by_key else ""
        return other

    def disagreement(self, key: str) -> Disagreement | None:
        """Return the disagreement of that key, or None."""
        return self._by_key.get(key)

    def at(self, position: int) -> list[Disagreement]:
        """Return the disagreements at a code point, the shortest first."""
        found = [d for _, d in self._extents.within(position, position + 1)]
        return sorted(found, key=lambda d: d.extent.end - d.extent.start)

    def marks(self, start: int, end: int) -> list[Mark]:
        """Return the marks between two code points, in the order in which they are painted."""
        found = list(self._tint_marks(start, end))
        found += [mark for _, mark in self._results.within(start, end)]
        found += self._part_marks(start, end)
        found += [mark for _, mark in self._bars.within(start, end)]
        return sorted(found, key=lambda mark: mark.look.value)

    def _tint_marks(self, start: int, end: int) -> Iterator[Mark]:
        for span, found in self._tints.within(start, end):
            current = found.key == self.current
            if current or decisive(self.sheet.own.verdict(found.key)) is None:
                yield Mark(found.key, span, Look.DIFFERENCE, HIT_COLOUR, current=current)

    def _all_results(self) -> Iterator[Mark]:
        """Yield what stands where it was decided."""
        own = self.sheet.own
        for found in self.sheet.found:
            verdict = own.verdict(found.key)
            if verdict is None:
                continue
            if verdict.choice in (Choice.NEITHER, Choice.NOTHING):
                for span in places(found):
                    yield Mark(found.key, span, Look.DIFFERENCE, NOTHING_COLOUR)
            for id_ in verdict.records:
                entity, quote = own.entity(id_), own.quote(id_)
                if entity is not None:
                    yield Mark(found.key, entity.span, Look.ACCEPTED, self._colour(entity))
                elif quote is not None:
                    for part in quote.content:
                        yield Mark(found.key, part, Look.QUOTE, QUOTE_COLOUR)

    def _all_bars(self) -> Iterator[Mark]:
        """Yield a bar for every entity of everybody's, and for quotes that differ."""
        sheet = self.sheet
        differ = {
            (number, side.record.id): found.key
            for found in sheet.found
            for number, side in enumerate(found.sides)
            if side.record is not None
        }
        over: list[_Bar] = []
        under: list[_Bar] = []
        lanes_under: list[int] = []
        for number, article in enumerate(sheet.matched.sets.values()):
            bars = [
                _Bar(number, e, e.span, differ.get((number, e.id), ""))
                for e in accepted_entities(article)
            ]
            bars += [
                _Bar(number, q, part, differ[number, q.id])
                for q in article.quotes
                if (number, q.id) in differ
                for part in q.content
            ]
            bars.sort(key=lambda bar: (bar.part.start, -bar.part.end))
            if number == 0:
                over = bars
                continue
            first = max(lanes_under, default=-1) + 1
            under += bars
            lanes_under += [first + lane for lane in _lanes([bar.part for bar in bars])]
        yield from self._side_bars(over, _lanes([bar.part for bar in over]), Look.BAR_OVER)
        yield from self._side_bars(under, lanes_under, Look.BAR_UNDER)

    def _side_bars(self, bars: Sequence[_Bar], lanes: Sequence[int], look: Look) -> Iterator[Mark]:
        """Yield the bars of one side; those who agree share one name."""
        owners: dict[tuple[Span, str], list[str]] = {}
        for bar in bars:
            if bar.key and bar.part.start == extent_of(bar.record).start:
                named = record_name(bar.record, self._labels, self._language)
                owners.setdefault((bar.part, named), []).append(self.sheet.letters[bar.side])
        most = max(lanes, default=0) + 1
        for bar, lane in zip(bars, lanes, strict=True):
            named = record_name(bar.record, self._labels, self._language)
            letters = owners.pop((bar.part, named), None) if bar.key else None
            name = f"{' '.join(letters)} {named}" if letters else ""
            colour = self._colour(bar.record)
            yield Mark(bar.key, bar.part, look, colour, name, lane, lanes=most)

    def _part_marks(self, start: int, end: int) -> list[Mark]:
        """Return the cues and sources of the chosen disagreement, if quotes differ.

        Once it is decided, they are those of the decision.
        """
        found = self._by_key.get(self.current)
        if found is None or not found.is_quote:
            return []
        owners: dict[tuple[Span, Look], list[str]] = {}
        for letter, quote in self._quotes_to_show(found):
            for span, look in _parts(quote):
                owners.setdefault((span, look), []).append(letter)
        return [
            Mark(found.key, span, look, QUOTE_COLOUR, " ".join(letters))
            for (span, look), letters in owners.items()
            if span.start < end and start < span.end
        ]

    def _quotes_to_show(self, found: Disagreement) -> Iterator[tuple[str, Quote]]:
        verdict = self.sheet.own.verdict(found.key)
        ids = verdict.records if verdict is not None else ()
        decided = [quote for quote in self.sheet.own.quotes if quote.id in ids]
        if decided:
            yield from ((_DECIDED, quote) for quote in decided)
            return
        for letter, side in zip(self.sheet.letters, found.sides, strict=True):
            if isinstance(side.record, Quote):
                yield letter, side.record

    def _colour(self, record: Record) -> str:
        if isinstance(record, Quote):
            return QUOTE_COLOUR
        label = self._labels.get(record.label)
        return label.colour if label else UNKNOWN_COLOUR


def places(found: Disagreement) -> list[Span]:
    """Return the spans in which a disagreement lies: for quotes, the parts that differ alone."""
    quotes = [record for record in found.records if isinstance(record, Quote)]
    if not quotes:
        return [found.extent]
    spans = [span for kind in found.kinds for span in _DIFFERING.get(kind, _none)(quotes)]
    return list(dict.fromkeys(spans)) or list(quotes[0].content)


def _content(quotes: Sequence[Quote]) -> Iterable[Span]:
    """Yield the stretches that some of the contents have and some have not."""
    edges = sorted({edge for quote in quotes for part in quote.content for edge in part})
    for start, end in pairwise(edges):
        having = sum(
            any(part.start <= start and end <= part.end for part in quote.content)
            for quote in quotes
        )
        if 0 < having < len(quotes):
            yield Span(start, end)


def _sources(quotes: Sequence[Quote]) -> Iterable[Span]:
    return (quote.source for quote in quotes if quote.source is not None)


def _cues(quotes: Sequence[Quote]) -> Iterable[Span]:
    return (span for quote in quotes for span in quote.cue)


def _none(_quotes: Sequence[Quote]) -> Iterable[Span]:
    return ()


_DIFFERING: dict[Kind, Callable[[Sequence[Quote]], Iterable[Span]]] = {
    Kind.QUOTE_CONTENT: _content,
    Kind.QUOTE_SOURCE: _sources,
    Kind.QUOTE_CUE: _cues,
}


def _parts(quote: Quote) -> Iterator[tuple[Span, Look]]:
    for span in quote.cue:
        yield span, Look.CUE
    if quote.source is not None:
        yield quote.source, Look.SOURCE


def _lanes(spans: Sequence[Span]) -> list[int]:
    """Return a lane for each span, in reading order, so that no two in a lane overlap."""
    ends: list[int] = []
    found = []
    for span in spans:
        lane = next((n for n, end in enumerate(ends) if end <= span.start), len(ends))
        ends[lane : lane + 1] = [span.end]
        found.append(lane)
    return found
