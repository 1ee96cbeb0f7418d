"""The recurrent network in numpy: word rows in, one context vector a word out.

Two LSTMs of one layer, one reading each way, over sentences batched by length. Sigmoids are taken
as tanh of half the value, so that one call does all four gates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]

BATCH_WORDS = 4000
"""Words of a batch, padding included: enough to fill the matrix product, little memory."""


def batches(lengths: IntArray, words: int = BATCH_WORDS) -> list[IntArray]:
    """Return sentence numbers grouped by similar length, each group within ``words`` padded."""
    order = np.argsort(lengths, kind="stable")
    groups: list[IntArray] = []
    start = 0
    for stop in range(1, len(order) + 1):
        longest_next = lengths[order[stop]] if stop < len(order) else 0
        if stop == len(order) or longest_next * (stop + 1 - start) > words:
            groups.append(order[start:stop])
            start = stop
    return groups


class Network:
    """Weights of the two LSTMs.

    Args:
        arrays: ``input`` [2, W, 4H], ``recurrent`` [2, H, 4H], ``bias`` [2, 4H]; direction 0
            reads forward; gates in the order input, forget, cell, output (as torch has them).
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        recurrent = arrays["recurrent"].astype(np.float32)
        hidden = int(recurrent.shape[1])
        halves = np.full(4 * hidden, 0.5, np.float32)
        halves[2 * hidden : 3 * hidden] = 1.0
        self._input = np.ascontiguousarray(arrays["input"].astype(np.float32) * halves)
        self._recurrent = np.ascontiguousarray(recurrent * halves)
        self._bias = arrays["bias"].astype(np.float32) * halves
        self.hidden = hidden

    @property
    def width(self) -> int:
        """Numbers in a context vector: both directions."""
        return 2 * self.hidden

    def run(self, rows: FloatArray, kinds: IntArray, lengths: Sequence[int]) -> FloatArray:
        """Return context vectors, float32 [n, width], for the words of all sentences in order.

        Args:
            rows: float32 [m, W], one row for each distinct form.
            kinds: int64 [n], the row of each word.
            lengths: words in each sentence; they sum to n.
        """
        projected = [rows @ self._input[way] + self._bias[way] for way in (0, 1)]
        sizes = np.asarray(lengths, np.int64)
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]) if len(sizes) else sizes
        out = np.zeros((len(kinds), self.width), np.float32)
        for batch in batches(sizes):
            group = batch[::-1]  # the longest first: those that go on are always the first ones
            size, start = sizes[group], starts[group]
            steps = np.arange(int(size.max(initial=0)))
            inside = steps[:, None] < size[None, :]
            ahead = np.where(inside, start[None, :] + steps[:, None], start[None, :])
            back = np.where(inside, (start + size - 1)[None, :] - steps[:, None], start[None, :])
            going = inside.sum(axis=1).tolist()
            for way, places in enumerate((ahead, back)):
                states = self._scan(projected[way], kinds[places], going, way)
                columns = slice(way * self.hidden, (way + 1) * self.hidden)
                out[places[inside], columns] = states[inside]
        return out

    def _scan(
        self, projected: FloatArray, kinds: IntArray, going: Sequence[int], way: int
    ) -> FloatArray:
        """Run one direction; ``kinds`` int64 [T, B] in reading order; states float32 [T, B, H].

        At a step only the first ``going`` sentences are still there; the other states stay 0.
        """
        steps, count = kinds.shape
        hidden, weights = self.hidden, self._recurrent[way]
        states = np.zeros((steps, count, hidden), np.float32)
        cell = np.zeros((count, hidden), np.float32)
        for step, still in enumerate(going):
            gates = projected[kinds[step, :still]]
            if step:
                gates += states[step - 1, :still] @ weights
            np.tanh(gates, out=gates)
            opened = gates[:, :hidden]  # sigmoid(x) = (1 + tanh(x / 2)) / 2
            opened += 1.0
            opened *= gates[:, 2 * hidden : 3 * hidden]
            kept = gates[:, hidden : 2 * hidden]
            kept += 1.0
            kept *= cell[:still]
            kept += opened
            kept *= 0.5
            cell = kept
            emitted = gates[:, 3 * hidden :]
            emitted += 1.0
            emitted *= 0.5
            np.multiply(emitted, np.tanh(kept), out=states[step, :still])
        return states
