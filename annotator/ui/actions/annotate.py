"""The actions of the work itself: decide, label, move boundaries, go on."""

from __future__ import annotations

from annotator.core.labels import LabelSet
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
        "window.next_article",
        ("Ctrl+PgDown",),
        When.ARTICLE,
    ),
    ActionSpec(
        "article.previous",
        QT_TRANSLATE_NOOP("actions", "Previous article"),
        Menu.ANNOTATE,
        "window.previous_article",
        ("Ctrl+PgUp",),
        When.ARTICLE,
    ),
)

# The bracket says which edge. Alone it takes in, with Shift it leaves out; Ctrl means a word.
# Alt + Shift is left alone: it switches the keyboard layout on many machines that have Arabic.
BOUNDARIES: tuple[ActionSpec, ...] = (
    ActionSpec(
        "start.letter.out",
        QT_TRANSLATE_NOOP("actions", "Start: take in a letter"),
        Menu.BOUNDARIES,
        "annotating.move_edge",
        ("[",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("start", "letter", "out"),
    ),
    ActionSpec(
        "start.letter.in",
        QT_TRANSLATE_NOOP("actions", "Start: leave out a letter"),
        Menu.BOUNDARIES,
        "annotating.move_edge",
        ("Shift+[",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("start", "letter", "in"),
    ),
    ActionSpec(
        "start.clitic.flip",
        QT_TRANSLATE_NOOP("actions", "Start: with or without what is attached"),
        Menu.BOUNDARIES,
        "annotating.move_edge",
        ("Alt+[",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("start", "clitic", "flip"),
    ),
    ActionSpec(
        "start.word.out",
        QT_TRANSLATE_NOOP("actions", "Start: take in a word"),
        Menu.BOUNDARIES,
        "annotating.move_edge",
        ("Ctrl+[",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("start", "word", "out"),
    ),
    ActionSpec(
        "start.word.in",
        QT_TRANSLATE_NOOP("actions", "Start: leave out a word"),
        Menu.BOUNDARIES,
        "annotating.move_edge",
        ("Ctrl+Shift+[",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("start", "word", "in"),
    ),
    ActionSpec(
        "end.letter.out",
        QT_TRANSLATE_NOOP("actions", "End: take in a letter"),
        Menu.BOUNDARIES,
        "annotating.move_edge",
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
        "annotating.move_edge",
        ("Shift+]",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("end", "letter", "in"),
    ),
    ActionSpec(
        "end.word.out",
        QT_TRANSLATE_NOOP("actions", "End: take in a word"),
        Menu.BOUNDARIES,
        "annotating.move_edge",
        ("Ctrl+]",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("end", "word", "out"),
    ),
    ActionSpec(
        "end.word.in",
        QT_TRANSLATE_NOOP("actions", "End: leave out a word"),
        Menu.BOUNDARIES,
        "annotating.move_edge",
        ("Ctrl+Shift+]",),
        When.CURRENT_ENTITY,
        Where.WORK,
        args=("end", "word", "in"),
    ),
)


def label_actions(label_set: LabelSet, language: str) -> tuple[ActionSpec, ...]:
    """Return one action a label, under the label's own name and key."""
    return tuple(
        ActionSpec(
            f"label.{label.id}",
            label.name(language),
            Menu.LABELS,
            "annotating.label",
            (label.key,) if label.key else (),
            When.CURRENT_OR_SELECTION,
            Where.WORK,
            args=(label.id,),
            tip=label.description.get(language, ""),
            translated=True,
        )
        for label in label_set
    )
