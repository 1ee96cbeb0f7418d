"""The table of settings in ``docs/settings.md`` and its Arabic sister: one a page of the dialog."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markdown_tables import escaped, table_lines

from annotator.config.settings import PAGES, SETTINGS, Setting
from annotator.services.telling import teller

_HEADS = {
    "en": ("setting", "does", "values", "at first", "in the file"),
    "ar": ("الإعداد", "ما يفعله", "القيم", "أولًا", "في الملف"),
}
_YES_NO = {"en": ("yes", "no"), "ar": ("نعم", "لا")}
_COMMA = {"en": ", ", "ar": "، "}
_ANY = {"en": "any text", "ar": "أي نص"}
_REMEMBERED = {
    "en": "Kept by the program, or set elsewhere",
    "ar": "يحفظها البرنامج، أو تُضبط في مكان آخر",
}


def table(language: str) -> str:
    """Return a table of each page of the settings dialog, and one of what stands on none."""
    tell = teller(language)
    groups = [(tell(page.title), page.settings()) for page in PAGES]
    rest = tuple(setting for setting in SETTINGS if not setting.listed)
    lines: list[str] = []
    for title, settings in [*groups, (_REMEMBERED[language], rest)]:
        rows = [tuple(_cells(setting, language)) for setting in settings]
        lines += [f"### {title}", "", *table_lines(_HEADS[language], rows), ""]
    return "\n".join(lines)


def _cells(setting: Setting[Any], language: str) -> Iterator[str]:
    tell = teller(language)
    yield escaped(tell(setting.title))
    yield escaped(tell(setting.description))
    yield _values(setting, language)
    yield _shown(setting, setting.default, language)
    yield f"`{setting.key}`"


def _values(setting: Setting[Any], language: str) -> str:
    if setting.choices:
        tell = teller(language)
        return _COMMA[language].join(f"{tell(one.title)} `{one.value}`" for one in setting.choices)
    if isinstance(setting.default, bool):
        return _COMMA[language].join(_YES_NO[language])
    if setting.bounds:
        low, high = setting.bounds
        return f"{low}–{high}{setting.unit}"
    return _ANY[language] if isinstance(setting.default, str) else "–"


def _shown(setting: Setting[Any], value: object, language: str) -> str:
    for choice in setting.choices:
        if choice.value == value:
            return teller(language)(choice.title)
    if isinstance(value, bool):
        return _YES_NO[language][not value]
    return f"{value}{setting.unit}" if value else "–"
