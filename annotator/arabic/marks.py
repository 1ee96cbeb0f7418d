"""Quotation marks of Arabic news, paired although the text seldom does it cleanly.

Neither parity nor a bracket counter works here: straight marks have one shape for both sides,
guillemets occur in either order, one mark in eight paragraphs is never closed, and proclitics
are glued to the opening mark (QUOTES.md 3.1). So every mark gets a side from what stands around
it, and pairs are made on a stack, one paragraph at a time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from annotator.arabic.paragraphs import Paragraph, paragraphs
from annotator.core.spans import Span, trimmed


@dataclass(frozen=True, slots=True)
class Marked:
    """A string in quotation marks.

    ``outer`` covers the marks, ``parts`` what is inside them (more than one when the quote goes
    on over paragraphs), ``mark`` is the opening mark as written. ``closed`` is False where the
    closing mark is missing. ``depth`` counts the marked strings around this one.
    """

    outer: Span
    parts: tuple[Span, ...]
    mark: str
    closed: bool = True
    depth: int = 0

    @property
    def inside(self) -> Span:
        """From the first code point inside the marks to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


class _Side(Enum):
    OPEN = 1
    CLOSE = 2
    EITHER = 3


_FAMILIES = {
    "double": ('"', "“", "”", "„", "‟", "''", "``", "´´", "‘‘", "’’", "＂"),
    "guillemets": ("«", "»", "<<", ">>"),
    "single guillemets": ("‹", "›"),
    "single": ("'", "‘", "’", "‚", "‛"),
    "parentheses": ("((", "))"),
    "scripture": ("﴿", "﴾"),
}
_FAMILY = {mark: family for family, marks in _FAMILIES.items() for mark in marks}
_OPENING = frozenset({"“", "„", "‟", "``", "‘‘", "«", "<<", "‹", "‘", "‚", "‛", "((", "﴿"})
_CLOSING = frozenset({"”", "’’", "´´", "»", ">>", "›", "’", "))", "﴾"})
_MARK = re.compile(r"''|``|´´|‘‘|’’|<<|>>|\(\(|\)\)|[\"“”„‟＂«»‹›'‘’‚‛﴿﴾]")
_MARK_CHARACTERS = frozenset("".join(_FAMILY)) - frozenset("()")

_STOP = re.compile(r"[.؟?!…]+(?=\s|\Z)")
_PROCLITIC = re.compile(r"(?<!\w)(?=\w)[وف]?[بلكس]?(?:ال|ل)?\Z")
_BEFORE_OPENER = frozenset("([{:،؛,;-–—/ـ")
_AFTER_CLOSER = frozenset(")]}.,،؛;:!؟?…-–—/")
_LOOKAHEAD = 40


class _Occurrence(NamedTuple):
    start: int
    end: int
    mark: str
    family: str
    nature: _Side
    side: _Side


@dataclass(slots=True)
class _Open:
    first: _Occurrence
    part_start: int
    parts: list[Span] = field(default_factory=list)
    found: list[Marked] = field(default_factory=list)


def marked_strings(text: str, blocks: Sequence[Paragraph] | None = None) -> list[Marked]:
    """Return the strings in quotation marks in reading order, an outer one before its inner ones.

    Apostrophes inside words, and marks that can neither close nor open anything, are ignored.
    ``blocks`` are the text's paragraphs when they are at hand.
    """
    return _Pairing(text).run(paragraphs(text) if blocks is None else blocks)


def without_stop(text: str, span: Span) -> Span | None:
    """Return ``span`` without the full stop, comma or space at its end; None if nothing is left.

    An ellipsis, a question mark and an exclamation mark belong to what was said and stay.
    """
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in "،,؛;:"):
        end -= 1
    if text[start:end].endswith(".") and not text[start:end].endswith(".."):
        end -= 1
    return trimmed(text, Span(start, end))


class _Pairing:
    def __init__(self, text: str) -> None:
        self._text = text
        self._stack: list[_Open] = []
        self._found: list[Marked] = []

    def run(self, blocks: Sequence[Paragraph]) -> list[Marked]:
        previous_end = 0
        for block, _ in blocks:
            marks = self._occurrences(block)
            taken = 0
            if self._stack:
                taken = self._carry_over(block, marks, previous_end)
            for index in range(taken, len(marks)):
                self._take(marks[index], marks[index + 1 : index + 1 + _LOOKAHEAD])
            previous_end = block.end
        self._close_at(previous_end)
        ordered = sorted(self._found, key=lambda m: (m.outer.start, -m.outer.end))
        return _with_depth(_without_doubled_marks(ordered))

    # -- what a mark can be -------------------------------------------------------------------

    def _occurrences(self, block: Span) -> list[_Occurrence]:
        found: list[_Occurrence] = []
        turned: dict[str, bool] = {}
        for match in _MARK.finditer(self._text, block.start, block.end):
            mark, (start, end) = match.group(), match.span()
            family = _FAMILY[mark]
            side = self._side(block, start, end)
            if family == "single" and side is _Side.EITHER:
                continue
            nature = _nature(mark)
            # Reversed marks (»نص«): the first one of the paragraph opens although it is a closer.
            turned.setdefault(family, nature is _Side.CLOSE and side is _Side.OPEN)
            if turned[family] and nature is not _Side.EITHER:
                nature = _Side.OPEN if nature is _Side.CLOSE else _Side.CLOSE
            found.append(_Occurrence(start, end, mark, family, nature, side))
        return found

    def _side(self, block: Span, start: int, end: int) -> _Side:
        text = self._text
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        opens = not after.isspace() and (
            before.isspace()
            or before in _BEFORE_OPENER
            or before in _MARK_CHARACTERS
            or self._after_proclitic(start, after)
        )
        closes = not before.isspace() and (
            after.isspace() or after in _AFTER_CLOSER or after in _MARK_CHARACTERS
        )
        if opens is closes:
            return _Side.EITHER
        return _Side.OPEN if opens else _Side.CLOSE

    def _after_proclitic(self, start: int, after: str) -> bool:
        window = self._text[max(0, start - 6) : start]
        return after.isalpha() and _PROCLITIC.search(window) is not None

    # -- pairing ------------------------------------------------------------------------------

    def _take(self, mark: _Occurrence, following: Sequence[_Occurrence]) -> None:
        at = self._open_index(mark)
        role = _role(mark, is_open=at is not None)
        if role is _Side.CLOSE:
            if at is not None:
                self._close(at, mark)
            return
        if at is not None and not _closes_again(mark, following):
            self._abandon(at, mark.start)
        self._stack.append(_Open(mark, mark.end))

    def _open_index(self, mark: _Occurrence) -> int | None:
        """Return the place on the stack of the open mark that ``mark`` could close."""
        families = [entry.first.family for entry in self._stack]
        for index in reversed(range(len(families))):
            if families[index] == mark.family and _fits(self._stack[index].first, mark):
                return index
        if mark.side is not _Side.OPEN and mark.family in families:
            return len(families) - 1 - families[::-1].index(mark.family)
        return None

    def _close(self, at: int, mark: _Occurrence) -> None:
        entry = self._stack[at]
        inner = [found for lost in self._stack[at + 1 :] for found in lost.found]
        del self._stack[at:]
        part = trimmed(self._text, Span(entry.part_start, mark.start))
        if part is not None:
            entry.parts.append(part)
        if entry.parts:
            outer = Span(entry.first.start, mark.end)
            self._keep(Marked(outer, tuple(entry.parts), entry.first.mark))
        for found in entry.found + inner:
            self._keep(found)

    def _abandon(self, at: int, limit: int) -> None:
        """End a mark that was never closed at the last sentence end before ``limit``."""
        entry = self._stack[at]
        stops = list(_STOP.finditer(self._text, entry.part_start, limit))
        if stops:
            self._leave_open(entry, stops[-1].end())
        for found in [found for lost in self._stack[at:] for found in lost.found]:
            self._keep(found)
        del self._stack[at:]

    def _close_at(self, end: int) -> None:
        """End what is still open where its paragraph ends."""
        if self._stack and self._stack[0].first.family != "single":
            self._leave_open(self._stack[0], end)
        for found in [found for lost in self._stack for found in lost.found]:
            self._keep(found)
        self._stack.clear()

    def _leave_open(self, entry: _Open, end: int) -> None:
        part = without_stop(self._text, Span(entry.part_start, max(entry.part_start, end)))
        if part is not None and entry.first.side is _Side.OPEN:
            entry.parts.append(part)
        if entry.parts:
            outer = Span(entry.first.start, entry.parts[-1].end)
            self._found.append(Marked(outer, tuple(entry.parts), entry.first.mark, closed=False))

    def _keep(self, found: Marked) -> None:
        """Put a closed string where it is still in question whether what is around it closes."""
        (self._stack[-1].found if self._stack else self._found).append(found)

    def _carry_over(self, block: Span, marks: Sequence[_Occurrence], previous_end: int) -> int:
        """Take a quote over a paragraph break: opened again there, or only closed there.

        Returns how many of ``marks`` that used up.
        """
        entry = self._stack[0]
        first = next((m for m in marks if m.family == entry.first.family), None)
        head = trimmed(self._text, block)
        again = first is not None and head is not None and first.start == head.start
        only_closed = first is not None and first.side is _Side.CLOSE
        if first is None or entry.first.family == "single" or not (again or only_closed):
            self._close_at(previous_end)
            return 0
        part = trimmed(self._text, Span(entry.part_start, previous_end))
        if part is not None:
            entry.parts.append(part)
        for found in [found for lost in self._stack[1:] for found in lost.found]:
            entry.found.append(found)
        del self._stack[1:]
        entry.part_start = first.end if again else block.start
        return 1 if again else 0


def _nature(mark: str) -> _Side:
    if mark in _OPENING:
        return _Side.OPEN
    return _Side.CLOSE if mark in _CLOSING else _Side.EITHER


def _fits(opened: _Occurrence, mark: _Occurrence) -> bool:
    """Whether the two are a pair by their shape: the same straight mark, or two curly ones."""
    if _nature(opened.mark) is _Side.EITHER or _nature(mark.mark) is _Side.EITHER:
        return opened.mark == mark.mark
    return len(opened.mark) == len(mark.mark)


def _role(mark: _Occurrence, *, is_open: bool) -> _Side:
    """Settle what ``mark`` does from its shape, what is around it, and whether one is open."""
    state = _Side.CLOSE if is_open else _Side.OPEN
    if mark.nature is _Side.EITHER:
        return state if mark.side is _Side.EITHER else mark.side
    if mark.side in (_Side.EITHER, mark.nature):
        return mark.nature
    return state


def _closes_again(mark: _Occurrence, following: Sequence[_Occurrence]) -> bool:
    """Whether ``mark``, inside an open one of its family, is nested: both get closed below."""
    depth = 2
    for other in following:
        if other.family == mark.family:
            depth += 1 if _role(other, is_open=True) is _Side.OPEN else -1
            if depth == 0:
                return True
    return False


def _without_doubled_marks(found: Sequence[Marked]) -> list[Marked]:
    """Take ``«"نص"»`` as one marked string."""
    merged: list[Marked] = []
    for marked in found:
        if merged and merged[-1].parts == (marked.outer,):
            merged[-1] = Marked(merged[-1].outer, marked.parts, merged[-1].mark)
        else:
            merged.append(marked)
    return merged


def _with_depth(found: Sequence[Marked]) -> list[Marked]:
    result: list[Marked] = []
    around: list[Span] = []
    for marked in found:
        while around and marked.outer.start >= around[-1].end:
            around.pop()
        result.append(
            Marked(marked.outer, marked.parts, marked.mark, marked.closed, depth=len(around))
        )
        around.append(marked.outer)
    return result
