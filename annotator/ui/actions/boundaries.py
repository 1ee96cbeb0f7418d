"""The actions that move the edges of a span."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When, Where

# The bracket says which edge. Alone it takes in, with Shift it leaves out; Ctrl means a word.
# Alt + Shift is left alone: it switches the keyboard layout on many machines that have Arabic.
BOUNDARIES: tuple[ActionSpec, ...] = (
    ActionSpec(
        "start.letter.out",
        QT_TRANSLATE_NOOP("actions", "Start: take in a letter"),
        Menu.BOUNDARIES,
        "resizing.move_edge",
        ("[",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("start", "letter", "out"),
    ),
    ActionSpec(
        "start.letter.in",
        QT_TRANSLATE_NOOP("actions", "Start: leave out a letter"),
        Menu.BOUNDARIES,
        "resizing.move_edge",
        ("Shift+[",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("start", "letter", "in"),
    ),
    ActionSpec(
        "start.clitic.flip",
        QT_TRANSLATE_NOOP("actions", "Start: with or without what is attached"),
        Menu.BOUNDARIES,
        "resizing.move_edge",
        ("Alt+[",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("start", "clitic", "flip"),
    ),
    ActionSpec(
        "start.word.out",
        QT_TRANSLATE_NOOP("actions", "Start: take in a word"),
        Menu.BOUNDARIES,
        "resizing.move_edge",
        ("Ctrl+[",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("start", "word", "out"),
    ),
    ActionSpec(
        "start.word.in",
        QT_TRANSLATE_NOOP("actions", "Start: leave out a word"),
        Menu.BOUNDARIES,
        "resizing.move_edge",
        ("Ctrl+Shift+[",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("start", "word", "in"),
    ),
    ActionSpec(
        "end.letter.out",
        QT_TRANSLATE_NOOP("actions", "End: take in a letter"),
        Menu.BOUNDARIES,
        "resizing.move_edge",
        ("]",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("end", "letter", "out"),
        starts=True,
    ),
    ActionSpec(
        "end.letter.in",
        QT_TRANSLATE_NOOP("actions", "End: leave out a letter"),
        Menu.BOUNDARIES,
        "resizing.move_edge",
        ("Shift+]",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("end", "letter", "in"),
    ),
    ActionSpec(
        "end.word.out",
        QT_TRANSLATE_NOOP("actions", "End: take in a word"),
        Menu.BOUNDARIES,
        "resizing.move_edge",
        ("Ctrl+]",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("end", "word", "out"),
    ),
    ActionSpec(
        "end.word.in",
        QT_TRANSLATE_NOOP("actions", "End: leave out a word"),
        Menu.BOUNDARIES,
        "resizing.move_edge",
        ("Ctrl+Shift+]",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("end", "word", "in"),
    ),
)
