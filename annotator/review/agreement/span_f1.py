"""F1 of spans between two annotators: exact, and overlapping.

F1 = 2 S / (A + B): S spans of one answer one of the other, of A and B that they marked; which of
the two is taken for gold does not matter. For spans, where "nothing here" cannot be counted, F1 is
what kappa comes to when that grows without bound: G. Hripcsak and A. S. Rothschild (2005),
"Agreement, the F-Measure, and Reliability in Information Retrieval", Journal of the American
Medical Informatics Association 12(3), 296-298. Only articles that both have count. Undefined when
neither marked anything. The counts are those of :mod:`annotator.review.entity_scores`.
"""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.review.agreement.answers import answers
from annotator.review.agreement.base import NO_SPANS, Figure, Metric, undefined
from annotator.review.agreement.sample import Sample
from annotator.review.entity_scores import Score
from annotator.review.matching import overlapping


def exact_score(sample: Sample) -> Score:
    """Return how many spans of two annotators are the same; the first one stands as gold."""
    found = answers(sample)
    gold, other = found.sizes
    return Score(found.same.size, other, gold)


def overlap_score(sample: Sample) -> Score:
    """Return how many spans of one label share a code point, one to one."""
    found = answers(sample)
    gold, other = found.sizes
    # What is the same is paired first in any case.
    more = sum(overlapping(left.a, left.b) for left in found.left.values() if left.a and left.b)
    return Score(found.same.size + more, other, gold)


def figure(score: Score) -> Figure:
    """Return the F1 of a score, of as many spans as both marked together."""
    spans = score.predicted + score.gold
    return Figure(score.f1, spans) if spans else undefined(NO_SPANS)


def _exact(sample: Sample) -> Figure:
    return figure(exact_score(sample))


def _overlap(sample: Sample) -> Figure:
    return figure(overlap_score(sample))


EXACT = Metric(
    "exact",
    Message(QT_TRANSLATE_NOOP("messages", "F1, exact")),
    Message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Counts the spans that two annotators have marked alike to the letter and under the"
            " same label; one letter more counts as much as a span that is missing, and agreement"
            " by chance is not taken off.",
        )
    ),
    _exact,
    pairwise=True,
)

OVERLAP = Metric(
    "overlap",
    Message(QT_TRANSLATE_NOOP("messages", "F1, overlapping")),
    Message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Counts the spans of the same label that share at least a letter, one with one; how far"
            " their edges are apart is left out, and agreement by chance is not taken off.",
        )
    ),
    _overlap,
    pairwise=True,
)
