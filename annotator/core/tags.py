"""Spans to one tag a token and back, in the four schemes that the field uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple


class TagScheme(StrEnum):
    """IOB2 (B- starts every span), IOB1 (only after one of the same label), IOBES, BILOU."""

    IOB2 = "iob2"
    IOB1 = "iob1"
    IOBES = "iobes"
    BILOU = "bilou"


class TokenSpan(NamedTuple):
    """Tokens ``first`` (inclusive) to ``last`` (exclusive) under one label."""

    first: int
    last: int
    label: str


_CLOSING = frozenset("OBSU")
_LAST = frozenset("ESLU")
_ENDS = {TagScheme.IOBES: ("E", "S"), TagScheme.BILOU: ("L", "U")}


def spans_to_tags(
    spans: Iterable[TokenSpan], length: int, scheme: TagScheme = TagScheme.IOB2
) -> list[str]:
    """Return ``length`` tags for spans that do not overlap.

    Raises:
        ValueError: a span is empty, lies outside, or overlaps another.
    """
    tags = ["O"] * length
    previous = TokenSpan(0, 0, "")
    for span in sorted(spans):
        if not previous.last <= span.first < span.last <= length:
            raise ValueError(f"{span} does not fit {length} tokens after {previous}")
        inside, begin = "I", "B"
        if scheme is TagScheme.IOB1 and not (
            previous.last == span.first and previous.label == span.label
        ):
            begin = "I"
        for index in range(span.first, span.last):
            tags[index] = f"{inside}-{span.label}"
        tags[span.first] = f"{begin}-{span.label}"
        if scheme in _ENDS:
            end, single = _ENDS[scheme]
            tags[span.last - 1] = f"{end}-{span.label}"
            if span.last - span.first == 1:
                tags[span.first] = f"{single}-{span.label}"
        previous = span
    return tags


def tags_to_spans(tags: Sequence[str]) -> list[TokenSpan]:
    """Return the spans of a tag sequence in any of the schemes, read leniently.

    As conlleval does: a span starts at B, S or U, where the label changes, and at an I, E or L
    with nothing open before it; it ends at E, L, S, U, O or the next start. So every scheme reads
    without being told which, and a malformed sequence loses nothing.
    """
    spans: list[TokenSpan] = []
    start, label = 0, ""
    for index, tag in enumerate(tags):
        if tag == "O":
            if label:
                spans.append(TokenSpan(start, index, label))
                label = ""
            continue  # most tokens
        prefix, _, name = tag.partition("-")
        if not name:
            prefix = "O"
        if label and (prefix in _CLOSING or name != label):
            spans.append(TokenSpan(start, index, label))
            label = ""
        if name and not label:
            start, label = index, name
        if label and prefix in _LAST:
            spans.append(TokenSpan(start, index + 1, label))
            label = ""
    if label:
        spans.append(TokenSpan(start, len(tags), label))
    return spans
