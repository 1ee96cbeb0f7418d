"""Keys and clicks on the open article, turned into decisions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.core import decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.batches import moves_batch
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.history import History
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.services.session import ArticleSession, Changed
from annotator.storage import StepKind
from annotator.ui.actions.situation import situation
from annotator.ui.actions.spec import When
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller
from annotator.ui.moves import extent, touched
from annotator.ui.queue import Queue

INITIATOR = "keys"
"""Who a change is from, for listeners that need to know."""

Decide = Callable[[AnnotatedArticle, Actor], Edit]


class Annotating(Controller):
    """Works on one article at a time; what it decides goes through the session to the disk.

    Works on the view's current record and selection, and moves on after each decision.
    """

    state_changed = Signal()
    """Another article, or a change of this one."""
    moved = Signal()
    """Another current record or selection."""
    finished = Signal()
    """The annotator is done with the article."""
    suggestions_asked = Signal()
    batch_asked = Signal(int, bool)
    """The key of a batch that is to be taken back in every article (True), or done again."""

    def __init__(self, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._session: ArticleSession | None = None
        self._leave: Callable[[], None] | None = None
        self._queue = Queue()
        self._last_shown: tuple[AnnotatedArticle | None, AnnotatedArticle | None] = (None, None)
        self.accepts_on_done = False
        view.current_changed.connect(self._on_view)
        view.selection_changed.connect(self._on_view)

    @property
    def session(self) -> ArticleSession | None:
        """The open article's session."""
        return self._session

    @property
    def state(self) -> AnnotatedArticle | None:
        """The open article as it is now."""
        return self._session.state if self._session else None

    @property
    def shown(self) -> AnnotatedArticle | None:
        """The open article without the suggestions that are hidden as weak."""
        state = self.state
        if state is None:
            return None
        if self._last_shown[0] is not state:  # asked for several times at each change
            self._last_shown = (state, self._queue.shown(state))
        return self._last_shown[1]

    @property
    def queue(self) -> Queue:
        """Which suggestions are shown, and in which order they are gone through."""
        return self._queue

    @queue.setter
    def queue(self, queue: Queue) -> None:
        self._queue, self._last_shown = queue, (None, None)
        shown = self.shown
        if shown is not None:
            self._view.refresh(shown)
            self._drop_hidden_current()
        self.state_changed.emit()

    @property
    def history(self) -> History:
        """What can be undone and redone in the open article."""
        return self._session.history if self._session else History()

    def open(self, session: ArticleSession | None) -> None:
        """Work on another article, or on none."""
        if self._leave is not None:
            self._leave()
        self._session = session
        self._leave = session.subscribe(self._on_change) if session else None
        self.state_changed.emit()

    def situation(self) -> frozenset[When]:
        """Return what can be done with the article now."""
        session = self._session
        if session is None:
            return situation(project=True)
        return situation(
            project=True,
            state=self.shown,
            history=self.history,
            current=self._view.current(),
            selection=self._view.selection(),
        )

    # Going from suggestion to suggestion

    def next(self) -> None:
        """Go to the next open suggestion, from the last on to the first."""
        self._go(1)

    def previous(self) -> None:
        """Go to the open suggestion before."""
        self._go(-1)

    def go_to(self, record_id: str) -> None:
        """Make a record current, the caret at its start, and show it."""
        record = self._record(record_id)
        if record is None:
            return
        self._view.set_current(record_id)
        self._view.set_caret(extent(record).start)
        self._view.scroll_to(extent(record))

    def let_go(self) -> None:
        """Have no current record and no selection."""
        self._view.set_current(None)
        self._view.set_caret(self._view.caret())

    # Decisions

    def accept(self) -> None:
        """Accept the current record and go to the next suggestion."""
        self.decide_current(decisions.accept)

    def reject(self) -> None:
        """Reject the current record, or remove what was marked by hand, and go on."""
        self.decide_current(decisions.reject)

    def accept_all(self) -> None:
        """Accept every suggestion that is shown and open, in one step."""
        self.perform(
            lambda state, actor: decisions.accept(
                state, [record.id for record in self._queue.waiting(state)], actor
            )
        )

    def label(self, label_id: str) -> None:
        """Give the selection this label, or else the current entity."""
        selected = self._view.selection()
        if selected is not None:
            self._label_span(selected, label_id)
            return
        self.decide_current(
            lambda state, ids, actor: decisions.relabel(state, ids, label_id, actor),
            kinds=(Entity,),
        )

    def done(self) -> None:
        """Mark the article as done; what is still open stays open, unless it is to be accepted."""
        self.perform(
            lambda state, actor: decisions.finish(
                state, actor, accept_rest=self.accepts_on_done, least=self._queue.least
            )
        )
        self.finished.emit()

    def undo(self) -> None:
        """Take the last step back and show where it was."""
        last = self.history.done[-1:]
        if last and moves_batch(last[0]):
            self.batch_asked.emit(last[0].batch, True)
        elif self._session is not None:
            self._guarded(self._session.undo)

    def redo(self) -> None:
        """Do the last undone step again and show where it is."""
        last = self.history.undone[-1:]
        if last and moves_batch(last[0]):
            self.batch_asked.emit(last[0].batch, False)
        elif self._session is not None:
            self._guarded(self._session.redo)

    def suggest(self) -> None:
        """Ask for suggestions anew."""
        self.suggestions_asked.emit()

    # Inside

    def _record(self, record_id: str) -> Entity | Quote | None:
        state = self.state
        return (state.entity(record_id) or state.quote(record_id)) if state else None

    def current(self) -> Entity | Quote | None:
        """Return the current record."""
        return self._record(self._view.current())

    def _go(self, step: int) -> None:
        waiting = self._waiting()
        if not waiting:
            self.noted.emit(self.tr("No suggestion waits for a decision."))
            return
        self.go_to(self._neighbour(waiting, self.current(), step).id)

    def _waiting(self) -> tuple[Entity | Quote, ...]:
        state = self.state
        return self._queue.waiting(state) if state else ()

    def _neighbour(
        self, waiting: tuple[Entity | Quote, ...], current: Entity | Quote | None, step: int
    ) -> Entity | Quote:
        return self._queue.neighbour(waiting, current, self._view.caret(), step)

    def decide_current(
        self,
        decide: Callable[[AnnotatedArticle, list[str], Actor], Edit],
        kinds: tuple[type, ...] = (Entity, Quote),
    ) -> None:
        """Decide about the current record if it is of these kinds; go on if it was open."""
        record = self.current()
        if record is None or not isinstance(record, kinds):
            return
        was_open = record.status is Status.SUGGESTED
        if not self.perform(lambda state, actor: decide(state, [record.id], actor)):
            return
        waiting = self._waiting()
        if was_open and waiting:
            self.go_to(self._neighbour(waiting, record, 1).id)
        elif was_open:
            self.noted.emit(self.tr("Every suggestion is decided."))

    def _label_span(self, span: Span, label_id: str) -> None:
        state = self.state
        same = [e for e in state.entities if e.span == span] if state else []
        shown = [e.id for e in same if e.status is not Status.REJECTED]
        if shown:
            self.perform(lambda state, actor: decisions.relabel(state, shown, label_id, actor))
        else:
            self.perform(
                lambda state, actor: decisions.add_entities(state, [span], label_id, actor)
            )
        self._view.set_caret(span.end)
        self.make_current(
            lambda record: (
                isinstance(record, Entity) and (record.span, record.label) == (span, label_id)
            )
        )

    def make_current(self, wanted: Callable[[Entity | Quote], bool]) -> None:
        """Make the last record current that is ``wanted``."""
        state = self.state
        records: list[Entity | Quote] = [*state.entities, *state.quotes] if state else []
        found = [record for record in records if wanted(record)]
        if found:
            self._view.set_current(found[-1].id)

    def perform(self, decide: Decide) -> bool:
        """Decide and save. Whether anything was decided."""
        session = self._session
        if session is None:
            return False
        edit = decide(session.state, session.actor())
        if not edit.changes:
            return False
        return self._guarded(lambda by: session.perform(edit, by=by))

    def _guarded(self, step: Callable[..., object]) -> bool:
        try:
            step(by=INITIATOR)
        except UserError as error:
            self.failed.emit(error)
            return False
        return True

    def _on_change(self, change: Changed) -> None:
        ids = touched(change.edit)
        shown = self.shown
        if shown is not None:
            self._view.refresh(shown, ids)
        self._drop_hidden_current()
        if change.kind is not StepKind.DO and ids and self._record(ids[0]) is not None:
            self.go_to(ids[0])
        self.state_changed.emit()

    def _drop_hidden_current(self) -> None:
        """Have nothing current that is gone or hidden."""
        current, shown = self._view.current(), self.shown
        if current and shown and not (shown.entity(current) or shown.quote(current)):
            self._view.set_current(None)

    def _on_view(self, _value: object) -> None:
        self.moved.emit()
