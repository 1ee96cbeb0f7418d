"""A place of an article in context, with a bar for each annotator: the first over the line.

Letters join across marks as long as nothing stands between them; so bars are borders above and
below, never padding or content at the sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from itertools import pairwise
from typing import NamedTuple

from annotator.arabic.paragraphs import paragraphs
from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.review.records import Disagreement, Record, label_of
from annotator.review.report.voice import Voice

_AROUND = 70
"""Code points shown on each side, about: words stay whole."""
_NEAR = 160
"""How far the cue and the speaker of a quote may be to be shown with it."""
_LONGEST = 240
"""Of a longer stretch without an edge its beginning and end are shown."""
_JOINT = '<span class="gap"> ¶ </span>'
_ELLIPSIS = '<span class="gap"> … </span>'


class _Bar(NamedTuple):
    """A stretch that one annotator marked; ``row`` is the annotator's number."""

    span: Span
    row: int
    colour: str
    mark: object


def in_context(text: str, found: Disagreement, voice: Voice) -> str:
    """Return a disagreement's place as a paragraph: every annotator's spans as bars."""
    bars = [
        _Bar(part, row, _colour(side.record, voice), _told_of(side.record))
        for row, side in enumerate(found.sides)
        if side.record is not None
        for part in parts_of(side.record)
    ]
    window = _window(text, found)
    edges = {edge for bar in bars for edge in bar.span} | {*window}
    places = sorted(edges)
    sides = len(found.sides)
    pieces = (_piece(text, Span(*ends), bars, sides) for ends in pairwise(places))
    lead = "… " if window.start > 0 else ""
    tail = " …" if window.end < len(text) else ""
    return f'<p class="place" dir="rtl" lang="ar">{lead}{"".join(pieces)}{tail}</p>\n'


def around(text: str, span: Span) -> Span:
    """Return a span with what stands beside it, to whole words."""
    return Span(_back(text, span.start), _on(text, span.end))


def shortened(text: str, longest: int = 90) -> str:
    """Return a string of an article as HTML on one line; the middle of a long one is left out."""
    plain = " ".join(text.split())
    if len(plain) <= longest:
        return f'<bdi dir="rtl">{escape(plain)}</bdi>'
    half = longest // 2
    head, tail = plain[:half].rsplit(" ", 1)[0], plain[-half:].split(" ", 1)[-1]
    return f'<bdi dir="rtl">{escape(head)} … {escape(tail)}</bdi>'


def parts_of(record: Record) -> Sequence[Span]:
    """Return the spans that bars are drawn for: an entity's, or the content of a quote."""
    return (record.span,) if isinstance(record, Entity) else record.content


def _piece(text: str, span: Span, bars: Sequence[_Bar], sides: int) -> str:
    over = [bar for bar in bars if bar.span.start <= span.start and span.end <= bar.span.end]
    shown = _said(text, span)
    if len(span.of(text)) > _LONGEST:
        half = _LONGEST // 2
        head, tail = Span(span.start, span.start + half), Span(span.end - half, span.end)
        shown = f"{_said(text, head)}{_ELLIPSIS}{_said(text, tail)}"
    if not over:
        return shown
    rows = {bar.row for bar in over}
    differs = len(rows) < sides or len({bar.mark for bar in over}) > 1
    for bar in over:
        shown = f'<span class="bar bar-{min(bar.row, 5)}" style="--c:{bar.colour}">{shown}</span>'
    return f'<span class="differs">{shown}</span>' if differs else shown


def _said(text: str, span: Span) -> str:
    """Return a stretch of an article as HTML; what joins two paragraphs is a mark between them."""
    pieces, at = [], span.start
    for start, end in _joints(text):
        if start < span.end and at < end:
            pieces.append(escape(text[at : max(start, at)], quote=False))
            at = min(end, span.end)
    pieces.append(escape(text[at : span.end], quote=False))
    return _JOINT.join(pieces)


@lru_cache(maxsize=2)
def _joints(text: str) -> tuple[Span, ...]:
    """Return what stands between the paragraphs of a text."""
    spans = [paragraph.span for paragraph in paragraphs(text)]
    return tuple(Span(a.end, b.start) for a, b in pairwise(spans) if a.end < b.start)


def _window(text: str, found: Disagreement) -> Span:
    start, end = found.extent
    for span in _companions(found):
        if start - _NEAR <= span.start and span.end <= end + _NEAR:
            start, end = min(start, span.start), max(end, span.end)
    return around(text, Span(start, end))


def _companions(found: Disagreement) -> Iterator[Span]:
    for record in found.records:
        if not isinstance(record, Entity):
            yield from record.cue
            if record.source is not None:
                yield record.source


def _back(text: str, at: int) -> int:
    start = max(0, at - _AROUND)
    if start == 0:
        return 0
    space = text.find(" ", start, at)
    return space + 1 if space >= 0 else start


def _on(text: str, at: int) -> int:
    end = min(len(text), at + _AROUND)
    if end == len(text):
        return end
    space = text.rfind(" ", at, end)
    return space if space > at else end


def _colour(record: Record, voice: Voice) -> str:
    return voice.colour(record.label) if isinstance(record, Entity) else "var(--quote)"


def _told_of(record: Record) -> object:
    """Return what of a record shows as a tint over all of it where annotators differ in it."""
    return label_of(record) if isinstance(record, Entity) else None
