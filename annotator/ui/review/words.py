"""The review window's words for what the data say by identifiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.quotes import QuoteType
from annotator.core.verdicts import Choice, Fault, Verdict
from annotator.review.records import Disagreement, EdgeKind, Kind, Record, label_of
from annotator.services.reviewing import Row
from annotator.ui.panes.words import quote_type_name
from annotator.ui.text import isolated

_KINDS = {
    Kind.LABEL: QT_TRANSLATE_NOOP("review", "Label"),
    Kind.BOUNDARY: QT_TRANSLATE_NOOP("review", "Boundary"),
    Kind.MISSING: QT_TRANSLATE_NOOP("review", "Missing"),
    Kind.EXTRA: QT_TRANSLATE_NOOP("review", "Extra"),
    Kind.QUOTE_CONTENT: QT_TRANSLATE_NOOP("review", "Quote's content"),
    Kind.QUOTE_TYPE: QT_TRANSLATE_NOOP("review", "Quote's type"),
    Kind.QUOTE_SOURCE: QT_TRANSLATE_NOOP("review", "Who is quoted"),
    Kind.QUOTE_CUE: QT_TRANSLATE_NOOP("review", "Quote's cue"),
}
_FAULTS = {
    Fault.SLIP: QT_TRANSLATE_NOOP("review", "A slip"),
    Fault.GUIDELINE: QT_TRANSLATE_NOOP("review", "The guidelines leave it open"),
    Fault.AMBIGUOUS: QT_TRANSLATE_NOOP("review", "The text is ambiguous"),
}
_EDGES = {
    EdgeKind.CLITIC: QT_TRANSLATE_NOOP("review", "a proclitic"),
    EdgeKind.ARTICLE: QT_TRANSLATE_NOOP("review", "the article al-"),
    EdgeKind.TITLE: QT_TRANSLATE_NOOP("review", "a title"),
    EdgeKind.MARK: QT_TRANSLATE_NOOP("review", "a mark"),
    EdgeKind.WORD: QT_TRANSLATE_NOOP("review", "one word"),
    EdgeKind.WORDS: QT_TRANSLATE_NOOP("review", "several words"),
    EdgeKind.LETTERS: QT_TRANSLATE_NOOP("review", "part of a word"),
}
_CHOICES = {
    Choice.EDITED: QT_TRANSLATE_NOOP("review", "by hand"),
    Choice.NEITHER: QT_TRANSLATE_NOOP("review", "none of them"),
    Choice.NOTHING: QT_TRANSLATE_NOOP("review", "nothing here"),
}
_LETTERS = {"ar": "أبجدهوزحطي"}
_LATIN = "ABCDEFGHIJ"


def letter(number: int, language: str) -> str:
    """Return the letter by which an annotator, counted from 0, is known."""
    letters = _LETTERS.get(language, _LATIN)
    return letters[number] if number < len(letters) else str(number + 1)


def kind_name(kind: Kind) -> str:
    """Return how a kind of disagreement is called."""
    return _tr(_KINDS[kind])


def fault_name(fault: Fault) -> str:
    """Return how a reason to differ is called."""
    return _tr(_FAULTS[fault])


def edges_text(found: Disagreement) -> str:
    """Return by what boundaries differ, "" where they do not."""
    return ", ".join(dict.fromkeys(_tr(_EDGES[edge.kind]) for edge in found.edges))


def label_name(label: str, labels: LabelSet, language: str) -> str:
    """Return how a label, or a type of quotes, is called; an unknown one by its id."""
    found = labels.get(label)
    if found is not None:
        return found.name(language)
    types = {str(one): one for one in QuoteType}
    return quote_type_name(types[label]) if label in types else label


def record_name(record: Record, labels: LabelSet, language: str) -> str:
    """Return what a record says: its label, or its type as a quote."""
    return label_name(label_of(record), labels, language)


def verdict_text(verdict: Verdict, annotators: Sequence[str], language: str) -> str:
    """Return what was decided, in a word: the letters of those who were right, or else how."""
    if verdict.choice is Choice.TAKEN:
        places = {name: number for number, name in enumerate(annotators)}
        return " ".join(letter(places[n], language) for n in verdict.taken if n in places)
    return _tr(_CHOICES[verdict.choice])


def row_text(
    row: Row, annotators: Sequence[str], labels: LabelSet, language: str
) -> Mapping[str, str]:
    """Return a row in words: ``text``, ``kind``, ``labels``, ``decided``."""
    return {
        "text": " ".join(row.text.split())[:120],
        "kind": kind_name(row.kind),
        "labels": " / ".join(label_name(label, labels, language) for label in row.labels),
        "decided": verdict_text(row.verdict, annotators, language) if row.verdict else "",
    }


def spoken(row: Row, annotators: Sequence[str], labels: LabelSet, language: str) -> str:
    """Return a row as a screen reader says it."""
    words = row_text(row, annotators, labels, language)
    decided = words["decided"] or _tr(QT_TRANSLATE_NOOP("review", "open"))
    return ", ".join((words["kind"], isolated(words["text"]), words["labels"], decided))


def _tr(text: str) -> str:
    return QCoreApplication.translate("review", text)
