"""The consistency check: its window, the check in the background, and what is decided there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.review.consistency import Finding, stands
from annotator.services.consistency import (
    Outcome,
    call_right,
    called_right,
    check_consistency,
    mend,
)
from annotator.services.project import Project
from annotator.services.session import ArticleSession, Changed
from annotator.storage import BatchOutcome
from annotator.ui.annotating import Annotating
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller
from annotator.ui.dialogs.consistency import ConsistencyDialog
from annotator.ui.runner import Runner, Task

INITIATOR = "consistency"
"""Who a change is from, for listeners that need to know."""


class _Step(NamedTuple):
    """What was decided in the window: the batch, and the findings that it settled."""

    batch: int
    settled: tuple[Finding, ...]


class Checking(Controller):
    """Makes one check at a time, in a thread of its own; a later one stops the earlier."""

    def __init__(
        self,
        project: Project | None,
        annotating: Annotating,
        view: ArticleView,
        language: str,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._project = project
        self._annotating = annotating
        self._view = view
        self._language = language
        self._window = window
        self._runner = Runner(self)
        self._task: Task[Outcome] | None = None
        self._session: ArticleSession | None = None
        self._leave: Callable[[], None] = _nothing
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self.dialog: ConsistencyDialog | None = None

    @property
    def busy(self) -> bool:
        """Whether a check is under way."""
        return self._runner.busy

    def open(self, session: ArticleSession | None) -> None:
        """Follow what is decided in the open article."""
        self._leave()
        self._session = session
        self._leave = session.subscribe(self._on_change) if session else _nothing

    def close(self) -> None:
        """Give the project up and close the window."""
        self._leave()
        self._runner.close()
        self._project = None
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def use_labels(self, label_set: LabelSet) -> None:
        """Name labels as this set does."""
        if self.dialog is not None:
            self.dialog.use_labels(label_set)

    def show(self) -> None:
        """Show the window."""
        if self._project is not None:
            (self.dialog or self._made(self._project)).start()

    def _made(self, project: Project) -> ConsistencyDialog:
        self.dialog = dialog = ConsistencyDialog(project.label_set, self._language, self._window)
        dialog.check_asked.connect(self._check)
        dialog.stop_asked.connect(self._runner.cancel_all)
        dialog.place_asked.connect(self._go)
        dialog.mend_asked.connect(self._mend)
        dialog.right_asked.connect(self._right)
        dialog.undo_asked.connect(self._undo)
        dialog.redo_asked.connect(self._redo)
        return dialog

    # Checking

    def _check(self, of_one: bool) -> None:
        project, dialog, session = self._project, self.dialog, self._session
        if project is None or dialog is None:
            return
        if self._task is not None:
            self._task.cancel()
        dialog.found.clear()
        dialog.show_running(0, None)
        article = session.key if of_one and session else None
        found: deque[Sequence[Finding]] = deque()
        self._task = task = self._runner.run(
            partial(_work, project, article, found),
            done=partial(self._ended, found),
            failed=self.failed.emit,
            stopped=lambda: self._stopped(task),
            progress=lambda done, total: self._take(found, done, total),
        )

    def _take(self, found: deque[Sequence[Finding]], done: int, total: int | None) -> None:
        """Show the findings that have come."""
        if self.dialog is not None:
            while found:
                self.dialog.found.add(found.popleft())
            self.dialog.show_running(done, total)

    def _ended(self, found: deque[Sequence[Finding]], outcome: Outcome) -> None:
        self._take(found, 1, 1)
        if self.dialog is not None:
            self.dialog.show_outcome(outcome)

    def _stopped(self, task: Task[Outcome]) -> None:
        if self.dialog is not None and task is self._task:
            self.dialog.show_outcome(None)

    # What is done with findings

    def _go(self, finding: Finding) -> None:
        self.place_asked.emit(finding.article, finding.span)
        if finding.record:
            self._annotating.go_to(finding.record)
        self._window.activateWindow()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend(self, found: list[Finding]) -> None:
        project, dialog = self._project, self.dialog
        if project is None or dialog is None:
            return
        outcome = self._settled(found, lambda: mend(project, found, INITIATOR))
        if outcome is not None:
            dialog.show_mended(len(found) if outcome.key is not None else 0)

    def _right(self, found: list[Finding], everywhere: bool) -> None:
        project, dialog = self._project, self.dialog
        if project is None or dialog is None:
            return
        if everywhere:
            names = {finding.everywhere for finding in found}
            found = [f for f in dialog.found.every() if f.everywhere in names]
        outcome = self._settled(
            found, lambda: call_right(project, found, everywhere=everywhere, by=INITIATOR)
        )
        if outcome is not None:
            dialog.show_right(len(found))

    def _settled(
        self, found: Sequence[Finding], step: Callable[[], BatchOutcome]
    ) -> BatchOutcome | None:
        """Make a step that settles findings, and take them off the list."""
        dialog = self.dialog
        assert dialog is not None
        row = dialog.current_row()
        outcome = self._guarded(step)
        if outcome is None:
            return None
        if outcome.key is not None:
            self._done.append(_Step(outcome.key, tuple(found)))
            self._undone.clear()
        dialog.found.remove(found)
        dialog.go_to_row(row)
        return outcome

    def _undo(self) -> None:
        project, dialog = self._project, self.dialog
        if project is None or dialog is None or not self._done:
            return
        step = self._done[-1]
        if self._guarded(lambda: project.batches.undo(step.batch, INITIATOR)) is not None:
            self._undone.append(self._done.pop())
            dialog.found.put_back(step.settled)
            dialog.show_turned(back=True)
            dialog.go_to_row(dialog.found.row_of(step.settled[0]))

    def _redo(self) -> None:
        project, dialog = self._project, self.dialog
        if project is None or dialog is None or not self._undone:
            return
        step = self._undone[-1]
        if self._guarded(lambda: project.batches.redo(step.batch, INITIATOR)) is not None:
            self._done.append(self._undone.pop())
            dialog.found.remove(step.settled)
            dialog.show_turned(back=False)

    def _guarded(self, step: Callable[[], BatchOutcome]) -> BatchOutcome | None:
        try:
            return step()
        except UserError as error:
            self.failed.emit(error)
            return None

    def _on_change(self, change: Changed) -> None:
        """Take off the list what a decision in the open article has settled."""
        dialog, session = self.dialog, self._session
        if dialog is None or session is None or change.initiator == INITIATOR:
            return
        key, state = session.key, change.after
        dialog.found.keep(lambda finding: finding.article != key or stands(state, finding))
        dialog.name_kinds()


def _work(
    project: Project, article: int | None, found: deque[Sequence[Finding]], progress: Progress
) -> Outcome:
    with project.file.reader() as reader:
        return check_consistency(
            reader,
            project.annotator,
            found.append,
            article=article,
            right=called_right(reader),
            progress=progress,
        )


def _nothing() -> None:
    """Do nothing."""
