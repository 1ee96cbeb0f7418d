"""Deciding by hand: the edges and the label of an entity, each part of a quote."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.quote_decisions import nest, set_content
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.core.verdicts import Choice
from annotator.review.records import Disagreement, Record
from annotator.review.settling import Ruling
from annotator.services import quoting
from annotator.services.by_hand import (
    Decide,
    Part,
    entity_by_hand,
    quote_by_hand,
    settle_by_hand,
    settle_quote,
    take_part,
    with_everybodys_names,
)
from annotator.services.reviewing import Review, Row
from annotator.services.session import Changed
from annotator.services.speakers import Candidate, nearest_names, speaker_edit
from annotator.services.words import Edge, Unit
from annotator.ui.controller import Controller
from annotator.ui.moves import moved_edge
from annotator.ui.review.stepping import Stepping
from annotator.ui.review.turning import Turning
from annotator.ui.review.words import why
from annotator.ui.speaker_list import SpeakerList


class ByHand(Controller):
    """Changes what the current disagreement comes to.

    Of an entity, the selection is what it comes to, and is kept by a label's key or Enter. Of a
    quote, each part that is changed is saved at once, as a decision and a step; Enter goes on.
    """

    changed = Signal()
    """It was begun, left, or another part of a quote was decided."""

    def __init__(
        self, review: Review, stepping: Stepping, turning: Turning, window: QWidget
    ) -> None:
        super().__init__(window)
        self._review, self.stepping, self.turning = review, stepping, turning
        self._view = stepping.view
        self._key = self._label = ""
        self.names = SpeakerList(self._view)
        self.names.chosen.connect(self._speak)
        stepping.went.connect(self._leave_other)

    @property
    def active(self) -> bool:
        """Whether the current disagreement is being decided by hand."""
        row = self.stepping.row
        return row is not None and row.key == self._key

    def leave(self) -> None:
        """Leave it; what of a quote was decided stays."""
        self._key = ""

    # Both kinds

    def edit(self) -> None:
        """Begin; of a quote that has begun, go to the next place where it may end."""
        row = self.stepping.row
        if row is None:
            return
        if not row.is_quote:
            entity = entity_by_hand(self._review, row)
            self._select(row, entity.span, entity.label)
        elif self.active:
            self._decide(quoting.move_right_edge, self.tr("The quote can end nowhere else."))
        else:
            self._begin(row)
            self._select_content(row)

    def start_from(self, annotator: str) -> None:
        """Go on from what an annotator has."""
        row, found = self.stepping.row, self.stepping.found()
        record = _record(found, annotator)
        if row is None or record is None:
            self.noted.emit(self.tr("This annotator marked nothing here."))
        elif isinstance(record, Quote):
            ruling = self._ruling(row, Choice.TAKEN, (annotator,))
            if self._keep(row, lambda: self._review.decide(row.article, row.key, ruling, self)):
                self._select_content(row)
        else:
            self._select(row, record.span, record.label)

    def move_edge(self, edge: str, unit: str, direction: str) -> None:
        """Move an edge of the selection, or of the part of a quote in which the caret stands."""
        row, session = self.stepping.row, self.stepping.session
        if row is None or session is None:
            return
        text, side = session.state.text, Edge(edge)
        if row.is_quote:
            self._move_part(row, side, Unit(unit), direction)
            return
        if not self.active:
            self.edit()
        before = self._view.selection() or entity_by_hand(self._review, row).span
        after = moved_edge(text, before, side, Unit(unit), direction)
        if after == before:
            self.noted.emit(self.tr("The boundary cannot move further."))
            return
        self._view.select(after)
        self.changed.emit()

    def confirm(self) -> None:
        """Keep it, and go on."""
        row = self.stepping.row
        if row is None or not self.active:
            return
        if not row.is_quote:
            self.label(self._label)
            return
        quote, selected = self._quote(row), self._view.selection()
        if selected and selected != quote.extent and _in_content(quote, selected):
            self.set_content()
        elif row.verdict is None or row.verdict.choice is not Choice.EDITED:
            ruling = self._ruling(row)
            if not self._keep(row, lambda: settle_quote(self._review, row, ruling, by=self)):
                return
        self._go_on()

    # Entities

    def label(self, label_id: str) -> None:
        """Decide for the selection, or else for all that is marked, under this label."""
        found, row = self.stepping.found(), self.stepping.row
        if found is None or row is None or found.is_quote:
            return
        span = self._view.selection() or found.extent
        ruling = self._ruling(row)
        review = self._review
        if self.turning.perform(
            row.article, lambda: settle_by_hand(review, row, span, label_id, ruling, by=self)
        ):
            self._go_on()

    # Quotes

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
        row = self.stepping.row
        if row is None or not row.is_quote:
            return
        quote, words = self._quote(row), self._view.selection()
        if words is not None and not _in_content(quote, words):
            self._speak(words)
            return
        self._begin(row)
        state, _ = quote_by_hand(self._review, row)
        state = with_everybodys_names(self._review, row.article, state)
        names: dict[Span, Candidate] = {}
        for name in (*self._sides_speakers(), *nearest_names(state, quote)):
            names.setdefault(name.mention, name)
        place = self._view.place_of(quote.cue[0] if quote.cue else quote.content[0])
        self.names.offer(state, list(names.values())[:9], quote.speaker or quote.source, place)

    def set_cue(self) -> None:
        """Make the selection the cue; if it was the cue, there is none."""
        row, words = self.stepping.row, self._view.selection()
        if row is None or not row.is_quote:
            return
        if words is None or _in_content(self._quote(row), words):
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
        row, theirs = self.stepping.row, _record(self.stepping.found(), annotator)
        if row is not None and isinstance(theirs, Quote):
            matched = self._review.article(row.article)
            self._decide(take_part(matched, annotator, theirs, Part(part)))

    # Inside

    def _speak(self, mention: Span | None) -> None:
        row, found = self.stepping.row, self.stepping.found()
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
        found = self.stepping.found()
        quotes = [r for r in found.records if isinstance(r, Quote)] if found else []
        return [Candidate(q.source, q.speaker or q.source, "") for q in quotes if q.source]

    def _move_part(self, row: Row, edge: Edge, unit: Unit, direction: str) -> None:
        caret = self._view.caret()

        def decide(state: AnnotatedArticle, quote: Quote, by: Actor) -> Edit:
            before = quoting.part_at(quote, caret, edge)
            after = moved_edge(state.text, before, edge, unit, direction)
            return quoting.resize_part(state, quote, before, after, by)

        at_content = self._view.selection() is not None
        self._decide(decide, self.tr("The boundary cannot move further."))
        if at_content:
            self._select_content(row)

    def _decide(self, decide: Decide, unchanged: str = "") -> None:
        """Save what ``decide`` makes of the quote; where nothing comes of it, say ``unchanged``."""
        row = self.stepping.row
        if row is None or not row.is_quote:
            return
        before, ruling = self._quote(row), self._ruling(row)
        if not self._keep(row, lambda: settle_quote(self._review, row, ruling, decide, by=self)):
            return
        self._view.set_caret(self._view.caret())
        if unchanged and self._quote(row) == before:
            self.noted.emit(unchanged)

    def _keep(self, row: Row, decide: Callable[[], Changed | None]) -> bool:
        self._begin(row)
        kept = self.turning.perform(row.article, decide)
        self.changed.emit()
        return kept

    def _begin(self, row: Row) -> None:
        self._key = row.key
        self.changed.emit()

    def _go_on(self) -> None:
        self._key = ""
        self.stepping.next()
        self.changed.emit()

    def _select(self, row: Row, span: Span, label: str) -> None:
        self._label = label
        self._view.select(span)
        self._view.setFocus()
        self._begin(row)

    def _select_content(self, row: Row) -> None:
        quote = self._quote(row)
        if len(quote.content) == 1:
            self._view.select(quote.content[0])
        else:
            self._view.set_caret(quote.extent.start)
        self._view.setFocus()

    def _quote(self, row: Row) -> Quote:
        return quote_by_hand(self._review, row)[1]

    def _ruling(
        self, row: Row, choice: Choice = Choice.EDITED, taken: tuple[str, ...] = ()
    ) -> Ruling:
        fault, note = why(row)
        return Ruling(choice, taken, fault=fault, note=note)

    def _leave_other(self) -> None:
        if not self.active:
            self._key = ""


def _record(found: Disagreement | None, annotator: str) -> Record | None:
    sides = found.sides if found is not None else ()
    return next((side.record for side in sides if side.annotator == annotator), None)


def _in_content(quote: Quote, words: Span) -> bool:
    """Whether words belong to what was said: neither a speaker nor a cue stands there."""
    return any(part.overlaps(words) for part in quote.content)
