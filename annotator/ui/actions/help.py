"""The actions of the Help menu."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When

HELP: tuple[ActionSpec, ...] = (
    ActionSpec(
        "help.keys",
        QT_TRANSLATE_NOOP("actions", "Keys"),
        Menu.HELP,
        "window.show_keys",
        keys=("F1",),
        tip=QT_TRANSLATE_NOOP("actions", "Every key on one sheet"),
    ),
    ActionSpec(
        "help.tutorial",
        QT_TRANSLATE_NOOP("actions", "Tutorial"),
        Menu.HELP,
        "tutor.start",
        keys=("Shift+F1",),
        tip=QT_TRANSLATE_NOOP(
            "actions", "The keys in two minutes, on a sample; your projects are not touched"
        ),
    ),
    ActionSpec(
        "tutorial.skip",
        QT_TRANSLATE_NOOP("actions", "Next step of the tutorial"),
        Menu.HELP,
        "tutor.skip",
        keys=("Ctrl+F1",),
        when=When.TUTORIAL,
    ),
    ActionSpec(
        "tutorial.leave",
        QT_TRANSLATE_NOOP("actions", "Leave the tutorial"),
        Menu.HELP,
        "tutor.leave",
        keys=("Ctrl+Shift+F1",),
        when=When.TUTORIAL,
    ),
    ActionSpec(
        "help.about",
        QT_TRANSLATE_NOOP("actions", "About annotator"),
        Menu.HELP,
        "window.show_about",
        starts=True,
    ),
)
