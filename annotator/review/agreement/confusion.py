"""Which labels stand where another annotator has which: a matrix of counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from annotator.review.agreement.answers import answers
from annotator.review.agreement.sample import Sample
from annotator.review.entity_scores import NOTHING
from annotator.review.matching import Labelled, pair_up


@dataclass(frozen=True, slots=True)
class ConfusionMatrix:
    """Counts of (label of one annotator, label of the other) over spans that answer each other.

    ``labels`` are the labels of the sample, sorted, and at last :data:`NOTHING` for "no span
    here"; ``counts`` has a row for each label of the first annotator, with a column for each of
    the second. Pairs of more than two annotators are added up, with the earlier one in the rows.
    The corner (nothing, nothing) is 0: what nobody marked cannot be counted.
    """

    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    def count(self, a: str, b: str) -> int:
        """Return how often one has ``a`` where the other has ``b``."""
        return self.counts[self.labels.index(a)][self.labels.index(b)]


def confusion(sample: Sample) -> ConfusionMatrix:
    """Count labels against labels over the articles that both of a pair have.

    Spans answer each other as :func:`annotator.review.matching.pair_up` pairs them, which is how
    differences are listed: at most one with one, the same ones first, then the greatest overlap.
    """
    counted: Counter[tuple[str, str]] = Counter()
    for pair in sample.pairs.values():
        found = answers(pair)
        for label in found.same.tolist():
            counted[(sample.labels[label],) * 2] += 1
        for left in found.left.values():
            counted.update((_label(a), _label(b)) for a, b in pair_up(left.a, left.b))
    labels = (*sample.labels, NOTHING)
    return ConfusionMatrix(labels, tuple(tuple(counted[a, b] for b in labels) for a in labels))


def _label(side: Labelled | None) -> str:
    return side.label if side else NOTHING
