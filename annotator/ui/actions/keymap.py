"""Which keys the actions have, with those that a person has changed, and what stands in the way.

Two keys clash when pressing them may send the same thing on a Latin or on an Arabic layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from annotator.config.settings import Keys
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.ui.actions.keys import bindings, is_key, latin_key, shown_key
from annotator.ui.actions.labels import is_label
from annotator.ui.actions.spec import ActionSpec, Where
from annotator.ui.actions.table import MENUS
from annotator.ui.article.keys import OWN_KEYS

Specs = Mapping[str, ActionSpec]

_LIST_KEYS = ("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "Space")
_FIELD_KEYS = tuple(f"Ctrl+{letter}" for letter in "ACVX")


class Clash(NamedTuple):
    """Why an action cannot have a key: ``holder`` is the action that has it.

    "" where none has, and the key cannot be had at all.
    """

    holder: str
    why: Message


def with_keys(specs: Iterable[ActionSpec], changed: Keys) -> dict[str, ActionSpec]:
    """Return the actions by id with the keys that ``changed`` gives some of them.

    Labels keep theirs, which belong to the project. What is no key, or is taken, is left out:
    first come labels, then what was changed, then the table's own keys.
    """
    table = {spec.id: spec for spec in specs}
    order = sorted(table.values(), key=lambda spec: (not is_label(spec), spec.id not in changed))
    taken: set[str] = set()
    for spec in order:
        wanted = spec.keys if is_label(spec) else changed.get(spec.id, spec.keys)
        kept = []
        for key in map(latin_key, wanted):
            sent = _sent(key)
            if sent and not sent & taken and (wanted is spec.keys or refused(spec, key) is None):
                kept.append(key)
                taken |= sent
        table[spec.id] = replace(spec, keys=tuple(kept))
    return table


def is_changed(usual: ActionSpec, spec: ActionSpec) -> bool:
    """Whether an action has other keys than the table gives it."""
    return usual.keys != spec.keys


def clash(specs: Specs, spec: ActionSpec, key: str) -> Clash | None:
    """Return what keeps an action from having ``key``, or None."""
    why = refused(spec, key)
    if why is not None:
        return Clash("", why)
    sent = _sent(key)
    for other in specs.values():
        if other.id == spec.id or not any(sent & _sent(held) for held in other.keys):
            continue
        if is_label(other):
            return Clash("", _said(_LABEL, key, other))
        return Clash(other.id, _said(_ACTION, key, other))
    return None


def refused(spec: ActionSpec, key: str) -> Message | None:
    """Return why no action of this place can have ``key``, or None."""
    if not is_key(key):
        return message(QT_TRANSLATE_NOOP("messages", "{key} is no key of its own."), key=key)
    sent = _sent(key)
    for keys, why in _reserved(spec):
        if any(sent & _sent(own) for own in keys):
            return replace(why, args={"key": shown_key(key)})
    return None


def changed_with(specs: Specs, changed: Keys, action_id: str, keys: Sequence[str]) -> Keys:
    """Return ``changed`` with other keys for an action, taken from whatever action has them.

    ``specs`` is the table as it comes, without changes: what is as it comes is left out.
    """
    now = with_keys(specs.values(), changed)
    sent = set().union(*(_sent(key) for key in keys))
    given = dict(changed) | {action_id: tuple(keys)}
    for other in now.values():
        left = tuple(key for key in other.keys if not sent & _sent(key))
        if other.id != action_id and not is_label(other) and left != other.keys:
            given[other.id] = left
    return {
        name: wanted
        for name, wanted in given.items()
        if name not in specs or wanted != specs[name].keys
    }


_ACTION = QT_TRANSLATE_NOOP("messages", "{key} is the key of “{action}”.")
_LABEL = QT_TRANSLATE_NOOP(
    "messages", "{key} is the key of the label “{action}”; the label set says so."
)
_CARET = QT_TRANSLATE_NOOP("messages", "{key} moves the caret or works on the text in the article.")
_LIST = QT_TRANSLATE_NOOP("messages", "Lists and fields need {key} for themselves.")
_TYPED = QT_TRANSLATE_NOOP(
    "messages",
    "{key} is typed in fields. This acts everywhere: it needs Ctrl or Alt, or one of F1 to F12.",
)
_MENU = QT_TRANSLATE_NOOP("messages", "{key} opens a menu.")


def _reserved(spec: ActionSpec) -> Iterable[tuple[Iterable[str], Message]]:
    """Yield keys that cannot be had, and why."""
    yield OWN_KEYS, message(_CARET)
    if spec.where is not Where.ARTICLE:
        yield _LIST_KEYS, message(_LIST)
    if spec.where is Where.WINDOW:
        yield _FIELD_KEYS, message(_LIST)
        yield _TYPED_KEYS, message(_TYPED)
    titles = (QCoreApplication.translate("actions", title) for _, title in MENUS)
    yield (QKeySequence.mnemonic(title).toString() for title in titles), message(_MENU)


_TYPED_KEYS = tuple(
    f"{shift}{key}"
    for shift in ("", "Shift+")
    for key in (
        *"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789[];',./-=\\`",
        *("Enter", "Return", "Tab", "Del", "Backspace", "Ins", "Space"),
        *("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown"),
    )
)


@lru_cache(maxsize=1024)
def _sent(key: str) -> frozenset[str]:
    """Return all that pressing a key may send."""
    if not key or not is_key(key):
        return frozenset()
    return frozenset(sequence.toString() for sequence in bindings((key,)))


def _said(text: str, key: str, spec: ActionSpec) -> Message:
    title: object = spec.text if spec.translated else Message(spec.text, context="actions")
    return message(text, key=shown_key(key), action=title)
