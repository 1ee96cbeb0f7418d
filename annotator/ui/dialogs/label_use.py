"""How many spans a change of labels touches, in words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from annotator.services.label_sets import Affected
from annotator.storage import NOBODY
from annotator.storage.label_use import LabelUse
from annotator.ui.text import isolated, ltr


def use_text(uses: Iterable[LabelUse], annotator: str) -> str:
    """Return how many spans these are, whose, and in how many articles."""
    by_name: dict[str, list[LabelUse]] = {}
    for use in uses:
        by_name.setdefault(use.annotator, []).append(use)
    total = sum(use.spans for found in by_name.values() for use in found)
    parts = [
        QCoreApplication.translate("label_use", "{who}: {spans} (articles: {articles})").format(
            who=_who(name, annotator),
            spans=sum(use.spans for use in by_name[name]),
            articles=max(use.articles for use in by_name[name]),
        )
        for name in sorted(by_name, key=lambda name: (name != annotator, name != NOBODY, name))
    ]
    said = QCoreApplication.translate("label_use", "Spans in the project: {count}").format(
        count=total
    )
    return f"{said} · {' · '.join(parts)}" if parts else said


def change_title(change: Affected) -> str:
    """Return what becomes of a label's spans, in a few words."""
    label = ltr(change.label)
    if change.becomes is None:
        return QCoreApplication.translate("label_use", "{label}: rejected").format(label=label)
    return QCoreApplication.translate("label_use", "{label} becomes {other}").format(
        label=label, other=ltr(change.becomes)
    )


def _who(name: str, annotator: str) -> str:
    if name == annotator:
        return QCoreApplication.translate("label_use", "yours")
    return (
        isolated(name)
        if name != NOBODY
        else QCoreApplication.translate("label_use", "imported, not begun")
    )
