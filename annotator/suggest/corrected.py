"""What corrected articles teach: sentences of words with one tag each, as the model learns them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import Token, tokenize
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.suggest.combine import SHOWN_FROM
from annotator.suggest.embedded.corpus import Sentence, capped
from annotator.suggest.embedded.forms import without_marks

FINISHED = frozenset({ArticleStatus.DONE, ArticleStatus.REVIEWED})


def corrected_sentences(state: AnnotatedArticle) -> list[Sentence]:
    """Return the sentences of ``state`` that a person has judged, with IOB2 tags.

    Of a finished article those without an open suggestion (one too weak to be shown is none), of
    any other those with something accepted and nothing open. Of accepted entities that overlap,
    the longest counts. A word belongs to an entity that begins or ends inside it.
    """
    finished = state.status in FINISHED
    names = _apart(e for e in state.entities if e.status is Status.ACCEPTED)
    if not (names or finished):
        return []
    waiting = [
        e.span
        for e in state.entities
        if e.status is Status.SUGGESTED
        and not (finished and e.score is not None and e.score < SHOWN_FROM)
    ]
    found: list[Sentence] = []
    for sentence in sentences(state.text):
        inside = [name for name in names if name.span.overlaps(sentence)]
        if (inside or finished) and not any(span.overlaps(sentence) for span in waiting):
            found += _tagged(state.text, sentence, inside)
    return found


def _apart(entities: Iterator[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda e: e.span.start - e.span.end):
        if not any(entity.span.overlaps(known.span) for known in kept):
            kept.append(entity)
    return kept


def _tagged(text: str, sentence: Span, names: Sequence[Entity]) -> Iterator[Sentence]:
    words: list[str] = []
    tags: list[str] = []
    before: Entity | None = None
    for token in tokenize(text, sentence.start, sentence.end):
        bare = without_marks(token.text)
        if bare:
            name = _name_at(token, names)
            part = "I" if name is before else "B"
            words.append(bare)
            tags.append(f"{part}-{name.label}" if name else "O")
            before = name
    yield from capped(words, tags)


def _name_at(token: Token, names: Sequence[Entity]) -> Entity | None:
    return next((name for name in names if name.span.overlaps(token.span)), None)
