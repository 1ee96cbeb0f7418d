"""What a tool tip and a screen reader say of a record: its label, its state, who suggested it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication

from annotator.core.entities import HUMAN, Entity, Status
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.quotes import Quote
from annotator.ui.panes.words import flag_name
from annotator.ui.reasons import reason_lines

_STATES = {
    Status.SUGGESTED: QT_TRANSLATE_NOOP("ArticleView", "suggested"),
    Status.ACCEPTED: QT_TRANSLATE_NOOP("ArticleView", "accepted"),
    Status.REJECTED: QT_TRANSLATE_NOOP("ArticleView", "rejected"),
}
_QUOTE_TYPES = {
    "direct": QT_TRANSLATE_NOOP("ArticleView", "direct quote"),
    "mixed": QT_TRANSLATE_NOOP("ArticleView", "mixed quote"),
    "indirect": QT_TRANSLATE_NOOP("ArticleView", "indirect quote"),
}


def described(record: Entity | Quote, label_name: str, origin_name: Callable[[str], str]) -> str:
    """Return what is known of a record, a line each, in the window's language.

    ``label_name`` is the shown name of an entity's label, ``origin_name`` turns the id of a
    suggester or format into a name.
    """
    return "\n".join(_lines(record, label_name, origin_name))


def _lines(
    record: Entity | Quote, label_name: str, origin_name: Callable[[str], str]
) -> Iterator[str]:
    kind = _told(_QUOTE_TYPES[record.type]) if isinstance(record, Quote) else label_name
    yield _told(QT_TRANSLATE_NOOP("ArticleView", "{kind}, {state}")).format(
        kind=kind, state=state_name(record.status)
    )
    if record.origin == HUMAN:
        if record.annotator:
            template = _told(QT_TRANSLATE_NOOP("ArticleView", "Marked by {name}"))
            yield template.format(name=record.annotator)
    else:
        yield from reason_lines(record, origin_name)
    yield from map(flag_name, record.flags)
    if record.note:
        yield record.note


def state_name(status: Status) -> str:
    """Return how the status of a record is called."""
    return _told(_STATES[status])


def _told(text: str) -> str:
    return QCoreApplication.translate("ArticleView", text)
