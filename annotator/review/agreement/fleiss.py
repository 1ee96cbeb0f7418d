"""Fleiss' kappa of all annotators together, on tokens.

kappa = (P - Pe) / (1 - Pe): P is the mean over tokens of the share of pairs of annotators that
agree, Pe the sum of the squares of the values' shares in all that was given. J. L. Fleiss (1971),
"Measuring Nominal Scale Agreement Among Many Raters", Psychological Bulletin 76(5), 378-382.
Every token needs the same number of annotators, so only articles that all have annotated count.
The figure of one label is Fleiss' kappa of that value. Of two annotators it is Scott's pi.
"""

from __future__ import annotations

import numpy as np

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.review.agreement.base import NOTHING_COMMON, ONE_VALUE, Figure, Metric, undefined
from annotator.review.agreement.chance import agreeing_pairs, beyond_chance
from annotator.review.agreement.columns import IntArray
from annotator.review.agreement.sample import Sample


def kappa(values: IntArray) -> Figure:
    """Return Fleiss' kappa; units that not all annotators valued are left out."""
    values = values[:, (values >= 0).all(axis=0)]
    raters, units = values.shape
    if not units:
        return undefined(NOTHING_COMMON)
    shares = np.bincount(values.ravel()) / values.size
    observed = float(agreeing_pairs(values).mean()) / (raters * (raters - 1))
    value = beyond_chance(observed, float(shares @ shares))
    return Figure(value, units) if value is not None else undefined(ONE_VALUE, units)


def _measure(sample: Sample) -> Figure:
    return kappa(sample.tokens.values)


FLEISS = Metric(
    "fleiss_kappa",
    Message(QT_TRANSLATE_NOOP("messages", "Fleiss' kappa")),
    Message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Counts, for all annotators together, the words on which they agree beyond chance,"
            " those without any label as well; articles that one of them has not annotated, and"
            " edges of spans inside a word, are left out.",
        )
    ),
    _measure,
)
