"""The actions of the Edit menu."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When

EDIT: tuple[ActionSpec, ...] = (
    ActionSpec(
        "edit.undo",
        QT_TRANSLATE_NOOP("actions", "Undo"),
        Menu.EDIT,
        "annotating.undo",
        ("Ctrl+Z",),
        When.CAN_UNDO,
        tip=QT_TRANSLATE_NOOP("actions", "Take back the last decision"),
    ),
    ActionSpec(
        "edit.redo",
        QT_TRANSLATE_NOOP("actions", "Redo"),
        Menu.EDIT,
        "annotating.redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        When.CAN_REDO,
        tip=QT_TRANSLATE_NOOP("actions", "Do again what was taken back"),
    ),
    ActionSpec(
        "view.history",
        QT_TRANSLATE_NOOP("actions", "History"),
        Menu.EDIT,
        "window.show_page",
        ("Ctrl+H",),
        When.PROJECT,
        args=("history",),
        tip=QT_TRANSLATE_NOOP("actions", "Every step of this article, and a way back to each"),
    ),
)
