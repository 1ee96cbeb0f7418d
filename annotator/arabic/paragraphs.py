"""Paragraphs of an article as it was stored, and its title line.

A paragraph is a line, or a part of one: some collections join the paragraphs of a page by a
comma and a space, so that ``.`` and ``, `` meet (``العنف., وقال``, ``". , وقال``). Arabic writes
its own comma ``،``, and no sentence goes on with a comma after its end, so this joint is safe to
break at; where Latin letters stand beside it (``Inc., Cairo``) it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from annotator.core.spans import Span

SENTENCE_ENDS = ".!?؟…۔"
"""Marks that end a sentence."""

_TITLE_LIMIT = 200
"""Longest title in code points: headlines of news stay below."""

_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CLOSING = "\"'”’»«›)]"
_JOINT = re.compile(
    rf"[{SENTENCE_ENDS}]+[{re.escape(_CLOSING)}]{{0,3}}"
    rf"(?P<joint>\s?,\s+)(?=[\"'“”„«»‹(\[]|[^\W_A-Za-z])"
)


class Paragraph(NamedTuple):
    """A paragraph without the white space and the joint around it."""

    span: Span
    is_title: bool


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of ``text`` in order.

    Every visible character but the comma of a joint lies in exactly one. The first line is the
    title when more follows, it is short, and it does not end as a sentence does.
    """
    spans = list(_spans(text))
    has_title = _has_title(text, spans)
    return [Paragraph(span, has_title and index == 0) for index, span in enumerate(spans)]


def _spans(text: str) -> Iterator[Span]:
    start = 0
    for end, after in _breaks(text):
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1  # noqa: PLW2901
        if start < end:
            yield Span(start, end)
        start = after


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph ends and where the next one may start."""
    line_start = 0
    for line_end, after in [*(match.span() for match in _BREAK.finditer(text)), (len(text),) * 2]:
        for joint in _JOINT.finditer(text, line_start, line_end):
            if _ends_sentence(text, joint.start()):
                yield joint.span("joint")
        yield line_end, after
        line_start = after


def _ends_sentence(text: str, at: int) -> bool:
    """Whether the full stop at ``at`` ends a sentence: not after a Latin word, not after ``د``."""
    before = text[max(0, at - 4) : at]
    if not before or before[-1].isspace() or ("A" <= before[-1].upper() <= "Z"):
        return False
    letters = re.split(r"\s", before)[-1]
    return before[-1] in _CLOSING or before[-1].isdigit() or len(letters) > 1


def _has_title(text: str, spans: list[Span]) -> bool:
    if len(spans) < 2:
        return False
    first, second = spans[0], spans[1]
    return (
        first.end - first.start <= _TITLE_LIMIT
        and text[first.end - 1] not in ".،,:؛"
        and _BREAK.search(text, first.end, second.start) is not None
    )
