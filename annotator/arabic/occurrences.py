"""Where a name stands: its spans leave proclitics out and keep its article, also that of لل."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.arabic.finding import Phrase, letter_before, phrase_spans, words_of
from annotator.arabic.folding import fold
from annotator.core.spans import Span

_ARTICLE = "ال"
_LAM = "ل"


def phrases_at(text: str, span: Span) -> tuple[Phrase, ...]:
    """Return what to look for to find the words of a span elsewhere; none where it has no word.

    In للأمم the name is الأمم, written لأمم; in لليبيا it is ليبيا. Both readings are looked for.
    """
    words = words_of(span.of(text))
    if not words:
        return ()
    first, *others = words
    if (
        fold(first).startswith(_LAM)
        and fold(text[letter_before(text, span.start) : span.start]) == _LAM
    ):
        return (Phrase(words), Phrase((_ARTICLE + first[1:], *others)))
    return (Phrase(words),)


def occurrence_spans(text: str, phrases: Sequence[Phrase]) -> tuple[Span, ...]:
    """Return where any of the phrases stands, in reading order."""
    found = {span for phrase in phrases for span in phrase_spans(text, phrase)}
    return tuple(sorted(found))
