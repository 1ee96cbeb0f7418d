"""Labels told apart without their colours: by a sign, by a line, and by colours for all eyes."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.labels import LabelSet

SIGNS = "●■▲◆★✚▼♥"
"""What stands before a label's name, one after the other."""

_STROKES = 4
"""How many lines there are (:data:`annotator.ui.article.painting.STROKES`)."""

# Okabe and Ito 2008, without their black: told apart with every common colour blindness.
_SAFE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#f0e442")


def stroke_of(number: int) -> int:
    """Return the number of the line of the label that is ``number`` in its set, from 0.

    Sign and line together repeat only after 32 labels.
    """
    return (number + number // len(SIGNS)) % _STROKES


def with_signs(label_set: LabelSet) -> LabelSet:
    """Return the labels as they are shown to who cannot rely on colours."""
    return replace(
        label_set,
        labels=tuple(
            replace(
                label,
                colour=_SAFE[number % len(_SAFE)],
                names={
                    language: f"{SIGNS[number % len(SIGNS)]} {name}"
                    for language, name in (label.names or {"": label.id}).items()
                },
            )
            for number, label in enumerate(label_set)
        ),
    )
