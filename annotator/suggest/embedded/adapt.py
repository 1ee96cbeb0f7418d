"""Learning from corrected articles: the linear part alone, warm, in numpy, in seconds.

The network stays as it is. What moves are the weights over its context vectors, the hashed
features and the transitions: a conditional random field trained on by Adagrad, averaged over the
later passes. Labels that the model has never seen get tags of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.embedded.chain import FORBIDDEN, Lattice, lattice, marginals
from annotator.suggest.embedded.head import Head
from annotator.suggest.embedded.network import batches

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]


class Stopped(Exception):  # noqa: N818 - not an error: the caller asked for it
    """Raised when the cancel callback answered true; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How the weights move: passes over the sentences, rates, pull back to where they were."""

    passes: int = 16
    dense_rate: float = 0.03
    sparse_rate: float = 0.1
    transition_rate: float = 0.05
    pull: float = 1e-5
    dropout: float = 0.5
    batch_words: int = 400
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Encoded sentences: contexts [n, D], feature buckets [n, F], words a sentence, tags a word."""

    context: FloatArray
    features: IntArray
    lengths: tuple[int, ...]
    tags: tuple[str, ...]


class _Adagrad:
    """One weight array, its squared gradients, and the sum of its later values."""

    def __init__(self, start: FloatArray, rate: float, pull: float) -> None:
        self.start, self.value = start, start.copy()
        self._rate, self._pull = np.float32(rate), np.float32(pull)
        self._squares = np.full_like(start, 1e-6)
        self._total, self._count = np.zeros_like(start), 0

    def step(self, gradient: FloatArray, rows: IntArray | None = None) -> None:
        """Move by a gradient, of the whole array or of some rows (each named once)."""
        at = slice(None) if rows is None else rows
        gradient = gradient + self._pull * (self.value[at] - self.start[at])
        self._squares[at] += gradient * gradient
        self.value[at] -= self._rate * gradient / np.sqrt(self._squares[at])

    def remember(self) -> None:
        """Add the present value to the average."""
        self._total += self.value
        self._count += 1

    def average(self) -> FloatArray:
        """Return the mean of the remembered values."""
        mean: FloatArray = self._total / np.float32(max(1, self._count))
        return mean if self._count else self.value


class _Run:
    """The weights in movement, over one set of examples."""

    def __init__(self, head: Head, examples: Examples, pace: Pace) -> None:
        self._examples, self._pace, self._head = examples, pace, head
        self._local, places = np.unique(examples.features, return_inverse=True)
        self._places = places.reshape(examples.features.shape)
        sparse = np.zeros((len(self._local), len(head.tags)), np.float32)
        shared, mine, theirs = np.intersect1d(
            self._local, head.buckets, assume_unique=True, return_indices=True
        )
        if len(shared):
            sparse[mine] = head.sparse[theirs]
        self.dense = _Adagrad(head.dense, pace.dense_rate, pace.pull)
        self.bias = _Adagrad(head.bias, pace.dense_rate, pace.pull)
        self.sparse = _Adagrad(sparse, pace.sparse_rate, pace.pull)
        self.transitions = _Adagrad(head.transitions, pace.transition_rate, 0.0)
        self.starts = _Adagrad(head.starts, pace.transition_rate, 0.0)
        index = {tag: place for place, tag in enumerate(head.tags)}
        self._gold = np.fromiter((index[tag] for tag in examples.tags), np.int64)
        self._random = np.random.default_rng(pace.seed)
        self._sizes = np.asarray(examples.lengths, np.int64)
        self._firsts = np.concatenate([[0], np.cumsum(self._sizes)[:-1]])

    def groups(self) -> list[IntArray]:
        """Return this pass's batches in random order."""
        noise = self._random.integers(0, 4, len(self._sizes))
        made = batches(self._sizes + noise, self._pace.batch_words)
        return [made[place] for place in self._random.permutation(len(made))]

    def learn(self, group: IntArray) -> None:
        """Take one step on the sentences of ``group``."""
        size, first = self._sizes[group], self._firsts[group]
        steps = np.arange(int(size.max()))
        inside = steps[:, None] < size[None, :]
        words = np.where(inside, first[None, :] + steps[:, None], first[None, :])
        chosen = words[inside]
        context, places = self._examples.context[chosen], self._places[chosen]
        kept = self._kept(places.shape)
        context = context * self._kept(context.shape)
        scores = context @ self.dense.value + self.bias.value
        scores += np.einsum("nfk,nf->nk", self.sparse.value[places], kept)
        emissions = np.zeros((*inside.shape, scores.shape[1]), np.float32)
        emissions[inside] = scores
        grid = lattice(emissions, inside, self.transitions.value, self.starts.value)
        share = np.float32(1 / len(chosen))
        slope = marginals(grid)
        start_slope = slope[0].sum(axis=0)
        np.subtract.at(start_slope, self._gold[words[0]], 1)
        pair_slope = self._pair_slope(grid, emissions, inside, words)
        slope[(*np.nonzero(inside), self._gold[chosen])] -= 1
        flat = slope[inside] * share
        self.dense.step(context.T @ flat)
        self.bias.step(flat.sum(axis=0))
        rows, local = np.unique(places, return_inverse=True)
        gradient = np.zeros((len(rows), flat.shape[1]), np.float32)
        weighted = flat[:, None, :] * kept[:, :, None]
        np.add.at(gradient, local.reshape(-1), weighted.reshape(-1, flat.shape[1]))
        self.sparse.step(gradient, rows)
        self.transitions.step(pair_slope * share)
        self.starts.step(start_slope * share)

    def _kept(self, shape: tuple[int, ...]) -> FloatArray:
        """Return a dropout mask, scaled so that sums keep their mean."""
        rate = np.float32(self._pace.dropout)
        drawn = self._random.random(shape, np.float32)
        mask: FloatArray = (drawn >= rate).astype(np.float32) / (1 - rate)
        return mask

    def _pair_slope(
        self, grid: Lattice, emissions: FloatArray, inside: NDArray[np.bool_], words: IntArray
    ) -> FloatArray:
        values = self.transitions.value
        slope = np.zeros_like(values)
        if len(emissions) > 1:
            going = inside[1:]
            reached = (grid.forward - grid.total[:, None])[:-1][going].astype(np.float32)
            ahead = (emissions + grid.backward)[1:][going].astype(np.float32)
            joint = np.exp(np.minimum(reached[:, :, None] + values + ahead[:, None, :], 0.0))
            slope = joint.sum(axis=0)
            before, after = self._gold[words[:-1][going]], self._gold[words[1:][going]]
            np.subtract.at(slope, (before, after), 1)
        slope[values <= FORBIDDEN / 2] = 0
        return slope

    def remember(self) -> None:
        """Let the present weights count in the average."""
        for part in (self.dense, self.bias, self.sparse, self.transitions, self.starts):
            part.remember()

    def result(self) -> Head:
        """Return the averaged weights, with the older sparse rows that these examples lack."""
        older = ~np.isin(self._head.buckets, self._local)
        buckets = np.concatenate([self._local, self._head.buckets[older]])
        sparse = np.concatenate([self.sparse.average(), self._head.sparse[older]])
        order = np.argsort(buckets)
        return replace(
            self._head,
            dense=self.dense.average(),
            bias=self.bias.average(),
            transitions=self.transitions.average(),
            starts=self.starts.average(),
            buckets=buckets[order],
            sparse=sparse[order],
        )


def adapted(
    head: Head,
    examples: Examples,
    cancelled: Callable[[], bool] = lambda: False,
    pace: Pace | None = None,
) -> Head:
    """Return a head that has learned from ``examples``; ``head`` stays as it was.

    Raises:
        Stopped: ``cancelled()`` answered true between two batches.
    """
    pace = pace or Pace()
    labels = sorted({tag[2:] for tag in examples.tags if tag != "O"})
    if not examples.tags:
        return head
    run = _Run(head.with_labels(labels), examples, pace)
    for number in range(pace.passes):
        for group in run.groups():
            if cancelled():
                raise Stopped
            run.learn(group)
            if number >= pace.passes // 2:
                run.remember()
    return run.result()
