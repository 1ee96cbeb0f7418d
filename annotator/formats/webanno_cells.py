"""How WebAnno TSV writes text and values: signs of its own, a backslash before other ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

FORMAT = "#FORMAT=WebAnno TSV"
SPANS, RELATIONS, CHAINS = "#T_SP=", "#T_RL=", "#T_CH="
TEXT = "#Text="
ABSENT, EMPTY = "_", "*"
"""A cell without an annotation, and the feature of an annotation that has no value."""
STACKED = "|"

_LETTERS = {"\t": "t", "\n": "n", "\f": "f", "\r": "r", "\b": "b", "\\": "\\"}
_SIGNS = {letter: sign for sign, letter in _LETTERS.items()}
_TEXT_SIGN = re.compile(r"[\x00-\x0a\x0c-\x1f\\]")
_TEXT_ESCAPE = re.compile(r"\\([\x00-\x07\x0e-\x1ftnfrb\\])")
_VALUE_SIGN = re.compile(r"->|[\\\[\]|_;*\t\n]")
_VALUE_ESCAPE = re.compile(r"\\(->|[\\\[\]|_;*tn])")
_STACKED = re.compile(r"((?:\\.|[^|\\]|\\$)*)(\||$)", re.DOTALL)
_NUMBERED = re.compile(r"((?:\\.|[^\\])*?)\[(\d{1,9})(?:_(\d{1,9}))?\]", re.DOTALL)


def escaped_text(text: str) -> str:
    """Return the text of a sentence or token as it is written."""
    return _TEXT_SIGN.sub(lambda found: "\\" + _LETTERS.get(found[0], found[0]), text)


def plain_text(written: str) -> str:
    """Return the text that :func:`escaped_text` wrote."""
    return _TEXT_ESCAPE.sub(lambda found: _SIGNS.get(found[1], found[1]), written)


def escaped_value(value: str) -> str:
    """Return the value of a feature as it is written."""
    return _VALUE_SIGN.sub(
        lambda found: {"\t": "\\t", "\n": "\\n"}.get(found[0], f"\\{found[0]}"), value
    )


def plain_value(written: str) -> str:
    """Return the value that :func:`escaped_value` wrote."""
    return _VALUE_ESCAPE.sub(lambda found: {"t": "\t", "n": "\n"}.get(found[1], found[1]), written)


def stacked(cell: str) -> Iterator[tuple[str, int, int]]:
    """Yield the values of a cell, still escaped, with the numbers in brackets or 0."""
    for found in _STACKED.finditer(cell):
        numbered = _NUMBERED.fullmatch(found[1])
        if numbered is None:
            yield found[1], 0, 0
        else:
            yield numbered[1], int(numbered[2]), int(numbered[3] or 0)
        if not found[2]:
            return
