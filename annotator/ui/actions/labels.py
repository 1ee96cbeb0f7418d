"""The actions of labels: one each, under the label's own name and key."""

from __future__ import annotations

from annotator.core.labels import LabelSet
from annotator.ui.actions.spec import ActionSpec, Menu, When, Where


def label_actions(label_set: LabelSet, language: str) -> tuple[ActionSpec, ...]:
    """Return one action a label, under the label's own name and key."""
    return tuple(
        ActionSpec(
            f"label.{label.id}",
            label.name(language),
            Menu.LABELS,
            "annotating.label",
            (label.key,) if label.key else (),
            When.CURRENT_OR_SELECTION,
            Where.WORK,
            args=(label.id,),
            tip=label.description.get(language, ""),
            translated=True,
        )
        for label in label_set
    )


def is_label(spec: ActionSpec) -> bool:
    """Whether an action stands for a label."""
    return spec.menu is Menu.LABELS and spec.translated
