"""Krippendorff's first alpha for unitizing (1995, 2004): label by label, on code points.

Units that overlap differ by the squares of what their starts and their ends are apart, a unit that
lies in a gap of the other by the square of its length. Chance is every way of placing the same
units and gaps beside each other. alpha = 1 - Do / De, over all labels with the sums of both.
K. Krippendorff (1995), "On the Reliability of Unitizing Contiguous Data", Sociological Methodology
25, 47-76, with the expected disagreement as corrected in Krippendorff (2004), "Content Analysis",
2nd edition, section 11.6 (and in DKPro Statistics, which INCEpTION reports).

The continuum is all articles that every annotator of the sample has, in a row; a gap may reach from
one into the next. Each label is a continuum of its own, so nested spans of different labels all
count; of those of one label that overlap the first stays, then the longer. Undefined without spans.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import numpy as np

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.review.agreement.base import (
    NO_CHANCE,
    NO_SPANS,
    NOTHING_COMMON,
    Figure,
    Metric,
    undefined,
)
from annotator.review.agreement.chance import FloatArray
from annotator.review.agreement.columns import IntArray, ranges, sums_before
from annotator.review.agreement.sample import Sample
from annotator.review.agreement.unitizing import apart


class Units(NamedTuple):
    """Units of one label and annotator on the continuum, in order, none overlapping another."""

    start: IntArray
    end: IntArray


class Disagreement(NamedTuple):
    """Observed and expected disagreement of a label."""

    observed: float
    expected: float


def disagreement(units: list[Units], length: int) -> Disagreement:
    """Return the disagreement of two or more annotators about units of one label.

    ``length`` is that of the continuum. Both are 0 when there are no units.
    """
    raters = len(units)
    squares = sum(_apart_by(a, b) for a, b in combinations(units, 2))
    observed = 2 * squares / (raters * (raters - 1) * length**2)
    sizes = np.concatenate([unit.end - unit.start for unit in units]).astype(np.float64)
    if not sizes.size:
        return Disagreement(0.0, 0.0)
    gaps = np.sort(np.concatenate([_gaps(unit, length) for unit in units])).astype(np.float64)
    placed = (sizes.size - 1) / 3 * (2 * sizes**3 - 3 * sizes**2 + sizes)
    placed += sizes**2 * _places(sizes, gaps)
    ways = raters * length * (raters * length - 1.0) - float((sizes * (sizes - 1)).sum())
    return Disagreement(observed, 2 / length * float(placed.sum()) / ways)


def _apart_by(a: Units, b: Units) -> float:
    low = np.searchsorted(b.end, a.start, "right")
    high = np.searchsorted(b.start, a.end, "left")
    of_b, of_a = ranges(low, high), np.repeat(np.arange(a.start.size), np.maximum(high - low, 0))
    edges = (a.start[of_a] - b.start[of_b]) ** 2 + (a.end[of_a] - b.end[of_b]) ** 2
    answered = np.zeros(b.start.size, np.bool_)
    answered[of_b] = True
    alone_a, alone_b = (a.end - a.start)[high <= low], (b.end - b.start)[~answered]
    return float(edges.sum() + (alone_a**2).sum() + (alone_b**2).sum())


def _gaps(units: Units, length: int) -> IntArray:
    return np.append(units.start, length) - np.insert(units.end, 0, 0)


def _places(sizes: FloatArray, gaps: FloatArray) -> FloatArray:
    """Return for each size in how many places of the sorted gaps it fits."""
    first = np.searchsorted(gaps, sizes, "left")
    sums = np.append(np.cumsum(gaps[::-1])[::-1], 0.0)
    places: FloatArray = sums[first] - (gaps.size - first) * (sizes - 1)
    return places


def _measure(sample: Sample) -> Figure:
    sample = sample.in_all()
    length = int(sample.lengths.sum())
    if not length:
        return undefined(NOTHING_COMMON)
    observed = expected = 0.0
    for label in range(len(sample.labels)):
        found = disagreement([_units(sample, name, label) for name in sample.annotators], length)
        observed, expected = observed + found.observed, expected + found.expected
    if expected:
        return Figure(1 - observed / expected, length)
    return undefined(NO_CHANCE if observed else NO_SPANS, length)


def _units(sample: Sample, annotator: str, label: int) -> Units:
    spans = sample.columns(annotator)
    spans = apart(spans.where(spans.label == label))
    base = sums_before(sample.lengths)[spans.article]
    return Units(base + spans.start, base + spans.end)


UNITIZING_1995 = Metric(
    "alpha_unitizing_1995",
    Message(QT_TRANSLATE_NOOP("messages", "Krippendorff's unitizing alpha of 1995")),
    Message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Counts, label by label, by how many letters spans begin and end apart, squared,"
            " against chance, as INCEpTION does; articles that somebody has not annotated and spans"
            " that overlap another of their label are left out, and with three or more annotators"
            " the later definition is the better one.",
        )
    ),
    _measure,
)
