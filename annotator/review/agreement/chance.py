"""The arithmetic under the metrics of tokens and of unitizing: values that people give to units.

``values`` is always annotators x units, of whole numbers from 0; a negative one is missing.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.review.agreement.columns import IntArray

FloatArray = NDArray[np.float64]


class Coincidences(NamedTuple):
    """What Krippendorff's coincidence matrix is needed for.

    ``disagreeing`` is the weight off its diagonal, ``totals`` the weight of each value, ``total``
    the weight of all pairable values.
    """

    disagreeing: float
    totals: FloatArray
    total: float


def coincidences(values: IntArray, weights: IntArray | None = None) -> Coincidences:
    """Count pairs of values given to the same unit, each unit by its weight (1).

    A unit that m annotators valued counts its ordered pairs by 1/(m - 1); units that fewer than
    two valued count nothing (Krippendorff 2019, section 12.3).
    """
    raters = (values >= 0).sum(axis=0)
    pairable = raters > 1
    values, raters = values[:, pairable], raters[pairable]
    weight = np.ones(raters.size) if weights is None else weights[pairable].astype(np.float64)
    disagreeing = (raters * (raters - 1) - agreeing_pairs(values)) / (raters - 1) * weight
    given = values >= 0
    totals: FloatArray = np.bincount(
        values[given], np.broadcast_to(weight, values.shape)[given]
    ).astype(np.float64)
    return Coincidences(float(disagreeing.sum()), totals, float(totals.sum()))


def agreeing_pairs(values: IntArray) -> IntArray:
    """Return for each unit in how many ordered pairs of annotators both gave the same value."""
    agreeing = np.zeros(values.shape[1], np.int64)
    for at, row in enumerate(values):
        for other in values[at + 1 :]:
            agreeing += 2 * ((row == other) & (row >= 0))
    return agreeing


def beyond_chance(observed: float, expected: float) -> float | None:
    """Return the share of agreement that is left beyond chance, None where chance explains all."""
    return (observed - expected) / (1 - expected) if expected < 1 else None
