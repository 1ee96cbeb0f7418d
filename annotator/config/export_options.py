"""What can be chosen for an export: one record an option, for the dialog and the command line.

The dialog remembers what was chosen last, as settings; the command line starts from the defaults.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from annotator.config.settings import Choice, Setting
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.tags import TagScheme

MAPPED = "="
"""Stands between a label and what it is written as."""


@dataclass(frozen=True, slots=True)
class ExportOption:
    """One option: ``flag`` on the command line, with ``metavar`` for its value.

    ``special`` options are for the formats alone that heed them; ``of`` names the option without
    which this one has no meaning.
    """

    setting: Setting[Any]
    flag: str
    metavar: str = ""
    special: bool = False
    of: str = ""

    @property
    def name(self) -> str:
        """The option's name, as the function that takes it has it."""
        return self.setting.key.rpartition(".")[2]


def _setting(
    name: str,
    default: Any,
    title: str,
    description: str,
    *,
    choices: tuple[Choice, ...] = (),
    bounds: tuple[int, int] | None = None,
) -> Setting[Any]:
    return Setting(
        f"export.{name}",
        default,
        message(title),
        message(description),
        choices,
        listed=False,
        bounds=bounds,
    )


def _plain(text: str) -> Message:
    """Return what is the same in every language."""
    return Message(text)


FORMAT = _setting(
    "format",
    "jsonl",
    QT_TRANSLATE_NOOP("messages", "Format"),
    QT_TRANSLATE_NOOP("messages", "What is written."),
)

EXPORT_OPTIONS: tuple[ExportOption, ...] = (
    ExportOption(
        _setting(
            "scheme",
            "iob2",
            QT_TRANSLATE_NOOP("messages", "Tags"),
            QT_TRANSLATE_NOOP("messages", "How tags say where a span begins and ends."),
            choices=tuple(
                Choice(scheme.value, _plain(scheme.value.upper())) for scheme in TagScheme
            ),
        ),
        "--scheme",
        special=True,
    ),
    ExportOption(
        _setting(
            "tokens",
            "split",
            QT_TRANSLATE_NOOP("messages", "Tokens"),
            QT_TRANSLATE_NOOP(
                "messages", "Where an edge falls inside a word: cut it, or widen the span."
            ),
            choices=(
                Choice(
                    "split", message(QT_TRANSLATE_NOOP("messages", "Split words at span edges"))
                ),
                Choice(
                    "word", message(QT_TRANSLATE_NOOP("messages", "Widen spans to whole words"))
                ),
            ),
        ),
        "--tokens",
        special=True,
    ),
    ExportOption(
        _setting(
            "labels",
            (),
            QT_TRANSLATE_NOOP("messages", "Other names of labels"),
            QT_TRANSLATE_NOOP("messages", "Labels written under another name: PER=PERS."),
        ),
        "--map",
        "FROM=TO",
    ),
    ExportOption(
        _setting(
            "language",
            "ar",
            QT_TRANSLATE_NOOP("messages", "Language"),
            QT_TRANSLATE_NOOP("messages", "The language of the page's own words and of labels."),
            choices=(Choice("ar", _plain("العربية")), Choice("en", _plain("English"))),
        ),
        "--language",
        special=True,
    ),
    ExportOption(
        _setting(
            "mark",
            True,
            QT_TRANSLATE_NOOP("messages", "For Excel (a byte order mark begins each file)"),
            QT_TRANSLATE_NOOP(
                "messages", "Excel takes Arabic for Latin without it; some other programs stumble."
            ),
        ),
        "--mark/--no-mark",
        special=True,
    ),
    ExportOption(
        _setting(
            "articles",
            "all",
            QT_TRANSLATE_NOOP("messages", "Articles"),
            QT_TRANSLATE_NOOP("messages", "Which articles are written."),
            choices=(
                Choice("all", message(QT_TRANSLATE_NOOP("messages", "All articles"))),
                Choice(
                    "finished", message(QT_TRANSLATE_NOOP("messages", "Done and reviewed ones"))
                ),
            ),
        ),
        "--articles",
    ),
    ExportOption(
        _setting(
            "spans",
            "format",
            QT_TRANSLATE_NOOP("messages", "Spans"),
            QT_TRANSLATE_NOOP("messages", "Which spans and quotes are written."),
            choices=(
                Choice("format", message(QT_TRANSLATE_NOOP("messages", "As the format is meant"))),
                Choice("accepted", message(QT_TRANSLATE_NOOP("messages", "Accepted ones"))),
                Choice(
                    "undecided",
                    message(QT_TRANSLATE_NOOP("messages", "Accepted and suggested ones")),
                ),
                Choice("all", message(QT_TRANSLATE_NOOP("messages", "All, rejected ones too"))),
            ),
        ),
        "--spans",
    ),
    ExportOption(
        _setting(
            "meta",
            (),
            QT_TRANSLATE_NOOP("messages", "Metadata"),
            QT_TRANSLATE_NOOP("messages", "Metadata that go along, by name; none named is all."),
        ),
        "--meta",
        "NAME",
    ),
    ExportOption(
        _setting(
            "split",
            "",
            QT_TRANSLATE_NOOP("messages", "Parts"),
            QT_TRANSLATE_NOOP(
                "messages", "Shares of train, dev and test, by article: 80/10/10. Empty is one."
            ),
        ),
        "--split",
        "80/10/10",
    ),
    ExportOption(
        _setting(
            "stratify",
            True,
            QT_TRANSLATE_NOOP("messages", "Each label has its share in every part"),
            QT_TRANSLATE_NOOP("messages", "Else articles are dealt out by chance."),
        ),
        "--stratify/--no-stratify",
        of="split",
    ),
    ExportOption(
        _setting(
            "together",
            True,
            QT_TRANSLATE_NOOP("messages", "Near-duplicates stay in one part"),
            QT_TRANSLATE_NOOP(
                "messages", "Articles that are nearly the same would else be trained on and tested."
            ),
        ),
        "--together/--no-together",
        of="split",
    ),
    ExportOption(
        _setting(
            "shuffle",
            False,
            QT_TRANSLATE_NOOP("messages", "Shuffle the articles"),
            QT_TRANSLATE_NOOP("messages", "Else they come in the order of the project."),
        ),
        "--shuffle",
    ),
    ExportOption(
        _setting(
            "seed",
            0,
            QT_TRANSLATE_NOOP("messages", "Seed"),
            QT_TRANSLATE_NOOP("messages", "The same seed gives the same parts and order."),
            bounds=(0, 999_999),
        ),
        "--seed",
        "N",
    ),
    ExportOption(
        _setting(
            "card",
            False,
            QT_TRANSLATE_NOOP("messages", "With a dataset card"),
            QT_TRANSLATE_NOOP(
                "messages",
                "A README with counts, labels, guidelines, agreement, and how it was made.",
            ),
        ),
        "--card",
    ),
    ExportOption(
        _setting(
            "licence",
            "",
            QT_TRANSLATE_NOOP("messages", "Licence"),
            QT_TRANSLATE_NOOP("messages", "What the card says of the licence: CC-BY-4.0."),
        ),
        "--licence",
        "CC-BY-4.0",
        of="card",
    ),
    ExportOption(
        _setting(
            "card_language",
            "both",
            QT_TRANSLATE_NOOP("messages", "Language of the card"),
            QT_TRANSLATE_NOOP("messages", "The language of the card's own words."),
            choices=(
                Choice("both", message(QT_TRANSLATE_NOOP("messages", "English, then Arabic"))),
                Choice("ar", _plain("العربية")),
                Choice("en", _plain("English")),
            ),
        ),
        "--card-language",
        of="card",
    ),
)
"""Every option, in the order in which the dialog shows them."""

EXPORT_SETTINGS: tuple[Setting[Any], ...] = (FORMAT, *(option.setting for option in EXPORT_OPTIONS))
"""What the settings file remembers of the last export."""
