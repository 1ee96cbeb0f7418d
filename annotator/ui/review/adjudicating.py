"""Keys on the open review, turned into verdicts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.batches import moves_batch
from annotator.core.entities import Entity
from annotator.core.errors import UserError
from annotator.core.history import History
from annotator.core.verdicts import Choice, Fault
from annotator.review.records import Disagreement
from annotator.review.settling import Ruling
from annotator.services.adjudicating import settle_by_hand
from annotator.services.reviewing import Review, Row
from annotator.services.session import ArticleSession, Changed
from annotator.storage import BatchOutcome, StepKind
from annotator.ui.actions.spec import When
from annotator.ui.batching import Batching
from annotator.ui.controller import Controller
from annotator.ui.review.alike import Alike
from annotator.ui.review.list_pane import ListPane
from annotator.ui.review.marks import Sheet
from annotator.ui.review.remark_dialog import RemarkDialog
from annotator.ui.review.trail import Trail
from annotator.ui.review.view import ReviewView

Why = tuple[Fault | None, str]


class Adjudicating(Controller):
    """Goes from disagreement to disagreement; what it decides is on the disk before it shows."""

    changed = Signal()
    """Another article or disagreement, or a decision."""
    sheet_asked = Signal()
    """The open article is to be shown anew."""

    def __init__(
        self,
        review: Review,
        pane: ListPane,
        view: ReviewView,
        batching: Batching,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._review = review
        self._pane, self._view = pane, view
        self._batching = batching
        self._window = window
        self.row: Row | None = None
        self._session: ArticleSession | None = None
        self._leave: Callable[[], None] | None = None
        self._trail = Trail()
        self._whys: dict[tuple[int, str], Why] = {}
        self._editing = False
        self._for_all = False
        self._turning = False
        self.alikes = Alike(review, pane.model, batching, window)
        pane.asked.connect(self.go_to)
        pane.model.modelReset.connect(self._list_current)
        view.chosen.connect(self._go_to_key)
        view.selection_changed.connect(lambda _: self.changed.emit())
        batching.changed.connect(self._take_batch)

    @property
    def history(self) -> History:
        """What can be undone and redone next."""
        return self._session.history if self._session else History()

    @property
    def editing(self) -> bool:
        """Whether the current disagreement is being decided by hand."""
        return self._editing

    @property
    def for_all(self) -> bool:
        """Whether the next decision is for all that is alike."""
        return self._for_all

    def sheet(self, letters: tuple[str, ...]) -> Sheet | None:
        """Return what the article view shows; ``letters`` are those of all annotators."""
        session = self._session
        if session is None:
            return None
        matched = self._review.article(session.key)
        places = {name: at for at, name in enumerate(self._review.annotators)}
        own = tuple(letters[places[name]] for name in matched.sets)
        return Sheet(matched, self._review.disagreements(session.key), session.state, own)

    def situation(self) -> frozenset[When]:
        """Return what can be done now."""
        row, model = self.row, self._pane.model
        facts = {
            When.ALWAYS: True,
            When.PROJECT: True,
            When.ARTICLE: self._session is not None,
            When.CURRENT: row is not None,
            When.CURRENT_OR_SELECTION: row is not None and not row.is_quote,
            When.DECIDED: row is not None and row.verdict is not None,
            When.EDITING: self._editing,
            When.PENDING: model.settled() < len(model.every()),
            When.CAN_UNDO: self._trail.has(back=True) or self.history.can_undo,
            When.CAN_REDO: self._trail.has(back=False) or self.history.can_redo,
        }
        return frozenset(when for when, holds in facts.items() if holds)

    # Going

    def start(self) -> None:
        """Go to the first open disagreement, or else to the first."""
        model = self._pane.model
        if self.row is not None:
            found = model.find(self.row.article, self.row.key)
        else:
            place = model.next_open(-1, 1)
            found = model.row(0 if place is None else place)
        if found is not None:
            self.go_to(found)

    def next(self) -> None:
        """Go to the next open disagreement of the list, from the last on to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the open disagreement before."""
        self._step(-1)

    def go_to(self, row: Row) -> None:
        """Make a disagreement current and show it in its article."""
        self._editing = self._for_all = False
        self._open(row.article)
        self.row = self._pane.model.find(row.article, row.key)
        self._view.set_current(row.key)
        self._pane.show_current(row)
        self.changed.emit()

    def let_go(self) -> None:
        """Leave the editing by hand, or the decision for all."""
        self._editing = self._for_all = False
        if self.row is not None:
            self._view.set_current(self.row.key)
        self.changed.emit()

    # Deciding

    def take(self, number: str) -> None:
        """Take what the annotator of this number has; nothing, where they marked nothing."""
        name = self._review.annotators[int(number)]
        found = self.found()
        if found is None:
            return
        if name not in [side.annotator for side in found.sides]:
            self.noted.emit(self.tr("This annotator did not have the article."))
            return
        self._decide(Ruling(Choice.TAKEN, (name,)))

    def take_all(self) -> None:
        """Take what each of them has."""
        found = self.found()
        if found is not None:
            names = tuple(s.annotator for s in found.sides if s.record is not None)
            self._decide(Ruling(Choice.TAKEN, names))

    def neither(self) -> None:
        """Decide that none of theirs is right."""
        self._decide(Ruling(Choice.NEITHER))

    def nothing(self) -> None:
        """Decide that there is nothing to mark."""
        self._decide(Ruling(Choice.NOTHING))

    def edit(self) -> None:
        """Select what the first has who has something, to be changed and confirmed."""
        found = self.found()
        if found is None:
            return
        first = found.records[0]
        self._editing = True
        self._view.select(first.span if isinstance(first, Entity) else first.extent)
        self._view.setFocus()
        self.changed.emit()

    def confirm(self) -> None:
        """Keep the selection, under the label that the first annotator gave."""
        found = self.found()
        if found is not None and self._editing:
            self.label(found.labels[0])

    def label(self, label_id: str) -> None:
        """Decide for the selection, or else for all that is marked, under this label."""
        found, row = self.found(), self.row
        if found is None or row is None:
            return
        if found.is_quote and not self._editing:
            return
        span = self._view.selection() or found.extent
        fault, note = self.why(row)
        ruling = Ruling(Choice.EDITED, fault=fault, note=note)
        self._guarded(
            lambda: settle_by_hand(self._review, row, span, label_id, ruling, by=self), row.article
        )

    def reopen(self) -> None:
        """Make the current disagreement open again."""
        row = self.row
        if row is not None and row.verdict is not None:
            self._guarded(
                lambda: self._review.reopen(row.article, row.key, by=self), row.article, stay=True
            )

    def remark(self) -> None:
        """Ask why they differ; for an open disagreement it is saved with the decision."""
        row = self.row
        if row is None:
            return
        said = RemarkDialog.ask(*self.why(row), self._window)
        if said is None:
            return
        if row.verdict is None:
            self._whys[row.article, row.key] = said
            self.noted.emit(self.tr("This is saved with the decision."))
            return
        verdict = row.verdict
        ruling = Ruling(verdict.choice, verdict.taken, (), *said)
        self._guarded(
            lambda: self._review.decide(row.article, row.key, ruling, by=self),
            row.article,
            stay=True,
        )

    def alike(self) -> None:
        """Give this decision to all that is alike; while there is none, the next one."""
        row = self.row
        if row is None:
            return
        if row.verdict is None:
            self._for_all = not self._for_all
            self.changed.emit()
            return
        verdict = row.verdict
        if verdict.choice is Choice.EDITED:
            self.noted.emit(self.tr("What was made by hand belongs to its place alone."))
            return
        ruling = Ruling(verdict.choice, verdict.taken, (), verdict.fault, verdict.note)
        self._decide_alike(row, ruling)

    def undo(self) -> None:
        """Take the last decision back, wherever it was made."""
        self._turn(back=True)

    def redo(self) -> None:
        """Do the decision again that was taken back last."""
        self._turn(back=False)

    def close(self) -> None:
        """Give the review up."""
        if self._leave is not None:
            self._leave()
        self._leave = self._session = None

    # Inside

    def found(self) -> Disagreement | None:
        """Return the current disagreement."""
        row = self.row
        if row is None:
            return None
        return next((d for d in self._review.disagreements(row.article) if d.key == row.key), None)

    def _open(self, article: int) -> None:
        if self._session is not None and self._session.key == article:
            return
        if self._leave is not None:
            self._leave()
        self._session = session = self._review.session(article)
        self._leave = session.subscribe(self._on_change)
        self._pane.show_article(article)
        self.sheet_asked.emit()

    def _go_to_key(self, key: str) -> None:
        row = self._pane.model.find(self._session.key, key) if self._session else None
        if row is not None:
            self.go_to(row)

    def _step(self, step: int) -> None:
        model, row = self._pane.model, self.row
        place = model.place_of(row.article, row.key) if row else None
        start = place if place is not None else -1 if step > 0 else model.rowCount()
        there = model.next_open(start, step)
        found = None if there is None else model.row(there)
        if found is None:
            done = model.settled() == len(model.every())
            self.noted.emit(
                self.tr("Every disagreement is settled.")
                if done
                else self.tr("Nothing that is listed is open.")
            )
            self.changed.emit()
            return
        self.go_to(found)

    def why(self, row: Row) -> Why:
        """Return what was said of why they differ, saved or not yet."""
        if row.verdict is not None:
            return row.verdict.fault, row.verdict.note
        return self._whys.get((row.article, row.key), (None, ""))

    def _decide(self, ruling: Ruling) -> None:
        row = self.row
        if row is None:
            return
        fault, note = self.why(row)
        ruling = Ruling(ruling.choice, ruling.taken, (), fault, note)
        if self._for_all:
            self._for_all = False
            self._decide_alike(row, ruling)
            return
        self._guarded(
            lambda: self._review.decide(row.article, row.key, ruling, by=self), row.article
        )

    def _decide_alike(self, row: Row, ruling: Ruling) -> None:
        if not self.alikes.decide(row, ruling):
            self.noted.emit(self.tr("Nothing else that is open is like this."))
        self.changed.emit()

    def _guarded(
        self, decide: Callable[[], Changed | None], article: int, *, stay: bool = False
    ) -> None:
        try:
            change = decide()
        except UserError as error:
            self.failed.emit(error)
            return
        self._editing = False
        if change is not None:
            self._trail.add(article)
        if not stay:
            self._step(1)
        self.changed.emit()

    def _turn(self, *, back: bool) -> None:
        """Take back, or do again, the last step in the article where that was."""
        article = self._trail.next(back=back)
        if article is not None:
            self._open(article)
        session = self._session
        steps = (session.history.done if back else session.history.undone) if session else ()
        if session is None or not steps:
            return
        batch = steps[-1].batch
        self._trail.turned(session.key, back=back)
        if batch is not None and moves_batch(steps[-1]):
            self._turning = True
            self._batching.turn(batch, back)
            return
        try:
            (session.undo if back else session.redo)(self)
        except UserError as error:
            self._trail.turned(session.key, back=not back)
            self.failed.emit(error)

    def _on_change(self, change: Changed) -> None:
        """Show a step that was saved; one that was taken back or done again, where it was."""
        session = self._session
        if session is None:
            return
        self._pane.model.update_article(session.key, session.state.verdicts)
        self._refresh_row()
        self.sheet_asked.emit()
        if change.kind is StepKind.DO:
            return
        before = {verdict.id: verdict for verdict in change.before.verdicts}
        after = {verdict.id: verdict for verdict in change.after.verdicts}
        turned = [key for key in before | after if before.get(key) != after.get(key)]
        row = self._pane.model.find(session.key, turned[0]) if turned else None
        if row is not None and change.initiator is self:
            self.go_to(row)
        self.changed.emit()

    def _take_batch(self, outcome: BatchOutcome) -> None:
        """Follow a decision over several articles."""
        for touched in outcome.touched:
            state = self._review.session(touched.article).state
            self._pane.model.update_article(touched.article, state.verdicts)
        turned, self._turning = self._turning, False
        self._refresh_row()
        self.sheet_asked.emit()
        if outcome.touched and not turned:
            self._trail.add(outcome.touched[0].article)
            self._step(1)
        self.changed.emit()

    def _list_current(self) -> None:
        """Choose the current one in the list.

        What is listed anew has none, and Qt goes to the first as soon as the list has the keyboard.
        """
        if self.row is not None:
            self._pane.show_current(self.row)

    def _refresh_row(self) -> None:
        if self.row is not None:
            self.row = self._pane.model.find(self.row.article, self.row.key)
