"""Scores of quotes: what ``annotator evaluate`` prints under ``quotes`` (CONTRACTS).

Quotes are paired one to one by what their contents share (intersection over union of code
points). Optional quotes are neither rewarded nor punished: whoever answers one is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.review.entity_scores import Score

ENOUGH = 0.5
"""Intersection over union from which two contents are the same quote."""


class QuotePair(NamedTuple):
    """A gold quote beside the found one that answers it; either is None when nothing does."""

    gold: Quote | None
    found: Quote | None


class Share(NamedTuple):
    """How many of the paired quotes have a right cue or source."""

    right: int = 0
    of: int = 0

    def plus(self, other: Share) -> Share:
        """Return the two counts added."""
        return Share(self.right + other.right, self.of + other.of)

    def as_json(self) -> dict[str, int]:
        """Return the record of CONTRACTS."""
        return {"right": self.right, "of": self.of}


NONE = Score()


class QuoteError(NamedTuple):
    """One quote that is missing, spurious or differs, with the words of its content.

    ``kind`` is ``missing``, ``spurious``, ``quote_content``, ``quote_type``, ``quote_cue`` or
    ``quote_source``.
    """

    article: str
    kind: str
    pair: QuotePair
    text: str

    def as_json(self) -> dict[str, Any]:
        """Return the record listed under ``errors``."""
        gold, found = self.pair
        return {
            "article": self.article,
            "kind": self.kind,
            "gold": [list(part) for part in gold.content] if gold else None,
            "predicted": [list(part) for part in found.content] if found else None,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class QuoteScores:
    """Counts over articles; ``by_type`` are exact and IoU scores of one type of quote."""

    direct_exact: Score = NONE
    content_iou50: Score = NONE
    content_exact: Score = NONE
    fragments: Score = NONE
    cue: Share = Share()  # noqa: RUF009 - immutable tuples
    source: Share = Share()  # noqa: RUF009
    exact_by_type: Mapping[QuoteType, Score] = field(default_factory=dict)
    iou50_by_type: Mapping[QuoteType, Score] = field(default_factory=dict)
    errors: tuple[QuoteError, ...] = ()

    def plus(self, other: QuoteScores) -> QuoteScores:
        """Return the scores of both: those of articles add up to the corpus's."""
        return QuoteScores(
            self.direct_exact.plus(other.direct_exact),
            self.content_iou50.plus(other.content_iou50),
            self.content_exact.plus(other.content_exact),
            self.fragments.plus(other.fragments),
            self.cue.plus(other.cue),
            self.source.plus(other.source),
            _added(self.exact_by_type, other.exact_by_type),
            _added(self.iou50_by_type, other.iou50_by_type),
            self.errors + other.errors,
        )

    def as_json(self) -> dict[str, Any]:
        """Return the ``quotes`` record of ``evaluate --json`` (errors are listed apart)."""
        return {
            "direct_exact": self.direct_exact.as_json(),
            "content_iou50": self.content_iou50.as_json(),
            "content_exact": self.content_exact.as_json(),
            "fragments": self.fragments.as_json(),
            "cue": self.cue.as_json(),
            "source": self.source.as_json(),
            "types": {
                str(kind): {
                    "exact": self.exact_by_type.get(kind, NONE).as_json(),
                    "iou50": self.iou50_by_type.get(kind, NONE).as_json(),
                }
                for kind in QuoteType
            },
        }


def score_quotes(pairs: Iterable[tuple[AnnotatedArticle, AnnotatedArticle]]) -> QuoteScores:
    """Score (gold, found) pairs of the same articles."""
    total = QuoteScores()
    for gold, found in pairs:
        total = total.plus(_score_article(gold, found))
    return total


def pair_quotes(gold: Sequence[Quote], found: Sequence[Quote]) -> list[QuotePair]:
    """Pair quotes one to one, the best overlap first; what shares nothing stays alone."""
    extents = [quote.extent for quote in found]
    # Nearly all pairs of an article are far apart.
    ranked = sorted(
        (-ratio, i, j)
        for i, a in enumerate(gold)
        for j in _touching(a.extent, extents)
        if (ratio := content_overlap(a, found[j])) > 0
    )
    left, right = dict(enumerate(gold)), dict(enumerate(found))
    pairs = []
    for _, i, j in ranked:
        if i in left and j in right:
            pairs.append(QuotePair(left.pop(i), right.pop(j)))
    pairs += [QuotePair(quote, None) for quote in left.values()]
    pairs += [QuotePair(None, quote) for quote in right.values()]
    return pairs


def _touching(span: Span, others: Sequence[Span]) -> list[int]:
    """Return the numbers of the spans that share a code point with ``span``."""
    first, last = span
    return [number for number, (start, end) in enumerate(others) if start < last and first < end]


def content_overlap(a: Quote, b: Quote) -> float:
    """Return intersection over union of two contents in code points, 0 when they share none."""
    if not a.extent.overlaps(b.extent):
        return 0.0
    shared = sum(
        max(0, min(p.end, q.end) - max(p.start, q.start)) for p in a.content for q in b.content
    )
    size = sum(part.end - part.start for quote in (a, b) for part in quote.content)
    return shared / (size - shared) if size > shared else 1.0


def _score_article(gold: AnnotatedArticle, found: AnnotatedArticle) -> QuoteScores:
    accepted = [q for q in gold.quotes if q.status is Status.ACCEPTED]
    given = [q for q in found.quotes if q.status is not Status.REJECTED]
    scored = [pair for pair in pair_quotes(accepted, given) if not _is_optional(pair)]
    left_out = [p for pair in pair_quotes(accepted, given) if _is_optional(pair) for p in pair if p]
    scores = QuoteScores(fragments=_fragments(scored, left_out))
    for pair in scored:
        scores = scores.plus(_score_pair(pair))
    return QuoteScores(
        scores.direct_exact,
        scores.content_iou50,
        scores.content_exact,
        scores.fragments,
        scores.cue,
        scores.source,
        scores.exact_by_type,
        scores.iou50_by_type,
        tuple(_errors(gold, scored)),
    )


def _is_optional(pair: QuotePair) -> bool:
    gold, found = pair
    if gold is not None and (found is None or content_overlap(gold, found) >= ENOUGH):
        return gold.optional
    return (gold is None or gold.optional) and found is not None and found.optional


def _score_pair(pair: QuotePair) -> QuoteScores:
    gold, found = pair
    near = gold is not None and found is not None and content_overlap(gold, found) >= ENOUGH
    exact = gold is not None and found is not None and gold.content == found.content
    direct = QuoteType.DIRECT
    both_direct = (
        exact and gold is not None and found is not None and gold.type is found.type is direct
    )
    cue = source = Share()
    if near and gold is not None and found is not None:
        cue = Share(int(same_cue(gold, found)), 1)
        source = Share(int(same_source(gold, found)), 1)
    kinds = {quote.type for quote in pair if quote is not None}
    return QuoteScores(
        direct_exact=_counted(both_direct, gold, found, direct),
        content_iou50=_counted(near, gold, found),
        content_exact=_counted(exact, gold, found),
        cue=cue,
        source=source,
        exact_by_type={kind: _counted(exact, gold, found, kind) for kind in kinds},
        iou50_by_type={kind: _counted(near, gold, found, kind) for kind in kinds},
    )


def _counted(
    right: bool, gold: Quote | None, found: Quote | None, kind: QuoteType | None = None
) -> Score:
    in_gold = gold is not None and kind in (None, gold.type)
    in_found = found is not None and kind in (None, found.type)
    return Score(int(right and in_gold and in_found), int(in_found), int(in_gold))


def _fragments(scored: Sequence[QuotePair], left_out: Sequence[Quote]) -> Score:
    ignored = {part for quote in left_out for part in quote.verbatim}
    gold = {part for pair in scored if pair.gold for part in pair.gold.verbatim} - ignored
    found = {part for pair in scored if pair.found for part in pair.found.verbatim} - ignored
    return Score(len(gold & found), len(found), len(gold))


def same_cue(gold: Quote, found: Quote) -> bool:
    """Whether the cues of both share a code point, or neither has one."""
    if not gold.cue or not found.cue:
        return not gold.cue and not found.cue
    return any(a.overlaps(b) for a in gold.cue for b in found.cue)


def same_source(gold: Quote, found: Quote) -> bool:
    """Whether both name the same mention, or mentions resolved to the same speaker."""
    if gold.source is None or found.source is None:
        return gold.source is None and found.source is None
    mentions = {span for span in (gold.source, gold.speaker) if span is not None}
    return found.source in mentions or found.speaker in mentions


def _errors(gold: AnnotatedArticle, scored: Iterable[QuotePair]) -> Iterator[QuoteError]:
    for pair in scored:
        for kind in _kinds(pair):
            quote = pair.gold or pair.found
            text = quote.extent.of(gold.text) if quote is not None else ""
            yield QuoteError(gold.article.id, kind, pair, text)


def _kinds(pair: QuotePair) -> Iterator[str]:
    gold, found = pair
    if gold is None or found is None:
        yield "spurious" if gold is None else "missing"
        return
    if gold.content != found.content:
        yield "quote_content"
    if gold.type is not found.type:
        yield "quote_type"
    if content_overlap(gold, found) < ENOUGH:
        return
    if not same_cue(gold, found):
        yield "quote_cue"
    if not same_source(gold, found):
        yield "quote_source"


def _added(a: Mapping[QuoteType, Score], b: Mapping[QuoteType, Score]) -> dict[QuoteType, Score]:
    return {kind: a.get(kind, NONE).plus(b.get(kind, NONE)) for kind in {*a, *b}}
