"""One decision over several articles: made, taken back and done again as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.progress import Progress
from annotator.services.session import ArticleSession, Changed
from annotator.storage import NOBODY, Batch, BatchItem, BatchOutcome, ProjectFile

Listener = Callable[[BatchOutcome], None]


class Batches:
    """The batches of one project. Belongs to the file's thread.

    Sessions that are open are kept in step with what a batch saves, and tell their listeners.
    """

    def __init__(
        self, file: ProjectFile, annotator: str, sessions: Mapping[int, ArticleSession]
    ) -> None:
        self._file = file
        self._annotator = annotator
        self._sessions = sessions
        self._listeners: list[Listener] = []

    def perform(
        self,
        name: str,
        items: Iterable[BatchItem],
        *,
        args: Mapping[str, Any] | None = None,
        values: Mapping[str, Any] | None = None,
        by: object = None,
        progress: Progress | None = None,
    ) -> BatchOutcome:
        """Make one decision over several articles, and on values of the project, as one step.

        It is saved whole or not at all, and undone from any of its articles. Articles are read
        one at a time, in the order of the items. No article is started by it: its status stays.

        Args:
            name: the stable identifier of the step, as of an edit.
            items: which sets, and what to decide in each from its state; may be a generator.
            args: what fills the step's sentence.
            values: JSON values that the project keeps by name, as its label set.
            by: who asks, as in :meth:`ArticleSession.perform`.
            progress: counts items, and cancels before anything is kept.

        Raises:
            UserError: it could not be saved; nothing has changed.
            Cancelled: nothing has changed.
        """
        header = self.header(name, args)
        outcome = self._file.record_batch(header, items, values=values, progress=progress)
        self.follow(outcome, by)
        return outcome

    def header(self, name: str, args: Mapping[str, Any] | None = None) -> Edit:
        """Return what :meth:`ProjectFile.record_batch` takes as the name of a batch.

        For a batch made by another thread: ``file.lend()``, there ``file.borrowed()`` records
        it, then ``file.take_back()`` and :meth:`follow`.
        """
        actor = self.actor()
        return Edit(name, (), actor.name, actor.at, args or {})

    def undo(self, key: int, by: object = None, progress: Progress | None = None) -> BatchOutcome:
        """Take a batch back in every article; what someone has decided on since is left, and told.

        Raises:
            KeyError: there is no such batch.
            UserError: it could not be saved; nothing has changed.
            Cancelled: nothing has changed.
        """
        return self._turn(key, back=True, by=by, progress=progress)

    def redo(self, key: int, by: object = None, progress: Progress | None = None) -> BatchOutcome:
        """Do a batch again that was taken back, as far as the articles allow; as :meth:`undo`."""
        return self._turn(key, back=False, by=by, progress=progress)

    def recent(self, limit: int = 100) -> list[Batch]:
        """Return the last batches, the newest first, those taken back too."""
        return self._file.batches(limit)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every batch made or turned; the function returned ends that."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def turn_from(
        self,
        session: ArticleSession,
        key: int,
        *,
        back: bool,
        by: object = None,
        progress: Progress | None = None,
    ) -> Changed | None:
        """Turn a batch from one of its articles, and return what changed there."""
        outcome = self._file.turn_batch(key, self.actor(), back=back, progress=progress)
        return self.follow(outcome, by).get(session.key)

    def _turn(self, key: int, *, back: bool, by: object, progress: Progress | None) -> BatchOutcome:
        outcome = self._file.turn_batch(key, self.actor(), back=back, progress=progress)
        self.follow(outcome, by)
        return outcome

    def follow(self, outcome: BatchOutcome, by: object = None) -> dict[int, Changed]:
        """Bring open sessions to what a batch has saved; return the changes by article."""
        changes: dict[int, Changed] = {}
        for article, annotator, kind in outcome.touched:
            session = self._sessions.get(article)
            if session is None or annotator not in {self._annotator, NOBODY}:
                continue
            changed = session.follow(kind, by)
            if changed is not None:
                changes[article] = changed
        for listener in tuple(self._listeners):
            listener(outcome)
        return changes

    def actor(self) -> Actor:
        """Return who decides here, and the time now."""
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return Actor(self._annotator, now)
