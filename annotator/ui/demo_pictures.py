"""Pictures of a desk's window in a language and theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize

from annotator.config.settings import LANGUAGE, THEME
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.ui.app import Desk
from annotator.ui.app_window import AppWindow

LOOKS = (("ar", "light"), ("ar", "dark"), ("en", "light"), ("en", "dark"))
"""Language and theme of each picture."""

_SIZE = QSize(1280, 800)


def dressed(desk: Desk, language: str, theme: str) -> AppWindow:
    """Return the desk's window, made anew in a language and theme."""
    desk.settings[LANGUAGE] = language
    desk.settings[THEME] = theme
    desk.dress()
    desk.renew()
    window = desk.window
    assert window is not None
    window.resize(_SIZE)
    return window


def save_picture(window: AppWindow, path: Path) -> Path:
    """Write what the window shows to ``path``.

    Raises:
        UserError: it cannot be written.
    """
    QCoreApplication.processEvents()
    if not window.grab().save(str(path)):
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "The picture cannot be written.")),
            where=str(path),
            todo=message(QT_TRANSLATE_NOOP("messages", "Choose a folder in which you may write.")),
        )
    return path
