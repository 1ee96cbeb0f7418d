"""Krippendorff's alpha for unitizing, as revised in 2016: on code points, all articles in a row.

Every annotator cuts the continuum into units (spans, each with a label) and gaps. Do is the length
on which two annotators give different values, a gap being a value too; De is what pairs of pieces
drawn from all that was given would differ in, a unit never being paired with itself and a gap
counting as so many pieces of length 1. alpha = 1 - Do / De. K. Krippendorff, Y. Mathet, S. Bouvry,
A. Widlöcher (2016), "On the reliability of unitizing textual continua: Further developments",
Quality & Quantity 50(6), 2347-2364; Krippendorff (2019), "Content Analysis", 4th edition, 12.6.3.

An article is pairable for those who have annotated it, each pair of m annotators by 1/(m - 1), as
with missing values elsewhere in alpha; one that a single annotator has does not count. Units of
one annotator may not overlap: of overlapping spans the one that begins first stays, then the
longer one, then the one whose label is first in the alphabet. Figures of one label see its spans
alone, so spans nested in another label's are all there. Undefined where nobody marked anything.
"""

from __future__ import annotations

import numpy as np

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.review.agreement.base import NO_CHANCE, NO_SPANS, Figure, Metric, undefined
from annotator.review.agreement.chance import coincidences
from annotator.review.agreement.columns import (
    ABSENT,
    BoolArray,
    Columns,
    IntArray,
    sums_before,
)
from annotator.review.agreement.sample import Sample

GAP = 0
"""The value of what lies between units; a label's is its position + 1."""


def apart(spans: Columns) -> Columns:
    """Return one annotator's spans without those that overlap one before them."""
    kept = np.ones(spans.start.size, np.bool_)
    article, reach = -1, 0
    overlaps = (spans.article[1:] == spans.article[:-1]) & (spans.start[1:] < spans.end[:-1])
    if not overlaps.any():
        return spans
    rows = zip(spans.article.tolist(), spans.start.tolist(), spans.end.tolist(), strict=True)
    for at, (of, start, end) in enumerate(rows):
        if of == article and start < reach:
            kept[at] = False
        else:
            article, reach = of, end
    return spans.where(kept)


def _measure(sample: Sample) -> Figure:
    pairable = sample.present.sum(axis=0) > 1
    bases = sums_before(sample.lengths)
    units = [_on_continuum(sample, name, bases, pairable) for name in sample.annotators]
    if not any(starts.size for starts, _, _ in units):
        return undefined(NO_SPANS)
    cuts = np.unique(np.concatenate([bases, *(edges for unit in units for edges in unit[:2])]))
    lengths, article = np.diff(cuts), np.searchsorted(bases, cuts[:-1], "right") - 1
    values = np.stack([_values(unit, cuts[:-1]) for unit in units])
    values[~sample.present[:, article]] = ABSENT
    disagreeing, totals, total = coincidences(values, lengths)
    labelled = np.concatenate([ends - starts for starts, ends, _ in units])
    label = np.concatenate([labels for _, _, labels in units])
    # What a piece would be paired with if it were paired with itself.
    itself = totals.copy()
    itself[GAP + 1 :] = np.bincount(label, labelled.astype(np.float64) ** 2, totals.size)[GAP + 1 :]
    expected = (total**2 - float(totals @ totals)) / (total - float(itself.sum()) / total)
    compared = int(lengths[pairable[article]].sum())
    if not expected:
        return undefined(NO_CHANCE, compared)
    return Figure(1 - disagreeing / expected, compared)


def _on_continuum(
    sample: Sample, annotator: str, bases: IntArray, pairable: BoolArray
) -> tuple[IntArray, IntArray, IntArray]:
    """Return starts, ends and values of the units in articles that somebody else has as well."""
    spans = apart(sample.columns(annotator))
    spans = spans.where(pairable[spans.article])
    base = bases[spans.article]
    return base + spans.start, base + spans.end, spans.label + GAP + 1


def _values(units: tuple[IntArray, IntArray, IntArray], cuts: IntArray) -> IntArray:
    starts, ends, labels = units
    if not starts.size:
        return np.full(cuts.size, GAP, np.int64)
    unit = np.searchsorted(starts, cuts, "right") - 1
    inside = (unit >= 0) & (cuts < ends[unit])
    return np.where(inside, labels[unit], GAP)


UNITIZING = Metric(
    "alpha_unitizing",
    Message(QT_TRANSLATE_NOOP("messages", "Krippendorff's unitizing alpha")),
    Message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Counts the letters on which annotators differ against chance, so every edge counts to"
            " the letter, with all articles in a row; of nested spans the outer one counts, except"
            " in the figure of a single label, and how a stretch is divided under one label is"
            " left out.",
        )
    ),
    _measure,
)
