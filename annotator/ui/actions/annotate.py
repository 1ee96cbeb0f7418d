"""The actions of the work itself: decide, go on."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When, Where

ANNOTATE: tuple[ActionSpec, ...] = (
    ActionSpec(
        "suggestion.next",
        QT_TRANSLATE_NOOP("actions", "Next suggestion"),
        Menu.ANNOTATE,
        "annotating.next",
        ("Tab",),
        When.PENDING,
        Where.ARTICLE,
    ),
    ActionSpec(
        "suggestion.previous",
        QT_TRANSLATE_NOOP("actions", "Previous suggestion"),
        Menu.ANNOTATE,
        "annotating.previous",
        ("Shift+Tab",),
        When.PENDING,
        Where.ARTICLE,
    ),
    ActionSpec(
        "record.accept",
        QT_TRANSLATE_NOOP("actions", "Accept"),
        Menu.ANNOTATE,
        "annotating.accept",
        ("Enter", "Return", "A"),
        When.CURRENT,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "Accept the current suggestion and go to the next"),
        starts=True,
    ),
    ActionSpec(
        "record.reject",
        QT_TRANSLATE_NOOP("actions", "Reject"),
        Menu.ANNOTATE,
        "annotating.reject",
        ("Del", "Backspace", "X"),
        When.CURRENT,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Reject the current suggestion, or remove what was marked by hand"
        ),
    ),
    ActionSpec(
        "suggestions.accept_all",
        QT_TRANSLATE_NOOP("actions", "Accept all suggestions"),
        Menu.ANNOTATE,
        "annotating.accept_all",
        ("Ctrl+Shift+A",),
        When.PENDING,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Accept every open suggestion of this article in one step"
        ),
        starts=True,
    ),
    ActionSpec(
        "suggestions.refresh",
        QT_TRANSLATE_NOOP("actions", "Suggest again"),
        Menu.ANNOTATE,
        "annotating.suggest",
        ("F5",),
        When.ARTICLE,
        tip=QT_TRANSLATE_NOOP("actions", "Look for entities and quotes; what was decided stays"),
    ),
    ActionSpec(
        "article.done",
        QT_TRANSLATE_NOOP("actions", "Done, next article"),
        Menu.ANNOTATE,
        "annotating.done",
        ("Ctrl+Enter", "Ctrl+Return"),
        When.ARTICLE,
        tip=QT_TRANSLATE_NOOP("actions", "Mark the article as done and open the next one"),
        starts=True,
    ),
    ActionSpec(
        "article.next",
        QT_TRANSLATE_NOOP("actions", "Next article"),
        Menu.ANNOTATE,
        "leafing.next_article",
        ("Ctrl+PgDown",),
        When.ARTICLE,
    ),
    ActionSpec(
        "article.previous",
        QT_TRANSLATE_NOOP("actions", "Previous article"),
        Menu.ANNOTATE,
        "leafing.previous_article",
        ("Ctrl+PgUp",),
        When.ARTICLE,
    ),
)
