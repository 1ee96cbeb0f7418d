"""The options of an export, from what was chosen in the dialog or on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.config.export_options import EXPORT_OPTIONS, MAPPED
from annotator.core.article import ArticleStatus
from annotator.core.entities import Status
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.tags import TagScheme
from annotator.formats.base import ACCEPTED_ONLY, ALL_STATUSES, TokenPolicy, WriteOptions
from annotator.services.dataset_card import Card
from annotator.services.selection import Selection
from annotator.services.splits import Split, split_from

_ARTICLES = {"all": None, "finished": frozenset({ArticleStatus.DONE, ArticleStatus.REVIEWED})}
_CARD_LANGUAGES = {"both": ("en", "ar"), "ar": ("ar",), "en": ("en",)}
_SPANS = {
    "format": None,
    "accepted": ACCEPTED_ONLY,
    "undecided": frozenset({Status.ACCEPTED, Status.SUGGESTED}),
    "all": ALL_STATUSES,
}


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to write, what of the project, into which parts, in which order, with which card."""

    options: WriteOptions = field(default_factory=WriteOptions)
    selection: Selection = field(default_factory=Selection)
    split: Split | None = None
    shuffle: int | None = None
    card: Card | None = None


DEFAULTS: Mapping[str, Any] = {option.name: option.setting.default for option in EXPORT_OPTIONS}
"""The values by the names of the options, where nothing is chosen."""


def export_options(values: Mapping[str, Any], annotator: str | None = None) -> ExportOptions:
    """Return the options that ``values`` stand for, by the names of :data:`EXPORT_OPTIONS`.

    What is absent has its default. ``annotator`` is whose work is written, None everybody's.

    Raises:
        UserError: a split or a label's other name cannot be understood.
    """
    chosen = {**DEFAULTS, **values}
    seed = chosen["seed"]
    meta = frozenset(chosen["meta"])
    return ExportOptions(
        WriteOptions(
            TagScheme(chosen["scheme"]),
            TokenPolicy(chosen["tokens"]),
            label_map(chosen["labels"]),
            language=chosen["language"],
            mark=chosen["mark"],
        ),
        Selection(annotator, _ARTICLES[chosen["articles"]], _SPANS[chosen["spans"]], meta or None),
        split_from(
            chosen["split"], seed, stratified=chosen["stratify"], together=chosen["together"]
        )
        if chosen["split"]
        else None,
        seed if chosen["shuffle"] else None,
        Card(chosen["licence"], _CARD_LANGUAGES[chosen["card_language"]])
        if chosen["card"]
        else None,
    )


def label_map(pairs: Iterable[str]) -> dict[str, str]:
    """Return label ids with the names they are written under, from texts such as ``PER=PERS``.

    Raises:
        UserError: a text is no such pair.
    """
    labels = {}
    for pair in pairs:
        name, found, other = (part.strip() for part in pair.partition(MAPPED))
        if not (name and found and other):
            raise UserError(
                message(QT_TRANSLATE_NOOP("messages", "This names no label: {text}."), text=pair),
                todo=message(
                    QT_TRANSLATE_NOOP("messages", "Give the label and its other name, as PER=PERS.")
                ),
            )
        labels[name] = other
    return labels
