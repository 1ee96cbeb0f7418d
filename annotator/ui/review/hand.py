"""The deciding by hand that is under way: about which disagreement, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.quotes import Quote
from annotator.core.verdicts import Choice
from annotator.review.records import Record
from annotator.review.settling import Ruling
from annotator.services.by_hand import quote_by_hand
from annotator.services.reviewing import Review, Row
from annotator.services.session import Changed
from annotator.ui.review.stepping import Stepping
from annotator.ui.review.turning import Turning
from annotator.ui.review.words import why


class Hand(QObject):
    """What deciding about entities and about parts of quotes have in common."""

    changed = Signal()
    """It was begun, left, or something was decided."""

    def __init__(
        self, review: Review, stepping: Stepping, turning: Turning, window: QWidget
    ) -> None:
        super().__init__(window)
        self.review, self.stepping, self.turning = review, stepping, turning
        self.view = stepping.view
        self._key = ""
        stepping.went.connect(self._leave_other)

    @property
    def active(self) -> bool:
        """Whether the current disagreement is being decided by hand."""
        row = self.stepping.row
        return row is not None and row.key == self._key

    def begin(self, row: Row) -> None:
        """Decide about this one by hand from now on."""
        self._key = row.key
        self.changed.emit()

    def leave(self) -> None:
        """Leave it; what of a quote was decided stays."""
        self._key = ""

    def go_on(self) -> None:
        """Leave it for the next open disagreement."""
        self._key = ""
        self.stepping.next()
        self.changed.emit()

    def record_of(self, annotator: str) -> Record | None:
        """Return what an annotator has at the current disagreement."""
        found = self.stepping.found()
        sides = found.sides if found is not None else ()
        return next((side.record for side in sides if side.annotator == annotator), None)

    def keep(self, row: Row, decide: Callable[[], Changed | None]) -> bool:
        """Begin, and do what decides; False where it could not be saved."""
        self.begin(row)
        kept = self.turning.perform(row.article, decide)
        self.changed.emit()
        return kept

    def quote(self, row: Row) -> Quote:
        """Return the quote that it comes to now."""
        return quote_by_hand(self.review, row)[1]

    def ruling(
        self, row: Row, choice: Choice = Choice.EDITED, taken: tuple[str, ...] = ()
    ) -> Ruling:
        """Return a ruling of this choice, with what was said of why they differ."""
        fault, note = why(row)
        return Ruling(choice, taken, fault=fault, note=note)

    def select_content(self, row: Row) -> None:
        """Select what was said, if it is in one piece."""
        quote = self.quote(row)
        if len(quote.content) == 1:
            self.view.select(quote.content[0])
        else:
            self.view.set_caret(quote.extent.start)
        self.view.setFocus()

    def _leave_other(self) -> None:
        if not self.active:
            self._key = ""
