"""How the program came here: with Python, or frozen, without any and closed to more packages."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message


def is_frozen() -> bool:
    """Whether this is the program that needs no Python (PyInstaller sets ``sys.frozen``)."""
    return bool(getattr(sys, "frozen", False))


def is_light() -> bool:
    """Whether this is the frozen program without torch, which camel-tools' models need."""
    return is_frozen() and find_spec("torch") is None


def install_advice(command: str) -> Message:
    """Return what to do about a package that is missing.

    Args:
        command: what installs it where there is a Python; nothing can be added to a frozen program.
    """
    if is_frozen():
        return message(
            QT_TRANSLATE_NOOP(
                "messages", "This program comes without it; annotator for Python can have it."
            )
        )
    return message(QT_TRANSLATE_NOOP("messages", "Install it: {command}"), command=command)
