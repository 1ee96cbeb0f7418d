"""Texts for people: the core's messages in the window's language, and isolated parts."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from annotator.core.errors import UserError
from annotator.core.messages import Message
from annotator.core.visible import visible_name
from annotator.services.telling import teller

_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"

_LONGEST = 4000
"""Letters of the longest path, and whatever else is put into an isolate."""

_PLAIN = "[^\u202a-\u202e\u2066-\u2069]*"
_ISOLATES = re.compile(f"([{_LRI}{_FSI}]{_PLAIN}(?:[{_LRI}{_FSI}]{_PLAIN}{_PDI}{_PLAIN})*{_PDI})")
"""What is isolated and closed again, with at most one more level inside: it turns nothing."""


def told(message: Message) -> str:
    """Return a message in the window's language, its arguments put in.

    Arguments are isolated, so that a path or an English word in an Arabic sentence does not
    turn the order of what stands beside it.
    """
    text = QCoreApplication.translate(message.context, message.text)
    return text.format(**{name: _argument(value) for name, value in message.args.items()})


def told_error(error: UserError) -> str:
    """Return what happened, where, and what to do, a line each."""
    parts = [told(error.what), ltr(error.where), told(error.todo) if error.todo else ""]
    return "\n".join(part for part in parts if part)


def both_languages(message: Message | None) -> str:
    """Return a message in English and in Arabic, for whoever may not be able to read one."""
    return "\n\n".join(teller(language)(message) for language in ("en", "ar")) if message else ""


def told_in_line(error: UserError) -> str:
    """Return what happened, where, and what to do, in one line."""
    return " ".join(told_error(error).splitlines())


def isolated(text: str) -> str:
    """Return ``text`` so that its direction stays its own inside another text."""
    return f"{_FSI}{visible_name(text, _LONGEST)}{_PDI}" if text else ""


def ltr(text: str) -> str:
    """Return ``text`` (a path, a key) to be read from left to right inside any text."""
    return f"{_LRI}{visible_name(text, _LONGEST)}{_PDI}" if text else ""


def shown(text: str) -> str:
    """Return a line put together from parts, as it can be drawn: isolates in it stay.

    Whatever else turns or parts what stands beside it has a sign in its place, for a part may be
    a stranger's.
    """
    parts = _ISOLATES.split(text)
    return "".join(
        part if number % 2 else visible_name(part, _LONGEST) for number, part in enumerate(parts)
    )


def set_apart(text: str) -> str:
    """Return a line that is :func:`shown`, cut or not, so that its direction stays its own."""
    return f"{_FSI}{text}{_PDI}" if text else ""


def one_line(text: str, length: int = 200) -> str:
    """Return the beginning of ``text`` on one line, at most ``length`` characters."""
    return visible_name(" ".join(text[: length * 2].split())[:length], _LONGEST)


def reading_side() -> Qt.AlignmentFlag:
    """Return the side at which the window's lines begin, whatever the direction of a text."""
    flag = Qt.AlignmentFlag
    right = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return (flag.AlignRight if right else flag.AlignLeft) | flag.AlignAbsolute


def _argument(value: object) -> object:
    if isinstance(value, Message):
        return told(value)
    if not isinstance(value, str):
        return value
    alone = _ISOLATES.fullmatch(value)  # a key, say, is one already
    return set_apart(shown(value) if alone else visible_name(value))
