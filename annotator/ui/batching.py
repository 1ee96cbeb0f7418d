"""Decisions over several articles, saved off the main thread, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import UserError
from annotator.core.progress import Progress
from annotator.services.project import Project
from annotator.storage import BatchOutcome, ProjectFile
from annotator.ui.controller import Controller
from annotator.ui.runner import Runner

R = TypeVar("R")
Work = Callable[[ProjectFile, Progress], BatchOutcome]
Said = Callable[[BatchOutcome], str]

INITIATOR = "batch"


class Batching(Controller):
    """Runs one batch at a time; meanwhile the project is read and not written to here.

    Esc stops it before anything is kept.
    """

    changed = Signal(object)
    """The :class:`BatchOutcome` of a batch made, taken back or done again, whoever asked."""

    def __init__(
        self, runner: Runner, project: Project | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._project = project
        self._leave = project.batches.listen(self.changed.emit) if project else None

    def run(self, work: Work, text: str, said: Said) -> None:
        """Let ``work`` make a batch through the file that it gets, in the background.

        ``text`` says what is being done, ``said`` what came of it.
        """
        project = self._project
        if project is not None:
            self.write(work, text, partial(self._told_of, project, said))

    def write(
        self, work: Callable[[ProjectFile, Progress], R], text: str, done: Callable[[R], None]
    ) -> None:
        """Let ``work`` write to the file that it gets, in the background; ``done`` gets what came.

        ``done`` is not called when the project was given up, or the work failed or was stopped.
        """
        project = self._project
        if project is None:
            return
        try:
            project.file.lend()
        except UserError as error:
            self.failed.emit(error)
            return

        def borrowing(progress: Progress) -> R:
            with project.file.borrowed() as file:
                return work(file, progress)

        self._runner.run(
            borrowing,
            done=partial(self._done, project, done),
            failed=partial(self._failed, project),
            stopped=partial(self._stopped, project),
            progress=lambda done, total: self.working.emit(text, done, total),
        )
        self.working.emit(text, 0, None)

    def turn(self, key: int, back: bool) -> None:
        """Take a batch back in every article, or do it again."""
        project = self._project
        if project is None:
            return
        actor = project.batches.actor()
        self.run(
            lambda file, progress: file.turn_batch(key, actor, back=back, progress=progress),
            self.tr("Taking it back in every article…") if back else self.tr("Doing it again…"),
            partial(self._told, back=back),
        )

    def close(self) -> None:
        """Give the project up."""
        self._project = None
        if self._leave is not None:
            self._leave()

    def _done(self, project: Project, done: Callable[[R], None], outcome: R) -> None:
        self._take_back(project)
        if self._project is project:
            done(outcome)

    def _told_of(self, project: Project, said: Said, outcome: BatchOutcome) -> None:
        project.batches.follow(outcome, INITIATOR)
        self.noted.emit(said(outcome))

    def _failed(self, project: Project, error: BaseException) -> None:
        self._take_back(project)
        if self._project is project:
            self.failed.emit(error)

    def _stopped(self, project: Project) -> None:
        self._take_back(project)
        self.noted.emit(self.tr("Stopped; nothing has changed."))

    def _take_back(self, project: Project) -> None:
        self.rested.emit()
        try:
            project.file.take_back()
        except UserError as error:
            self.failed.emit(error)

    def _told(self, outcome: BatchOutcome, *, back: bool) -> str:
        count = len(outcome.touched)
        text = (
            self.tr("Taken back in %n article(s).", "", count)
            if back
            else self.tr("Done again in %n article(s).", "", count)
        )
        left = sum(one.changes for one in outcome.left)
        if left:
            stays = self.tr("%n place(s) stay as decided since.", "", left)
            return f"{text} {stays}"
        return text
