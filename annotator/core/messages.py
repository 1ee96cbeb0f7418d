"""Texts for people, kept as data so that the window can show them in its language.

The core knows no translator. A :class:`Message` carries the English source text and its
arguments; ``str()`` gives English, the window looks the source text up in its catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.core.visible import visible_name


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark ``text`` for the translation catalogue and return it unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence with ``{named}`` arguments, under a translation context."""

    text: str
    args: Mapping[str, Any] = field(default_factory=dict)
    context: str = "messages"

    def __str__(self) -> str:
        if not self.args:
            return self.text
        return self.text.format(**{name: _shown(value) for name, value in self.args.items()})


def _shown(value: Any) -> Any:
    return visible_name(value) if isinstance(value, str) else value


def message(text: str, /, **args: Any) -> Message:
    """Return a :class:`Message`; mark the literal with ``QT_TRANSLATE_NOOP("messages", …)``."""
    return Message(text, args)
