"""The linear part of the model, which can be adapted: context vectors to tag scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.embedded.chain import iob_limits

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """Weights over the context vector and over hashed features, and the tag transitions.

    ``dense`` [D, K], ``bias`` [K], ``transitions`` [K, K] and ``starts`` [K] include the limits
    of IOB2; ``buckets`` [m], sorted, names the rows of ``sparse`` [m, K]. A model that has not
    been adapted has no sparse rows.
    """

    tags: tuple[str, ...]
    dense: FloatArray
    bias: FloatArray
    transitions: FloatArray
    starts: FloatArray
    buckets: IntArray
    sparse: FloatArray

    def emissions(self, context: FloatArray, features: IntArray | None) -> FloatArray:
        """Return tag scores, float32 [n, K].

        Args:
            context: float32 [n, D].
            features: buckets int64 [n, F]; not needed while :attr:`uses_features` is false.
        """
        scores: FloatArray = context @ self.dense + self.bias
        if features is not None and self.uses_features:
            scores += self.sparse_scores(features)
        return scores

    @property
    def uses_features(self) -> bool:
        """Whether hashed features carry any weight."""
        return len(self.buckets) > 0

    def sparse_scores(self, features: IntArray) -> FloatArray:
        """Return the part of the scores that hashed features add, float32 [n, K]."""
        places = np.searchsorted(self.buckets, features)
        places[places == len(self.buckets)] = 0
        known = self.buckets[places] == features
        padded = np.concatenate([self.sparse, np.zeros((1, self.sparse.shape[1]), np.float32)])
        total: FloatArray = padded[np.where(known, places, len(self.buckets))].sum(axis=1)
        return total

    def with_labels(self, labels: Sequence[str]) -> Head:
        """Return a head that also has B and I tags for ``labels`` it did not know.

        A new tag starts with a low score everywhere, and otherwise like any other.
        """
        known = {tag[2:] for tag in self.tags if tag != "O"}
        fresh = [f"{part}-{label}" for label in labels if label not in known for part in "BI"]
        if not fresh:
            return self
        old, count = len(self.tags), len(self.tags) + len(fresh)
        tags = (*self.tags, *fresh)
        limits, first_limits = iob_limits(tags)
        transitions, starts = limits.copy(), first_limits.copy()
        transitions[:old, :old] = self.transitions
        starts[:old] = self.starts
        wide = ((0, 0), (0, count - old))
        quiet = np.full(count - old, -2.0, np.float32)
        outside = self.tags.index("O")
        dense = np.pad(self.dense, wide)
        dense[:, old:] = self.dense[:, outside : outside + 1]
        return Head(
            tags=tags,
            dense=dense,
            bias=np.concatenate([self.bias, self.bias[outside] + quiet]),
            transitions=transitions,
            starts=starts,
            buckets=self.buckets,
            sparse=np.pad(self.sparse, wide),
        )
