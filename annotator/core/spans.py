"""Half-open spans of code points, and what makes one valid (CONTRACTS: text and offsets)."""

from __future__ import annotations

from typing import NamedTuple

from annotator.core.graphemes import (
    is_grapheme_boundary,
    next_boundary,
    previous_boundary,
)


class Span(NamedTuple):
    """Code points ``start`` (inclusive) to ``end`` (exclusive) of an article's stored text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span (equal counts)."""
        return self.start <= other.start and other.end <= self.end

    def crosses(self, other: Span) -> bool:
        """Whether the two overlap and neither covers the other."""
        return self.overlaps(other) and not self.covers(other) and not other.covers(self)

    def shifted(self, by: int) -> Span:
        """Return the span moved by ``by`` code points."""
        return Span(self.start + by, self.end + by)


def span_fault(text: str, span: Span) -> str | None:
    """Name the rule that ``span`` breaks in ``text``, or None when it is valid.

    The names are stable identifiers: ``outside``, ``empty``, ``space``, ``grapheme``.
    """
    start, end = span
    if start < 0 or end > len(text) or start > end:
        return "outside"
    if start == end:
        return "empty"
    if text[start].isspace() or text[end - 1].isspace():
        return "space"
    if not is_grapheme_boundary(text, start) or not is_grapheme_boundary(text, end):
        return "grapheme"
    return None


def trimmed(text: str, span: Span) -> Span | None:
    """Return the valid span nearest to ``span``, or None when nothing is left.

    White space at the edges is dropped, with the marks that stand on it; an edge inside any other
    grapheme moves outwards to take it whole.
    """
    start, end = max(0, span.start), min(len(text), span.end)
    if start >= end:
        return None
    while not is_grapheme_boundary(text, start):
        start -= 1
    while not is_grapheme_boundary(text, end):
        end += 1
    while start < end and text[start].isspace():
        start = next_boundary(text, start)
    while start < end and _is_blank(text, last := previous_boundary(text, end), end):
        end = last
    return Span(start, end) if start < end else None


def _is_blank(text: str, start: int, end: int) -> bool:
    return text[start].isspace() or text[end - 1].isspace()
