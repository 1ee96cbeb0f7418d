"""Why something is suggested, in the window's words: who said so, how sure, by which rule."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.core.entities import HUMAN, Entity, Reason
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.quotes import Quote

_RULES = {
    "list": QT_TRANSLATE_NOOP("reasons", "in a list of names"),
    "head noun": QT_TRANSLATE_NOOP("reasons", "begins as organisations do"),
    "nationality": QT_TRANSLATE_NOOP("reasons", "a name after a nationality"),
    "speech": QT_TRANSLATE_NOOP("reasons", "a name after a verb of saying"),
    "first name": QT_TRANSLATE_NOOP("reasons", "begins with a first name"),
    "title": QT_TRANSLATE_NOOP("reasons", "a name after a title"),
    "same-words": QT_TRANSLATE_NOOP("reasons", "the same words were decided before"),
    "colon": QT_TRANSLATE_NOOP("reasons", "after a colon"),
    "colon-bare": QT_TRANSLATE_NOOP("reasons", "after a colon, without marks"),
    "mark": QT_TRANSLATE_NOOP("reasons", "marks after a verb of saying"),
    "governed": QT_TRANSLATE_NOOP("reasons", "after a word that announces speech"),
    "governed-mark": QT_TRANSLATE_NOOP("reasons", "marks after a word that announces speech"),
    "clause": QT_TRANSLATE_NOOP("reasons", "a clause after a verb of saying"),
    "attributed": QT_TRANSLATE_NOOP("reasons", "the source follows the marks"),
    "fronted": QT_TRANSLATE_NOOP("reasons", "the marks come before the verb"),
    "post-posed": QT_TRANSLATE_NOOP("reasons", "the verb comes after what was said"),
    "headline": QT_TRANSLATE_NOOP("reasons", "speaker and colon in a headline"),
    "headline-bare": QT_TRANSLATE_NOOP("reasons", "speaker and colon in a headline"),
    "standalone": QT_TRANSLATE_NOOP("reasons", "a sentence of its own in marks"),
    "first-person": QT_TRANSLATE_NOOP("reasons", "spoken in the first person"),
    "no-cue": QT_TRANSLATE_NOOP("reasons", "marks without a word that announces speech"),
}
"""What the rules of the engines are called. ``model`` is left out: it says no more than who."""


def reason_lines(record: Entity | Quote, origin_name: Callable[[str], str]) -> list[str]:
    """Return a line for each engine that suggested a record; none for what a person marked.

    ``origin_name`` turns the id of a suggester or format into a name.
    """
    if record.origin == HUMAN:
        return []
    reasons = record.reasons or (Reason(record.origin, record.score),)
    return [_line(reason, origin_name(reason.origin)) for reason in reasons]


def _line(reason: Reason, name: str) -> str:
    rule = _RULES.get(reason.rule)
    match (reason.score, rule):
        case (None, None):
            text = _told(QT_TRANSLATE_NOOP("reasons", "Suggested by {name}"))
        case (None, _):
            text = _told(QT_TRANSLATE_NOOP("reasons", "Suggested by {name}: {rule}"))
        case (_, None):
            text = _told(QT_TRANSLATE_NOOP("reasons", "Suggested by {name}, {percent}%"))
        case _:
            text = _told(QT_TRANSLATE_NOOP("reasons", "Suggested by {name}, {percent}%: {rule}"))
    percent = round((reason.score or 0) * 100)
    return text.format(name=name, percent=percent, rule=_told(rule) if rule else "")


def _told(text: str) -> str:
    return QCoreApplication.translate("reasons", text)
