"""The linear chain over tags: best sequence, marginals, span probabilities, and gradients.

Everything works on a padded batch, with time first: emissions float32 [T, B, K]. Tags are IOB2;
a transition that IOB2 forbids has a score of ``FORBIDDEN``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
DoubleArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

FORBIDDEN = np.float32(-1e4)
_LEAST = 1e-300


def iob_limits(tags: Sequence[str]) -> tuple[FloatArray, FloatArray]:
    """Return (transitions [K, K], starts [K]): 0 where IOB2 allows it, else ``FORBIDDEN``."""
    count = len(tags)
    transitions, starts = np.zeros((count, count), np.float32), np.zeros(count, np.float32)
    for after, tag in enumerate(tags):
        if tag.startswith("I-"):
            starts[after] = FORBIDDEN
            for before, other in enumerate(tags):
                if other[2:] != tag[2:] or other == "O":
                    transitions[before, after] = FORBIDDEN
    return transitions, starts


class Lattice(NamedTuple):
    """Forward and backward scores of a batch, log scale, as :func:`lattice` makes them.

    In float64: a long sentence's sums are hundreds, and what is asked is their difference.
    """

    forward: DoubleArray
    """[T, B, K], with the emission at the step."""
    backward: DoubleArray
    """[T, B, K], without the emission at the step."""
    total: DoubleArray
    """[B], log of the sum over all sequences."""


def lattice(
    emissions: FloatArray, inside: BoolArray, transitions: FloatArray, starts: FloatArray
) -> Lattice:
    """Return forward and backward scores; ``inside`` bool [T, B] is false on padding.

    Works on probabilities, scaled at each step, which is several times faster than on logs. Both
    directions go in one loop, the second over each sentence turned round, so that at any step
    the same sentences go on. On padding the scores mean nothing.
    """
    steps, count, _ = emissions.shape
    sizes = inside.sum(axis=0)
    order = np.argsort(-sizes, kind="stable")
    turned = np.where(inside, sizes - 1 - np.arange(steps)[:, None], 0)
    top = np.where(inside, emissions.max(axis=2), 0).astype(np.float64)
    chances = np.exp(emissions - top[:, :, None])
    both = np.stack([chances[:, order], chances[turned[:, order], order]], axis=1)
    onward = np.exp(transitions.astype(np.float64))
    moves = np.stack([onward, onward.T])
    reached, sums = np.ones_like(both), np.ones((steps, 2, count, 1))
    reached[0, 0] = np.exp(starts.astype(np.float64))
    state = both[0]
    for step, still in enumerate(inside.sum(axis=1).tolist()):
        now, total = reached[step, :, :still], sums[step, :, :still]
        if step:
            np.matmul(state[:, :still], moves, out=now)
        state = now * both[step, :, :still]
        state.sum(axis=2, keepdims=True, out=total)
        state /= total
    columns = np.argsort(order)
    scores = np.log(reached + _LEAST)[:, :, columns]
    grown = np.log(sums[:, :, columns, 0]) + np.stack([top, top[turned, np.arange(count)]], axis=1)
    grown[:, 1][~inside] = 0
    grown = np.cumsum(grown, axis=0)
    scores[1:] += grown[:-1, :, :, None]
    return Lattice(
        scores[:, 0] + emissions,
        scores[turned, 1, np.arange(count)],
        grown[-1, 0],
    )


def best_tags(
    emissions: FloatArray, inside: BoolArray, transitions: FloatArray, starts: FloatArray
) -> IntArray:
    """Return the best tag of each step under the best sequence, int64 [T, B]; 0 on padding."""
    steps, count, _ = emissions.shape
    sizes = inside.sum(axis=0)
    order = np.argsort(-sizes, kind="stable")
    going = inside.sum(axis=1).tolist()
    score = emissions[0, order] + starts
    origin = np.zeros(emissions.shape, np.int64)
    ended: list[IntArray] = []
    for step in range(1, steps):
        still = going[step]
        ended.append(score[still:].argmax(axis=1))
        paths = score[:still, :, None] + transitions
        origin[step, :still] = paths.argmax(axis=1)
        score = paths.max(axis=1) + emissions[step, order[:still]]
    ended.append(score.argmax(axis=1))
    chosen = np.zeros((steps, count), np.int64)
    last = np.zeros(0, np.int64)
    for step in range(steps - 1, -1, -1):
        if step + 1 < steps:
            last = origin[step + 1, np.arange(len(last)), last]
        last = np.concatenate([last, ended[step]])
        chosen[step, order[: len(last)]] = last
    return chosen


def marginals(grid: Lattice) -> FloatArray:
    """Return the probability of each tag at each step, float32 [T, B, K]."""
    return np.exp(grid.forward + grid.backward - grid.total[:, None]).astype(np.float32)


def span_score(
    grid: Lattice,
    emissions: FloatArray,
    transitions: FloatArray,
    place: tuple[int, int, int, int],
    tags: tuple[int, int],
) -> float:
    """Return the log probability that exactly this span is tagged.

    Args:
        grid: of the batch.
        emissions: float32 [T, B, K], those of the lattice.
        transitions: float32 [K, K], those of the lattice.
        place: (column of the batch, first step, one past the last step, sentence length).
        tags: (the label's B tag, its I tag).
    """
    column, first, last, length = place
    begin, within = tags
    score = float(grid.forward[first, column, begin])
    before = begin
    for step in range(first + 1, last):
        score += float(transitions[before, within] + emissions[step, column, within])
        before = within
    if last < length:
        ahead = transitions[before] + emissions[last, column] + grid.backward[last, column]
        ahead[within] = FORBIDDEN
        top = float(ahead.max())
        score += top + float(np.log(np.exp(ahead - top).sum()))
    return min(0.0, score - float(grid.total[column]))
