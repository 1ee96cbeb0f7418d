"""Cohen's kappa of two annotators, on tokens.

kappa = (Po - Pe) / (1 - Pe): Po is the share of tokens on which both say the same, Pe the share
that two people with their habits would reach by chance, the sum over values of the products of
their two shares. J. Cohen (1960), "A Coefficient of Agreement for Nominal Scales", Educational and
Psychological Measurement 20(1), 37-46. Undefined when both give one and the same value throughout.

Of labelled words alone it is undefined with a single label too, as its figures of one label are:
both can then only agree that it is there, and kappa is never above 0.
"""

from __future__ import annotations

import numpy as np

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.review.agreement.base import (
    NO_TOKENS,
    ONE_LABEL,
    ONE_VALUE,
    Figure,
    Metric,
    undefined,
)
from annotator.review.agreement.chance import beyond_chance
from annotator.review.agreement.columns import IntArray
from annotator.review.agreement.sample import Sample


def kappa(values: IntArray) -> Figure:
    """Return Cohen's kappa of two rows of values; units that one of them has not are left out."""
    a, b = values[:, (values >= 0).all(axis=0)]
    if not a.size:
        return undefined(NO_TOKENS)
    size = int(values.max()) + 1
    shares_a, shares_b = (np.bincount(row, minlength=size) / row.size for row in (a, b))
    value = beyond_chance(float((a == b).mean()), float(shares_a @ shares_b))
    return Figure(value, a.size) if value is not None else undefined(ONE_VALUE, a.size)


def _all_tokens(sample: Sample) -> Figure:
    return kappa(sample.tokens.values)


def _labelled_tokens(sample: Sample) -> Figure:
    values = sample.tokens.values
    values = values[:, (values > 0).any(axis=0) & (values >= 0).all(axis=0)]
    if values.size and np.unique(values[values > 0]).size < 2:
        return undefined(ONE_LABEL, values.shape[1])
    return kappa(values)


COHEN = Metric(
    "kappa",
    Message(QT_TRANSLATE_NOOP("messages", "Cohen's kappa")),
    Message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Counts, for two annotators, the words on which they agree beyond chance, those without"
            " any label as well (they are most words, and lift the figure); edges of spans inside a"
            " word, and where one span ends and the next begins, are left out.",
        )
    ),
    _all_tokens,
    pairwise=True,
)

COHEN_LABELLED = Metric(
    "kappa_labelled",
    Message(QT_TRANSLATE_NOOP("messages", "Cohen's kappa, labelled words")),
    Message(
        QT_TRANSLATE_NOOP(
            "messages",
            "Counts the words on which two annotators agree beyond chance among those to which at"
            " least one of them gave a label; words that both left alone are left out, so it is"
            " rather too low.",
        )
    ),
    _labelled_tokens,
    pairwise=True,
)
