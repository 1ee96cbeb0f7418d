"""Sentences of an article. A full stop inside quotation marks ends none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from annotator.arabic.marks import Marked, marked_strings
from annotator.arabic.paragraphs import paragraphs
from annotator.core.spans import Span, trimmed

_STOP = re.compile(r"[.؟?!…]+[\"“”„»«›‹'’)\]]*(?=\s|,|\Z)")
_ASKING = frozenset("؟?!…")
# "د. أحمد", "أ. ف. ب.", "J. K.": a letter with a dot, unless a number stands before ("10 م.").
_INITIAL = re.compile(r"(?:\A|[\s(\"«“])[وفبلك]?[^\W\d_]\Z|\b(?:Dr|Mr|Mrs|Ms|St|vs|No)\Z")
_AFTER_NUMBER = re.compile(r"\d\s\w\Z")


def sentences(text: str, marked: Sequence[Marked] | None = None) -> list[Span]:
    """Return the sentence spans of ``text`` in order, with their final mark, trimmed.

    They end at ``. ؟ ! …`` outside closed quotation marks and where a paragraph ends. ``marked``
    are the text's marked strings when they are at hand. No two overlap; what lies between them is
    white space and the commas of paragraph joints.
    """
    blocks = paragraphs(text)
    if marked is None:
        marked = marked_strings(text, blocks)
    closed = [string for string in marked if string.closed and string.depth == 0]
    starts = [string.outer.start for string in closed]
    found: list[Span] = []
    for block, _ in blocks:
        start = block.start
        for end in _ends(text, block, closed, starts):
            span = trimmed(text, Span(start, end))
            if span is not None:
                found.append(span)
            start = end
    return found


def _ends(text: str, block: Span, closed: Sequence[Marked], starts: Sequence[int]) -> Iterator[int]:
    for stop in _STOP.finditer(text, block.start, block.end):
        at = stop.start()
        index = bisect_right(starts, at) - 1
        around = closed[index].outer if index >= 0 else None
        if around is not None and at < around.end:
            # "نص." and then a new sentence: the stop counts when the marks close right after it.
            # After "نص؟" the narrator may go on (… قال), so only a full stop does.
            if stop.end() < around.end or text[at] in _ASKING:
                continue
        elif stop.group()[0] == "." and _is_abbreviation(text, at):
            continue
        yield stop.end()
    yield block.end


def _is_abbreviation(text: str, at: int) -> bool:
    before = text[max(0, at - 6) : at]
    return _INITIAL.search(before) is not None and _AFTER_NUMBER.search(before) is None
