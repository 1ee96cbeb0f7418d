"""What the mouse means on a page: to the letter, the stem of a word, the word.

A double click takes the word without its proclitics. A second one, or a third click, takes the
whole word. A drag selects from letter to letter, after a double click from word to word.
"""

from __future__ import annotations

from enum import Enum, auto

from annotator.core.spans import Span
from annotator.services.words import stem_at, word_at


class Grip(Enum):
    """What a drag grows by."""

    LETTER = auto()
    WORD = auto()


class Clicks:
    """Turns presses into selections of one stored text. Positions are stored code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._grip = Grip.LETTER
        self._held = Span(0, 0)

    def press(self, at: int) -> Span:
        """Return the empty selection that a single press makes."""
        self._grip, self._held = Grip.LETTER, Span(at, at)
        return self._held

    def double(self, letter: int, selected: Span | None) -> Span:
        """Return what a double click on a letter selects: the stem, or what it leaves of it."""
        word, stem = word_at(self._text, letter), stem_at(self._text, letter)
        # On the proclitic itself, or on a stem that is selected already, the whole word is meant.
        wanted = word if selected == stem or not stem.start <= letter < stem.end else stem
        self._grip, self._held = Grip.WORD, wanted
        return wanted

    def triple(self, letter: int) -> Span:
        """Return the whole word."""
        self._grip, self._held = Grip.WORD, word_at(self._text, letter)
        return self._held

    def drag(self, at: int) -> tuple[int, int]:
        """Return anchor and caret of a selection that is drawn out to ``at``."""
        start, end = self._held
        if self._grip is Grip.LETTER:
            return start, at
        if start <= at <= end:
            return start, end
        if at < start:
            return end, word_at(self._text, at).start
        return start, word_at(self._text, at - 1).end
