"""One decision given to all that is alike, as one step over all articles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.review.settling import Ruling
from annotator.services.adjudicating import alike_batch
from annotator.services.reviewing import Review, Row
from annotator.ui.batching import Batching
from annotator.ui.review.alike_dialog import AlikeDialog
from annotator.ui.review.model import DifferenceModel


class Alike(QObject):
    """Lists what is like a disagreement, and decides about what stays ticked."""

    def __init__(
        self, review: Review, model: DifferenceModel, batching: Batching, window: QWidget
    ) -> None:
        super().__init__(window)
        self._review, self._model = review, model
        self._batching, self._window = batching, window
        self.describe: Callable[[Ruling], str] = str
        """Says in words what a ruling decides."""
        self.say: Callable[[Row], str] = str
        """Says in words what a disagreement is."""

    def decide(self, row: Row, ruling: Ruling) -> bool:
        """Ask which of those like ``row`` (itself too, while open) are meant, and decide them.

        Whether there was anything to ask about.
        """
        rows = self._review.alike(row, self._model.every())
        if row.verdict is None:
            rows = [row, *rows]
        if not rows:
            return False
        ticked = AlikeDialog.ask(rows, self.describe(ruling), self.say, self._window)
        if ticked:
            chosen = [(one.article, one.key) for one in ticked]
            self._batching.run(
                alike_batch(self._review, chosen, ruling),
                self.tr("Deciding…"),
                lambda _: self.tr("%n disagreement(s) settled alike.", "", len(chosen)),
            )
        return True
