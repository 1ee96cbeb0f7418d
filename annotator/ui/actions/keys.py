"""Keys as they are pressed: the same key on a Latin and on an Arabic layout."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtGui import QKeySequence

from annotator.ui.text import ltr

# Arabic (101), as Windows, macOS and X11 have it; ا for H, لا for B needs two letters on Windows.
_ARABIC = dict(
    zip(
        "QWERTYUIOP[]ASDFGHJKL;'ZXCVNM,./",
        "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ",
        strict=True,
    )
) | dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True))

# With Shift, a key may send another character; Qt then reports that character and Shift.
_SHIFTED = {"[": ("{", "<"), "]": ("}", ">"), "Z": ("Z", "~")}


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


def shown_key(key: str) -> str:
    """Return a key as a person reads it, kept together inside right-to-left text."""
    return keys_text([key])


def keys_text(keys: Sequence[str], between: str = " ") -> str:
    """Return several keys side by side, in the order that they have on the keyboard."""
    form = (
        QKeySequence.SequenceFormat.NativeText
        if sys.platform == "darwin"
        else QKeySequence.SequenceFormat.PortableText
    )
    return ltr(between.join(QKeySequence(key).toString(form) for key in keys))
