"""What kinds, edges, faults, choices and annotators are called, in the window and in reports."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.quotes import QuoteType
from annotator.core.verdicts import Choice, Fault
from annotator.review.records import EdgeKind, Kind

KINDS: Mapping[Kind, Message] = {
    Kind.LABEL: Message(QT_TRANSLATE_NOOP("messages", "Label")),
    Kind.BOUNDARY: Message(QT_TRANSLATE_NOOP("messages", "Boundary")),
    Kind.MISSING: Message(QT_TRANSLATE_NOOP("messages", "Missing")),
    Kind.EXTRA: Message(QT_TRANSLATE_NOOP("messages", "Extra")),
    Kind.QUOTE_CONTENT: Message(QT_TRANSLATE_NOOP("messages", "Quote's content")),
    Kind.QUOTE_TYPE: Message(QT_TRANSLATE_NOOP("messages", "Quote's type")),
    Kind.QUOTE_SOURCE: Message(QT_TRANSLATE_NOOP("messages", "Who is quoted")),
    Kind.QUOTE_CUE: Message(QT_TRANSLATE_NOOP("messages", "Quote's cue")),
}

EDGES: Mapping[EdgeKind, Message] = {
    EdgeKind.CLITIC: Message(QT_TRANSLATE_NOOP("messages", "a proclitic")),
    EdgeKind.ARTICLE: Message(QT_TRANSLATE_NOOP("messages", "the article al-")),
    EdgeKind.TITLE: Message(QT_TRANSLATE_NOOP("messages", "a title")),
    EdgeKind.MARK: Message(QT_TRANSLATE_NOOP("messages", "a mark")),
    EdgeKind.WORD: Message(QT_TRANSLATE_NOOP("messages", "one word")),
    EdgeKind.WORDS: Message(QT_TRANSLATE_NOOP("messages", "several words")),
    EdgeKind.LETTERS: Message(QT_TRANSLATE_NOOP("messages", "part of a word")),
}
"""What one annotator took in and another left out."""

FAULTS: Mapping[Fault, Message] = {
    Fault.SLIP: Message(QT_TRANSLATE_NOOP("messages", "A slip")),
    Fault.GUIDELINE: Message(QT_TRANSLATE_NOOP("messages", "The guidelines leave it open")),
    Fault.AMBIGUOUS: Message(QT_TRANSLATE_NOOP("messages", "The text is ambiguous")),
}

CHOICES: Mapping[Choice, Message] = {
    Choice.TAKEN: Message(QT_TRANSLATE_NOOP("messages", "Taken from {names}")),
    Choice.EDITED: Message(QT_TRANSLATE_NOOP("messages", "Edited by the reviewer")),
    Choice.NEITHER: Message(QT_TRANSLATE_NOOP("messages", "None of them is right")),
    Choice.NOTHING: Message(QT_TRANSLATE_NOOP("messages", "Nothing to mark here")),
    Choice.OPEN: Message(QT_TRANSLATE_NOOP("messages", "Not decided yet")),
}
"""``names`` are the annotators whose records were taken."""

TYPES: Mapping[QuoteType, Message] = {
    QuoteType.DIRECT: Message(QT_TRANSLATE_NOOP("messages", "direct")),
    QuoteType.MIXED: Message(QT_TRANSLATE_NOOP("messages", "mixed")),
    QuoteType.INDIRECT: Message(QT_TRANSLATE_NOOP("messages", "indirect")),
}

NOTHING_MARKED = Message(QT_TRANSLATE_NOOP("messages", "nothing marked"))

_LETTERS = {"ar": "أبجدهوزحطي", "en": "ABCDEFGHIJ"}


def letter(number: int, language: str) -> str:
    """Return the letter by which an annotator, counted from 0, is known."""
    letters = _LETTERS.get(language, _LETTERS["en"])
    return letters[number] if number < len(letters) else str(number + 1)
