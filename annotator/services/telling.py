"""Messages in a language without the window: what is written to files speaks as the window does."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from functools import cache

from annotator.bundled import resource
from annotator.core.messages import Message
from annotator.core.visible import visible_name

_FSI, _PDI = "\u2068", "\u2069"


def teller(language: str) -> Callable[[Message], str]:
    """Return what gives a message in ``language`` (``ar``, ``en``); English where it knows none.

    Strings put into a message are isolated, so that a name does not turn what stands beside it.
    """
    known = _catalogue(language)

    def told(what: Message) -> str:
        text = known.get((what.context, what.text)) or what.text
        return text.format(**{name: argument(value) for name, value in what.args.items()})

    def argument(value: object) -> object:
        if isinstance(value, Message):
            return told(value)
        return f"{_FSI}{visible_name(value)}{_PDI}" if isinstance(value, str) and value else value

    return told


@cache
def _catalogue(language: str) -> Mapping[tuple[str, str], str]:
    """Return the translations of a language by context and English text, plural ones left out."""
    path = resource("translations", f"annotator_{language}.ts")
    if not path.is_file():
        return {}
    found: dict[tuple[str, str], str] = {}
    root = ET.parse(path).getroot()  # noqa: S314 - it comes with the program
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        for entry in context.iter("message"):
            translation = entry.find("translation")
            if translation is not None and translation.text and len(translation) == 0:
                found[name, entry.findtext("source") or ""] = translation.text
    return found
