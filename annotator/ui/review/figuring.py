"""What a review window reads off the main thread: all disagreements, and the figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.progress import Progress
from annotator.review.agreement.breakdown import Point
from annotator.review.agreement.sample import Sample
from annotator.services.adjudicating import (
    Figures,
    agreement_by_article,
    agreement_over_time,
    measured,
    review_sample,
)
from annotator.services.reviewing import Review
from annotator.ui.controller import Controller
from annotator.ui.review.listed import Listed
from annotator.ui.runner import Runner, Task


class _Measured(NamedTuple):
    sample: Sample
    agreement: Mapping[int, float]
    trend: tuple[Point, ...]


class Figuring(Controller):
    """Reads a review once; figures of one article are asked for again and again."""

    rows_read = Signal(object)
    """All disagreements, as :class:`Listed`."""
    agreement_read = Signal(object)
    """How well annotators agree, by the article's key."""
    trend_read = Signal(object)
    """How well they agree as the work goes on: its :class:`Point` in order."""
    figures_read = Signal(object)
    """The :class:`Figures` of what was asked for last."""

    def __init__(self, runner: Runner, review: Review, window: QWidget) -> None:
        super().__init__(window)
        self._runner = runner
        self._review: Review | None = review
        self._sample: Sample | None = None
        self._asked: int | None = None
        self._tasks: list[Task[object]] = []

    def start(self) -> None:
        """Read the disagreements, then what figures are measured on."""
        review = self._review
        assert review is not None
        text = self.tr("Reading the review…")

        def rows(progress: Progress) -> Listed:
            return Listed.of(list(review.rows(progress)))

        def sample(progress: Progress) -> _Measured:
            found = review_sample(review, progress)
            return _Measured(found, agreement_by_article(found), agreement_over_time(found))

        self._run(rows, self.rows_read.emit, text)
        self._run(sample, self._take_sample, text)

    def ask(self, article: int | None) -> None:
        """Ask for the figures of one article, or of all."""
        self._asked = article
        sample = self._sample
        if sample is None:
            return

        def work(_progress: Progress) -> Figures:
            return measured(sample, article)

        self._run(work, lambda found: self._tell(article, found), "")

    def close(self) -> None:
        """Give the review up; what still reads it would hold up the next window's work."""
        self._review = None
        for task in self._tasks:
            task.cancel()

    def _take_sample(self, found: _Measured) -> None:
        self._sample = found.sample
        self.agreement_read.emit(found.agreement)
        self.trend_read.emit(found.trend)
        self.ask(self._asked)

    def _tell(self, article: int | None, figures: Figures) -> None:
        if article == self._asked:
            self.figures_read.emit(figures)

    def _run(
        self, work: Callable[[Progress], object], done: Callable[..., None], text: str
    ) -> None:
        def ended(result: object) -> None:
            self.rested.emit()
            done(result)

        def failed(error: BaseException) -> None:
            self.rested.emit()
            self.failed.emit(error)

        task = self._runner.run(
            work,
            done=ended,
            failed=failed,
            stopped=self.rested.emit,
            progress=(lambda now, total: self.working.emit(text, now, total)) if text else None,
            wanted=lambda: self._review is not None,
            quiet=True,
        )
        self._tasks = [*(one for one in self._tasks if not one.ended), task]
