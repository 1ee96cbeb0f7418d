"""The embedded model learns from finished articles, in the background, and says what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import UserError
from annotator.core.progress import Progress
from annotator.services import learning
from annotator.services.learning import Learned
from annotator.services.project import Project
from annotator.storage import Filters, LearningRecord
from annotator.suggest.corrected import FINISHED
from annotator.ui.controller import Controller
from annotator.ui.runner import Runner, Task
from annotator.ui.text import ltr

if TYPE_CHECKING:
    from annotator.suggest.embedded.model import EmbeddedModel


_AGAIN = 500
"""Milliseconds until what was learned is offered again to a project that is being written to."""

_FINISHED = Filters(statuses=FINISHED)


class Learning(Controller):
    """What one project teaches: at most one time of learning at once, never on the main thread."""

    started = Signal()
    ended = Signal()
    learned = Signal(object)
    """The :class:`LearningRecord` of a time of learning, or None where there was too little."""

    def __init__(
        self, runner: Runner, project: Project | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._project = project
        self._model: EmbeddedModel | None = None
        self._task: Task[Learned | None] | None = None
        if project is not None:
            runner.run(
                partial(self._loaded, project), done=lambda _: None, failed=self._failed, quiet=True
            )

    @property
    def running(self) -> bool:
        """Whether the model is learning."""
        return self._task is not None

    def model(self) -> EmbeddedModel | None:
        """Return the model that this project has taught, None for the shipped one. Any thread."""
        return self._model

    def records(self) -> list[LearningRecord]:
        """Return every time of learning in this project, the first one first."""
        return self._project.file.learning_records() if self._project else []

    def told(self, record: LearningRecord) -> str:
        """Return what a time of learning brought, and which model it left in use."""
        learned = self.tr("Learned from %n article(s).", "", record.articles)
        template = (
            self.tr(
                "F1 on held-back articles went from {before} to {after}; the new model is used."
            )
            if record.kept
            else self.tr("F1 on held-back articles fell from {before} to {after}; the model stays.")
        )
        before, after = (ltr(f"{f1:.1%}") for f1 in (record.f1_before, record.f1_after))
        return f"{learned} {template.format(before=before, after=after)}"

    def article_finished(self) -> None:
        """Learn if enough articles were finished since the last time."""
        self._learn(due_only=True)

    def learn(self) -> None:
        """Learn now."""
        self._learn(due_only=False)

    def cancel(self) -> None:
        """Stop learning; the model stays as it was."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Stop learning and forget the project; what still runs tells nobody."""
        self.cancel()
        self._project = None

    # On the runner's thread

    def _loaded(self, project: Project, _progress: Progress) -> None:
        with project.file.reader() as reader:
            self._model = learning.load_learned(reader)

    def _work(self, project: Project, due_only: bool, progress: Progress) -> Learned | None:
        with project.file.reader() as reader:
            if due_only:
                finished = sum(1 for _ in reader.annotated(_FINISHED))
                if not learning.is_due(reader.learning_records(), finished):
                    return None
            return learning.learn_from(reader, self._model, progress)

    # On the main thread

    def _learn(self, *, due_only: bool) -> None:
        project = self._project
        if project is None or project.read_only is not None or self.running:
            return
        self._task = self._runner.run(
            partial(self._work, project, due_only),
            done=partial(self._done, project, due_only),
            failed=self._failed,
            stopped=self._end,
            wanted=lambda: self._project is project,
        )
        self.started.emit()

    def _done(self, project: Project, due_only: bool, learned: Learned | None) -> None:
        if self._project is not project:
            return
        if self._task is not None and self._task.progress.cancelled:  # while it waited to be saved
            self._end()
            return
        if learned is not None and project.file.is_lent:  # articles are being imported, say
            QTimer.singleShot(_AGAIN, self, partial(self._done, project, due_only, learned))
            return
        try:
            if learned is not None:
                learning.save_learned(project.file, learned)
        except UserError as error:
            self._failed(error)
            return
        if learned is not None and learned.model is not None:
            self._model = learned.model
        self._end()
        if learned is not None or not due_only:
            self.learned.emit(learned.record if learned else None)

    def _failed(self, error: BaseException) -> None:
        self._end()
        if self._project is not None:
            self.failed.emit(error)

    def _end(self) -> None:
        if self._task is not None:
            self._task = None
            if self._project is not None:
                self.ended.emit()
