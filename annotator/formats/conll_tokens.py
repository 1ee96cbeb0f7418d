"""An article as tagged tokens: what the CoNLL formats can carry of it, and what they cannot."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, repeat
from operator import attrgetter
from typing import NamedTuple

from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import Token, cut_at, tokenize
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status, make_entity
from annotator.core.graphemes import extends
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.spans import Span
from annotator.core.tags import TagScheme, TokenSpan, spans_to_tags
from annotator.formats.base import Prepared, TokenPolicy, WriteOptions, loss
from annotator.formats.notes import article_note_losses, note_losses

_start, _form = attrgetter("start"), attrgetter("text")
_NO_FIELD = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens with offsets into the stored text, and the labelled ones by their number here."""

    tokens: Sequence[Token]
    spans: tuple[TokenSpan, ...]

    def tags(self, scheme: TagScheme) -> list[str]:
        """Return one tag a token."""
        return spans_to_tags(self.spans, len(self.tokens), scheme)


class Overlap(NamedTuple):
    """An entity that flat tags have no room for, and the span that takes its place."""

    entity: Entity
    span: Span
    kept: Span


@dataclass(frozen=True, slots=True)
class Tagged:
    """An article cut into tagged sentences, with what could not be tagged."""

    sentences: tuple[Sentence, ...]
    losses: tuple[Problem, ...]
    overlaps: tuple[Overlap, ...]


def tagged(article: AnnotatedArticle, options: WriteOptions, edges: Iterable[int] = ()) -> Tagged:
    """Cut an article into tokens and sentences and place its entities on them.

    Of two entities that overlap the first, or of two that start together the longer, is kept:
    flat tags hold one. A sentence never ends inside an entity. ``edges`` are further places
    where tokens are cut, unless the options want whole words.
    """
    tokens = tokenize(article.text)
    losses: list[Problem] = []
    names = {
        entity.label: options.labels.get(entity.label, entity.label) for entity in article.entities
    }
    writable = list(article.entities)
    if not all(map(_is_field, names.values())):
        writable = [e for e in writable if _is_writable(e, names[e.label], article, losses)]
    if options.tokens is TokenPolicy.SPLIT:
        tokens = cut_at(tokens, {*edges, *(edge for entity in writable for edge in entity.span)})
        placed = [(entity, entity.span) for entity in writable]
    else:
        placed = _widened(article, tokens, writable, losses)
    starts = list(map(_start, tokens))
    spans = []
    flat, overlaps = _flat(placed)
    for entity, span in flat:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first == last or extends(tokens[first].text[0]):
            what = QT_TRANSLATE_NOOP("messages", "No token begins where {entity} does; left out.")
            named = message(what, entity=entity.span.of(article.text))
            losses.append(loss("token", named, article, entity))
            continue
        spans.append(TokenSpan(first, last, names[entity.label]))
    found = _sentences(article.text, tokens, starts, spans)
    return Tagged(tuple(found), tuple(losses), tuple(overlaps))


def flat_losses(article: AnnotatedArticle, result: Tagged) -> tuple[Problem, ...]:
    """Return what one column of tags has no room for: overlaps, quotes, notes, flags."""
    losses = [*result.losses]
    for entity, _, kept in result.overlaps:
        what = message(
            QT_TRANSLATE_NOOP("messages", "{entity} overlaps {other}; left out."),
            entity=entity.span.of(article.text),
            other=kept.of(article.text),
        )
        losses.append(loss("overlap", what, article, entity))
    quote = message(QT_TRANSLATE_NOOP("messages", "The format has no quotes; left out."))
    losses += [loss("quote", quote, article, record) for record in article.quotes]
    return (*losses, *note_losses(article, article.entities), *article_note_losses(article))


def untagged(article: AnnotatedArticle) -> Prepared:
    """Return what becomes of an article that has no tokens: nothing, and a problem that says so."""
    what = message(QT_TRANSLATE_NOOP("messages", "The article has no words; left out."))
    return Prepared("", (Problem("empty", what, article=article.article.id),), None)


def joined(article: AnnotatedArticle, parts: Sequence[Sentence], origin: str) -> AnnotatedArticle:
    """Return what reading the tokens back gives: a space between two, a line a sentence."""
    forms = [list(map(_form, sentence.tokens)) for sentence in parts]
    text = "\n".join(map(" ".join, forms))
    # Of each form and the end: how many characters of forms stand before it, no space counted.
    at = list(accumulate(map(len, chain.from_iterable(forms)), initial=0))
    spans: list[Span] = []
    labels: list[str] = []
    before = 0
    for sentence in parts:
        for first, last, label in sentence.spans:
            a, b = before + first, before + last
            spans.append(Span(at[a] + a, at[b] + b - 1))
            labels.append(label)
        before += len(sentence.tokens)
    ids = [f"e{number}" for number in range(1, len(spans) + 1)]
    made = map(make_entity, ids, spans, labels, repeat(Status.ACCEPTED), repeat(origin))
    return AnnotatedArticle(Article(article.article.id, text), entities=tuple(made))


def _is_field(label: str) -> bool:
    return bool(label) and not _NO_FIELD.search(label)


def _is_writable(
    entity: Entity, label: str, article: AnnotatedArticle, losses: list[Problem]
) -> bool:
    if _is_field(label):
        return True
    what = QT_TRANSLATE_NOOP("messages", "The label {label} has white space: map it; left out.")
    losses.append(loss("label", message(what, label=label), article, entity))
    return False


def _widened(
    article: AnnotatedArticle,
    tokens: Sequence[Token],
    entities: Sequence[Entity],
    losses: list[Problem],
) -> list[tuple[Entity, Span]]:
    """Return the entities with their spans grown to whole words, each change reported."""
    starts = [token.start for token in tokens]
    placed = []
    for entity in entities:
        first = max(0, bisect_right(starts, entity.span.start) - 1)
        last = max(0, bisect_left(starts, entity.span.end) - 1)
        span = entity.span
        if tokens and tokens[first].start < span.start < tokens[first].end:
            span = span._replace(start=tokens[first].start)
        if tokens and tokens[last].start < span.end < tokens[last].end:
            span = span._replace(end=tokens[last].end)
        if span != entity.span:
            what = message(
                QT_TRANSLATE_NOOP("messages", "{entity} grows to the whole word {word}."),
                entity=entity.span.of(article.text),
                word=span.of(article.text),
            )
            losses.append(loss("subword", what, article, entity, Severity.CHANGED))
        placed.append((entity, span))
    return placed


def _flat(
    placed: list[tuple[Entity, Span]],
) -> tuple[list[tuple[Entity, Span]], list[Overlap]]:
    """Return what does not overlap, in reading order, and the rest."""
    flat: list[tuple[Entity, Span]] = []
    overlaps: list[Overlap] = []
    kept = Span(0, 0)
    for entity, span in sorted(placed, key=lambda pair: (pair[1].start, -pair[1].end)):
        if span.start >= kept.end:
            kept = span
            flat.append((entity, span))
        else:
            overlaps.append(Overlap(entity, span, kept))
    return flat, overlaps


def _sentences(
    text: str, tokens: Sequence[Token], starts: Sequence[int], spans: Sequence[TokenSpan]
) -> Iterator[Sentence]:
    """Yield the sentences that hold tokens; ``spans`` are in order and do not overlap."""
    borders = [bisect_left(starts, sentence.start) for sentence in sentences(text)]
    borders = [*sorted({0, *borders}), len(tokens)]
    first = at = 0
    for border in borders[1:]:
        after = at
        while after < len(spans) and spans[after].first < border:
            after += 1
        if border == first or (after > 0 and spans[after - 1].last > border):
            continue  # nothing here, or an entity goes on in the next sentence
        inside = tuple(
            TokenSpan(span.first - first, span.last - first, span.label) for span in spans[at:after]
        )
        yield Sentence(tokens[first:border], inside)
        first, at = border, after
