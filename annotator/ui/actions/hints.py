"""Which keys the status line names, in which situation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.keys import keys_text, runs_text
from annotator.ui.actions.spec import ActionSpec, When


class _Hint(NamedTuple):
    actions: tuple[str, ...]
    text: str


_HINTS: tuple[_Hint, ...] = (
    _Hint(("correction.understood",), QT_TRANSLATE_NOOP("hints", "understood")),
    _Hint(("correction.keep_mine",), QT_TRANSLATE_NOOP("hints", "keep mine")),
    _Hint(("correction.next",), QT_TRANSLATE_NOOP("hints", "next correction")),
    _Hint(("suggestion.next",), QT_TRANSLATE_NOOP("hints", "next")),
    _Hint(("record.accept",), QT_TRANSLATE_NOOP("hints", "accept")),
    _Hint(("record.reject",), QT_TRANSLATE_NOOP("hints", "reject")),
    _Hint(("quote.end",), QT_TRANSLATE_NOOP("hints", "another end")),
    _Hint(("quote.speaker",), QT_TRANSLATE_NOOP("hints", "speaker")),
    _Hint(("quote.cue",), QT_TRANSLATE_NOOP("hints", "cue")),
    _Hint(("label",), QT_TRANSLATE_NOOP("hints", "label")),
    _Hint(("quote.add",), QT_TRANSLATE_NOOP("hints", "quote")),
    _Hint(("start.letter.out", "end.letter.out"), QT_TRANSLATE_NOOP("hints", "boundaries")),
    _Hint(("article.done",), QT_TRANSLATE_NOOP("hints", "done, next article")),
)
_LABELS = "label"
_MOST = 6


def hints(
    specs: Mapping[str, ActionSpec], situation: frozenset[When], label_set: LabelSet | None
) -> list[tuple[str, str]]:
    """Return the keys that act now and what they do, those of most use first."""
    found: list[tuple[str, str]] = []
    for hint in _HINTS:
        text = QCoreApplication.translate("hints", hint.text)
        if hint.actions == (_LABELS,):
            keys = runs_text([label.key for label in label_set or () if label.key])
            if keys and When.CURRENT_OR_SELECTION in situation:
                found.append((keys, text))
            continue
        wanted: Sequence[ActionSpec] = [specs[name] for name in hint.actions if name in specs]
        if wanted and all(spec.when in situation and spec.keys for spec in wanted):
            found.append((keys_text([spec.keys[0] for spec in wanted]), text))
    return found[:_MOST]
