"""The actions that let the selection grow and shrink."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When, Where

SELECTION: tuple[ActionSpec, ...] = (
    ActionSpec(
        "selection.grow",
        QT_TRANSLATE_NOOP("actions", "Select more"),
        Menu.EDIT,
        "selecting.grow",
        ("W",),
        When.ARTICLE,
        Where.ARTICLE,
        tip=QT_TRANSLATE_NOOP(
            "actions",
            "The name without what is attached, the word, the words between marks, the sentence,"
            " the paragraph",
        ),
        starts=True,
    ),
    ActionSpec(
        "selection.shrink",
        QT_TRANSLATE_NOOP("actions", "Select less"),
        Menu.EDIT,
        "selecting.shrink",
        ("Shift+W",),
        When.ARTICLE,
        Where.ARTICLE,
        tip=QT_TRANSLATE_NOOP("actions", "The way back, step by step"),
    ),
)
