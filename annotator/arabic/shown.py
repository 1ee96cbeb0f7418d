"""The text that is shown, made from the stored one, with a map both ways.

Paragraphs stand on lines of their own; the comma of a joint, blank lines and white space around
paragraphs are hidden, and diacritics and tatweel when they are not wanted. A sign that turns the
text beside it, or parts it without a trace, has a visible one in its place. Nothing else changes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.arabic.folding import DIACRITICS
from annotator.arabic.paragraphs import paragraphs
from annotator.core.offsets import Run, TextMap
from annotator.core.visible import visible

TATWEEL = "\u0640"

_HIDDEN = {
    (True, True): None,
    (False, True): re.compile(f"[{DIACRITICS}]+"),
    (True, False): re.compile(f"{TATWEEL}+"),
    (False, False): re.compile(f"[{DIACRITICS}{TATWEEL}]+"),
}
"""What is hidden where diacritics, and tatweel, are shown or not."""


class Shown(NamedTuple):
    """A shown text (paragraphs parted by one line feed) and the map to the stored one."""

    text: str
    map: TextMap


def shown_text(text: str, *, diacritics: bool = True, tatweel: bool = True) -> Shown:
    """Return what is shown of the stored ``text``.

    The map's ends stay before what is hidden: callers that go from shown to stored spans pass
    them through :func:`with_hidden`.
    """
    marks = _HIDDEN[diacritics, tatweel]
    parts: list[str] = []
    runs: list[Run] = []
    made = 0
    for index, (span, _) in enumerate(paragraphs(text)):
        if index:
            parts.append("\n")
            made += 1
        raw = span.start
        hidden = () if marks is None else marks.finditer(text, span.start, span.end)
        for start, end in [
            *((match.start(), match.end()) for match in hidden),
            (span.end, span.end),
        ]:
            parts.append(text[raw:start])
            runs.append(Run(made, raw, start - raw))
            made += start - raw
            raw = end
    return Shown(visible("".join(parts)), TextMap(runs, made, len(text)))


def with_hidden(text: str, end: int, *, diacritics: bool = True, tatweel: bool = True) -> int:
    """Return where a stored span ends that ends at ``end`` as shown: with what is hidden there."""
    marks = _HIDDEN[diacritics, tatweel]
    match = marks.match(text, end) if marks is not None else None
    return match.end() if match else end
