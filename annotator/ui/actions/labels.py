"""The action that edits the labels, and one each for them, under its own name and key."""

from __future__ import annotations

from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When, Where

LABELS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "labels.edit",
        QT_TRANSLATE_NOOP("actions", "Labels of the project…"),
        Menu.LABELS,
        "labelling.edit",
        ("F8",),
        When.PROJECT,
        tip=QT_TRANSLATE_NOOP("actions", "Names, colours and keys of labels; add, merge, remove"),
    ),
)


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
            starts=number == 0,
            translated=True,
        )
        for number, label in enumerate(label_set)
    )


def is_label(spec: ActionSpec) -> bool:
    """Whether an action stands for a label."""
    return spec.menu is Menu.LABELS and spec.translated
