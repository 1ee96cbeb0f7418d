"""The actions that say something of a span or an article: notes and flags."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When, Where

REMARKS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "record.note",
        QT_TRANSLATE_NOOP("actions", "Note on the current span…"),
        Menu.ANNOTATE,
        "remarks.note",
        ("M",),
        When.CURRENT,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "Write a note that the reviewer will read"),
        starts=True,
    ),
    ActionSpec(
        "record.unsure",
        QT_TRANSLATE_NOOP("actions", "Unsure about the current span"),
        Menu.ANNOTATE,
        "remarks.flag",
        ("F",),
        When.CURRENT,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "Flag the current span as unsure, or take the flag away"),
    ),
    ActionSpec(
        "article.note",
        QT_TRANSLATE_NOOP("actions", "Note on the article…"),
        Menu.ANNOTATE,
        "remarks.note_article",
        ("Ctrl+M",),
        When.ARTICLE,
    ),
    ActionSpec(
        "article.unsure",
        QT_TRANSLATE_NOOP("actions", "Unsure about the article"),
        Menu.ANNOTATE,
        "remarks.flag_article",
        ("Ctrl+Shift+M",),
        When.ARTICLE,
    ),
)
