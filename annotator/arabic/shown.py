"""The text that is shown, made from the stored one, with a map both ways.

Paragraphs stand on lines of their own; the comma of a joint, blank lines and white space around
paragraphs are hidden, and diacritics when they are not wanted. Nothing else changes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.arabic.folding import DIACRITICS
from annotator.arabic.paragraphs import paragraphs
from annotator.core.offsets import Run, TextMap

_DIACRITICS = re.compile(f"[{DIACRITICS}]+")


class Shown(NamedTuple):
    """A shown text (paragraphs parted by one line feed) and the map to the stored one."""

    text: str
    map: TextMap


def shown_text(text: str, *, diacritics: bool = True) -> Shown:
    """Return what is shown of the stored ``text``.

    A span that ends where diacritics are hidden takes them along: the map's ends stay before
    them, so callers that go from shown to stored spans pass them through
    :func:`annotator.core.spans.trimmed`.
    """
    parts: list[str] = []
    runs: list[Run] = []
    made = 0
    for index, (span, _) in enumerate(paragraphs(text)):
        if index:
            parts.append("\n")
            made += 1
        raw = span.start
        hidden = () if diacritics else _DIACRITICS.finditer(text, span.start, span.end)
        for start, end in [
            *((match.start(), match.end()) for match in hidden),
            (span.end, span.end),
        ]:
            parts.append(text[raw:start])
            runs.append(Run(made, raw, start - raw))
            made += start - raw
            raw = end
    return Shown("".join(parts), TextMap(runs, made, len(text)))
