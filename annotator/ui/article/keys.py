"""Which keys move the caret. The keys of the work itself are in the window's table of actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.article.caret import Direction, Unit


class Motion(NamedTuple):
    """A caret movement; ``extend`` keeps the selection's other end where it is."""

    unit: Unit
    direction: Direction
    extend: bool = False


_PLAIN = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier

MOTIONS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], tuple[Unit, Direction]] = {
    (Qt.Key.Key_Left, _PLAIN): (Unit.LETTER, Direction.LEFT),
    (Qt.Key.Key_Right, _PLAIN): (Unit.LETTER, Direction.RIGHT),
    (Qt.Key.Key_Left, _CTRL): (Unit.WORD, Direction.LEFT),
    (Qt.Key.Key_Right, _CTRL): (Unit.WORD, Direction.RIGHT),
    (Qt.Key.Key_Left, _ALT): (Unit.CLITIC, Direction.LEFT),
    (Qt.Key.Key_Right, _ALT): (Unit.CLITIC, Direction.RIGHT),
    (Qt.Key.Key_Up, _PLAIN): (Unit.ROW, Direction.BACK),
    (Qt.Key.Key_Down, _PLAIN): (Unit.ROW, Direction.FORWARD),
    (Qt.Key.Key_Up, _CTRL): (Unit.PARAGRAPH, Direction.BACK),
    (Qt.Key.Key_Down, _CTRL): (Unit.PARAGRAPH, Direction.FORWARD),
    (Qt.Key.Key_Up, _ALT): (Unit.SENTENCE, Direction.BACK),
    (Qt.Key.Key_Down, _ALT): (Unit.SENTENCE, Direction.FORWARD),
    (Qt.Key.Key_Home, _PLAIN): (Unit.ROW_EDGE, Direction.BACK),
    (Qt.Key.Key_End, _PLAIN): (Unit.ROW_EDGE, Direction.FORWARD),
    (Qt.Key.Key_Home, _CTRL): (Unit.ARTICLE, Direction.BACK),
    (Qt.Key.Key_End, _CTRL): (Unit.ARTICLE, Direction.FORWARD),
    (Qt.Key.Key_PageUp, _PLAIN): (Unit.PAGE, Direction.BACK),
    (Qt.Key.Key_PageDown, _PLAIN): (Unit.PAGE, Direction.FORWARD),
}
"""With Shift, each of them extends the selection."""


def motion_of(event: QKeyEvent) -> Motion | None:
    """Return the movement that a key asks for, or None."""
    shift = Qt.KeyboardModifier.ShiftModifier
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    found = MOTIONS.get((Qt.Key(event.key()), modifiers & ~shift))
    return Motion(*found, extend=bool(modifiers & shift)) if found else None
