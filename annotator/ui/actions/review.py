"""The actions of the review window: its own, and those that it shares with the other window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.boundaries import BOUNDARIES
from annotator.ui.actions.edit import EDIT
from annotator.ui.actions.files import FILES
from annotator.ui.actions.help import HELP
from annotator.ui.actions.labels import label_actions
from annotator.ui.actions.quotes import QUOTES
from annotator.ui.actions.settings import SETTINGS
from annotator.ui.actions.spec import ActionSpec, Menu, When, Where
from annotator.ui.actions.view import GUIDANCE, LOOKS, READING, VIEW

TAKE_KEYS: tuple[tuple[str, ...], ...] = (("A",), ("B", "S"), ("C",), ("D",), ("F",), ("G",))
"""The keys that take what an annotator has. B sends two letters on an Arabic layout: S too."""

DECIDE: tuple[ActionSpec, ...] = (
    ActionSpec(
        "review.both",
        QT_TRANSLATE_NOOP("actions", "Take all of them"),
        Menu.REVIEW,
        "adjudicating.take_all",
        ("O",),
        When.CURRENT,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "Everybody is right: what each has is taken"),
    ),
    ActionSpec(
        "review.neither",
        QT_TRANSLATE_NOOP("actions", "None of them"),
        Menu.REVIEW,
        "adjudicating.neither",
        ("X",),
        When.CURRENT,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "None of theirs is right"),
    ),
    ActionSpec(
        "review.nothing",
        QT_TRANSLATE_NOOP("actions", "Nothing here"),
        Menu.REVIEW,
        "adjudicating.nothing",
        ("Del", "Backspace"),
        When.CURRENT,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "There is nothing to mark at this place"),
    ),
    ActionSpec(
        "review.edit",
        QT_TRANSLATE_NOOP("actions", "Decide by hand"),
        Menu.REVIEW,
        "by_hand.edit",
        ("E",),
        When.CURRENT,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions",
            "Select the right words, then a label's key or Enter; of a quote, change its parts",
        ),
        starts=True,
    ),
    ActionSpec(
        "review.confirm",
        QT_TRANSLATE_NOOP("actions", "Keep what was made by hand"),
        Menu.REVIEW,
        "by_hand.confirm",
        ("Return", "Enter"),
        When.EDITING,
        Where.WORK,
    ),
    ActionSpec(
        "review.remark",
        QT_TRANSLATE_NOOP("actions", "Why they differ…"),
        Menu.REVIEW,
        "adjudicating.remark",
        ("M",),
        When.CURRENT,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP("actions", "A slip, a gap in the guidelines, an ambiguous text"),
    ),
    ActionSpec(
        "review.alike",
        QT_TRANSLATE_NOOP("actions", "The same for all like this…"),
        Menu.REVIEW,
        "adjudicating.alike",
        ("L",),
        When.CURRENT,
        Where.WORK,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Lists all that is alike; the decision is one step, undone as one"
        ),
    ),
    ActionSpec(
        "review.reopen",
        QT_TRANSLATE_NOOP("actions", "Make it open again"),
        Menu.REVIEW,
        "adjudicating.reopen",
        ("R",),
        When.DECIDED,
        Where.WORK,
    ),
    ActionSpec(
        "review.next",
        QT_TRANSLATE_NOOP("actions", "Next open disagreement"),
        Menu.REVIEW,
        "stepping.next",
        ("N", "Tab"),
        When.PENDING,
        Where.WORK,
        starts=True,
    ),
    ActionSpec(
        "review.previous",
        QT_TRANSLATE_NOOP("actions", "Open disagreement before"),
        Menu.REVIEW,
        "stepping.previous",
        ("P", "Shift+Tab"),
        When.PENDING,
        Where.WORK,
    ),
    ActionSpec(
        "review.everything",
        QT_TRANSLATE_NOOP("actions", "List every disagreement"),
        Menu.REVIEW,
        "window.list_everything",
        ("Ctrl+L",),
        tip=QT_TRANSLATE_NOOP("actions", "Every kind, every label, every article"),
        starts=True,
    ),
    ActionSpec(
        "review.anonymous",
        QT_TRANSLATE_NOOP("actions", "Hide names"),
        Menu.REVIEW,
        "window.switch_names",
        ("Ctrl+Shift+H",),
        tip=QT_TRANSLATE_NOOP("actions", "Annotators are letters alone"),
        toggle=True,
    ),
)
"""What is decided, in the order of the menu; before it stands a line for each annotator."""

_HAND_KEYS = {
    "quote.add": ("set_content", "Q", QT_TRANSLATE_NOOP("actions", "Selection is what was said")),
    "quote.speaker": ("set_speaker", "W", ""),
    "quote.cue": ("set_cue", "V", ""),
    "quote.type": ("change_type", "T", ""),
    "quote.nest": ("nest", "I", ""),
}
"""The parts of a quote by hand: keys of their own, where the annotator's are taken here."""


def _parts_by_hand() -> Iterator[ActionSpec]:
    """Yield the actions on quotes and boundaries that the other window has, for a review."""
    for spec in QUOTES:
        if spec.id in _HAND_KEYS:
            method, key, text = _HAND_KEYS[spec.id]
            yield replace(
                spec,
                id=f"review.{spec.id}",
                text=text or spec.text,
                tip="" if text else spec.tip,
                handler=f"quote_by_hand.{method}",
                keys=(key,),
                when=When.QUOTE,
                starts=bool(text),
            )
    for spec in BOUNDARIES:
        yield replace(spec, handler="by_hand.move_edge")


SEND: tuple[ActionSpec, ...] = (
    ActionSpec(
        "review.report",
        QT_TRANSLATE_NOOP("actions", "Write a report…"),
        Menu.FILE,
        "outgoing.report",
        ("Ctrl+P",),
        tip=QT_TRANSLATE_NOOP(
            "actions", "One page with the figures and every difference, for reading and printing"
        ),
    ),
    ActionSpec(
        "review.feedback",
        QT_TRANSLATE_NOOP("actions", "Feedback to colleagues…"),
        Menu.FILE,
        "outgoing.feedback",
        ("Ctrl+B",),
        tip=QT_TRANSLATE_NOOP("actions", "A file for each of them: what was changed, and why"),
    ),
)
"""What a review gives to others."""

_SHARED_FILES = ("project.new", "project.open", "review.make", "project.export", "window.quit")


def review_actions(
    titles: Sequence[str], labels: LabelSet, language: str
) -> tuple[ActionSpec, ...]:
    """Return the table of a review window; ``titles`` are those of taking each annotator's."""
    take = tuple(
        ActionSpec(
            f"review.take.{number}",
            title,
            Menu.REVIEW,
            "adjudicating.take",
            TAKE_KEYS[number] if number < len(TAKE_KEYS) else (),
            When.CURRENT,
            Where.WORK,
            args=(str(number),),
            translated=True,
        )
        for number, title in enumerate(titles)
    )
    steps = {"edit.undo": "turning.undo", "edit.redo": "turning.redo"}
    return (
        *(spec for spec in FILES if spec.id in _SHARED_FILES[:-1]),
        *SEND,
        *(spec for spec in FILES if spec.id in _SHARED_FILES[-1:]),
        *(replace(spec, handler=steps[spec.id]) for spec in EDIT if spec.id in steps),
        *SETTINGS,
        *take,
        *DECIDE,
        *(replace(spec, handler="by_hand.label") for spec in label_actions(labels, language)),
        *_parts_by_hand(),
        *VIEW,
        *READING,
        *(spec for spec in LOOKS if spec is not GUIDANCE),
        *HELP,
    )
