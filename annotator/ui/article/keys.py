"""Which keys move the caret. The keys of the work itself are in the window's table of actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.ui.article.caret import Direction, Step


class Motion(NamedTuple):
    """A caret movement; ``extend`` keeps the selection's other end where it is."""

    step: Step
    direction: Direction
    extend: bool = False


_PLAIN = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier

MOTIONS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], tuple[Step, Direction]] = {
    (Qt.Key.Key_Left, _PLAIN): (Step.LETTER, Direction.LEFT),
    (Qt.Key.Key_Right, _PLAIN): (Step.LETTER, Direction.RIGHT),
    (Qt.Key.Key_Left, _CTRL): (Step.WORD, Direction.LEFT),
    (Qt.Key.Key_Right, _CTRL): (Step.WORD, Direction.RIGHT),
    (Qt.Key.Key_Left, _ALT): (Step.CLITIC, Direction.LEFT),
    (Qt.Key.Key_Right, _ALT): (Step.CLITIC, Direction.RIGHT),
    (Qt.Key.Key_Up, _PLAIN): (Step.ROW, Direction.BACK),
    (Qt.Key.Key_Down, _PLAIN): (Step.ROW, Direction.FORWARD),
    (Qt.Key.Key_Up, _CTRL): (Step.PARAGRAPH, Direction.BACK),
    (Qt.Key.Key_Down, _CTRL): (Step.PARAGRAPH, Direction.FORWARD),
    (Qt.Key.Key_Up, _ALT): (Step.SENTENCE, Direction.BACK),
    (Qt.Key.Key_Down, _ALT): (Step.SENTENCE, Direction.FORWARD),
    (Qt.Key.Key_Home, _PLAIN): (Step.ROW_EDGE, Direction.BACK),
    (Qt.Key.Key_End, _PLAIN): (Step.ROW_EDGE, Direction.FORWARD),
    (Qt.Key.Key_Home, _CTRL): (Step.ARTICLE, Direction.BACK),
    (Qt.Key.Key_End, _CTRL): (Step.ARTICLE, Direction.FORWARD),
    (Qt.Key.Key_PageUp, _PLAIN): (Step.PAGE, Direction.BACK),
    (Qt.Key.Key_PageDown, _PLAIN): (Step.PAGE, Direction.FORWARD),
}
"""With Shift, each of them extends the selection."""


def motion_of(event: QKeyEvent) -> Motion | None:
    """Return the movement that a key asks for, or None."""
    shift = Qt.KeyboardModifier.ShiftModifier
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    found = MOTIONS.get((Qt.Key(event.key()), modifiers & ~shift))
    return Motion(*found, extend=bool(modifiers & shift)) if found else None


def _names() -> Iterator[str]:
    for key, modifiers in MOTIONS:
        for shift in (_PLAIN, Qt.KeyboardModifier.ShiftModifier):
            yield QKeySequence((modifiers | shift).value | key).toString()
    yield from ("Ctrl+C", "Ctrl+A")


OWN_KEYS: tuple[str, ...] = tuple(_names())
"""Every key that the article needs for itself, by its portable name."""
