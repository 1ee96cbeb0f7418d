"""The actions of the Help menu."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu

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
        "help.about",
        QT_TRANSLATE_NOOP("actions", "About annotator"),
        Menu.HELP,
        "window.show_about",
    ),
)
