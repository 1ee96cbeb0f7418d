"""Notes and flags, which most formats have no place for: what is left out is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.core.quotes import Quote
from annotator.formats.base import loss

_NO_NOTE = QT_TRANSLATE_NOOP("messages", "The format has no notes; the note is left out.")
_NO_FLAGS = QT_TRANSLATE_NOOP("messages", "The format has no flags; left out: {flags}.")


def note_losses(
    article: AnnotatedArticle, records: Iterable[Entity | Quote], *, notes: bool = True
) -> Iterator[Problem]:
    """Yield the notes, unless only flags are lost, and the flags of these records."""
    for record in records:
        if notes and record.note:
            yield loss("note", message(_NO_NOTE), article, record)
        if record.flags:
            yield loss("flags", message(_NO_FLAGS, flags=_listed(record.flags)), article, record)


def article_note_losses(article: AnnotatedArticle) -> Iterator[Problem]:
    """Yield the note and flags of the article itself."""
    if article.note:
        yield Problem("note", message(_NO_NOTE), article=article.article.id)
    if article.flags:
        what = message(_NO_FLAGS, flags=_listed(article.flags))
        yield Problem("flags", what, article=article.article.id)


def _listed(flags: Iterable[str]) -> str:
    return ", ".join(flags)
