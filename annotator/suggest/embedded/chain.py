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
    """Forward and backward scores of a batch, log scale, as :func:`lattice` makes them."""

    forward: FloatArray
    """[T, B, K], with the emission at the step."""
    backward: FloatArray
    """[T, B, K], without the emission at the step."""
    total: FloatArray
    """[B], log of the sum over all sequences."""


def lattice(
    emissions: FloatArray, inside: BoolArray, transitions: FloatArray, starts: FloatArray
) -> Lattice:
    """Return forward and backward scores; ``inside`` bool [T, B] is false on padding.

    Works on probabilities, scaled at each step, which is several times faster than on logs.
    """
    steps, count, _ = emissions.shape
    top = emissions.max(axis=2, keepdims=True)
    chances = np.exp((emissions - top).astype(np.float64))
    moves = np.exp(transitions.astype(np.float64))
    tops = np.cumsum(np.where(inside, top[:, :, 0], 0).astype(np.float64), axis=0)
    forward, backward = np.empty_like(chances), np.ones_like(chances)
    scales = np.zeros((steps, count))
    state = chances[0] * np.exp(starts.astype(np.float64))
    for step in range(steps):
        if step:
            moved = (state @ moves) * chances[step]
            state = np.where(inside[step][:, None], moved, state)
        size = state.sum(axis=1)
        state = state / size[:, None]
        scales[step] = np.log(size)
        forward[step] = state
    state = backward[-1]
    behind = np.zeros((steps, count))
    for step in range(steps - 2, -1, -1):
        moved = (chances[step + 1] * state) @ moves.T
        state = np.where(inside[step + 1][:, None], moved, 1.0)
        size = state.max(axis=1)
        state = state / size[:, None]
        behind[step] = np.log(size)
        backward[step] = state
    ahead = np.cumsum(scales, axis=0) + tops
    after = np.cumsum(behind[::-1], axis=0)[::-1] + tops[-1] - tops
    return Lattice(
        (np.log(forward + _LEAST) + ahead[:, :, None]).astype(np.float32),
        (np.log(backward + _LEAST) + after[:, :, None]).astype(np.float32),
        ahead[-1].astype(np.float32),
    )


def best_tags(
    emissions: FloatArray, inside: BoolArray, transitions: FloatArray, starts: FloatArray
) -> IntArray:
    """Return the best tag of each step under the best sequence, int64 [T, B]."""
    steps, count, _ = emissions.shape
    score = emissions[0] + starts
    origin = np.zeros(emissions.shape, np.int8)
    for step in range(1, steps):
        paths = score[:, :, None] + transitions[None]
        origin[step] = paths.argmax(axis=1)
        score = np.where(inside[step][:, None], paths.max(axis=1) + emissions[step], score)
    chosen = np.zeros((steps, count), np.int64)
    last = score.argmax(axis=1)
    column = np.arange(count)
    for step in range(steps - 1, -1, -1):
        chosen[step] = last
        if step:
            last = np.where(inside[step], origin[step, column, last], last)
    return chosen


def marginals(grid: Lattice) -> FloatArray:
    """Return the probability of each tag at each step, float32 [T, B, K]."""
    scores: FloatArray = np.exp(grid.forward + grid.backward - grid.total[None, :, None])
    return scores


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
        ahead = np.delete(ahead, within)
        top = float(ahead.max())
        score += top + float(np.log(np.exp(ahead - top).sum()))
    return min(0.0, score - float(grid.total[column]))
