"""Keys on the open review, turned into verdicts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.verdicts import Choice
from annotator.review.settling import Ruling
from annotator.services.reviewing import Row
from annotator.ui.actions.spec import When
from annotator.ui.batching import Batching
from annotator.ui.controller import Controller
from annotator.ui.review.alike import Alike
from annotator.ui.review.by_hand import ByHand
from annotator.ui.review.hand import Hand
from annotator.ui.review.remark_dialog import RemarkDialog
from annotator.ui.review.words import why


class Adjudicating(Controller):
    """Decides about the current disagreement; what it decides is on the disk before it shows."""

    changed = Signal()
    """Another disagreement, another way to decide it, or a decision."""

    def __init__(self, hand: Hand, by_hand: ByHand, batching: Batching, window: QWidget) -> None:
        super().__init__(window)
        review, stepping, turning = hand.review, hand.stepping, hand.turning
        self._review, self._hand, self._by_hand = review, hand, by_hand
        self._stepping, self._turning = stepping, turning
        self._model, self._view = stepping.model, stepping.view
        self._window = window
        self._for_all = False
        self.alikes = Alike(review, self._model, batching, window)
        stepping.went.connect(self._turn_to_other)
        stepping.stopped.connect(self.changed)
        turning.turned.connect(self.changed)
        hand.changed.connect(self.changed)
        self._view.selection_changed.connect(lambda _: self.changed.emit())

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
            When.EDITING: self._hand.active,
            When.QUOTE: row is not None and row.is_quote,
            When.CURRENT_ENTITY: row is not None and not row.is_quote,
            When.PENDING: model.settled() < len(model.every()),
            When.CAN_UNDO: self._turning.can(back=True),
            When.CAN_REDO: self._turning.can(back=False),
        }
        return frozenset(when for when, holds in facts.items() if holds)

    def let_go(self) -> None:
        """Leave the editing by hand, or the decision for all."""
        self._hand.leave()
        self._for_all = False
        row = self._stepping.row
        if row is not None:
            self._view.set_current(row.key)
        self.changed.emit()

    def take(self, number: str) -> None:
        """Take what the annotator of this number has; nothing, where they marked nothing.

        While it is decided by hand, that is gone on from.
        """
        name = self._review.annotators[int(number)]
        found = self._stepping.found()
        if found is None:
            return
        if name not in [side.annotator for side in found.sides]:
            self.noted.emit(self.tr("This annotator did not have the article."))
            return
        if self._hand.active:
            self._by_hand.start_from(name)
        else:
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

    def reopen(self) -> None:
        """Make the current disagreement open again."""
        row = self._stepping.row
        if row is not None and row.verdict is not None:
            review = self._review
            self._turning.perform(row.article, lambda: review.reopen(row.article, row.key, self))
            self.changed.emit()

    def remark(self) -> None:
        """Ask why they differ, before or after the decision, and save that."""
        row = self._stepping.row
        if row is None:
            return
        said = RemarkDialog.ask(*why(row), self._window)
        if said is not None:
            review = self._review
            self._turning.perform(
                row.article, lambda: review.remark(row.article, row.key, *said, by=self)
            )
            self.changed.emit()

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

    def _decide(self, ruling: Ruling) -> None:
        row = self._stepping.row
        if row is None:
            return
        fault, note = why(row)
        ruling = Ruling(ruling.choice, ruling.taken, (), fault, note)
        if self._for_all:
            self._for_all = False
            self._decide_alike(row, ruling)
            return
        review = self._review
        if self._turning.perform(
            row.article, lambda: review.decide(row.article, row.key, ruling, by=self)
        ):
            self._hand.leave()
            self._stepping.next()
        self.changed.emit()

    def _decide_alike(self, row: Row, ruling: Ruling) -> None:
        if not self.alikes.decide(row, ruling):
            self.noted.emit(self.tr("Nothing else that is open is like this."))
        self.changed.emit()

    def _turn_to_other(self) -> None:
        self._for_all = False
        self.changed.emit()
