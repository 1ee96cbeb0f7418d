"""What a review gives to others: the report, and feedback to the colleagues."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.core.progress import Progress
from annotator.services.feedback import FeedbackOptions, write_feedback
from annotator.services.review_report import ReportOptions, review_report
from annotator.services.reviewing import Review
from annotator.ui.controller import Controller
from annotator.ui.dialogs.files import ask_save
from annotator.ui.surroundings import Surroundings
from annotator.ui.text import ltr


class Outgoing(Controller):
    """Writes files from a review, off the main thread; ``nameless`` tells whether names are hidden.

    They speak the window's language.
    """

    def __init__(
        self, around: Surroundings, review: Review, nameless: Callable[[], bool], window: QWidget
    ) -> None:
        super().__init__(window)
        self._around = around
        self._review: Review | None = review
        self._nameless = nameless
        self._window = window

    def report(self) -> None:
        """Ask for a file, and write the report into it."""
        path = self._ask(self.tr("Report on the review"), ".html")
        if path is not None:
            self.write_report(path)

    def feedback(self) -> None:
        """Ask for a folder, and write everybody's feedback into it."""
        path = self._ask(self.tr("Folder for feedback to colleagues"), "-feedback")
        if path is not None:
            self.write_feedback(path)

    def write_report(self, path: Path) -> None:
        """Write the report; whoever chose the file was asked whether it may be replaced."""
        review, language, nameless = self._review, self._around.language, self._nameless()
        assert review is not None

        def work(progress: Progress) -> None:
            options = ReportOptions(language, nameless)
            review_report(review, path, options, force=True, progress=progress)

        self._run(work, path, self.tr("Writing the report…"))

    def write_feedback(self, path: Path) -> None:
        """Write the feedback; of a folder that has any, that is replaced and nothing else."""
        review, language, nameless = self._review, self._around.language, self._nameless()
        assert review is not None

        def work(progress: Progress) -> None:
            options = FeedbackOptions(language, not nameless)
            write_feedback(review, path, options, force=True, progress=progress)

        self._run(work, path, self.tr("Writing feedback…"))

    def close(self) -> None:
        """Give the review up."""
        self._review = None

    def _ask(self, title: str, ending: str) -> Path | None:
        assert self._review is not None
        project = self._review.project.path
        return ask_save(self._window, title, project.with_name(f"{project.stem}{ending}"))

    def _run(self, work: Callable[[Progress], None], path: Path, text: str) -> None:
        self._around.runner.run(
            work,
            done=partial(self._written, path),
            failed=self._failed,
            stopped=self._stopped,
            progress=lambda now, total: self.working.emit(text, now, total),
            wanted=lambda: self._review is not None,
        )
        self.working.emit(text, 0, None)

    def _written(self, path: Path, _: object) -> None:
        self.rested.emit()
        self.noted.emit(self.tr("Written: {path}").format(path=ltr(str(path))))

    def _failed(self, error: BaseException) -> None:
        self.rested.emit()
        self.failed.emit(error)

    def _stopped(self) -> None:
        self.rested.emit()
        self.noted.emit(self.tr("Stopped; nothing was written."))
