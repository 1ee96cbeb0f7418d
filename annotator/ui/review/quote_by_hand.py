"""The parts of a quote decided by hand: each that is changed is saved at once, as a step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.quote_decisions import nest, set_content
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.services import quoting
from annotator.services.by_hand import (
    Decide,
    Part,
    quote_by_hand,
    settle_quote,
    take_part,
    with_everybodys_names,
)
from annotator.services.reviewing import Row
from annotator.services.speakers import Candidate, nearest_names, speaker_edit
from annotator.services.words import Edge, Unit
from annotator.ui.controller import Controller
from annotator.ui.moves import moved_edge
from annotator.ui.review.hand import Hand
from annotator.ui.speaker_list import SpeakerList


class QuoteByHand(Controller):
    """Changes content, speaker, cue, type and nesting of the quote that a disagreement comes to."""

    def __init__(self, hand: Hand, window: QWidget) -> None:
        super().__init__(window)
        self._hand = hand
        self._review, self._stepping, self._view = hand.review, hand.stepping, hand.view
        self.names = SpeakerList(self._view)
        self.names.chosen.connect(self._speak)

    def set_content(self) -> None:
        """Let the selection be what was said."""
        words = self._view.selection()
        if words is None:
            self.noted.emit(self.tr("Select what was said first."))
            return
        marks = quoting.fragments
        self._decide(
            lambda state, quote, by: set_content(state, quote.id, [words], by, marks(state.text))
        )

    def set_speaker(self) -> None:
        """Make the selection the speaker, or offer the names that anybody marked."""
        row = self._stepping.row
        if row is None or not row.is_quote:
            return
        quote, words = self._hand.quote(row), self._view.selection()
        if words is not None and not in_content(quote, words):
            self._speak(words)
            return
        self._hand.begin(row)
        state, _ = quote_by_hand(self._review, row)
        state = with_everybodys_names(self._review, row.article, state)
        names: dict[Span, Candidate] = {}
        for name in (*self._sides_speakers(), *nearest_names(state, quote)):
            names.setdefault(name.mention, name)
        place = self._view.place_of(quote.cue[0] if quote.cue else quote.content[0])
        self.names.offer(state, list(names.values())[:9], quote.speaker or quote.source, place)

    def set_cue(self) -> None:
        """Make the selection the cue; if it was the cue, there is none."""
        row, words = self._stepping.row, self._view.selection()
        if row is None or not row.is_quote:
            return
        if words is None or in_content(self._hand.quote(row), words):
            self.noted.emit(self.tr("Select the words that say so first."))
            return
        self._decide(lambda state, quote, by: quoting.toggle_cue(state, quote, words, by))

    def change_type(self) -> None:
        """Make the quote of the next type."""
        self._decide(quoting.change_type)

    def nest(self) -> None:
        """Say that the quote is reported in the one around it, or no more."""

        def decide(state: AnnotatedArticle, quote: Quote, by: Actor) -> Edit:
            around = quoting.surrounding(state, quote) if quote.nested_in is None else None
            return nest(state, quote.id, around.id if around else None, by)

        self._decide(decide, self.tr("No other quote is around this one."))

    def take_part(self, part: str, annotator: str) -> None:
        """Take one part of a quote from an annotator."""
        row, theirs = self._stepping.row, self._hand.record_of(annotator)
        if row is not None and isinstance(theirs, Quote):
            matched = self._review.article(row.article)
            self._decide(take_part(matched, annotator, theirs, Part(part)))

    def move_end(self) -> None:
        """End the quote at the next place where it may end."""
        self._decide(quoting.move_right_edge, self.tr("The quote can end nowhere else."))

    def _speak(self, mention: Span | None) -> None:
        row, found = self._stepping.row, self._stepping.found()
        if row is None or found is None:
            return
        matched = self._review.article(row.article)
        for side in found.sides:
            theirs = side.record
            if isinstance(theirs, Quote) and mention is not None and theirs.source == mention:
                self._decide(take_part(matched, side.annotator, theirs, Part.SPEAKER))
                return

        def decide(state: AnnotatedArticle, quote: Quote, by: Actor) -> Edit:
            named = with_everybodys_names(self._review, row.article, state)
            return speaker_edit(named, quote, mention, by)

        self._decide(decide)

    def _sides_speakers(self) -> list[Candidate]:
        found = self._stepping.found()
        quotes = [r for r in found.records if isinstance(r, Quote)] if found else []
        return [Candidate(q.source, q.speaker or q.source, "") for q in quotes if q.source]

    def move_part(self, row: Row, edge: Edge, unit: Unit, direction: str) -> None:
        """Move an edge of the part in which the caret stands."""
        caret = self._view.caret()

        def decide(state: AnnotatedArticle, quote: Quote, by: Actor) -> Edit:
            before = quoting.part_at(quote, caret, edge)
            after = moved_edge(state.text, before, edge, unit, direction)
            return quoting.resize_part(state, quote, before, after, by)

        at_content = self._view.selection() is not None
        self._decide(decide, self.tr("The boundary cannot move further."))
        if at_content:
            self._hand.select_content(row)

    def _decide(self, decide: Decide, unchanged: str = "") -> None:
        """Save what ``decide`` makes of the quote; where nothing comes of it, say ``unchanged``."""
        row = self._stepping.row
        if row is None or not row.is_quote:
            return
        before, ruling = self._hand.quote(row), self._hand.ruling(row)
        if not self._hand.keep(
            row, lambda: settle_quote(self._review, row, ruling, decide, by=self)
        ):
            return
        self._view.set_caret(self._view.caret())
        if unchanged and self._hand.quote(row) == before:
            self.noted.emit(unchanged)


def in_content(quote: Quote, words: Span) -> bool:
    """Whether words belong to what was said: neither a speaker nor a cue stands there."""
    return any(part.overlaps(words) for part in quote.content)
