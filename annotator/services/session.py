"""One article open for work: the only thing that changes, and it saves before it says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import takewhile

from annotator.core.annotated import AnnotatedArticle
from annotator.core.arriving import fitted
from annotator.core.article import ArticleStatus
from annotator.core.batches import difference, moves_batch
from annotator.core.decisions import Actor
from annotator.core.edits import Edit, StatusChange
from annotator.core.history import History, Timeline
from annotator.core.jumps import jumped
from annotator.core.progress import Progress
from annotator.storage import Place, ProjectFile, Step, StepKind, TrailMark


@dataclass(frozen=True, slots=True)
class Changed:
    """What a listener is told: the step, what was done with it, on whose behalf, from what to what.

    ``initiator`` is whatever the caller gave; a view that made the change itself may skip it.
    """

    edit: Edit
    kind: StepKind
    initiator: object
    before: AnnotatedArticle
    after: AnnotatedArticle


Listener = Callable[[Changed], None]

TurnBatch = Callable[..., Changed | None]
"""Takes a batch back or does it again, in every article; see :meth:`Batches.turn_from`."""


class ArticleSession:
    """One annotator's work on one article of a project. Belongs to the file's thread.

    A change is on the disk before the state advances: when saving fails, UserError is raised,
    the state is as before, and no listener hears of it.
    """

    def __init__(
        self, file: ProjectFile, key: int, annotator: str, turn_batch: TurnBatch | None = None
    ) -> None:
        self.key = key
        self._file = file
        self._turn_batch = turn_batch
        self._annotator = annotator
        self._timeline = file.timeline(key, annotator)
        self._place = file.place(key, annotator)
        self._listeners: list[Listener] = []

    @property
    def state(self) -> AnnotatedArticle:
        """The article and its annotations as they are now."""
        return self._timeline.state

    @property
    def history(self) -> History:
        """What can be undone and redone."""
        return self._timeline.history

    def actor(self) -> Actor:
        """Return who decides here, and the time now."""
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return Actor(self._annotator, now)

    def perform(self, edit: Edit, by: object = None) -> Changed | None:
        """Apply and save an edit; one that changes nothing is passed over.

        The first decision of a person starts the article (new becomes in progress) in the same
        step. What no person did leaves alone what steps of the history know, and is passed over
        while another thread writes.

        Raises:
            UserError: it could not be saved; nothing has changed.
            EditConflictError: the edit was made for another state.
        """
        if not edit.undoable and self._file.is_lent:
            return None
        edit = self._started(edit) if edit.undoable else fitted(edit, self._timeline)
        if not edit.changes:
            return None
        return self._advance(self._timeline.perform(edit), edit, StepKind.DO, by)

    def renew_article(self) -> None:
        """Take over the title and metadata that the file has now. No step, and nobody is told."""
        article = self._file.article(self.key)
        state = replace(self._timeline.state, article=article)
        self._timeline = replace(self._timeline, state=state)

    def undo(self, by: object = None, progress: Progress | None = None) -> Changed | None:
        """Take the last step back and save that; without one, do nothing.

        A step of a batch takes the whole batch with it, in every article.

        Raises:
            UserError: it could not be saved; nothing has changed.
            Cancelled: nothing has changed; it was a batch, and ``progress`` was cancelled.
        """
        if not self.history.can_undo:
            return None
        edit = self.history.done[-1]
        if self._turn_batch is not None and moves_batch(edit):
            return self._turn_batch(self, edit.batch, back=True, by=by, progress=progress)
        return self._advance(self._timeline.undo(), edit, StepKind.UNDO, by)

    def redo(self, by: object = None, progress: Progress | None = None) -> Changed | None:
        """Do the last undone step again and save that; without one, do nothing.

        A step of a batch takes the whole batch with it, in every article.

        Raises:
            UserError: it could not be saved; nothing has changed.
            Cancelled: nothing has changed; it was a batch, and ``progress`` was cancelled.
        """
        if not self.history.can_redo:
            return None
        edit = self.history.undone[-1]
        if self._turn_batch is not None and moves_batch(edit):
            return self._turn_batch(self, edit.batch, back=False, by=by, progress=progress)
        return self._advance(self._timeline.redo(), edit, StepKind.REDO, by)

    def go_to(self, done: int, by: object = None) -> None:
        """Go back or forward in the history until so many steps are done, and save that.

        The steps between are saved together, but each batch among them is turned by itself,
        with all its articles.

        Raises:
            UserError: it could not be saved; what was saved before stays.
        """
        while (now := len(self.history.done)) != done:
            back = now > done
            steps = self.history.done[done:] if back else self.history.undone[now - done :]
            plain = list(takewhile(lambda step: not moves_batch(step), reversed(steps)))
            if plain:
                self._jump(-len(plain) if back else len(plain), by)
            else:
                (self.undo if back else self.redo)(by)
            if len(self.history.done) == now:  # a batch that no longer has this step on top
                return

    def _jump(self, steps: int, by: object) -> None:
        before = self._timeline
        after, edit = jumped(before, steps)
        kind = StepKind.UNDO if steps < 0 else StepKind.REDO
        self._file.record(self.key, before, after, edit, kind=kind, steps=abs(steps))
        self._timeline = after
        self._tell(Changed(edit, kind, by, before.state, after.state))

    def follow(self, kind: StepKind, by: object = None) -> Changed | None:
        """Read what was saved past this session, one step of that kind, and tell the listeners.

        Where the step was made in the set from which this one starts, it has no step of its own.
        Without any, do nothing.
        """
        before, after = self._timeline, self._file.timeline(self.key, self._annotator)
        if after.state.revision == before.state.revision:
            return None
        steps = after.history.undone if kind is StepKind.UNDO else after.history.done
        edit = steps[-1] if steps else difference(before.state, after.state)
        self._timeline = after
        return self._tell(Changed(edit, kind, by, before.state, after.state))

    def trail(self) -> list[TrailMark]:
        """Return the steps of this set by their keys, the oldest first."""
        return self._file.trail(self.key, self._annotator)

    def trail_steps(self, keys: Sequence[int]) -> dict[int, Step]:
        """Return steps of :meth:`trail` by their keys."""
        return self._file.trail_steps(keys)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change; the function returned ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    @property
    def place(self) -> Place | None:
        """Where the annotator was in the article, or None on the first visit."""
        return self._place

    @place.setter
    def place(self, place: Place) -> None:
        if place == self._place:
            return
        if self._file.read_only is None:
            self._file.set_place(self.key, self._annotator, place)
        self._place = place

    def _started(self, edit: Edit) -> Edit:
        decides_status = any(isinstance(change, StatusChange) for change in edit.changes)
        if not edit.changes or decides_status or self.state.status is not ArticleStatus.NEW:
            return edit
        start = StatusChange(ArticleStatus.NEW, ArticleStatus.IN_PROGRESS)
        return replace(edit, changes=(*edit.changes, start))

    def _advance(self, after: Timeline, edit: Edit, kind: StepKind, by: object) -> Changed:
        before = self._timeline
        self._file.record(self.key, before, after, edit, kind=kind)
        self._timeline = after
        return self._tell(Changed(edit, kind, by, before.state, after.state))

    def _tell(self, changed: Changed) -> Changed:
        for listener in tuple(self._listeners):
            listener(changed)
        return changed
