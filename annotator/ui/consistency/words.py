"""The window's words for findings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.review.consistency import Finding, FindingKind

_KINDS = {
    FindingKind.LABEL: QT_TRANSLATE_NOOP("consistency", "Two labels"),
    FindingKind.CLITIC: QT_TRANSLATE_NOOP("consistency", "A proclitic"),
    FindingKind.TITLE: QT_TRANSLATE_NOOP("consistency", "A title"),
    FindingKind.UNLABELLED: QT_TRANSLATE_NOOP("consistency", "Left out"),
}


def kind_name(kind: FindingKind) -> str:
    """Return how a kind of finding is called."""
    return _tr(_KINDS[kind])


def label_name(label: str, label_set: LabelSet, language: str) -> str:
    """Return the shown name of a label, its id where the set does not have it."""
    found = label_set.get(label)
    return found.name(language) if found else label


def counts_text(finding: Finding) -> str:
    """Return how often it is as here, and how often otherwise."""
    if finding.kind is FindingKind.UNLABELLED:
        return _tr(QT_TRANSLATE_NOOP("consistency", "labelled elsewhere: {there}")).format(
            there=finding.there
        )
    return _tr(QT_TRANSLATE_NOOP("consistency", "as here: {here}, otherwise: {there}")).format(
        here=finding.here, there=finding.there
    )


def change_texts(finding: Finding, label_set: LabelSet, language: str) -> tuple[str, str]:
    """Return what it is here and what it would become: labels, or the words of the span."""
    if finding.kind in (FindingKind.CLITIC, FindingKind.TITLE):
        return finding.name, finding.to_name
    here = label_name(finding.label, label_set, language) if finding.label else finding.name
    return here, label_name(finding.to_label, label_set, language)


def _tr(text: str) -> str:
    return QCoreApplication.translate("consistency", text)
