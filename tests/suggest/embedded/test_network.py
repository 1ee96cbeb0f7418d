"""The network against a plain LSTM, word by word, and its independence of batching."""

import numpy as np

from annotator.suggest.embedded import network as module
from annotator.suggest.embedded.network import Network, batches


def plain(arrays, rows, way):
    weights, recurrent, bias = (
        arrays[n][way].astype(float) for n in ("input", "recurrent", "bias")
    )
    hidden = recurrent.shape[0]
    state, cell, out = np.zeros(hidden), np.zeros(hidden), []
    for row in rows:
        gates = row @ weights + state @ recurrent + bias
        into, forget, fresh, emit = np.split(gates, 4)
        squash = lambda value: 1 / (1 + np.exp(-value))  # noqa: E731
        cell = squash(forget) * cell + squash(into) * np.tanh(fresh)
        state = squash(emit) * np.tanh(cell)
        out.append(state)
    return np.array(out)


def test_equals_a_plain_lstm_in_both_directions(arrays):
    random = np.random.default_rng(1)
    rows = random.normal(size=(7, arrays["input"].shape[1])).astype(np.float32)
    lengths = [3, 1, 4]
    kinds = random.integers(0, 7, sum(lengths))
    found = Network(arrays).run(rows, kinds, lengths)
    start = 0
    for length in lengths:
        words = rows[kinds[start : start + length]]
        ahead, back = plain(arrays, words, 0), plain(arrays, words[::-1], 1)[::-1]
        expected = np.concatenate([ahead, back], axis=1)
        np.testing.assert_allclose(found[start : start + length], expected, atol=1e-4)
        start += length


def test_a_sentence_does_not_depend_on_its_neighbours(model, monkeypatch):
    sentences = [["قال", "بوش"], ["زار", "وليد", "باريس", "امس", "."], ["واشنطن"]]
    together = model.encode(sentences).context
    alone = np.concatenate([model.encode([one]).context for one in sentences])
    np.testing.assert_allclose(together, alone, atol=1e-5)
    monkeypatch.setattr(module, "BATCH_WORDS", 3)
    np.testing.assert_allclose(model.encode(sentences).context, alone, atol=1e-5)


def test_batches_hold_every_sentence_once_within_the_limit():
    lengths = np.array([5, 1, 9, 3, 3, 40, 2])
    made = batches(lengths, 12)
    assert sorted(np.concatenate(made)) == list(range(7))
    assert all(len(group) == 1 or len(group) * lengths[group].max() <= 12 for group in made)


def test_empty_text(model):
    assert model.encode([]).context.shape == (0, model.network.width)
    assert model.encode([[], ["قال"]]).context.shape[0] == 1
