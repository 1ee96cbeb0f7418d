"""Training only: the recurrent network, its pre-training on plain news, and its losses. Torch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from annotator.suggest.embedded.chain import iob_limits
from annotator.suggest.embedded.words import FORM_FEATURES, LETTERS, WordTable

HIDDEN = 192
LETTER_WIDTH, LETTER_FILTERS = 24, 50
ALPHABET = 112
TARGETS = 40_000
"""Words that pre-training predicts: the most frequent ones of the table."""
NEGATIVES = 3000


class Kinds(NamedTuple):
    """Distinct folded forms: vectors [m, D], vectors by spelling, letters [m, L + 2], numbers."""

    vectors: Tensor
    spelled: Tensor
    letters: Tensor
    numbers: Tensor

    @staticmethod
    def of(forms: Sequence[str], table: WordTable) -> Kinds:
        """Look the forms up."""
        return Kinds(
            torch.from_numpy(np.stack([table.vector(form) for form in forms])),
            torch.from_numpy(np.stack([table.spelled_vector(form) for form in forms])),
            torch.from_numpy(table.letter_codes(forms)),
            torch.tensor([table.form_features(form) for form in forms]),
        )


class Tagger(nn.Module):
    """Word rows, two LSTMs, and for each task ``A`` and ``B`` a linear layer and a chain."""

    def __init__(self, kinds: Kinds, tags: Sequence[str], hidden: int | None = None) -> None:
        super().__init__()
        hidden = hidden or HIDDEN
        self.kinds, self.hidden, self.drop = kinds, hidden, 0.3
        self.letter = nn.Embedding(ALPHABET, LETTER_WIDTH, padding_idx=0)
        self.convolve = nn.Conv1d(LETTER_WIDTH, LETTER_FILTERS, 3)
        width = kinds.vectors.shape[1] + LETTER_FILTERS + FORM_FEATURES
        self.ways = nn.ModuleList(nn.LSTM(width, hidden, batch_first=True) for _ in range(2))
        count = len(tags)
        self.heads = nn.ModuleDict({task: nn.Linear(2 * hidden, count) for task in "AB"})
        self.moves = nn.ParameterDict(
            {task: nn.Parameter(torch.zeros(count + 1, count)) for task in "AB"}
        )
        limits, starts = iob_limits(tags)
        self.register_buffer("limits", torch.from_numpy(np.vstack([limits, starts])))

    def rows(self, words: Tensor) -> Tensor:
        """Return the rows of words (numbers of kinds), [B, L, W]."""
        distinct, back = torch.unique(words, return_inverse=True)
        vectors, numbers = self.kinds.vectors[distinct], self.kinds.numbers[distinct]
        if self.training:  # now and then a rare word is one that was never seen
            unseen = (torch.rand(len(distinct)) < 0.15) & (numbers[:, 0] < 0.65)
            vectors = torch.where(unseen[:, None], self.kinds.spelled[distinct], vectors)
        codes = self.kinds.letters[distinct]
        found = self.convolve(self.letter(codes).transpose(1, 2))
        found = found.masked_fill((codes[:, 1 : LETTERS + 1] == 0)[:, None, :], -1e4)
        return torch.cat([vectors, torch.relu(found.max(2)[0]), numbers], 1)[back]

    def read(self, words: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """Return forward and backward states, each [B, L, H]."""
        rows = self.rows(words)
        if self.training:
            rows = rows * (torch.rand(*words.shape, 1) > 0.05)
            rows = rows * self._locked(rows, self.drop / 2)
        turn = torch.arange(words.shape[1])[None].expand(len(lengths), -1)
        turn = torch.where(turn < lengths[:, None], lengths[:, None] - 1 - turn, turn)[:, :, None]
        ahead, _ = self.ways[0](rows)
        back, _ = self.ways[1](rows.gather(1, turn.expand(-1, -1, rows.shape[2])))
        return ahead, back.gather(1, turn.expand(-1, -1, self.hidden))

    def scores(self, words: Tensor, lengths: Tensor, task: str = "A") -> Tensor:
        """Return tag scores, [B, L, K]."""
        states = torch.cat(self.read(words, lengths), 2)
        if self.training:
            states = states * self._locked(states, self.drop)
        found: Tensor = self.heads[task](states)
        return found

    def chain_loss(self, batch: Batch, task: str = "A") -> Tensor:
        """Return the negative log likelihood a word of the gold tags."""
        scores, gold = self.scores(batch.words, batch.lengths, task), batch.tags
        inside = torch.arange(gold.shape[1])[None] < batch.lengths[:, None]
        moves = self.moves[task] + self.limits
        sums = scores[:, 0] + moves[-1]
        for step in range(1, gold.shape[1]):
            moved = torch.logsumexp(sums[:, :, None] + moves[None, :-1], 1) + scores[:, step]
            sums = torch.where(inside[:, step, None], moved, sums)
        right = (scores.gather(2, gold[:, :, None])[:, :, 0] * inside).sum(1)
        right = right + (moves[gold[:, :-1], gold[:, 1:]] * inside[:, 1:]).sum(1)
        right = right + moves[-1][gold[:, 0]]
        loss: Tensor = (torch.logsumexp(sums, 1) - right).sum() / batch.lengths.sum()
        return loss

    def soft_loss(self, words: Tensor, lengths: Tensor, wanted: Tensor) -> Tensor:
        """Return the cross-entropy of tag probabilities [B, L, K] (sentences of one length)."""
        return -(wanted * torch.log_softmax(self.scores(words, lengths), -1)).sum(-1).mean()

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Return the weights that do not adapt, as the program loads them."""
        kernel = torch.einsum("ac,fck->kaf", self.letter.weight, self.convolve.weight)
        ways: list[nn.LSTM] = [way for way in self.ways if isinstance(way, nn.LSTM)]

        def both(name: str) -> NDArray[Any]:
            return np.stack([getattr(way, name).detach().numpy().T for way in ways])

        return {
            "letter_kernel": kernel.detach().numpy().astype(np.float16),
            # None only where a layer is made without one.
            "letter_bias": self.convolve.bias.detach().numpy(),  # type: ignore[union-attr]
            "input": both("weight_ih_l0").astype(np.float16),
            "recurrent": both("weight_hh_l0").astype(np.float16),
            "bias": both("bias_ih_l0") + both("bias_hh_l0"),
        }

    @staticmethod
    def _locked(values: Tensor, rate: float) -> Tensor:
        shape = (values.shape[0], 1, values.shape[2])
        return (torch.rand(shape) > rate) / (1 - rate)


class Batch(NamedTuple):
    """Padded sentences: words [B, L], tags [B, L], lengths [B]."""

    words: Tensor
    tags: Tensor
    lengths: Tensor


class Cloze(nn.Module):
    """Pre-training: which frequent word stands between what is read before and after it."""

    def __init__(self, tagger: Tagger, frequencies: NDArray[Any]) -> None:
        super().__init__()
        self.tagger = tagger
        width = tagger.kinds.vectors.shape[1]
        self.project = nn.Linear(2 * tagger.hidden, width)
        self.answers = nn.Embedding(len(frequencies), width)
        self.answers.weight.data = tagger.kinds.vectors[: len(frequencies)] * 0.1
        self.bias = nn.Parameter(torch.zeros(len(frequencies)))
        chances = frequencies.astype(np.float64) ** 0.5
        self.chances = torch.from_numpy(chances / chances.sum())

    def loss(self, words: Tensor) -> Tensor:
        """Return the sampled cross-entropy for half of the words of sentences of one length."""
        count, length = words.shape
        ahead, back = self.tagger.read(words, torch.full((count,), length))
        edge = ahead.new_zeros(count, 1, self.tagger.hidden)
        before, after = torch.cat([edge, ahead[:, :-1]], 1), torch.cat([back[:, 1:], edge], 1)
        around = torch.cat([before, after], 2)
        asked = (words < len(self.chances)) & (torch.rand(words.shape) < 0.5)
        right, state = words[asked], self.project(functional.dropout(around[asked], 0.1))
        drawn = torch.multinomial(self.chances, NEGATIVES, replacement=True)
        logs = torch.log(self.chances + 1e-12).float()
        wrong = state @ self.answers(drawn).T + self.bias[drawn] - logs[drawn]
        wrong = wrong.masked_fill(right[:, None] == drawn[None], -1e4)
        mine = (state * self.answers(right)).sum(1) + self.bias[right] - logs[right]
        loss: Tensor = (torch.logaddexp(mine, torch.logsumexp(wrong, 1)) - mine).mean()
        return loss


class Smoothed:
    """A running mean of a module's weights."""

    def __init__(self, module: nn.Module) -> None:
        self._module, self._steps = module, 0
        self._mean = {name: value.clone() for name, value in module.state_dict().items()}

    def add(self) -> None:
        """Take the present weights in."""
        self._steps += 1
        keep = min(0.995, self._steps / (self._steps + 9))
        for name, value in self._module.state_dict().items():
            self._mean[name].mul_(keep).add_(value, alpha=1 - keep)

    def apply(self) -> None:
        """Give the module the mean."""
        self._module.load_state_dict(self._mean)


def mean_of(taggers: Sequence[Tagger]) -> Tagger:
    """Return the first of several taggers from one start, with the mean of their weights."""
    states = [tagger.state_dict() for tagger in taggers]
    mean = {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
    taggers[0].load_state_dict(mean)
    return taggers[0]


def padded(data: Sequence[tuple[list[int], list[int]]], chosen: Sequence[int]) -> Batch:
    """Return the chosen sentences, each (word numbers, tag numbers), as a batch."""
    lengths = [len(data[number][0]) for number in chosen]
    both = np.zeros((2, len(chosen), max(lengths)), np.int64)
    for row, number in enumerate(chosen):
        for kind in (0, 1):
            both[kind, row, : lengths[row]] = data[number][kind]
    return Batch(torch.from_numpy(both[0]), torch.from_numpy(both[1]), torch.tensor(lengths))


def shuffled(
    lengths: Sequence[int], words: int, random: np.random.Generator, noise: float = 4.0
) -> Iterator[list[int]]:
    """Yield batches of sentence numbers of like (noise 0: equal) length, in random order."""
    keys = np.asarray(lengths) + random.random(len(lengths)) * (noise or 0.5)
    made: list[list[int]] = []
    batch: list[int] = []
    for number in np.argsort(keys):
        if batch and noise == 0.0 and lengths[batch[0]] != lengths[number]:
            made.append(batch)
            batch = []
        batch.append(int(number))
        if len(batch) * lengths[number] >= words:
            made.append(batch)
            batch = []
    if batch:
        made.append(batch)
    for place in random.permutation(len(made)):
        yield made[place]
