"""Deciding by hand: begin, other edges, another label, keep it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.core.verdicts import Choice
from annotator.services.by_hand import entity_by_hand, settle_by_hand, settle_quote
from annotator.services.reviewing import Row
from annotator.services.words import Edge, Unit
from annotator.ui.controller import Controller
from annotator.ui.moves import moved_edge
from annotator.ui.review.hand import Hand
from annotator.ui.review.quote_by_hand import QuoteByHand, in_content


class ByHand(Controller):
    """Changes what the current disagreement comes to.

    Of an entity, the selection is what it comes to, and is kept by a label's key or Enter. Of a
    quote, each part that is changed is saved at once, as a decision and a step; Enter goes on.
    """

    def __init__(self, hand: Hand, quotes: QuoteByHand, window: QWidget) -> None:
        super().__init__(window)
        self._hand, self._quotes = hand, quotes
        self._review, self._stepping, self._view = hand.review, hand.stepping, hand.view
        self._label = ""

    def edit(self) -> None:
        """Begin; of a quote that has begun, go to the next place where it may end."""
        row = self._stepping.row
        if row is None:
            return
        if not row.is_quote:
            entity = entity_by_hand(self._review, row)
            self._select(row, entity.span, entity.label)
        elif self._hand.active:
            self._quotes.move_end()
        else:
            self._hand.begin(row)
            self._hand.select_content(row)

    def start_from(self, annotator: str) -> None:
        """Go on from what an annotator has."""
        row, record = self._stepping.row, self._hand.record_of(annotator)
        if row is None or record is None:
            self.noted.emit(self.tr("This annotator marked nothing here."))
        elif isinstance(record, Quote):
            ruling = self._hand.ruling(row, Choice.TAKEN, (annotator,))
            if self._hand.keep(
                row, lambda: self._review.decide(row.article, row.key, ruling, self)
            ):
                self._hand.select_content(row)
        else:
            self._select(row, record.span, record.label)

    def move_edge(self, edge: str, unit: str, direction: str) -> None:
        """Move an edge of the selection, or of the part of a quote in which the caret stands."""
        row, session = self._stepping.row, self._stepping.session
        if row is None or session is None:
            return
        text, side = session.state.text, Edge(edge)
        if row.is_quote:
            self._quotes.move_part(row, side, Unit(unit), direction)
            return
        if not self._hand.active:
            self.edit()
        before = self._view.selection() or entity_by_hand(self._review, row).span
        after = moved_edge(text, before, side, Unit(unit), direction)
        if after == before:
            self.noted.emit(self.tr("The boundary cannot move further."))
            return
        self._view.select(after)
        self._hand.changed.emit()

    def confirm(self) -> None:
        """Keep it, and go on."""
        row = self._stepping.row
        if row is None or not self._hand.active:
            return
        if not row.is_quote:
            self.label(self._label)
            return
        quote, selected = self._hand.quote(row), self._view.selection()
        if selected and selected != quote.extent and in_content(quote, selected):
            self._quotes.set_content()
        elif row.verdict is None or row.verdict.choice is not Choice.EDITED:
            ruling = self._hand.ruling(row)
            if not self._hand.keep(row, lambda: settle_quote(self._review, row, ruling, by=self)):
                return
        self._hand.go_on()

    def label(self, label_id: str) -> None:
        """Decide for the selection, or else for all that is marked, under this label."""
        found, row = self._stepping.found(), self._stepping.row
        if found is None or row is None or found.is_quote:
            return
        span = self._view.selection() or found.extent
        ruling = self._hand.ruling(row)
        review = self._review
        if self._hand.turning.perform(
            row.article, lambda: settle_by_hand(review, row, span, label_id, ruling, by=self)
        ):
            self._hand.go_on()

    def _select(self, row: Row, span: Span, label: str) -> None:
        self._label = label
        self._view.select(span)
        self._view.setFocus()
        self._hand.begin(row)
