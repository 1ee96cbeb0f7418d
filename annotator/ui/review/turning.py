"""Decisions of a review taken back and done again, wherever they were made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.batches import moves_batch
from annotator.core.errors import UserError
from annotator.core.verdicts import Verdict
from annotator.services.reviewing import Review
from annotator.services.session import Changed
from annotator.storage import BatchOutcome, StepKind
from annotator.ui.batching import Batching
from annotator.ui.controller import Controller
from annotator.ui.review.stepping import Stepping
from annotator.ui.review.trail import Trail
from annotator.ui.runner import Runner


class Turning(Controller):
    """Goes back over the articles in the order of the decisions, and shows each where it was."""

    turned = Signal()
    """A decision was taken back or done again, or one over several articles was made."""

    def __init__(
        self,
        runner: Runner,
        review: Review,
        stepping: Stepping,
        batching: Batching,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._runner, self._closed = runner, False
        self._review, self._model = review, stepping.model
        self._stepping, self._batching = stepping, batching
        self._trail = Trail()
        self._of_batch = False
        stepping.article_changed.connect(self._show_turned)
        batching.changed.connect(self._take_batch)

    def perform(self, article: int, decide: Callable[[], Changed | None]) -> bool:
        """Do what decides in an article, given by its key; False where it could not be saved."""
        try:
            change = decide()
        except UserError as error:
            self.failed.emit(error)
            return False
        if change is not None:
            self._trail.add(article)
        return True

    def can(self, *, back: bool) -> bool:
        """Whether there is a decision to take back, or (not ``back``) to do again."""
        history = self._stepping.history
        here = history.can_undo if back else history.can_redo
        return self._trail.has(back=back) or here

    def undo(self) -> None:
        """Take the last decision back, wherever it was made."""
        self._turn(back=True)

    def redo(self) -> None:
        """Do the decision again that was taken back last."""
        self._turn(back=False)

    def _turn(self, *, back: bool) -> None:
        """Take back, or do again, the last step in the article where that was."""
        article = self._trail.next(back=back)
        if article is not None and not self._stepping.open_article(article):
            return
        session = self._stepping.session
        steps = (session.history.done if back else session.history.undone) if session else ()
        if session is None or not steps:
            return
        batch = steps[-1].batch
        self._trail.turned(session.key, back=back)
        if batch is not None and moves_batch(steps[-1]):
            self._of_batch = True
            self._batching.turn(batch, back)
            return
        try:
            (session.undo if back else session.redo)(self)
        except UserError as error:
            self._trail.turned(session.key, back=not back)
            self.failed.emit(error)

    def _show_turned(self, change: Changed) -> None:
        """Go to where a step was that was taken back or done again."""
        session = self._stepping.session
        if session is None or change.kind is StepKind.DO:
            return
        before = {verdict.id: verdict for verdict in change.before.verdicts}
        after = {verdict.id: verdict for verdict in change.after.verdicts}
        keys = [key for key in before | after if before.get(key) != after.get(key)]
        row = self._model.find(session.key, keys[0]) if keys else None
        if row is not None and change.initiator is self:
            self._stepping.go_to(row)
        self.turned.emit()

    def close(self) -> None:
        """Give the review up."""
        self._closed = True

    def _take_batch(self, outcome: BatchOutcome) -> None:
        """Follow a decision over several articles, once it is read what was decided in them."""
        review = self._review
        self._runner.run(
            lambda _: review.verdicts(),
            done=partial(self._show_batch, outcome),
            failed=self.failed.emit,
            wanted=lambda: not self._closed,
        )

    def _show_batch(
        self, outcome: BatchOutcome, verdicts: Mapping[int, tuple[Verdict, ...]]
    ) -> None:
        for touched in outcome.touched:
            self._model.update_article(touched.article, verdicts.get(touched.article, ()))
        of_batch, self._of_batch = self._of_batch, False
        self._stepping.refresh()
        if outcome.touched and not of_batch:
            self._trail.add(outcome.touched[0].article)
            self._stepping.next()
        self.turned.emit()
