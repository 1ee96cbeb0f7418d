"""The window's words for what the data say by identifiers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QCoreApplication

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.entities import HUMAN, Entity
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.quotes import Quote, QuoteType
from annotator.review.words import TYPES
from annotator.services.suggesting import available_engines
from annotator.suggest.memory import MemorySuggester
from annotator.ui.text import told

_STATUSES = {
    ArticleStatus.NEW: QT_TRANSLATE_NOOP("words", "new"),
    ArticleStatus.IN_PROGRESS: QT_TRANSLATE_NOOP("words", "in progress"),
    ArticleStatus.DONE: QT_TRANSLATE_NOOP("words", "done"),
    ArticleStatus.REVIEWED: QT_TRANSLATE_NOOP("words", "reviewed"),
}
UNSURE = "unsure"
"""The flag of what an annotator is not sure of."""

_FLAGS = {UNSURE: QT_TRANSLATE_NOOP("words", "unsure")}
_NO_SPEAKER = QT_TRANSLATE_NOOP("words", "Speaker not given")
_HUMAN = QT_TRANSLATE_NOOP("words", "by hand")


def status_name(status: ArticleStatus) -> str:
    """Return how an article's status is called."""
    return _tr(_STATUSES[status])


def quote_type_name(quote_type: QuoteType) -> str:
    """Return how a quote's type is called."""
    return told(TYPES[quote_type])


def speaker_name(quote: Quote, text: str) -> str:
    """Return who is quoted, in the fullest form that the article gives."""
    span = quote.speaker or quote.source
    return " ".join(span.of(text).split()) if span else _tr(_NO_SPEAKER)


def content_text(quote: Quote, text: str, length: int = 160) -> str:
    """Return the beginning of what is quoted, on one line."""
    return " ".join(" … ".join(part.of(text) for part in quote.content).split())[:length]


def flag_name(flag: str) -> str:
    """Return how a flag is called; one that this program does not know by its own name."""
    return _tr(_FLAGS[flag]) if flag in _FLAGS else flag


def remarks(record: Entity | Quote | AnnotatedArticle) -> tuple[str, ...]:
    """Return what was said of a record or article: its flags, then its note on one line."""
    note = " ".join(record.note.split())
    return (*map(flag_name, record.flags), *((note,) if note else ()))


def remark_signs(record: Entity | Quote | AnnotatedArticle) -> str:
    """Return the small signs of a record's flags and note, "" for none."""
    flagged = _tr(QT_TRANSLATE_NOOP("words", "?")) if record.flags else ""
    return flagged + ("*" if record.note else "")


def origin_text(origin: str) -> str:
    """Return how an origin is called: by hand, a suggester's name, or a format's id."""
    if origin == HUMAN:
        return _tr(_HUMAN)
    name = _engine_names().get(origin)
    return told(name) if name else origin


def score_text(score: float | None) -> str:
    """Return a score as a percentage, or nothing."""
    return f"{score:.0%}" if score is not None else ""


@cache
def _engine_names() -> Mapping[str, Message]:
    names = {engine.id: engine.name for engine in available_engines()}
    return {**names, MemorySuggester.id: MemorySuggester.name}


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)
