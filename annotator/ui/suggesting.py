"""Suggestions for the open article, made off the main thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from annotator.config.settings import SUGGEST_ON_OPEN
from annotator.core.article import ArticleStatus
from annotator.core.entities import HUMAN
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.services import suggesting
from annotator.services.session import ArticleSession
from annotator.suggest.base import Found
from annotator.suggest.memory import Memory
from annotator.ui.controller import Controller
from annotator.ui.runner import Task
from annotator.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from annotator.suggest.embedded.model import EmbeddedModel

INITIATOR = "suggestions"


class Means(NamedTuple):
    """What a search works with: names of engines, and the project's memory, model and labels."""

    engines: Sequence[str]
    memory: Memory
    model: EmbeddedModel | None = None
    label_set: LabelSet | None = None


class Suggesting(Controller):
    """At most one search for suggestions at a time; its result is dropped when late."""

    started = Signal()
    progressed = Signal(int, object)
    """Steps done, and how many there are (None while unknown)."""
    ended = Signal()

    def __init__(
        self, around: Surroundings, means: Callable[[], Means], parent: QObject | None = None
    ) -> None:
        """Search on the first runner, whose thread asks ``means`` anew for each search."""
        super().__init__(parent)
        self._runner = around.runner
        self._settings = around.settings
        self._means = means
        self._task: Task[Found] | None = None
        self._session: ArticleSession | None = None

    @property
    def running(self) -> bool:
        """Whether a search is under way."""
        return self._task is not None

    def open(self, session: ArticleSession | None) -> None:
        """Turn to another article; a new one is searched at once, if that is set."""
        self.cancel()
        if self._task is not None:
            self._task = None
            self.ended.emit()
        self._session = session
        if session is not None and self._settings[SUGGEST_ON_OPEN] and _is_fresh(session):
            self.search()

    def use_labels(self, label_set: LabelSet) -> None:
        """Search anew for these labels, if a search is under way."""
        session = self._session
        if self.running and session is not None:
            self.cancel()
            self._task = None
            self.search()

    def search(self) -> None:
        """Search the open article; what was decided stays as it is."""
        session = self._session
        if session is None or self.running:
            return
        article = session.state.article

        def work(progress: Progress) -> Found:
            means = self._means()
            return suggesting.suggest(
                article,
                engines=means.engines,
                memory=means.memory,
                model=means.model,
                label_set=means.label_set,
                progress=progress,
            )

        # What is decided meanwhile stays: only another article makes the result unwanted.
        self._task = self._runner.run(
            work,
            done=partial(self._done, session),
            failed=partial(self._failed, session),
            stopped=partial(self._stopped, session),
            progress=partial(self._progressed, session),
            wanted=lambda: self._session is session,
        )
        self.started.emit()

    def cancel(self) -> None:
        """Stop the search; nothing of it is kept."""
        if self._task is not None:
            self._task.cancel()

    def _done(self, session: ArticleSession, found: Found) -> None:
        self._end(session)
        edit = suggesting.suggest_edit(session.state, found, session.actor())
        try:
            if edit.changes:
                session.perform(edit, by=INITIATOR)
        except UserError as error:
            self.failed.emit(error)

    def _failed(self, session: ArticleSession, error: BaseException) -> None:
        self._end(session)
        if self._session is session:
            self.failed.emit(error)

    def _stopped(self, session: ArticleSession) -> None:
        self._end(session)

    def _progressed(self, session: ArticleSession, done: int, total: int | None) -> None:
        if self._session is session:
            self.progressed.emit(done, total)

    def _end(self, session: ArticleSession) -> None:
        """Forget the task, unless another article's has begun since."""
        if self._session is session and self._task is not None:
            self._task = None
            self.ended.emit()


def _is_fresh(session: ArticleSession) -> bool:
    state = session.state
    # What was marked by hand came with a decision over many articles: nobody was here yet.
    origins = {*(e.origin for e in state.entities), *(q.origin for q in state.quotes)}
    return state.status is ArticleStatus.NEW and origins <= {HUMAN}
