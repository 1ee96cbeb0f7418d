"""The actions on what came back from a review: the next correction, take it or take it back."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When, Where

CORRECTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "correction.next",
        QT_TRANSLATE_NOOP("actions", "Next correction"),
        Menu.ANNOTATE,
        "correcting.next",
        ("V",),
        When.CORRECTIONS,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "Show the next span that a review has changed, and why"),
        starts=True,
    ),
    ActionSpec(
        "correction.understood",
        QT_TRANSLATE_NOOP("actions", "Correction understood"),
        Menu.ANNOTATE,
        "correcting.understood",
        ("Y",),
        When.CORRECTION,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "The correction stays; go to the next one"),
    ),
    ActionSpec(
        "correction.keep_mine",
        QT_TRANSLATE_NOOP("actions", "Keep mine"),
        Menu.ANNOTATE,
        "correcting.keep_mine",
        ("Z",),
        When.CORRECTION,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "As it was before the review; go to the next one"),
    ),
)
