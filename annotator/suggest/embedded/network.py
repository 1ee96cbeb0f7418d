"""The recurrent network in numpy: word rows in, one context vector a word out.

Two LSTMs of one layer, one reading each way, over sentences batched by length. Sigmoids are taken
as tanh of half the value, so that one call does all four gates. The gates are four small matrix
products, not one wide one: with the few sentences of an article, that is up to twice as fast.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]

GATES = 4

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
        halves = np.full(GATES * hidden, 0.5, np.float32)
        halves[2 * hidden : 3 * hidden] = 1.0
        self._input = np.concatenate(list(arrays["input"].astype(np.float32) * halves), axis=1)
        self._bias = (arrays["bias"].astype(np.float32) * halves).ravel()
        by_gate = (recurrent * halves).reshape(2, hidden, GATES, hidden).transpose(0, 2, 1, 3)
        self._recurrent = np.ascontiguousarray(by_gate)
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
        projected = rows @ self._input
        projected += self._bias
        projected = projected.reshape(-1, self.hidden)  # row: form, direction, gate
        sizes = np.asarray(lengths, np.int64)
        starts = np.cumsum(sizes) - sizes
        out = np.zeros((len(kinds), 2, self.hidden), np.float32)
        for batch in batches(sizes):
            group = batch[::-1]  # the longest first: those that go on are always the first ones
            size, start = sizes[group], starts[group]
            steps = np.arange(int(size.max(initial=0)))[:, None]
            ahead, back = start + steps, start + size - 1 - steps
            going = (steps < size).sum(axis=1).tolist()
            for way, places in enumerate((ahead, back)):
                read = [row[:still] for row, still in zip(places, going, strict=True)]
                self._scan(projected, kinds, read, way, out[:, way])
        return out.reshape(len(kinds), self.width)

    def _scan(
        self,
        projected: FloatArray,
        kinds: IntArray,
        read: Sequence[IntArray],
        way: int,
        out: FloatArray,
    ) -> None:
        """Run one direction and write the states to ``out`` [n, H].

        ``read`` has at each step the words that are read, int64 [b]: a word of each sentence in
        their order, ever fewer as sentences end.
        """
        weights = self._recurrent[way]
        gate_rows = np.arange(GATES)[:, None] + GATES * way
        cell = state = np.zeros((len(read[0]), self.hidden), np.float32)
        for step, here in enumerate(read):
            gates = projected.take(kinds[here] * (2 * GATES) + gate_rows, axis=0)
            if step:
                gates += state[: len(here)] @ weights
            np.tanh(gates, out=gates)
            opened, kept, fresh, emitted = gates  # sigmoid(x) = (1 + tanh(x / 2)) / 2
            opened += 1.0
            opened *= fresh
            kept += 1.0
            kept *= cell[: len(here)]
            kept += opened
            kept *= 0.5
            cell = kept
            emitted += 1.0
            emitted *= 0.5
            state = np.tanh(kept)
            state *= emitted
            out[here] = state
