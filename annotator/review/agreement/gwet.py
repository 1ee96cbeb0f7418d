"""Gwet's AC1 of all annotators together, on tokens.

AC1 = (Pa - Pe) / (1 - Pe) with Pe = sum of p (1 - p) / (Q - 1) over the Q values that occur, p the
mean share of a value. K. L. Gwet (2008), "Computing inter-rater reliability and its variance in
the presence of high agreement", British Journal of Mathematical and Statistical Psychology 61(1),
29-48; with missing values as in Gwet (2014), "Handbook of Inter-Rater Reliability", 4th edition.
Undefined when only one value occurs.
"""

from __future__ import annotations

import numpy as np

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.review.agreement.base import NOTHING_SHARED, ONE_VALUE, Figure, Metric, undefined
from annotator.review.agreement.chance import agreeing_pairs, beyond_chance
from annotator.review.agreement.columns import IntArray
from annotator.review.agreement.sample import Sample


def ac1(values: IntArray) -> Figure:
    """Return AC1. A unit that one annotator valued tells of the values' shares alone."""
    raters = (values >= 0).sum(axis=0)
    values, raters = values[:, raters > 0], raters[raters > 0]
    several = raters > 1
    units = int(several.sum())
    if not units:
        return undefined(NOTHING_SHARED)
    given = values >= 0
    each = np.broadcast_to(1 / raters, values.shape)[given]
    shares = np.bincount(values[given], each) / raters.size
    used = np.count_nonzero(shares)
    if used < 2:
        return undefined(ONE_VALUE, units)
    pairs = raters[several] * (raters[several] - 1)
    observed = float((agreeing_pairs(values[:, several]) / pairs).mean())
    expected = float((shares * (1 - shares)).sum()) / (int(used) - 1)
    return Figure(beyond_chance(observed, expected), units)


def _measure(sample: Sample) -> Figure:
    return ac1(sample.tokens.values)


GWET = Metric(
    "gwet_ac1",
    Message(QT_TRANSLATE_NOOP("messages", "Gwet's AC1")),
    Message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Counts the words on which annotators agree, beyond a chance that is small where one"
            " value is very common, as words without a label are: it stays high where kappa falls"
            " although nearly all agree; edges of spans inside a word are left out.",
        )
    ),
    _measure,
)
