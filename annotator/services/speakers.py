"""Who may have said a quote: the names near it, and what choosing one of them means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotator.arabic.folding import fold
from annotator.arabic.sentences import sentences
from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.entities import Entity, Status
from annotator.core.quote_decisions import set_speaker
from annotator.core.quotes import Quote
from annotator.core.spans import Span

_SPEAKING = frozenset({"PER", "PERS", "PERSON", "ORG"})
"""What label sets call who mostly speaks; a place or another name does so for somebody."""


class Candidate(NamedTuple):
    """A name that may be the speaker: its mention nearest the quote's cue, and its fullest one."""

    mention: Span
    fullest: Span
    label: str


def nearest_names(state: AnnotatedArticle, quote: Quote, most: int = 9) -> list[Candidate]:
    """Return up to ``most`` different names outside the quote, the likeliest first.

    Those that mostly speak (people, organisations) come before others, and among them the ones
    near the cue. Mentions of one name are one candidate.
    """
    anchor = quote.cue[0] if quote.cue else quote.extent
    names = [
        entity
        for entity in _names(state)
        if not any(part.overlaps(entity.span) for part in quote.content)
    ]
    names.sort(key=lambda entity: (entity.label not in _SPEAKING, _distance(entity.span, anchor)))
    found: dict[tuple[str, ...], Candidate] = {}
    for entity in names:
        fullest = fullest_mention(state, entity.span)
        key = _words(fullest.of(state.text))
        found.setdefault(key, Candidate(entity.span, fullest, entity.label))
    return list(found.values())[:most]


def fullest_mention(state: AnnotatedArticle, span: Span) -> Span:
    """Return the longest name that begins or ends as ``span`` does, the first mention of it.

    The last or first word of a full name stands for it: بومبيو for مايك بومبيو. What is no
    entity is its own fullest mention.
    """
    words = _words(span.of(state.text))
    own = [entity for entity in _names(state) if entity.span == span]
    longest, best = len(words), span
    for entity in _names(state) if own else ():
        name = _words(entity.span.of(state.text))
        same = words in (name[: len(words)], name[-len(words) :])
        if same and entity.label == own[0].label and len(name) > longest:
            longest, best = len(name), entity.span
    return best


def speaker_edit(state: AnnotatedArticle, quote: Quote, mention: Span | None, actor: Actor) -> Edit:
    """Return the edit by which ``mention`` names who says ``quote``; None for nobody.

    Its fullest mention becomes the speaker and it itself the source, unless it stands in another
    sentence and the source is a description (الوزير): then that still is the nearest mention.
    """
    if mention is None:
        return set_speaker(state, quote.id, None, actor)
    source = quote.source
    described = source is not None and not any(source.overlaps(e.span) for e in _names(state))
    if not described or _same_sentence(state.text, quote, mention):
        source = mention
    return set_speaker(state, quote.id, fullest_mention(state, mention), actor, source=source)


def same_speaker(text: str, first: Quote, second: Quote) -> bool:
    """Whether two quotes name the same speaker, in whatever spelling, or one of them nobody."""
    names = [_words(span.of(text)) for quote in (first, second) if (span := _speaker(quote))]
    return len(names) < 2 or names[0] == names[1]


def _speaker(quote: Quote) -> Span | None:
    return quote.speaker or quote.source


def _names(state: AnnotatedArticle) -> Iterator[Entity]:
    return (entity for entity in state.entities if entity.status is not Status.REJECTED)


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())


def _distance(span: Span, anchor: Span) -> int:
    return max(anchor.start - span.end, span.start - anchor.end, 0)


def _same_sentence(text: str, quote: Quote, mention: Span) -> bool:
    around = [*quote.cue, *quote.content]
    return any(
        sentence.overlaps(mention) and any(sentence.overlaps(span) for span in around)
        for sentence in sentences(text)
    )
