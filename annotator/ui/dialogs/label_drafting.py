"""What can be said of a draft of labels: its faults, whose spans it touches, a label to add."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from annotator.core.colours import Vision
from annotator.core.label_edits import LabelDraft, fates_of, key_clashes
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.services.label_sets import (
    Affected,
    affected,
    are_renames,
    concerns_others,
    newly_unknown,
    spans_by_label,
)
from annotator.storage.label_use import LabelUse
from annotator.ui.dialogs.label_use import use_text
from annotator.ui.label_colours import alike_labels, free_colour
from annotator.ui.text import isolated, told

_DIGITS = "1234567890"

_ALIKE = {
    Vision.USUAL: QT_TRANSLATE_NOOP("labels", "Hard to tell apart from: {names}"),
    Vision.DEUTERANOPIA: QT_TRANSLATE_NOOP(
        "labels", "Hard to tell apart without green cones (deuteranopia): {names}"
    ),
    Vision.PROTANOPIA: QT_TRANSLATE_NOOP(
        "labels", "Hard to tell apart without red cones (protanopia): {names}"
    ),
}


@dataclass(frozen=True, slots=True)
class LabelContext:
    """What the window knows: its language, who works, and why no label can have some keys."""

    language: str
    annotator: str
    refused: Callable[[str], Message | None]


class Touched(NamedTuple):
    """What saving does to spans. ``unknown`` keep a label that goes; ``others`` have some too."""

    changes: Sequence[Affected]
    unknown: Sequence[LabelUse]
    others: tuple[str, ...]
    renames: bool


class Drafting:
    """A draft beside the labels that are saved, and what is in use (None while it is counted)."""

    def __init__(self, labels: LabelSet, context: LabelContext) -> None:
        self.context = context
        self.saved = labels
        self.draft = LabelDraft(labels)
        self.uses: Sequence[LabelUse] | None = None

    @property
    def labels(self) -> LabelSet:
        """The labels as they are in the draft."""
        return self.draft.labels

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.labels != self.saved or bool(self.draft.fates)

    def counts(self) -> dict[str, int] | None:
        """Return how many spans each label has by the draft, None while that is not known."""
        return None if self.uses is None else spans_by_label(self.uses, fates_of(self.draft))

    def use_of(self, label_id: str) -> str:
        """Return how many spans a label has by the draft, and whose they are, in words."""
        if self.uses is None:
            return QCoreApplication.translate("labels", "Counting spans…")
        fates = fates_of(self.draft)
        mine = [use for use in self.uses if fates.get(use.label, use.label) == label_id]
        return use_text(mine, self.context.annotator)

    def clashes(self) -> dict[str, str]:
        """Return why labels cannot have their keys, by label."""
        found = key_clashes(self.labels, self.context.refused)
        return {label_id: told(why) for label_id, why in found}

    def alike(self, label_id: str) -> str:
        """Return which labels are hard to tell apart from one by their colour, a line a cause."""
        near: dict[Vision, list[str]] = {}
        for pair in alike_labels(self.labels):
            if label_id in (pair.one, pair.other):
                other = self.labels.get(pair.other if pair.one == label_id else pair.one)
                name = other.name(self.context.language) if other else ""
                near.setdefault(pair.vision, []).append(isolated(name))
        lines = (
            QCoreApplication.translate("labels", _ALIKE[vision]).format(names=" · ".join(names))
            for vision, names in near.items()
        )
        return "\n".join(lines)

    def touched(self) -> Touched:
        """Return which spans change when the draft is saved."""
        uses, fates = self.uses or (), fates_of(self.draft)
        changes = affected(uses, fates)
        unknown = newly_unknown(uses, self.saved, self.labels, fates)
        others = concerns_others(changes, self.context.annotator)
        return Touched(changes, unknown, others, are_renames(changes, self.saved))

    def new_label(self) -> Label:
        """Return a label to add: a free id, the colour farthest from the others, a free digit."""
        taken = {*(label.id for label in self.labels), *self.labels.aliases}
        number = len(self.labels.labels) + 1
        while f"LABEL{number}" in taken:
            number += 1
        keys = {label.key for label in self.labels}
        free = (one for one in _DIGITS if one not in keys and self.context.refused(one) is None)
        return Label(f"LABEL{number}", {}, free_colour(self.labels), next(free, ""))
