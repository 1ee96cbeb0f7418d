"""The actions of quotes: choose one, say who speaks and by which word, correct what was said."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When, Where

# Letters alone, without Shift or Ctrl: one key each, and the same key on an Arabic layout.
QUOTES: tuple[ActionSpec, ...] = (
    ActionSpec(
        "quote.add",
        QT_TRANSLATE_NOOP("actions", "Quote"),
        Menu.QUOTES,
        "quoting.mark",
        ("Q",),
        When.CURRENT_QUOTE_OR_SELECTION,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Mark the selection as a quote, or accept the current one"
        ),
    ),
    ActionSpec(
        "quote.next",
        QT_TRANSLATE_NOOP("actions", "Next quote"),
        Menu.QUOTES,
        "quoting.next",
        ("J",),
        When.QUOTES,
        Where.WORK,
        starts=True,
    ),
    ActionSpec(
        "quote.previous",
        QT_TRANSLATE_NOOP("actions", "Previous quote"),
        Menu.QUOTES,
        "quoting.previous",
        ("K",),
        When.QUOTES,
        Where.WORK,
    ),
    ActionSpec(
        "quote.go_to_speaker",
        QT_TRANSLATE_NOOP("actions", "To the speaker and back"),
        Menu.QUOTES,
        "quoting.go_to_speaker",
        ("G",),
        When.QUOTE,
        Where.WORK,
    ),
    ActionSpec(
        "quote.speaker",
        QT_TRANSLATE_NOOP("actions", "Speaker…"),
        Menu.QUOTES,
        "quoting.set_speaker",
        ("S",),
        When.QUOTE_FOR_WORDS,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Make the selection the speaker of the quote, or choose among the names near"
        ),
        starts=True,
    ),
    ActionSpec(
        "quote.cue",
        QT_TRANSLATE_NOOP("actions", "Cue"),
        Menu.QUOTES,
        "quoting.set_cue",
        ("C",),
        When.QUOTE_FOR_WORDS,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Make the selection the cue of the quote; if it was the cue, have none"
        ),
    ),
    ActionSpec(
        "quote.end",
        QT_TRANSLATE_NOOP("actions", "Another end"),
        Menu.QUOTES,
        "quoting.move_end",
        ("E",),
        When.QUOTE,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions",
            "End the quote at the next comma, the next و with a verb, or the sentence's end",
        ),
        starts=True,
    ),
    ActionSpec(
        "quote.type",
        QT_TRANSLATE_NOOP("actions", "Another type"),
        Menu.QUOTES,
        "quoting.change_type",
        ("T",),
        When.QUOTE,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "Direct, mixed, indirect, and round again"),
    ),
    ActionSpec(
        "quote.split",
        QT_TRANSLATE_NOOP("actions", "Split at the caret"),
        Menu.QUOTES,
        "quoting.split",
        ("D",),
        When.QUOTE,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "Cut the quote in two where the caret stands"),
        starts=True,
    ),
    ActionSpec(
        "quote.join_next",
        QT_TRANSLATE_NOOP("actions", "Join with the next one"),
        Menu.QUOTES,
        "quoting.join_next",
        ("N",),
        When.QUOTE,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Make one quote of this and the next one of the same speaker"
        ),
    ),
    ActionSpec(
        "quote.join_previous",
        QT_TRANSLATE_NOOP("actions", "Join with the one before"),
        Menu.QUOTES,
        "quoting.join_previous",
        ("P",),
        When.QUOTE,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Make one quote of this and the one before of the same speaker"
        ),
    ),
    ActionSpec(
        "quote.nest",
        QT_TRANSLATE_NOOP("actions", "Inside the quote around it"),
        Menu.QUOTES,
        "quoting.nest",
        ("I",),
        When.QUOTE,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Say that the quote is reported in the one around it; if it was, no more"
        ),
    ),
    ActionSpec(
        "quote.nonquote",
        QT_TRANSLATE_NOOP("actions", "No quote, or one after all"),
        Menu.QUOTES,
        "quoting.turn",
        ("O",),
        When.QUOTE_OR_MARKS,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions",
            "Say that the quote is a name or scare quotes; or make a quote of what stands in"
            " quotation marks at the caret",
        ),
        starts=True,
    ),
)
