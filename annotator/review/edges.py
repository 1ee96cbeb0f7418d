"""How two spans differ at an edge: by a clitic, a title, a word, some letters."""

from __future__ import annotations

import re

from annotator.arabic.clitics import cuts
from annotator.arabic.folding import fold
from annotator.arabic.titles import is_title
from annotator.core.spans import Span
from annotator.review.records import Edge, EdgeDifference, EdgeKind

_WORD = re.compile(r"\S+")
_ARTICLE = "ال"
_WITH_ARTICLE = ("ال", "ل")
"""What the article is behind a proclitic; in لل its alef is not written."""
_SUFFIXES = frozenset({"ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "ي", "نا"})


def edge_differences(text: str, a: Span, b: Span) -> tuple[EdgeDifference, ...]:
    """Return on which edges two spans of ``text`` differ, and what lies between."""
    found = []
    for edge, one, other in ((Edge.START, a.start, b.start), (Edge.END, a.end, b.end)):
        if one != other:
            between = Span(min(one, other), max(one, other))
            found.append(EdgeDifference(edge, edge_kind(text, edge, between), between))
    return tuple(found)


def edge_kind(text: str, edge: Edge, between: Span) -> EdgeKind:
    """Name what the longer of two spans has more at an edge."""
    stretch = between.of(text)
    words = [_letters(word) for word in stretch.split()]
    words = [word for word in words if word]
    if not words:
        return EdgeKind.MARK
    if _cuts_word(text, between.end if edge is Edge.START else between.start):
        return _inside_word(text, edge, between)
    if edge is Edge.START and is_title(words[0]):
        return EdgeKind.TITLE
    return EdgeKind.WORD if len(words) == 1 else EdgeKind.WORDS


def _inside_word(text: str, edge: Edge, between: Span) -> EdgeKind:
    """Name a difference whose inner edge stands between two letters of a word."""
    word = next(
        (
            m
            for m in _WORD.finditer(text, _word_start(text, between.start))
            if m.end() > between.start
        ),
        None,
    )
    if word is None or between.start < word.start() or between.end > word.end():
        return EdgeKind.WORDS
    letters = fold(between.of(text))
    if edge is Edge.END:
        return EdgeKind.CLITIC if letters in _SUFFIXES else EdgeKind.LETTERS
    start = word.start()
    possible = {start, *(start + cut for cut in cuts(word.group()))}
    if letters == _ARTICLE and between.start in possible:
        return EdgeKind.ARTICLE
    if between.start in possible and between.end in possible:
        return EdgeKind.CLITIC
    with_article = next((end for end in _WITH_ARTICLE if letters.endswith(end)), "")
    if with_article and between.end - len(with_article) in possible:
        return EdgeKind.CLITIC
    return EdgeKind.LETTERS


def _cuts_word(text: str, at: int) -> bool:
    """Whether a letter or digit stands on both sides of a place."""
    return 0 < at < len(text) and bool(_letters(text[at - 1])) and bool(_letters(text[at]))


def _word_start(text: str, at: int) -> int:
    while at > 0 and _letters(text[at - 1]):
        at -= 1
    return at


def _letters(word: str) -> str:
    """Return a folded word without the marks on it."""
    return "".join(c for c in fold(word) if c.isalnum())
