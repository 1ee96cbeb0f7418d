"""Keys on the open review, turned into verdicts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.entities import Entity
from annotator.core.errors import UserError
from annotator.core.verdicts import Choice, Fault
from annotator.review.settling import Ruling
from annotator.services.adjudicating import settle_by_hand
from annotator.services.reviewing import Review, Row
from annotator.services.session import Changed
from annotator.ui.actions.spec import When
from annotator.ui.batching import Batching
from annotator.ui.controller import Controller
from annotator.ui.review.alike import Alike
from annotator.ui.review.remark_dialog import RemarkDialog
from annotator.ui.review.stepping import Stepping
from annotator.ui.review.turning import Turning

Why = tuple[Fault | None, str]


class Adjudicating(Controller):
    """Decides about the current disagreement; what it decides is on the disk before it shows."""

    changed = Signal()
    """Another disagreement, another way to decide it, or a decision."""

    def __init__(
        self,
        review: Review,
        stepping: Stepping,
        turning: Turning,
        batching: Batching,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._review = review
        self._model, self._view = stepping.model, stepping.view
        self._window = window
        self._stepping, self._turning = stepping, turning
        self._whys: dict[tuple[int, str], Why] = {}
        self._editing = False
        self._for_all = False
        self.alikes = Alike(review, self._model, batching, window)
        stepping.went.connect(self._turn_to_other)
        stepping.stopped.connect(self.changed)
        turning.turned.connect(self.changed)
        self._view.selection_changed.connect(lambda _: self.changed.emit())

    @property
    def editing(self) -> bool:
        """Whether the current disagreement is being decided by hand."""
        return self._editing

    @property
    def for_all(self) -> bool:
        """Whether the next decision is for all that is alike."""
        return self._for_all

    def situation(self) -> frozenset[When]:
        """Return what can be done now."""
        row, model = self._stepping.row, self._model
        facts = {
            When.ALWAYS: True,
            When.PROJECT: True,
            When.ARTICLE: self._stepping.session is not None,
            When.CURRENT: row is not None,
            When.CURRENT_OR_SELECTION: row is not None and not row.is_quote,
            When.DECIDED: row is not None and row.verdict is not None,
            When.EDITING: self._editing,
            When.PENDING: model.settled() < len(model.every()),
            When.CAN_UNDO: self._turning.can(back=True),
            When.CAN_REDO: self._turning.can(back=False),
        }
        return frozenset(when for when, holds in facts.items() if holds)

    def let_go(self) -> None:
        """Leave the editing by hand, or the decision for all."""
        self._editing = self._for_all = False
        row = self._stepping.row
        if row is not None:
            self._view.set_current(row.key)
        self.changed.emit()

    def take(self, number: str) -> None:
        """Take what the annotator of this number has; nothing, where they marked nothing."""
        name = self._review.annotators[int(number)]
        found = self._stepping.found()
        if found is None:
            return
        if name not in [side.annotator for side in found.sides]:
            self.noted.emit(self.tr("This annotator did not have the article."))
            return
        self._decide(Ruling(Choice.TAKEN, (name,)))

    def take_all(self) -> None:
        """Take what each of them has."""
        found = self._stepping.found()
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
        found = self._stepping.found()
        if found is None:
            return
        first = found.records[0]
        self._editing = True
        self._view.select(first.span if isinstance(first, Entity) else first.extent)
        self._view.setFocus()
        self.changed.emit()

    def confirm(self) -> None:
        """Keep the selection, under the label that the first annotator gave."""
        found = self._stepping.found()
        if found is not None and self._editing:
            self.label(found.labels[0])

    def label(self, label_id: str) -> None:
        """Decide for the selection, or else for all that is marked, under this label."""
        found, row = self._stepping.found(), self._stepping.row
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
        row = self._stepping.row
        if row is not None and row.verdict is not None:
            self._guarded(
                lambda: self._review.reopen(row.article, row.key, by=self), row.article, stay=True
            )

    def remark(self) -> None:
        """Ask why they differ; for an open disagreement it is saved with the decision."""
        row = self._stepping.row
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
        row = self._stepping.row
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

    def why(self, row: Row) -> Why:
        """Return what was said of why they differ, saved or not yet."""
        if row.verdict is not None:
            return row.verdict.fault, row.verdict.note
        return self._whys.get((row.article, row.key), (None, ""))

    def _decide(self, ruling: Ruling) -> None:
        row = self._stepping.row
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
            self._turning.add(article)
        if not stay:
            self._stepping.next()
        self.changed.emit()

    def _turn_to_other(self) -> None:
        self._editing = self._for_all = False
        self.changed.emit()
