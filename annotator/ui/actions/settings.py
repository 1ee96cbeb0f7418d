"""The actions of the settings."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu

SETTINGS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "settings.show",
        QT_TRANSLATE_NOOP("actions", "Settings…"),
        Menu.EDIT,
        "adjusting.show",
        ("Ctrl+,",),
        tip=QT_TRANSLATE_NOOP("actions", "What can be set, and the keys of all actions"),
        starts=True,
    ),
)
