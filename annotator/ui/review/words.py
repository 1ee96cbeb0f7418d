"""The review window's words for what the data say by identifiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.quotes import QuoteType
from annotator.core.verdicts import Choice, Fault, Verdict
from annotator.review.records import Disagreement, Kind, Record, label_of
from annotator.review.words import EDGES, FAULTS, KINDS, letter
from annotator.services.reviewing import Row
from annotator.ui.panes.words import quote_type_name
from annotator.ui.text import isolated, told

_CHOICES = {
    Choice.EDITED: QT_TRANSLATE_NOOP("review", "by hand"),
    Choice.NEITHER: QT_TRANSLATE_NOOP("review", "none of them"),
    Choice.NOTHING: QT_TRANSLATE_NOOP("review", "nothing here"),
}


def kind_name(kind: Kind) -> str:
    """Return how a kind of disagreement is called."""
    return told(KINDS[kind])


def fault_name(fault: Fault) -> str:
    """Return how a reason to differ is called."""
    return told(FAULTS[fault])


def edges_text(found: Disagreement) -> str:
    """Return by what boundaries differ, "" where they do not."""
    return ", ".join(dict.fromkeys(told(EDGES[edge.kind]) for edge in found.edges))


def label_name(label: str, labels: LabelSet, language: str) -> str:
    """Return how a label, or a type of quotes, is called; an unknown one by its id."""
    found = labels.get(label)
    if found is not None:
        return found.name(language)
    return quote_type_name(QuoteType(label)) if label in set(QuoteType) else label


def record_name(record: Record, labels: LabelSet, language: str) -> str:
    """Return what a record says: its label, or its type as a quote."""
    return label_name(label_of(record), labels, language)


def why(row: Row) -> tuple[Fault | None, str]:
    """Return what was said of why annotators differ: a kind of error, and a note."""
    return (None, "") if row.said is None else (row.said.fault, row.said.note)


def verdict_text(verdict: Verdict, annotators: Sequence[str], language: str) -> str:
    """Return what was decided, in a word: the letters of those who were right, or else how."""
    if verdict.choice is Choice.TAKEN:
        places = {name: number for number, name in enumerate(annotators)}
        return " ".join(letter(places[n], language) for n in verdict.taken if n in places)
    return _tr(_CHOICES[verdict.choice])


def row_text(
    row: Row, annotators: Sequence[str], labels: LabelSet, language: str
) -> Mapping[str, str]:
    """Return a row in words: ``text``, ``kind``, ``labels``, ``decided``, ``why``."""
    fault, note = why(row)
    return {
        "text": " ".join(row.text.split())[:120],
        "kind": kind_name(row.kind),
        "labels": " / ".join(label_name(label, labels, language) for label in row.labels),
        "decided": verdict_text(row.verdict, annotators, language) if row.verdict else "",
        "why": fault_name(fault) if fault else " ".join(note.split())[:40],
    }


def spoken(row: Row, annotators: Sequence[str], labels: LabelSet, language: str) -> str:
    """Return a row as a screen reader says it."""
    words = row_text(row, annotators, labels, language)
    decided = words["decided"] or _tr(QT_TRANSLATE_NOOP("review", "open"))
    said = (words["kind"], isolated(words["text"]), words["labels"], decided, words["why"])
    return ", ".join(filter(None, said))


def _tr(text: str) -> str:
    return QCoreApplication.translate("review", text)
