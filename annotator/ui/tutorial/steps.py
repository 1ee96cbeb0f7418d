"""The steps of the tutorial: what each says, and what counts as done. Pure.

A new step is a row of :data:`STEPS`. Its text names keys as ``{name}``; ``keys`` says of which
action each is, so that a person reads their own keys.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from annotator.core.edits import Edit
from annotator.core.entities import Entity, Status
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.quotes import Quote


class Room(Enum):
    """In which window a step is done."""

    ARTICLE = auto()
    REVIEW = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand in the window: the steps done and how many were undone, what is current.

    ``settled`` counts the disagreements of a review that are decided.
    """

    done: tuple[Edit, ...] = ()
    undone: int = 0
    current: Entity | Quote | None = None
    settled: int = 0


Done = Callable[[Standing, Standing], bool]
"""Whether a step is done, from how things stood before and stand now."""

LABELS = "labels"
"""Stands for the keys of the labels, which are no single action's."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``text`` is an English source under the context ``tutorial``.

    Without ``done`` the person goes on by the key or the button for that.
    """

    text: str
    keys: Mapping[str, str] = field(default_factory=dict)
    done: Done | None = None
    room: Room = Room.ARTICLE


def performed(*names: str) -> Done:
    """Return what is done when an edit of one of these names was made."""

    def done(before: Standing, now: Standing) -> bool:
        old, new = before.done, now.done
        longer = len(new) > len(old) and new[: len(old)] == old
        return longer and any(edit.name in names for edit in new[len(old) :])

    return done


def taken_back(before: Standing, now: Standing) -> bool:
    """Whether a step was undone."""
    return now.undone > before.undone and len(now.done) < len(before.done)


def on_suggestion(_before: Standing, now: Standing) -> bool:
    """Whether a suggestion is current."""
    return now.current is not None and now.current.status is Status.SUGGESTED


def on_quote(_before: Standing, now: Standing) -> bool:
    """Whether a quote is current."""
    return isinstance(now.current, Quote)


def settled(before: Standing, now: Standing) -> bool:
    """Whether a disagreement was decided."""
    return now.settled > before.settled


STEPS: tuple[Step, ...] = (
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial",
            "Dashed frames are suggestions: names and quotes that the program has found. "
            "{next} goes to the next one.",
        ),
        {"next": "suggestion.next"},
        on_suggestion,
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial", "If it is right, {accept} accepts it and goes on. Accept this one."
        ),
        {"accept": "record.accept"},
        performed("accept"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial", "{reject} rejects what is wrong. Reject this one; it comes back later."
        ),
        {"reject": "record.reject"},
        performed("reject"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial", "{undo} takes the last step back, and any step before it. Try it."
        ),
        {"undo": "edit.undo"},
        taken_back,
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial",
            "Each label has a key; the bar at the top shows them. With a name current, "
            "{labels} gives it another label.",
        ),
        {"labels": LABELS},
        performed("relabel"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial",
            "A name ends at any letter. {out} and {in} move its end by a letter, {start_out} and "
            "{start_in} its beginning.",
        ),
        {
            "out": "end.letter.out",
            "in": "end.letter.in",
            "start_out": "start.letter.out",
            "start_in": "start.letter.in",
        },
        performed("resize"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial",
            "Now a name that nobody found: double-click a word, or select with Shift and the "
            "arrow keys, then press a label's key: {labels}.",
        ),
        {"labels": LABELS},
        performed("add"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial",
            "Go to a name that stands there more than once, such as واشنطن. {every} lists every "
            "place, however it is spelt; Enter labels them all in one step.",
        ),
        {"every": "every.label"},
        performed("label_every"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial",
            "Quotes lie on a pale band, and stand as cards beside the article with who said "
            "them. {next_quote} goes to the next quote.",
        ),
        {"next_quote": "quote.next"},
        on_quote,
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial", "{done} marks the article as done and opens the next one. Press it."
        ),
        {"done": "article.done"},
        performed("finish"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial",
            "So an article is annotated. When two people have done the same articles, somebody "
            "settles where they differ: {skip} opens a review of two colleagues.",
        ),
        {"skip": "tutorial.skip"},
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial",
            "What the first one marked is a bar over the line, the second one's is under it. "
            "{first} takes the first one's, {second} the second one's. Decide one.",
        ),
        {"first": "review.take.0", "second": "review.take.1"},
        settled,
        Room.REVIEW,
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial",
            "{both} takes both, {nothing} says that there is nothing to mark, {edit} decides by "
            "hand. Decide one more.",
        ),
        {"both": "review.both", "nothing": "review.nothing", "edit": "review.edit"},
        settled,
        Room.REVIEW,
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "tutorial",
            "That is all one needs to begin. {keys} shows every key, here and anywhere; {leave} "
            "ends the tutorial and throws this sample away.",
        ),
        {"keys": "help.keys", "leave": "tutorial.leave"},
        None,
        Room.REVIEW,
    ),
)
"""The steps in their order: those in the article first, then those in the review."""
