"""Signs that cannot be seen but change what is seen: shown by a sign that can.

A text may hold characters that turn what stands beside them (bidirectional overrides, embeddings
and isolates), that part or join without a trace (a zero-width space), or that only machines know
(control characters). They stay in what is stored. Where a person looks at it, each has a visible
sign in its place, one for one, so that offsets stay what they are.

Marks that good Arabic needs are left alone: the left-to-right, right-to-left and Arabic letter
marks, which turn nothing but themselves, and the joiners between letters.
"""

from __future__ import annotations

TURNS = "\u21c4"
"""Stands for what changes the direction (⇄)."""

PARTS = "\u00a6"
"""Stands for what has no width (¦)."""

CONTROLS = "\ufffd"
"""Stands for a control character."""

_TURNING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_WITHOUT_WIDTH = [
    0x200B,
    0x2060,
    *range(0x2061, 0x2065),
    *range(0x206A, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
]
_IN_TEXT = {
    **dict.fromkeys(_TURNING, TURNS),
    **dict.fromkeys(_WITHOUT_WIDTH, PARTS),
}
_IN_NAMES = {
    **_IN_TEXT,
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), CONTROLS),
    **dict.fromkeys(range(0xD800, 0xE000), CONTROLS),
    **dict.fromkeys((0x0A, 0x09, 0x0D), " "),
}
_SIGNS = [(chr(sign), stands_for) for sign, stands_for in _IN_TEXT.items()]
_LONGEST = 300


def visible(text: str) -> str:
    """Return a text with the signs in it that turn or part made visible; its length stays."""
    if text.isascii():
        return text
    for sign, stands_for in _SIGNS:  # one look for each is many times faster than translate()
        if sign in text:
            text = text.replace(sign, stands_for)
    return text


def visible_name(name: str, longest: int = _LONGEST) -> str:
    """Return a name (an id, a label, a title, a file) as a person can be shown it, on one line.

    Beyond ``longest`` letters its middle is left out.
    """
    if len(name) > longest:
        name = f"{name[: longest - longest // 3]}…{name[-(longest // 3) :]}"
    return name if name.isprintable() else name.translate(_IN_NAMES)
