"""What the review window says: who is who, how far the work is, what the current one is about."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from annotator.core.labels import LabelSet
from annotator.core.verdicts import Verdict
from annotator.review.merging import RULES
from annotator.review.records import Disagreement
from annotator.review.settling import Ruling
from annotator.review.words import letter
from annotator.services.reviewing import Row, Setup
from annotator.ui.actions.keys import keys_text
from annotator.ui.actions.spec import ActionSpec
from annotator.ui.review.adjudicating import Adjudicating
from annotator.ui.review.model import DifferenceModel
from annotator.ui.review.words import (
    edges_text,
    fault_name,
    kind_name,
    record_name,
    spoken,
    verdict_text,
)
from annotator.ui.text import isolated, told


class Phrases(QObject):
    """The sentences of one review, in the window's language."""

    def __init__(self, setup: Setup, labels: LabelSet, language: str) -> None:
        super().__init__()
        self._annotators, self._rule = setup.annotators, RULES.get(setup.rule)
        self._labels, self._language = labels, language

    @property
    def letters(self) -> tuple[str, ...]:
        """By which letter each annotator is known."""
        return tuple(letter(n, self._language) for n in range(len(self._annotators)))

    def names(self, *, anonymous: bool) -> list[str]:
        """Return the annotators' letters, with the names that may be seen."""
        return [
            one + ("" if anonymous else f"  {isolated(name)}")
            for one, name in zip(self.letters, self._annotators, strict=True)
        ]

    def titles(self) -> list[str]:
        """Return how taking what each annotator has is called."""
        title = self.tr("Take {annotator}")
        return [title.format(annotator=one) for one in self.letters]

    def progress(self, model: DifferenceModel) -> str:
        """Return how far the review is, and what was accepted without a decision."""
        settled = self.tr("{settled} of {total} settled").format(
            settled=model.settled(), total=len(model.every())
        )
        parts = [settled, self.tr("every decision is saved at once")]
        if self._rule is not None:
            rule = self.tr("accepted at once: {rule}")
            parts.append(rule.format(rule=told(self._rule.name)))
        return " · ".join(parts)

    def hints(self, specs: Mapping[str, ActionSpec], *, editing: bool) -> list[tuple[str, str]]:
        """Return the keys that act now, and what they do."""
        if editing:
            return [
                (keys_text(["Shift+Left", "Shift+Right"]), self.tr("boundaries")),
                (keys_text(specs["review.confirm"].keys[:1]), self.tr("keep it")),
                (keys_text(specs["view.back"].keys[:1]), self.tr("leave it")),
            ]
        takes = [
            spec.keys[0]
            for number in range(len(self._annotators))
            if (spec := specs[f"review.take.{number}"]).keys
        ]
        named = (
            ("review.both", self.tr("all of them")),
            ("review.nothing", self.tr("nothing here")),
            ("review.edit", self.tr("by hand")),
            ("review.next", self.tr("next")),
        )
        hints = [(keys_text(takes), self.tr("take"))]
        hints += [(keys_text(specs[name].keys[:1]), text) for name, text in named]
        return [(keys, text) for keys, text in hints if keys]

    def current(
        self, row: Row | None, found: Disagreement | None, adjudicating: Adjudicating
    ) -> list[str]:
        """Return what the current disagreement is, what was decided about it, and why."""
        if row is None:
            return []
        parts = []
        if found is not None:
            kinds = ", ".join(map(kind_name, found.kinds))
            parts += [kinds, edges_text(found), self._sides(found)]
        if adjudicating.editing:
            parts.append(self.tr("select the right words, then a label or Enter"))
        elif adjudicating.for_all:
            parts.append(self.tr("the next decision is for all like this"))
        fault, note = adjudicating.why(row)
        if row.verdict is not None:
            decided = verdict_text(row.verdict, self._annotators, self._language)
            parts.append(self.tr("decided: {decision}").format(decision=isolated(decided)))
        return [*parts, fault_name(fault) if fault else "", note]

    def spoken(self, row: Row) -> str:
        """Return a disagreement as a screen reader says it."""
        return spoken(row, self._annotators, self._labels, self._language)

    def decision(self, ruling: Ruling) -> str:
        """Return what a ruling decides."""
        verdict = Verdict("", "", ruling.choice, ruling.taken)
        return verdict_text(verdict, self._annotators, self._language)

    def _sides(self, found: Disagreement) -> str:
        """Return what each annotator has, by letters: ``A Person / B –``."""
        places = dict(zip(self._annotators, self.letters, strict=True))
        said = (
            f"{places[side.annotator]} "
            + (record_name(side.record, self._labels, self._language) if side.record else "–")
            for side in found.sides
        )
        return " / ".join(map(isolated, said))
