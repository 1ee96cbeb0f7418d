"""Settings as records: what can be set, of which type, with which default and choices.

The store (:mod:`annotator.config.store`) reads and writes them, a dialog can list them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message

T = TypeVar("T", str, bool, int, tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a setting that has a fixed list of them, and how it is shown."""

    value: str
    title: Message


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting. ``key`` is ``table.name`` in the TOML file.

    A value must have the type of ``default``; with ``choices`` it must be one of them.
    ``listed`` is False for what the program remembers by itself.
    """

    key: str
    default: T
    title: Message
    description: Message
    choices: tuple[Choice, ...] = ()
    listed: bool = True

    def parse(self, value: object) -> T | None:
        """Return ``value`` as this setting holds it, or None when it does not fit."""
        if isinstance(self.default, tuple):
            if not isinstance(value, list | tuple):
                return None
            return tuple(value) if all(isinstance(v, str) for v in value) else None
        if type(value) is not type(self.default):
            return None
        if self.choices and value not in [choice.value for choice in self.choices]:
            return None
        return value


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

RECENT_PROJECTS: Setting[tuple[str, ...]] = Setting(
    "projects.recent",
    (),
    message(QT_TRANSLATE_NOOP("messages", "Recent projects")),
    message(QT_TRANSLATE_NOOP("messages", "The projects that were opened last.")),
    listed=False,
)

SETTINGS: tuple[Setting[Any], ...] = (
    LANGUAGE,
    THEME,
    ANNOTATOR,
    SUGGEST_ON_OPEN,
    ACCEPT_ON_DONE,
    CAMEL_ENGINE,
    ENGINES_OFF,
    WEAKEST,
    SUREST_FIRST,
    RECENT_PROJECTS,
)
"""Every setting. A new one is a record above and a line here."""
