"""Words, stems, and the steps by which a span's edges move. Pure functions of a text.

Spans that come out are valid as :func:`annotator.core.spans.span_fault` defines it, or empty
where there is no word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import takewhile

from annotator.arabic.clitics import cuts, default_cutter
from annotator.arabic.marks import marked_strings
from annotator.arabic.paragraphs import paragraphs
from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import Token, tokenize
from annotator.core.graphemes import next_boundary, previous_boundary
from annotator.core.spans import Span, span_fault, trimmed

_CHUNK = re.compile(r"\S+")
# A comma or a point between digits is part of a number, a hyphen between letters part of a word.
_MARK = re.compile(r"[،؛؟!;…\n\"“”„»«›‹()\[\]{}]|[.,:](?!\d)|(?<!\w)[-–—]+(?!\w)")
_SPACE = re.compile(r"\s")


class Edge(StrEnum):
    """Which end of a span moves."""

    START = "start"
    END = "end"


class Unit(StrEnum):
    """How far an edge moves at once: a grapheme, what is attached or the rest, a word."""

    LETTER = "letter"
    CLITIC = "clitic"
    WORD = "word"


def word_at(text: str, position: int) -> Span:
    """Return the token that holds code point ``position``, or ends there; else an empty span."""
    token = _token_at(text, position)
    return _whole(text, token.span) if token else Span(position, position)


def stem_at(text: str, position: int) -> Span:
    """Return the token at ``position`` without its proclitics; else an empty span.

    The word is judged as if a name began there, because what is marked mostly is one.
    """
    token = _token_at(text, position)
    if token is None:
        return Span(position, position)
    cut = default_cutter().cut(token.text, name=True)
    return _whole(text, Span(token.start + cut, token.end))


def pronoun_at(text: str, word: Span) -> int:
    """Return where the pronoun attached to a word begins; the word's end where there is none."""
    return word.start + default_cutter().end(word.of(text))


def flipped(text: str, span: Span, edge: Edge) -> Span:
    """Return ``span`` without what is attached to the word at an edge, or with it again.

    At the start that are proclitics, at the end a pronoun. Where nothing is attached, the span is
    returned as it is.
    """
    inwards = 1 if edge is Edge.START else -1
    word = word_at(text, span.start if edge is Edge.START else max(span.end - 1, 0))
    for direction in (inwards, -inwards):
        made = moved(text, span, edge, Unit.CLITIC, direction)
        at, whole = (made.start, word.start) if edge is Edge.START else (made.end, word.end)
        if made != span and (word.start < at < word.end or at == whole):
            return made
    return span


def nest_at(text: str, at: int) -> list[Span]:
    """Return what is around a place, each inside the next one.

    That are the word without its proclitics, the whole word, the words up to the nearest marks,
    strings in quotation marks and brackets, the sentence, and the paragraph.
    """
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : len(text) if end < 0 else end]  # a long article would take seconds
    return [Span(start + inner, start + outer) for inner, outer in _nest(line, at - start)]


def moved(text: str, span: Span, edge: Edge, unit: Unit, direction: int) -> Span:
    """Return ``span`` with an edge moved one step to the next place that leaves it valid.

    ``direction`` is 1 towards the end of the text, -1 towards its start. Where there is no such
    place, the span is returned as it is.
    """
    at = span.start if edge is Edge.START else span.end
    for stop in _stops(text, at, edge, unit, direction):
        made = Span(stop, span.end) if edge is Edge.START else Span(span.start, stop)
        if made.start >= made.end:
            return span
        if span_fault(text, made) is None:
            return made
    return span


def _nest(text: str, at: int) -> list[Span]:
    paragraph = next((p.span for p in paragraphs(text) if p.span.start <= at <= p.span.end), None)
    if paragraph is None:
        return []
    sentence = next((s for s in sentences(text) if s.start <= at <= s.end), paragraph)
    marked = [part for string in marked_strings(text) for part in string.parts]
    pieces = (stem_at(text, at), word_at(text, at), _phrase(text, sentence, at), *marked)
    whole = {made for span in (*pieces, sentence, paragraph) if (made := trimmed(text, span))}
    found: list[Span] = []
    for span in sorted(whole, key=_length):
        inner = found[-1] if found else Span(at, at)
        if span.covers(inner) and span_fault(text, span) is None:
            found.append(span)
    return found


def _length(span: Span) -> int:
    """Return how many code points a span covers."""
    return span.end - span.start


def _phrase(text: str, sentence: Span, at: int) -> Span:
    """Return the words around ``at`` up to the marks beside them, inside one sentence."""
    start, end = sentence
    for mark in _MARK.finditer(text, sentence.start, sentence.end):
        if mark.end() <= at:
            start = mark.end()
        elif mark.start() >= at:
            end = mark.start()
            break
    return trimmed(text, Span(start, end)) or Span(at, at)


def _token_at(text: str, position: int) -> Token | None:
    """Return the token that holds ``position``, before the one that only ends there."""
    before: Token | None = None
    for token in _tokens_around(text, position):
        if token.start <= position < token.end:
            return token
        if token.end == position:
            before = token
    return before


def _tokens_around(text: str, position: int) -> list[Token]:
    start = position
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    space = _SPACE.search(text, position)
    return tokenize(text, start, space.start() if space else len(text))


def _whole(text: str, span: Span) -> Span:
    """Return the span widened to whole graphemes (a mark may follow a symbol)."""
    return trimmed(text, span) or Span(span.start, span.start)


def _stops(text: str, at: int, edge: Edge, unit: Unit, direction: int) -> Iterator[int]:
    """Yield the places after (or before) ``at`` where the edge may come to lie, nearest first."""
    if unit is Unit.LETTER:
        yield from _letters(text, at, direction)
        return
    for tokens in _tokens_onwards(text, at, direction):
        words = (token for token in tokens if token.text[0].isalnum())
        places = {place for word in words for place in _places(word, edge, unit)}
        ahead = (place for place in places if (place - at) * direction > 0)
        yield from sorted(ahead, reverse=direction < 0)


def _letters(text: str, at: int, direction: int) -> Iterator[int]:
    step: Callable[[str, int], int] = next_boundary if direction > 0 else previous_boundary
    limit = len(text) if direction > 0 else 0
    while at != limit:
        at = step(text, at)
        yield at


def _places(word: Token, edge: Edge, unit: Unit) -> tuple[int, ...]:
    """Return where an edge may lie at a word: its own edge of that name, or between clitics."""
    if unit is Unit.WORD:
        return (word.start if edge is Edge.START else word.end,)
    if edge is Edge.END:
        end = word.start + default_cutter().end(word.text)
        return (end, word.end)
    cut = default_cutter().cut(word.text, name=True)
    inside = takewhile(lambda count: count <= cut, cuts(word.text))
    return (word.start, *(word.start + count for count in inside), word.end)


def _tokens_onwards(text: str, at: int, direction: int) -> Iterator[list[Token]]:
    """Yield the tokens of the written word at ``at``, then of the next ones in the direction."""
    tokens = _tokens_around(text, at)
    yield tokens
    if direction > 0:
        for chunk in _CHUNK.finditer(text, tokens[-1].end if tokens else at):
            yield tokenize(text, chunk.start(), chunk.end())
        return
    at = tokens[0].start if tokens else at
    while at > 0:
        while at > 0 and text[at - 1].isspace():
            at -= 1
        if at > 0:
            tokens = _tokens_around(text, at - 1)
            yield tokens
            at = tokens[0].start
