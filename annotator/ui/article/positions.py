"""The one place where positions change their unit.

Three counts meet at the view: code points of the stored text (what all else in the program
speaks), code points of the shown text (joints and, at will, diacritics and tatweel hidden), UTF-16
units of the shown text (what Qt counts; called ``units`` in this package).
"""

from __future__ import annotations

import re
from functools import partial

from annotator.arabic.shown import shown_text, with_hidden
from annotator.core.graphemes import is_grapheme_boundary
from annotator.core.offsets import Utf16Map
from annotator.core.spans import Span, trimmed

_FOREIGN = re.compile("[\x00\ufdd0\ufdd1\ufffc\ud800-\udfff]")
"""What Qt keeps for itself (frame and object marks) or cannot hold (lone surrogates)."""


class Positions:
    """What is shown of one stored text, and where each position of it lies.

    ``shown`` has as many code points as the shown text; the few that a QTextDocument would not
    keep as they are stand there as U+FFFD, so that counts agree.
    """

    def __init__(self, text: str, *, diacritics: bool = True, tatweel: bool = True) -> None:
        made, self._map = shown_text(text, diacritics=diacritics, tatweel=tatweel)
        self._end = partial(with_hidden, text, diacritics=diacritics, tatweel=tatweel)
        self.text = text
        self.shown = _FOREIGN.sub("\ufffd", made)
        self._utf16 = Utf16Map(self.shown)
        self.length = self._utf16.to_utf16(len(self.shown))

    def shown_to_unit(self, at: int) -> int:
        """Return the unit of code point ``at`` of the shown text."""
        return self._utf16.to_utf16(at)

    def unit_to_shown(self, unit: int) -> int:
        """Return the code point of the shown text at ``unit``."""
        return self._utf16.to_codepoint(unit)

    def units(self, span: Span) -> tuple[int, int]:
        """Return start and end units of a stored span; equal when all of it is hidden."""
        made = self._map.to_made(span)
        return self._utf16.to_utf16(made.start), self._utf16.to_utf16(made.end)

    def span(self, start: int, end: int) -> Span | None:
        """Return the valid stored span between two units, or None when nothing is left of it.

        It has no white space at its edges and cuts no grapheme.
        """
        raw = self.exact_span(start, end)
        return trimmed(self.text, raw) if raw.start < raw.end else None

    def exact_span(self, start: int, end: int) -> Span:
        """Return the stored span between two units as it is, white space included.

        What is hidden behind its last letter belongs to it.
        """
        raw = self._map.to_raw(Span(self._utf16.to_codepoint(start), self._utf16.to_codepoint(end)))
        return Span(raw.start, self._end(raw.end)) if raw.start < raw.end else raw

    def caret_to_unit(self, at: int) -> int:
        """Return the unit of a caret at stored position ``at``.

        A position that is hidden lies where the text goes on, or at the end of the last line.
        """
        made = min(self._map.start_to_made(at), len(self.shown))
        before = self._map.end_to_made(at)
        # Right after a paragraph's last letter the next start would be a line further down.
        line_end = self._map.end_to_raw(before)
        if self.shown[before:made] == "\n" and line_end <= at <= self._end(line_end):
            made = before
        return self._utf16.to_utf16(made)

    def unit_to_caret(self, unit: int) -> int:
        """Return the stored position of a caret at ``unit``: a grapheme boundary."""
        made = self._utf16.to_codepoint(unit)
        if made and (made >= len(self.shown) or self.shown[made] == "\n"):
            at = self._end(self._map.end_to_raw(made))
        else:
            at = self._map.start_to_raw(made)
        while not is_grapheme_boundary(self.text, at):
            at += 1
        return at
