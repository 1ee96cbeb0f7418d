"""The actions that work on every occurrence of some words."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When, Where

EVERY: tuple[ActionSpec, ...] = (
    ActionSpec(
        "every.label",
        QT_TRANSLATE_NOOP("actions", "Label every occurrence…"),
        Menu.ANNOTATE,
        "everywhere.label",
        ("L",),
        When.ARTICLE,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Label these words wherever they stand, in the article or in all of them"
        ),
        starts=True,
    ),
    ActionSpec(
        "every.unlabel",
        QT_TRANSLATE_NOOP("actions", "Unlabel every occurrence…"),
        Menu.ANNOTATE,
        "everywhere.unlabel",
        ("U",),
        When.ARTICLE,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "Take the label from these words wherever they have it"),
    ),
    ActionSpec(
        "every.relabel",
        QT_TRANSLATE_NOOP("actions", "Relabel every occurrence…"),
        Menu.ANNOTATE,
        "everywhere.relabel",
        ("R",),
        When.ARTICLE,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "Give these words another label wherever they have one"),
    ),
)
