"""Reviews made of colleagues' files, off the main thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.core.progress import Progress
from annotator.review.merging import RuleOptions
from annotator.services.project import Project
from annotator.services.reviews import make_review, open_review
from annotator.services.transfer import Report
from annotator.ui.controller import Controller
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.review_files import ReviewChoice, ReviewFilesDialog
from annotator.ui.surroundings import Surroundings
from annotator.ui.text import ltr


class Reviews(Controller):
    """What the File menu does for reviews, for the window of one project or of none."""

    def __init__(self, around: Surroundings, project: Project | None, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._project = project
        self._window = window
        self._closed = False

    def make(self) -> None:
        """Ask for files and a place, make a review and open it."""
        folder = str(self._project.path.parent) if self._project else ""
        choice = ReviewFilesDialog.ask(folder, self._window)
        if choice is not None and self._is_open(choice):
            self.failed.emit(_open_here(choice))
        elif choice is not None and (not choice.path.exists() or self._may_replace(choice)):
            self.make_of(choice)

    def make_of(self, choice: ReviewChoice) -> None:
        """Make the review that was chosen, and open it."""
        text = self.tr("Comparing…")

        def work(progress: Progress) -> tuple[Problem, ...]:
            # SQLite's connection belongs to this thread: the window opens its own.
            options = RuleOptions(threshold=choice.threshold)
            review = make_review(
                choice.path,
                choice.sources,
                rule=choice.rule,
                options=options,
                force=True,
                progress=progress,
            )
            review.close()
            return review.problems

        self._around.runner.run(
            work,
            done=partial(self._made, choice),
            failed=self._failed,
            stopped=self._stopped,
            progress=lambda done, total: self.working.emit(text, done, total),
        )
        self.working.emit(text, 0, None)

    def close(self) -> None:
        """Give the project up; a review that is still being made is not opened."""
        self._closed = True

    def _made(self, choice: ReviewChoice, problems: tuple[Problem, ...]) -> None:
        self.rested.emit()
        if self._closed:
            return
        try:
            made = open_review(choice.path)
        except UserError as error:  # between making and opening, somebody took the file away
            self.failed.emit(error)
            return
        self._around.show(made.project)
        if problems:
            report = Report()
            report.problems.extend(problems)
            said = self.tr("Not everything could be taken as it stands:")
            ReportDialog.ask(self.tr("Review"), said, report, self._window)

    def _failed(self, error: BaseException) -> None:
        self.rested.emit()
        self.failed.emit(error)

    def _stopped(self) -> None:
        self.rested.emit()
        self.noted.emit(self.tr("Stopped; no review was made."))

    def _is_open(self, choice: ReviewChoice) -> bool:
        return self._project is not None and choice.path.resolve() == self._project.path.resolve()

    def _may_replace(self, choice: ReviewChoice) -> bool:
        question = self.tr("{path} is there already, with what was decided in it. Replace it?")
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Review"))
        box.setText(question.format(path=ltr(str(choice.path))))
        replace = box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is replace


def _open_here(choice: ReviewChoice) -> UserError:
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "This project is open in the window.")),
        where=str(choice.path),
        todo=message(QT_TRANSLATE_NOOP("messages", "Choose another place for the review.")),
    )
