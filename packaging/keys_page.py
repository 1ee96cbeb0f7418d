"""The tables of keys in ``docs/keys.md`` and its Arabic sister: a table a menu, of two windows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_tables import escaped, table_lines

from annotator.config.labelsets import load_label_set
from annotator.core.messages import Message
from annotator.review.words import letter
from annotator.services.telling import teller
from annotator.ui.actions.review import TAKE_KEYS, review_actions
from annotator.ui.actions.spec import ActionSpec
from annotator.ui.actions.table import MENUS, actions_for
from annotator.ui.dialogs.key_sheet import READING_KEYS

_HEADS = {"en": ("key", "does", ""), "ar": ("المفتاح", "ما يفعله", "")}
_READING = Message("In the article", context="actions")
_TAKE = Message("Take {annotator}", context="ReviewWindow")


def annotating(language: str) -> str:
    """Return the tables of the annotate window's keys, those of the default label set too."""
    tell = teller(language)
    actions = _groups(actions_for(load_label_set(), language), language)
    reading = [
        (_keys(keys), tell(Message(text, context="actions")), "") for text, keys in READING_KEYS
    ]
    return _tables([*actions, (tell(_READING), reading)], language)


def reviewing(language: str) -> str:
    """Return the tables of the review window's keys, for as many annotators as have keys."""
    tell = teller(language)
    titles = [
        tell(Message(_TAKE.text, {"annotator": letter(number, language)}, _TAKE.context))
        for number in range(len(TAKE_KEYS))
    ]
    return _tables(_groups(review_actions(titles, load_label_set(), language), language), language)


_Row = tuple[str, str, str]


def _groups(specs: Sequence[ActionSpec], language: str) -> list[tuple[str, list[_Row]]]:
    """Return the lines of each menu, actions without a key left out."""
    tell = teller(language)
    return [
        (
            tell(Message(title, context="actions")).replace("&", ""),
            [_row(spec, tell) for spec in specs if spec.menu is menu and spec.keys],
        )
        for menu, title in MENUS
    ]


def _row(spec: ActionSpec, tell: Callable[[Message], str]) -> _Row:
    text, tip = (
        told if spec.translated or not told else tell(Message(told, context="actions"))
        for told in (spec.text, spec.tip)
    )
    return _keys(spec.keys), escaped(text.replace("&", "").rstrip("…")), escaped(tip)


def _keys(keys: Sequence[str]) -> str:
    return " ".join(f"<kbd>{key.replace('|', '&#124;')}</kbd>" for key in keys)


def _tables(groups: Sequence[tuple[str, Sequence[_Row]]], language: str) -> str:
    lines: list[str] = []
    for title, rows in groups:
        if rows:
            lines += [f"### {title}", "", *table_lines(_HEADS[language], rows), ""]
    return "\n".join(lines)
