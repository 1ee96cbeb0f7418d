"""Precision, recall and F1 of entities: what ``annotator evaluate`` prints.

A span counts as right when its two offsets and its label are the gold's (exact), or when it
shares a code point with a gold span of its label, one to one (overlap). Micro average over all
articles. The exact figure equals seqeval's strict one on the same tags.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.review.matching import Labelled, Pair, overlapping, pair_up


class Score(NamedTuple):
    """Counts of right, suggested and gold spans; the ratios follow."""

    tp: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of what was suggested that is right (0 when nothing was)."""
        return self.tp / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found (0 when there is none)."""
        return self.tp / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.predicted + self.gold
        return 2 * self.tp / total if total else 0.0

    def plus(self, other: Score) -> Score:
        """Return the two counts added: scores of articles add up to the corpus's."""
        return Score(self.tp + other.tp, self.predicted + other.predicted, self.gold + other.gold)

    def as_json(self) -> dict[str, float | int]:
        """Return the record of CONTRACTS (``evaluate --json``)."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "tp": self.tp,
            "predicted": self.predicted,
            "gold": self.gold,
        }


NO_SPANS = Score()


class EntityError(NamedTuple):
    """One difference between gold and suggestion, with its place."""

    article: str
    pair: Pair
    text: str

    def as_json(self) -> dict[str, Any]:
        """Return the record listed under ``errors``."""
        gold, found = self.pair
        return {
            "article": self.article,
            "kind": str(self.pair.kind),
            "gold": [*gold.span, gold.label] if gold else None,
            "predicted": [*found.span, found.label] if found else None,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class EntityScores:
    """Scores of entities over articles. ``confusions`` counts gold label → found label.

    ``boundaries`` counts, for spans of the right label that miss an edge, which edge is off and
    which way: ``start+`` (starts too late), ``start-``, ``end+`` (ends too late), ``end-``.
    """

    articles: int = 0
    exact: Score = NO_SPANS
    overlap: Score = NO_SPANS
    labels: Mapping[str, Score] = field(default_factory=dict)
    confusions: Mapping[tuple[str, str], int] = field(default_factory=dict)
    boundaries: Mapping[str, int] = field(default_factory=dict)
    errors: tuple[EntityError, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the ``entities`` record of ``evaluate --json`` (errors are listed apart)."""
        return {
            "exact": self.exact.as_json(),
            "overlap": self.overlap.as_json(),
            "labels": {label: score.as_json() for label, score in sorted(self.labels.items())},
            "confusions": {f"{a}>{b}": n for (a, b), n in sorted(self.confusions.items())},
            "boundaries": dict(sorted(self.boundaries.items())),
        }


NOTHING = "-"
"""Stands in a confusion for "no span here"."""


def score_entities(
    pairs: Iterable[tuple[AnnotatedArticle, AnnotatedArticle]],
    *,
    labels: frozenset[str] | None = None,
) -> EntityScores:
    """Score (gold, found) pairs of the same articles; ``labels`` restricts both sides.

    Of the gold only accepted entities count, of the found ones suggested and accepted. Gold
    marked ``optional`` is neither asked for nor held against who found it.
    """
    exact, overlap, articles = Score(), Score(), 0
    by_label: dict[str, Score] = {}
    confusions: Counter[tuple[str, str]] = Counter()
    boundaries: Counter[str] = Counter()
    errors: list[EntityError] = []
    for gold_article, found_article in pairs:
        articles += 1
        pairs_here = _scored(gold_article, found_article, labels)
        gold = [pair.a for pair in pairs_here if pair.a is not None]
        found = [pair.b for pair in pairs_here if pair.b is not None]
        overlap = overlap.plus(Score(overlapping(gold, found), len(found), len(gold)))
        for pair in pairs_here:
            exact = exact.plus(_count(pair))
            for label in {side.label for side in pair if side is not None}:
                by_label[label] = by_label.get(label, Score()).plus(_count(pair, label))
            confusions[_label(pair.a), _label(pair.b)] += 1
            boundaries.update(_missed_edges(pair))
            if pair.kind is not None:
                errors.append(_error(gold_article, pair))
    return EntityScores(
        articles, exact, overlap, by_label, dict(confusions), dict(boundaries), tuple(errors)
    )


def _scored(
    gold: AnnotatedArticle, found: AnnotatedArticle, labels: frozenset[str] | None
) -> list[Pair]:
    wanted = [e for e in gold.entities if e.status is Status.ACCEPTED]
    optional = Counter(_labelled([e for e in wanted if e.extra.get("optional")], labels))
    offered = [e for e in found.entities if e.status is not Status.REJECTED]
    scored = []
    for pair in pair_up(_labelled(wanted, labels), _labelled(offered, labels)):
        if pair.a is not None and optional[pair.a]:
            optional[pair.a] -= 1
        else:
            scored.append(pair)
    return scored


def _labelled(entities: Iterable[Entity], labels: frozenset[str] | None) -> list[Labelled]:
    return [Labelled(e.span, e.label) for e in entities if labels is None or e.label in labels]


def _count(pair: Pair, label: str | None = None) -> Score:
    gold = int(pair.a is not None and label in (None, pair.a.label))
    found = int(pair.b is not None and label in (None, pair.b.label))
    return Score(int(pair.kind is None), found, gold)


def _label(side: Labelled | None) -> str:
    return side.label if side else NOTHING


def _missed_edges(pair: Pair) -> list[str]:
    if pair.a is None or pair.b is None or pair.a.label != pair.b.label:
        return []
    (start, end), (found_start, found_end) = pair.a.span, pair.b.span
    edges = []
    if found_start != start:
        edges.append("start+" if found_start > start else "start-")
    if found_end != end:
        edges.append("end+" if found_end > end else "end-")
    return edges


def _error(article: AnnotatedArticle, pair: Pair) -> EntityError:
    sides = [side.span for side in pair if side is not None]
    around = Span(min(s.start for s in sides), max(s.end for s in sides))
    return EntityError(article.article.id, pair, around.of(article.text))
