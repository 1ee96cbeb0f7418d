"""Krippendorff's alpha for nominal values, on tokens.

alpha = 1 - Do / De, the disagreement in pairs of values given to the same token over that in pairs
of any values given. K. Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability",
University of Pennsylvania; Krippendorff (2019), "Content Analysis", 4th edition, section 12.3.
Any number of annotators; articles that some have not annotated are missing values. What only one
has annotated does not count, and where nothing else is, alpha is undefined (not 1), as it is where
only one value occurs.
"""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.review.agreement.base import NO_TOKENS, ONE_VALUE, Figure, Metric, undefined
from annotator.review.agreement.chance import coincidences
from annotator.review.agreement.columns import IntArray
from annotator.review.agreement.sample import Sample


def alpha(values: IntArray) -> Figure:
    """Return nominal alpha of values given to units, of which some are missing."""
    units = int(((values >= 0).sum(axis=0) > 1).sum())
    if not units:
        return undefined(NO_TOKENS)
    disagreeing, totals, total = coincidences(values)
    expected = (total**2 - float(totals @ totals)) / (total - 1)
    return Figure(1 - disagreeing / expected, units) if expected else undefined(ONE_VALUE, units)


def _measure(sample: Sample) -> Figure:
    return alpha(sample.tokens.values)


ALPHA = Metric(
    "alpha_nominal",
    Message(QT_TRANSLATE_NOOP("messages", "Krippendorff's alpha, words")),
    Message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Counts, for any number of annotators, the words on which they differ against chance,"
            " those without any label as well, and takes articles that somebody has not annotated"
            " as missing; edges of spans inside a word are left out.",
        )
    ),
    _measure,
)
