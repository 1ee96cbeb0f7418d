"""Keys as they are pressed: the same key on a Latin and on an Arabic layout."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.ui.text import ltr

# Arabic (101), as Windows, macOS and X11 have it; ا for H, لا for B needs two letters on Windows.
_ARABIC = dict(
    zip(
        "QWERTYUIOP[]ASDFGHJKL;'ZXCVNM,./",
        "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ",
        strict=True,
    )
) | dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True))

# With Shift, a key may send another character; Qt then reports that character and Shift. Those
# that Latin keys send with Shift too (Arabic Shift+D is a bracket) are left to them.
_SHIFTED = {"[": ("{", "<"), "]": ("}", ">"), "Z": ("Z", "~")} | {
    key: (key, _ARABIC[key], mark)
    for key, mark in zip(
        "QWERYIOPASHJKNX/", "\u064e\u064b\u064f\u064cإ÷×؛\u0650\u064dأـ،آ\u0652؟", strict=True
    )
}
_LATIN = {arabic: latin for latin, arabic in _ARABIC.items()}
_SHIFTED_LATIN = {mark: latin for latin, marks in _SHIFTED.items() for mark in marks[-1:]} | {
    "{": "[",
    "}": "]",
}
_RUN = 3
"""So many keys that follow one another are named by the first and the last."""
_MOST_NAMED = 4
"""Of more keys and runs than these, the first are named."""

_TWINS = {"Enter": ("Enter", "Return"), "Return": ("Enter", "Return")}
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)


def bindings(keys: tuple[str, ...]) -> list[QKeySequence]:
    """Return every sequence that pressing ``keys`` may send, the shown one first."""
    found: list[str] = []
    for key in keys:
        modifiers, plus, base = key.rpartition("+")
        variants = [base]
        if "Shift" in modifiers and base in _SHIFTED:
            variants += _SHIFTED[base]
        elif base in _ARABIC:
            variants.append(_ARABIC[base])
        found += [f"{modifiers}{plus}{variant}" for variant in variants]
    return [QKeySequence(text) for text in dict.fromkeys(found)]


def pressed_keys(event: QKeyEvent) -> tuple[str, ...]:
    """Return what was pressed as a table names it, on either layout.

    Nothing for Shift alone and the like. The two Enter keys stand for each other.
    """
    if event.key() in _MODIFIERS:
        return ()
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    key = Qt.Key(event.key())
    base = "Tab" if key == Qt.Key.Key_Backtab else QKeySequence(key).toString()
    base = (_SHIFTED_LATIN.get(base, base) if shift else base) or base
    base = _LATIN.get(base, base)
    held = QKeySequence(modifiers.value | Qt.Key.Key_A).toString()[:-1] if modifiers.value else ""
    return tuple(f"{held}{twin}" for twin in _TWINS.get(base, (base,))) if base else ()


def is_key(key: str) -> bool:
    """Whether ``key`` is one key with its modifiers, as :class:`ActionSpec` has them."""
    sequence = QKeySequence(key)
    return sequence.count() == 1 and bool(sequence.toString())


def latin_key(key: str) -> str:
    """Return a key by its portable name, also where it was named by what an Arabic layout sends."""
    modifiers, plus, base = key.rpartition("+")
    return f"{modifiers}{plus}{_LATIN.get(base, base)}"


def shown_key(key: str) -> str:
    """Return a key as a person reads it, kept together inside right-to-left text."""
    return keys_text([key])


def keys_text(keys: Sequence[str], between: str = " ") -> str:
    """Return several keys side by side, in the order that they have on the keyboard."""
    return ltr(between.join(map(_named, keys)))


def runs_text(keys: Sequence[str]) -> str:
    """Return keys in few words: ``1–9 Ctrl+1–9``, those after the fourth left out."""
    named = [part for run in _runs(keys) for part in _run_named(run)]
    left_out = ["…"] if len(named) > _MOST_NAMED else []
    return ltr(" ".join([*named[:_MOST_NAMED], *left_out]))


def _runs(keys: Sequence[str]) -> list[list[str]]:
    """Return keys in their order, digits with the same modifiers that follow one another as one."""
    runs: list[list[str]] = []
    for key in keys:
        if runs and _follows(key, runs[-1][-1]):
            runs[-1].append(key)
        else:
            runs.append([key])
    return runs


def _follows(key: str, before: str) -> bool:
    (held, _, digit), (held_before, _, digit_before) = key.rpartition("+"), before.rpartition("+")
    digits = digit.isdecimal() and digit_before.isdecimal()
    return digits and held == held_before and int(digit) == int(digit_before) + 1


def _run_named(run: Sequence[str]) -> list[str]:
    if len(run) < _RUN:
        return [_named(key) for key in run]
    return [f"{_named(run[0])}–{run[-1].rpartition('+')[2]}"]


@cache  # asked for at every step, and Qt takes a third of a millisecond
def _named(key: str) -> str:
    form = (
        QKeySequence.SequenceFormat.NativeText
        if sys.platform == "darwin"
        else QKeySequence.SequenceFormat.PortableText
    )
    return QKeySequence(key).toString(form)
