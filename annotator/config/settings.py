"""Settings as records: what can be set, of which type, with which default and choices.

The store (:mod:`annotator.config.store`) reads and writes them, a dialog can list them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message

Keys = Mapping[str, tuple[str, ...]]
"""Names with a list of texts each, as a table of the TOML file."""

T = TypeVar("T", str, bool, int, tuple[str, ...], Keys)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a setting that has a fixed list of them, and how it is shown."""

    value: str
    title: Message


@dataclass(frozen=True, slots=True, eq=False)
class Setting(Generic[T]):
    """One setting. ``key`` is ``table.name`` in the TOML file.

    The table says on which page of the dialog it stands (:data:`PAGES`).
    A value must have the type of ``default``; with ``choices`` it must be one of them, and with
    ``bounds`` lie between them, both included. ``unit`` stands behind a number.
    ``listed`` is False for what the program remembers by itself, or is set elsewhere. ``field``
    names a kind of field of its own in the dialog (``font``).
    """

    key: str
    default: T
    title: Message
    description: Message
    choices: tuple[Choice, ...] = ()
    listed: bool = True
    bounds: tuple[int, int] | None = None
    unit: str = ""
    field: str = ""

    def parse(self, value: object) -> T | None:
        """Return ``value`` as this setting holds it, or None when it does not fit."""
        parsed: Any = _as(type(self.default), value)
        if parsed is None:
            return None
        fits = not self.choices or parsed in [choice.value for choice in self.choices]
        if self.bounds is not None:
            fits = fits and self.bounds[0] <= parsed <= self.bounds[1]
        return parsed if fits else None


def _as(kind: type, value: object) -> object:
    """Return ``value`` as a ``kind``, or None: TOML has lists where settings have tuples."""
    if issubclass(kind, Mapping):
        return _parsed_table(value) if isinstance(value, Mapping) else None
    if kind is tuple:
        listed = isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
        return tuple(value) if listed and isinstance(value, list | tuple) else None
    return value if type(value) is kind else None


def _parsed_table(value: Mapping[Any, Any]) -> Keys:
    """Return the lines of a table that fit: a list of texts, or one text."""
    found: dict[str, tuple[str, ...]] = {}
    for name, texts in value.items():
        listed = [texts] if isinstance(texts, str) else texts
        if isinstance(listed, list | tuple) and all(isinstance(text, str) for text in listed):
            found[str(name)] = tuple(listed)
    return found


LANGUAGE = Setting(
    "window.language",
    "system",
    message(QT_TRANSLATE_NOOP("messages", "Language")),
    message(QT_TRANSLATE_NOOP("messages", "The language of the window.")),
    (
        Choice("system", message(QT_TRANSLATE_NOOP("messages", "As the system"))),
        Choice("ar", message(QT_TRANSLATE_NOOP("messages", "Arabic"))),
        Choice("en", message(QT_TRANSLATE_NOOP("messages", "English"))),
    ),
)

THEME = Setting(
    "window.theme",
    "system",
    message(QT_TRANSLATE_NOOP("messages", "Colours")),
    message(QT_TRANSLATE_NOOP("messages", "Light or dark colours.")),
    (
        Choice("system", message(QT_TRANSLATE_NOOP("messages", "As the system"))),
        Choice("light", message(QT_TRANSLATE_NOOP("messages", "Light"))),
        Choice("dark", message(QT_TRANSLATE_NOOP("messages", "Dark"))),
    ),
)

ANNOTATOR = Setting(
    "annotator.name",
    "",
    message(QT_TRANSLATE_NOOP("messages", "Your name")),
    message(
        QT_TRANSLATE_NOOP(
            "messages", "Written beside every decision. Empty means your name on this machine."
        )
    ),
)

SUGGEST_ON_OPEN = Setting(
    "suggest.on_open",
    default=True,
    title=message(QT_TRANSLATE_NOOP("messages", "Suggest when an article is opened")),
    description=message(
        QT_TRANSLATE_NOOP("messages", "A new article gets its suggestions as soon as it is opened.")
    ),
)

CAMEL_ENGINE = Setting(
    "suggest.camel",
    "camel",
    message(QT_TRANSLATE_NOOP("messages", "Engine for camel-tools' models")),
    message(
        QT_TRANSLATE_NOOP(
            "messages",
            "camel is exact; camel-int8 is faster on slow machines and differs in some labels. "
            "With the name of a model, as in camel:arabert, that model is used.",
        )
    ),
)

ACCEPT_ON_DONE = Setting(
    "suggest.accept_on_done",
    default=False,
    title=message(QT_TRANSLATE_NOOP("messages", "Finishing accepts what still stands")),
    description=message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Marking an article as done accepts the suggestions that are shown and undecided.",
        )
    ),
)

ENGINES_OFF: Setting[tuple[str, ...]] = Setting(
    "suggest.off",
    (),
    message(QT_TRANSLATE_NOOP("messages", "Engines switched off")),
    message(QT_TRANSLATE_NOOP("messages", "These engines are not asked for suggestions.")),
    listed=False,  # the Tools menu lists the engines themselves
)

WEAKEST = Setting(
    "suggest.weakest",
    35,  # as measured: annotator.suggest.combine.SHOWN_FROM
    message(QT_TRANSLATE_NOOP("messages", "Weakest suggestion shown")),
    message(
        QT_TRANSLATE_NOOP(
            "messages", "Suggestions with a lower score are hidden: a percentage, 0 shows all."
        )
    ),
    bounds=(0, 100),
    unit="%",
)

SUREST_FIRST = Setting(
    "suggest.surest_first",
    default=False,
    title=message(QT_TRANSLATE_NOOP("messages", "Surest suggestions first")),
    description=message(
        QT_TRANSLATE_NOOP(
            "messages", "Suggestions are gone through by score, not as they stand in the text."
        )
    ),
)

CONTRAST = Setting(
    "window.contrast",
    "system",
    message(QT_TRANSLATE_NOOP("messages", "Contrast")),
    message(QT_TRANSLATE_NOOP("messages", "High contrast is black on white, or white on black.")),
    (
        Choice("system", message(QT_TRANSLATE_NOOP("messages", "As the system"))),
        Choice("normal", message(QT_TRANSLATE_NOOP("messages", "Normal"))),
        Choice("high", message(QT_TRANSLATE_NOOP("messages", "High"))),
    ),
)

LABEL_SHAPES = Setting(
    "window.label_shapes",
    default=False,
    title=message(QT_TRANSLATE_NOOP("messages", "Labels by shape too")),
    description=message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Labels get a sign, a line of their own, and colours that nearly everybody tells "
            "apart.",
        )
    ),
)

ZOOM = Setting(
    "reading.zoom",
    100,
    message(QT_TRANSLATE_NOOP("messages", "Size of the article")),
    message(
        QT_TRANSLATE_NOOP(
            "messages", "The letters and the column grow together. Ctrl and the wheel."
        )
    ),
    bounds=(50, 300),
    unit="%",
)

COLUMN = Setting(
    "reading.column",
    720,
    message(QT_TRANSLATE_NOOP("messages", "Reading width")),
    message(QT_TRANSLATE_NOOP("messages", "The longest line, at a size of 100%.")),
    bounds=(320, 2000),
    unit="\u00a0px",
)

LEADING = Setting(
    "reading.leading",
    285,
    message(QT_TRANSLATE_NOOP("messages", "Line height")),
    message(
        QT_TRANSLATE_NOOP(
            "messages", "In parts of the letters' size; the names of labels stand in it."
        )
    ),
    bounds=(240, 450),
    unit="%",
)

FONT = Setting(
    "reading.font",
    "",
    message(QT_TRANSLATE_NOOP("messages", "Font of the article")),
    message(
        QT_TRANSLATE_NOOP("messages", "Font… in the View menu shows each of them in the article.")
    ),
    field="font",
)

DIACRITICS = Setting(
    "reading.diacritics",
    default=True,
    title=message(QT_TRANSLATE_NOOP("messages", "Show diacritics")),
    description=message(
        QT_TRANSLATE_NOOP("messages", "Hidden ones stay in the article and in what is exported.")
    ),
)

TATWEEL = Setting(
    "reading.tatweel",
    default=True,
    title=message(QT_TRANSLATE_NOOP("messages", "Show tatweel")),
    description=message(
        QT_TRANSLATE_NOOP("messages", "The stroke that stretches a word; hidden, it stays stored.")
    ),
)

RECENT_PROJECTS: Setting[tuple[str, ...]] = Setting(
    "projects.recent",
    (),
    message(QT_TRANSLATE_NOOP("messages", "Recent projects")),
    message(QT_TRANSLATE_NOOP("messages", "The projects that were opened last.")),
    listed=False,
)

OPEN_LAST = Setting(
    "projects.open_last",
    default=False,
    title=message(QT_TRANSLATE_NOOP("messages", "Open the last project at the start")),
    description=message(
        QT_TRANSLATE_NOOP(
            "messages", "Without it, the welcome page comes first; Enter opens the last project."
        )
    ),
)

BACKUPS = Setting(
    "projects.backups",
    7,
    message(QT_TRANSLATE_NOOP("messages", "Backups kept of a project")),
    message(
        QT_TRANSLATE_NOOP(
            "messages",
            "One a day, made when the project is opened; the oldest goes. 0 makes none.",
        )
    ),
    bounds=(0, 99),
)

BACKUP_FOLDER = Setting(
    "projects.backup_folder",
    "",
    message(QT_TRANSLATE_NOOP("messages", "Folder for backups")),
    message(
        QT_TRANSLATE_NOOP(
            "messages", "Empty is beside the project. Another disk is safer than the same one."
        )
    ),
)

KEYS: Setting[Keys] = Setting(
    "keys",
    {},
    message(QT_TRANSLATE_NOOP("messages", "Keys")),
    message(
        QT_TRANSLATE_NOOP("messages", "The keys of actions, where they differ from the usual ones.")
    ),
    listed=False,
)

SETTINGS: tuple[Setting[Any], ...] = (
    LANGUAGE,
    THEME,
    CONTRAST,
    LABEL_SHAPES,
    ANNOTATOR,
    SUGGEST_ON_OPEN,
    ACCEPT_ON_DONE,
    CAMEL_ENGINE,
    ENGINES_OFF,
    WEAKEST,
    SUREST_FIRST,
    ZOOM,
    COLUMN,
    LEADING,
    FONT,
    DIACRITICS,
    TATWEEL,
    RECENT_PROJECTS,
    OPEN_LAST,
    BACKUPS,
    BACKUP_FOLDER,
    KEYS,
)
"""Every setting. A new one is a record above and a line here."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the settings dialog, with the settings of some tables of the file."""

    id: str
    title: Message
    tables: tuple[str, ...]

    def settings(self) -> tuple[Setting[Any], ...]:
        """Return what stands on this page."""
        return tuple(
            setting
            for setting in SETTINGS
            if setting.listed and setting.key.partition(".")[0] in self.tables
        )


PAGES: tuple[Page, ...] = (
    Page(
        "general",
        message(QT_TRANSLATE_NOOP("messages", "General")),
        ("window", "annotator", "projects"),
    ),
    Page("suggestions", message(QT_TRANSLATE_NOOP("messages", "Suggestions")), ("suggest",)),
    Page("reading", message(QT_TRANSLATE_NOOP("messages", "Reading")), ("reading",)),
)
"""The pages in their order; one without settings is not shown."""
