"""Where a name stands: its spans leave proclitics out and keep its article, also that of لل."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.arabic.finding import Phrase, phrase_spans, words_of
from annotator.arabic.folding import fold
from annotator.core.graphemes import previous_boundary
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
    if fold(first).startswith(_LAM) and fold(text[_before(text, span.start) : span.start]) == _LAM:
        return (Phrase(words), Phrase((_ARTICLE + first[1:], *others)))
    return (Phrase(words),)


def occurrence_spans(text: str, phrases: Sequence[Phrase]) -> tuple[Span, ...]:
    """Return where any of the phrases stands, in reading order."""
    found = {
        _with_article(text, span, phrase)
        for phrase in phrases
        for span in phrase_spans(text, phrase)
    }
    return tuple(sorted(found))


def _with_article(text: str, span: Span, phrase: Phrase) -> Span:
    """Return the span with the lam of an article that lost its alef to the ل before it."""
    first = phrase.folded[0]
    hidden = first.startswith(_ARTICLE) and not fold(span.of(text)).startswith(_ARTICLE)
    if not hidden or first.removeprefix(_ARTICLE).startswith(_LAM):
        return span
    return Span(_before(text, span.start), span.end)


def _before(text: str, at: int) -> int:
    """Return where the letter before ``at`` begins, marks and tatweel passed over."""
    start = at
    while start > 0:
        start = previous_boundary(text, start)
        if fold(text[start:at]):
            break
    return start
