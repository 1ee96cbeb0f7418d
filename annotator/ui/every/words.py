"""The words of the dialog: what is done, and what stands at a place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.core.every import Doing, Found, Standing
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.text import isolated

_TITLES = {
    Doing.LABEL: QT_TRANSLATE_NOOP("every", "Label every occurrence"),
    Doing.UNLABEL: QT_TRANSLATE_NOOP("every", "Unlabel every occurrence"),
    Doing.RELABEL: QT_TRANSLATE_NOOP("every", "Relabel every occurrence"),
}
_LABELS = {
    Doing.LABEL: QT_TRANSLATE_NOOP("every", "as"),
    Doing.UNLABEL: QT_TRANSLATE_NOOP("every", "no more as"),
    Doing.RELABEL: QT_TRANSLATE_NOOP("every", "from now on as"),
}
_NONE = {
    Doing.LABEL: QT_TRANSLATE_NOOP("every", "These words stand nowhere here."),
    Doing.UNLABEL: QT_TRANSLATE_NOOP("every", "These words are labelled nowhere here."),
    Doing.RELABEL: QT_TRANSLATE_NOOP("every", "These words are labelled nowhere here."),
}
_SAID = {
    Standing.SUGGESTED: QT_TRANSLATE_NOOP("every", "suggested"),
    Standing.DONE: QT_TRANSLATE_NOOP("every", "already so"),
    Standing.LABELLED: QT_TRANSLATE_NOOP("every", "labelled {label}"),
    Standing.OTHER: QT_TRANSLATE_NOOP("every", "suggested as {label}"),
    Standing.OVERLAPS: QT_TRANSLATE_NOOP("every", "overlaps {label}"),
    Standing.REJECTED: QT_TRANSLATE_NOOP("every", "rejected earlier"),
}


def title(doing: Doing) -> str:
    """Return what is done, as a title."""
    return _tr(_TITLES[doing])


def before_labels(doing: Doing) -> str:
    """Return what stands before the labels to choose from."""
    return _tr(_LABELS[doing])


def nothing(doing: Doing) -> str:
    """Return what is said where there is no place."""
    return _tr(_NONE[doing])


def sayer(label_set: LabelSet, language: str) -> Callable[[Found], str]:
    """Return what tells what stands at a place, "" where nothing is in the way."""

    def say(found: Found) -> str:
        if found.standing not in _SAID:
            return ""
        label = label_set.get(found.there)
        name = label.name(language) if label else found.there
        return _tr(_SAID[found.standing]).format(label=isolated(name))

    return say


def _tr(text: str) -> str:
    return QCoreApplication.translate("every", text)
