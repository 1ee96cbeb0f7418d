"""The project's memory in the window: filled at opening, kept up with every decision, echoed.

The memory is touched by the runner's one thread alone, where searches for suggestions use it
too; so it needs no lock, and nothing waits for it on the main thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer

from annotator.core.annotated import AnnotatedArticle
from annotator.core.edits import Edit, EntityChange
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.services import label_sets, remembering
from annotator.services.project import Project
from annotator.services.session import ArticleSession, Changed
from annotator.storage import StepKind
from annotator.suggest.memory import Memory
from annotator.ui.controller import Controller
from annotator.ui.runner import Runner, Task

INITIATOR = "memory"

RESTING_MILLISECONDS = 60
"""How long no decision must have come before it is echoed: until then the window is painted,
which a thread at work would slow, and quick decisions are echoed together."""


class Remembering(Controller):
    """Holds the memory of one project, and echoes each decision in the rest of its article."""

    def __init__(
        self, runner: Runner, project: Project | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._project = project
        self.label_set: LabelSet | None = project.label_set if project else None
        self._memory = Memory()
        self._decided = 0
        self._included = 0
        self._session: ArticleSession | None = None
        self._leave: Callable[[], None] | None = None
        self._owed: list[Edit] = []
        self._echoing: Task[Edit] | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTING_MILLISECONDS)
        self._resting.timeout.connect(self._echo)
        self.fill()

    @property
    def busy(self) -> bool:
        """Whether decisions are still to be echoed."""
        return self._resting.isActive() or self._echoing is not None

    def memory(self) -> Memory:
        """Return the memory. For work on the runner only."""
        return self._memory

    def use_labels(self, label_set: LabelSet) -> None:
        """Read the memory anew, and suggest these labels alone."""
        self.label_set = label_set
        self.fill()

    def fill(self) -> None:
        """Read the memory anew from the project, as at opening and after an import."""
        if self._project is not None:
            self._runner.run(
                partial(self._filled, self._project),
                done=lambda _: None,
                failed=self._failed,
                quiet=True,
            )

    def open(self, session: ArticleSession | None) -> None:
        """Listen to another article, or to none."""
        if self._leave is not None:
            self._leave()
        self._resting.stop()
        self._session, self._owed, self._echoing = session, [], None
        self._leave = session.subscribe(self._on_change) if session else None

    def close(self) -> None:
        """Forget the project; what still runs tells nobody."""
        self.open(None)
        self._project = None

    # On the runner's thread

    def _filled(self, project: Project, progress: Progress) -> None:
        """Fill a new memory; what is decided while the file is read makes it read again."""
        while True:
            decided = self._decided
            with project.file.reader() as reader:
                memory = remembering.remembered(reader, progress)
            if decided == self._decided:
                break
        self._memory, self._included = memory, decided

    def _learned(self, change: Changed, number: int, _progress: Progress) -> None:
        if number > self._included:  # else the file had it when the memory was filled
            remembering.learn(self._memory, change.before, change.after, change.edit)

    # On the main thread

    def _on_change(self, change: Changed) -> None:
        names = any(isinstance(one, EntityChange) for one in change.edit.changes)
        if not names or change.initiator == INITIATOR:
            return
        self._decided += 1
        self._runner.run(
            partial(self._learned, change, self._decided),
            done=lambda _: None,
            failed=self._failed,
            quiet=True,
        )
        # A batch has been everywhere already, and what it changed is no word about the rest.
        alone = change.edit.batch is None and change.initiator != label_sets.STEP
        if alone and change.kind is StepKind.DO and change.edit.undoable:
            self._owed.append(change.edit)
            self._resting.start()

    def _echo(self) -> None:
        """Look in the background for what the decisions mean for the rest of the article."""
        session = self._session
        if session is None or self._echoing is not None or not self._owed:
            return
        state, actor, owed = session.state, session.actor(), tuple(self._owed)
        labels = self.label_set
        together = replace(owed[-1], changes=tuple(c for edit in owed for c in edit.changes))
        self._echoing = self._runner.run(
            lambda _progress: remembering.echo(state, self._memory, together, actor, labels),
            done=partial(self._echoed, session, state, len(owed)),
            failed=partial(self._echo_failed, session),
            stopped=partial(self._echo_stopped, session),
            wanted=lambda: self._session is session,
        )

    def _echoed(
        self, session: ArticleSession, state: AnnotatedArticle, owed: int, edit: Edit
    ) -> None:
        self._echoing = None
        if session.state is not state:  # decided on meanwhile: the edit may not fit any more
            self._resting.start()
            return
        del self._owed[:owed]
        try:
            if edit.changes:
                session.perform(edit, by=INITIATOR)
        except UserError as error:
            self.failed.emit(error)

    def _echo_stopped(self, session: ArticleSession) -> None:
        if self._session is session:
            self._echoing, self._owed = None, []

    def _echo_failed(self, session: ArticleSession, error: BaseException) -> None:
        self._echo_stopped(session)
        self._failed(error)

    def _failed(self, error: BaseException) -> None:
        if self._project is not None:
            self.failed.emit(error)
