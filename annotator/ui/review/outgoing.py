"""What a review gives to others: the report, and feedback to the colleagues."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.core.progress import Progress
from annotator.review.merging import RULES
from annotator.services.feedback import FeedbackOptions, write_feedback
from annotator.services.review_report import ReportOptions, review_report
from annotator.services.reviewing import Review
from annotator.services.reviews import AGREED
from annotator.ui.controller import Controller
from annotator.ui.dialogs.files import ask_save
from annotator.ui.surroundings import Surroundings
from annotator.ui.text import ltr, told


class Outgoing(Controller):
    """Writes files from a review, off the main thread; they speak the window's language.

    ``nameless`` tells whether names are hidden, ``pending`` how many disagreements are open.
    """

    def __init__(
        self,
        around: Surroundings,
        review: Review,
        window: QWidget,
        *,
        nameless: Callable[[], bool],
        pending: Callable[[], int],
    ) -> None:
        super().__init__(window)
        self._around = around
        self._review: Review | None = review
        self._nameless, self._pending = nameless, pending
        self._window = window

    def report(self) -> None:
        """Ask for a file, and write the report into it."""
        path = self._ask(self.tr("Report on the review"), ".html")
        if path is not None:
            self.write_report(path)

    def feedback(self) -> None:
        """Ask for a folder, and write everybody's feedback into it."""
        by_rule = self._wants_rule()
        if by_rule is None:
            return
        path = self._ask(self.tr("Folder for feedback to colleagues"), "-feedback")
        if path is not None:
            self.write_feedback(path, by_rule=by_rule)

    def write_report(self, path: Path) -> None:
        """Write the report; whoever chose the file was asked whether it may be replaced."""
        review, language, nameless = self._review, self._around.language, self._nameless()
        assert review is not None

        def work(progress: Progress) -> None:
            options = ReportOptions(language, nameless)
            review_report(review, path, options, force=True, progress=progress)

        self._run(work, path, self.tr("Writing the report…"))

    def write_feedback(self, path: Path, *, by_rule: bool = False) -> None:
        """Write the feedback; of a folder that has any, that is replaced and nothing else.

        With ``by_rule``, what the rule accepted where nobody has decided is told too.
        """
        review, language, nameless = self._review, self._around.language, self._nameless()
        assert review is not None

        def work(progress: Progress) -> None:
            options = FeedbackOptions(language, not nameless, by_rule=by_rule)
            write_feedback(review, path, options, force=True, progress=progress)

        self._run(work, path, self.tr("Writing feedback…"))

    def close(self) -> None:
        """Give the review up."""
        self._review = None

    def _wants_rule(self) -> bool | None:
        """Ask whether what the rule accepted is told as corrections; None for no feedback."""
        assert self._review is not None
        pending, rule = self._pending(), RULES.get(self._review.setup.rule)
        if not pending or rule is None or rule.id == AGREED:
            return False
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Feedback to colleagues"))
        box.setText(self.tr("%n disagreement(s) wait for your decision.", "", pending))
        question = self.tr("Tell what the rule “{rule}” accepted there as corrections too?")
        box.setInformativeText(question.format(rule=told(rule.name)))
        roles = QMessageBox.ButtonRole
        mine = box.addButton(self.tr("My decisions alone"), roles.NoRole)
        both = box.addButton(self.tr("The rule's too"), roles.YesRole)
        box.addButton(self.tr("Cancel"), roles.RejectRole)
        box.setDefaultButton(mine)
        box.exec()
        clicked = box.clickedButton()
        return True if clicked is both else False if clicked is mine else None

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
