"""Where reported content may end: the places that one key steps through (QUOTES.md 4)."""

from __future__ import annotations

import re

from annotator.arabic.folding import fold
from annotator.arabic.marks import Marked, marked_strings
from annotator.arabic.paragraphs import paragraphs
from annotator.arabic.sentences import sentences

_COMMA = re.compile(r"[،,؛;](?!\d)")
_WORD = re.compile(r"\S+")
# و and a verb, as far as the form tells: an imperfect, a future, a feminine perfect, or a particle
# that only stands before verbs.
_AND_VERB = re.compile(r"و(?:س?[يتن]\w{2,}|\w{3,}(?<!ا)ت|قد|لم|لن|كان|كانت|سوف)\Z")


def right_edges(text: str, start: int) -> list[int]:
    """Return where content that begins at code point ``start`` may end, in order.

    Those are the commas, the words with و before a verb, and the end of its sentence. None lies
    inside quotation marks that open behind ``start``: a mark is never cut off.
    """
    marked = marked_strings(text)
    end = _sentence_end(text, start, marked)
    found = {end}
    found.update(m.start() for m in _COMMA.finditer(text, start, end))
    for word in _WORD.finditer(text, start, end):
        if word.start() > start and _AND_VERB.match(_letters(word.group())):
            found.add(word.start())
    held = [m.outer for m in marked if m.outer.start >= start]
    inside = [m.inside for m in marked if m.inside.start <= start < m.inside.end]
    ends = {_before_gap(text, at) for at in found}
    if inside:
        ends = {min(at, inside[-1].end) for at in ends}
    return sorted(at for at in ends if at > start and not any(o.start < at < o.end for o in held))


def _sentence_end(text: str, start: int, marked: list[Marked]) -> int:
    span = next((s for s in sentences(text, marked) if s.start <= start < s.end), None)
    if span is None:
        paragraph = next((p.span for p in paragraphs(text) if p.span.end > start), None)
        return paragraph.end if paragraph is not None else len(text)
    end = span.end
    while end > start and text[end - 1] in ".؟?!…":
        end -= 1
    return end


def _letters(word: str) -> str:
    return re.sub(r"\W+\Z", "", fold(word))


def _before_gap(text: str, at: int) -> int:
    while at > 0 and (text[at - 1].isspace() or text[at - 1] in "،,؛;"):
        at -= 1
    return at
