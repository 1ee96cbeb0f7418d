"""What the review window says: who is who, how far the work is, what the current one is about."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from annotator.core.labels import LabelSet
from annotator.core.verdicts import Verdict
from annotator.review.merging import RULES, Asks
from annotator.review.records import Disagreement
from annotator.review.settling import Ruling
from annotator.review.words import letter
from annotator.services.by_hand import Part
from annotator.services.reviewing import Row, Setup
from annotator.ui.actions.keys import keys_text
from annotator.ui.actions.spec import ActionSpec
from annotator.ui.review.model import DifferenceModel
from annotator.ui.review.words import (
    edges_text,
    fault_name,
    kind_name,
    record_name,
    spoken,
    verdict_text,
    why,
)
from annotator.ui.text import isolated, told


class Phrases(QObject):
    """The sentences of one review, in the window's language."""

    def __init__(self, setup: Setup, labels: LabelSet, language: str) -> None:
        super().__init__()
        self._annotators, self._rule = setup.annotators, RULES.get(setup.rule)
        self._threshold = setup.options.threshold
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
            parts.append(rule.format(rule=self._rule_name()))
        return " · ".join(parts)

    def rule(self) -> str:
        """Return by what rule something was accepted without a decision, in a sentence."""
        return told(self._rule.description) if self._rule is not None else ""

    def _rule_name(self) -> str:
        assert self._rule is not None
        if self._rule.asks is Asks.THRESHOLD:
            return f"{told(self._rule.name)}: {self._threshold}"
        return told(self._rule.name)

    def hints(
        self, specs: Mapping[str, ActionSpec], *, by_hand: bool, quote: bool
    ) -> list[tuple[str, str]]:
        """Return the keys that act now, and what they do; ``quote``: on a quote."""
        if by_hand:
            named = (
                (("review.edit",) if quote else (), self.tr("another end")),
                (("review.quote.speaker",) if quote else (), self.tr("speaker")),
                (("review.quote.cue",) if quote else (), self.tr("cue")),
                (("review.quote.type",) if quote else (), self.tr("type")),
                (("start.letter.out", "end.letter.out"), self.tr("boundaries")),
                (("review.confirm",), self.tr("keep it")),
                (("view.back",), self.tr("leave it")),
            )
            return [
                (keys_text([key for name in names for key in specs[name].keys[:1]]), text)
                for names, text in named
                if names
            ]
        takes = [
            spec.keys[0]
            for number in range(len(self._annotators))
            if (spec := specs[f"review.take.{number}"]).keys
        ]
        ways = (
            ("review.both", self.tr("all of them")),
            ("review.nothing", self.tr("nothing here")),
            ("review.edit", self.tr("by hand")),
            ("review.next", self.tr("next")),
        )
        hints = [(keys_text(takes), self.tr("take"))]
        hints += [(keys_text(specs[name].keys[:1]), text) for name, text in ways]
        return [(keys, text) for keys, text in hints if keys]

    def current(
        self, row: Row | None, found: Disagreement | None, *, by_hand: bool, for_all: bool
    ) -> list[str]:
        """Return what the current disagreement is, what was decided about it, and why."""
        if row is None:
            return []
        parts = []
        if found is not None:
            kinds = ", ".join(map(kind_name, found.kinds))
            parts += [kinds, edges_text(found), self._sides(found)]
        if by_hand and row.is_quote:
            parts.append(self.tr("by hand: each part is saved as it is changed"))
        elif by_hand:
            parts.append(self.tr("select the right words, then a label or Enter"))
        elif for_all:
            parts.append(self.tr("the next decision is for all like this"))
        fault, note = why(row)
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

    def part_names(self) -> dict[Part, str]:
        """Return how the parts of a quote are called, in their order."""
        return {
            Part.CONTENT: self.tr("What was said"),
            Part.SPEAKER: self.tr("Speaker"),
            Part.CUE: self.tr("Cue"),
            Part.TYPE: self.tr("Type"),
            Part.OUTER: self.tr("Inside"),
        }

    def letter_of(self, annotator: str) -> str:
        """Return by which letter an annotator is known."""
        return dict(zip(self._annotators, self.letters, strict=True))[annotator]

    def _sides(self, found: Disagreement) -> str:
        """Return what each annotator has, by letters: ``A Person / B –``."""
        said = (
            f"{self.letter_of(side.annotator)} "
            + (record_name(side.record, self._labels, self._language) if side.record else "–")
            for side in found.sides
        )
        return " / ".join(map(isolated, said))
