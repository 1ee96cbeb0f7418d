"""Which fonts Arabic is read in: the best one that the machine has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message

READING_FAMILIES = (
    "Noto Naskh Arabic",
    "Amiri",
    "Scheherazade New",
    "Scheherazade",
    "Geeza Pro",
    "Al Bayan",
    "Sakkal Majalla",
    "Traditional Arabic",
    "Noto Sans Arabic",
    "Arial",
    "DejaVu Sans",
)
"""Families with well-made Arabic for long reading, best first (Linux, macOS, Windows)."""

INTERFACE_FAMILIES = (
    "Noto Sans Arabic",
    "Segoe UI",
    "SF Arabic",
    "Geeza Pro",
    "Dubai",
    "Tahoma",
)
"""Families with Arabic that stays clear when it is small, best first."""


@lru_cache(maxsize=1)
def reading_family() -> str:
    """Return the first of :data:`READING_FAMILIES` that is installed.

    Falls back to the application's own family, for which Qt finds Arabic glyphs elsewhere.
    """
    return _first_installed(READING_FAMILIES)


@lru_cache(maxsize=1)
def interface_family() -> str:
    """Return the first of :data:`INTERFACE_FAMILIES` that is installed, or the application's."""
    return _first_installed(INTERFACE_FAMILIES)


def lacks_arabic() -> bool:
    """Whether the machine has no font at all with Arabic letters."""
    return not QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)


NO_ARABIC_FONT = UserError(
    message(
        QT_TRANSLATE_NOOP(
            "messages", "No font with Arabic letters is installed: articles show as empty boxes."
        )
    ),
    todo=message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Install one, for example the package fonts-noto-core (Debian, Ubuntu) or "
            "google-noto-naskh-arabic-fonts (Fedora), then start annotator again. Your work is not "
            "affected.",
        )
    ),
)
"""What to tell then: in both languages, for Arabic cannot be read without such a font."""


def _first_installed(families: Sequence[str]) -> str:
    installed = set(QFontDatabase.families())
    for family in families:
        if family in installed:
            return family
    return QApplication.font().family()


def reading_font(pixels: int, *, bold: bool = False, family: str = "") -> QFont:
    """Return the font of article text at ``pixels``; an empty ``family`` is the best there is."""
    font = QFont(family or reading_family())
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def small_font(pixels: int, *, bold: bool = True) -> QFont:
    """Return the interface's font at ``pixels``, for names that stand beside article text."""
    font = QFont(interface_family())
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
