"""The actions that search."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When

FIND: tuple[ActionSpec, ...] = (
    ActionSpec(
        "find.here",
        QT_TRANSLATE_NOOP("actions", "Find in the article…"),
        Menu.EDIT,
        "finding.find",
        ("Ctrl+F",),
        When.ARTICLE,
        tip=QT_TRANSLATE_NOOP("actions", "Find text however it is spelt"),
        starts=True,
    ),
    ActionSpec(
        "find.next",
        QT_TRANSLATE_NOOP("actions", "Next hit"),
        Menu.EDIT,
        "finding.next",
        ("F3",),
        When.ARTICLE,
    ),
    ActionSpec(
        "find.previous",
        QT_TRANSLATE_NOOP("actions", "Previous hit"),
        Menu.EDIT,
        "finding.previous",
        ("Shift+F3",),
        When.ARTICLE,
    ),
    ActionSpec(
        "find.everywhere",
        QT_TRANSLATE_NOOP("actions", "Search all articles…"),
        Menu.EDIT,
        "searching.show",
        ("Ctrl+Shift+F",),
        When.PROJECT,
        tip=QT_TRANSLATE_NOOP("actions", "A line for each place, to read, to open and to label"),
    ),
)
