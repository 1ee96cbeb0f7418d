"""Training only: pre-training, teachers, soft labels and student, stage by stage. Torch."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from annotator.suggest.embedded.chain import marginals
from annotator.suggest.embedded.corpus import Sentence, capped, pieces
from annotator.suggest.embedded.decode import agreement, chained
from annotator.suggest.embedded.forms import folded
from annotator.suggest.embedded.model import EmbeddedModel
from annotator.suggest.embedded.train_network import (
    ALPHABET,
    LETTER_FILTERS,
    TARGETS,
    Cloze,
    Kinds,
    Smoothed,
    Tagger,
    padded,
    shuffled,
)
from annotator.suggest.embedded.words import WordTable

log = logging.getLogger(__name__)

Numbered = list[tuple[list[int], list[int]]]
Weights = dict[str, Tensor]


def no_letters() -> dict[str, NDArray[Any]]:
    """Return an empty letter convolution, for a table that is used before one is learned."""
    return {
        "letter_kernel": np.zeros((3, ALPHABET, LETTER_FILTERS), np.float32),
        "letter_bias": np.zeros(LETTER_FILTERS, np.float32),
    }


@dataclass(frozen=True, slots=True, eq=False)
class Corpora:
    """All texts as numbers of distinct forms, the most frequent form first."""

    forms: list[str]
    kinds: Kinds
    gold: Numbered
    second: Numbered
    news: list[list[int]]
    frequencies: NDArray[np.int64]

    @staticmethod
    def of(
        gold: Sequence[Sentence],
        second: Sequence[Sentence],
        news: Sequence[Sequence[Sequence[str]]],
        tags: Sequence[str],
        table: WordTable,
    ) -> Corpora:
        """Number the forms; tagged sentences are cut as the program cuts text."""
        plain = [[folded(word) for word in words] for article in news for words in article]
        counts: dict[str, int] = {}
        for words in plain:
            for word in words:
                counts[word] = counts.get(word, 0) + 1
        forms = sorted(counts, key=lambda form: -counts[form])
        number = {form: place for place, form in enumerate(forms)}
        index = {tag: place for place, tag in enumerate(tags)}

        def numbered(sentences: Sequence[Sentence]) -> Numbered:
            made: Numbered = []
            for sentence in sentences:
                words, labels, _ = pieces(sentence)
                for part, part_tags in capped(words, labels):
                    keys = [number.setdefault(folded(word), len(number)) for word in part]
                    made.append((keys, [index[tag] for tag in part_tags]))
            return made

        tagged, other = numbered(gold), numbered(second)
        forms = list(number)
        frequencies = np.array([counts.get(form, 0) for form in forms[:TARGETS]])
        numbers = [[number[word] for word in words] for words in plain]
        return Corpora(forms, Kinds.of(forms, table), tagged, other, numbers, frequencies)


def pretrained(corpora: Corpora, tags: Sequence[str], passes: float, seed: int) -> Weights:
    """Return a tagger's weights after predicting words of the news from what is around them."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    cloze = Cloze(Tagger(corpora.kinds, tags), corpora.frequencies)
    cloze.tagger.drop = 0.2
    lengths = [len(words) for words in corpora.news]
    total = int(passes * sum(lengths) / 2500)

    def losses() -> Iterator[Tensor]:
        while True:
            for batch in shuffled(lengths, 2500, random, noise=0.0):
                if lengths[batch[0]] >= 4:
                    yield cloze.loss(torch.tensor([corpora.news[one] for one in batch]))

    _descend(cloze, losses(), total, lambda done: 2e-3 * (1 - 0.95 * done), clip=1.0)
    return cloze.tagger.state_dict()


def fine_tuned(
    corpora: Corpora, tags: Sequence[str], start: Weights, passes: int, seed: int
) -> Tagger:
    """Return a teacher: trained on the gold sentences, with the second corpus as second task."""
    return _supervised(corpora, tags, start, soft=None, passes=passes, seed=seed, rate=3e-3)


def distilled(
    corpora: Corpora,
    tags: Sequence[str],
    start: Weights,
    *,
    soft: list[NDArray[np.float16]] | None,
    share: float,
    passes: int,
    seed: int,
) -> Tagger:
    """Return the student: first what the teachers say about the news, then that beside the gold."""
    if soft is None:
        return fine_tuned(corpora, tags, start, passes, seed)
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    tagger = Tagger(corpora.kinds, tags)
    tagger.load_state_dict(start)
    total = int(share * sum(map(len, corpora.news)) / 1000)
    losses = _soft_losses(tagger, corpora.news, soft, 1000, random)
    _descend(tagger, losses, total, lambda done: 2e-3 * (1 - 0.7 * done))
    passes = max(1, passes * 2 // 3)
    start = tagger.state_dict()
    return _supervised(corpora, tags, start, soft=soft, passes=passes, seed=seed, rate=2e-3)


def soft_labels(
    teachers: Sequence[EmbeddedModel], news: Sequence[Sequence[Sequence[str]]], weight: float
) -> list[NDArray[np.float16]]:
    """Return tag probabilities of each sentence of the news, float16 [words, K].

    The mean of the teachers, and then what the article's other mentions say with ``weight``.
    """
    found: list[NDArray[np.float16]] = []
    for article in news:
        mean: Any = 0
        for teacher in teachers:
            encoded = teacher.encode(article)
            scores = teacher.emissions(encoded)
            chances = np.empty_like(scores)
            for part in chained(teacher.head, scores, encoded.lengths):
                chances[part.places[part.inside]] = marginals(part.grid)[part.inside]
            mean = mean + chances / len(teachers)
        words = [word for sentence in article for word in sentence]
        logs = np.log(mean + 1e-6) + weight * agreement(teachers[0].head, words, mean)
        logs = np.exp(logs - logs.max(axis=1, keepdims=True))
        logs = (logs / logs.sum(axis=1, keepdims=True)).astype(np.float16)
        ends = np.cumsum([len(sentence) for sentence in article])[:-1]
        found.extend(np.split(logs, ends))
    return found


def _supervised(
    corpora: Corpora,
    tags: Sequence[str],
    start: Weights,
    *,
    soft: list[NDArray[np.float16]] | None,
    passes: int,
    seed: int,
    rate: float,
) -> Tagger:
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    tagger = Tagger(corpora.kinds, tags)
    tagger.load_state_dict(start)
    mean = Smoothed(tagger)
    gold_lengths = [len(words) for words, _ in corpora.gold]
    second = _batches(corpora.second, random)
    plain = _soft_losses(tagger, corpora.news, soft, 500, random) if soft else None

    def losses() -> Iterator[Tensor]:
        while True:
            for batch in shuffled(gold_lengths, 400, random):
                loss = tagger.chain_loss(padded(corpora.gold, batch))
                if random.random() < 0.4:
                    loss = loss + 0.5 * tagger.chain_loss(next(second), "B")
                if plain is not None and random.random() < 0.6:
                    loss = loss + 0.5 * next(plain)
                yield loss

    total = passes * sum(1 for _ in shuffled(gold_lengths, 400, random))
    _descend(tagger, losses(), total, lambda done: rate * (1 - 0.9 * done), after=mean.add)
    mean.apply()
    return tagger.eval()


def _batches(data: Numbered, random: np.random.Generator) -> Iterator[Any]:
    lengths = [len(words) for words, _ in data]
    while True:
        for batch in shuffled(lengths, 400, random):
            yield padded(data, batch)


def _soft_losses(
    tagger: Tagger,
    news: list[list[int]],
    soft: list[NDArray[np.float16]],
    words: int,
    random: np.random.Generator,
) -> Iterator[Tensor]:
    lengths = [len(sentence) for sentence in news]
    while True:
        for batch in shuffled(lengths, words, random, noise=0.0):
            wanted = np.stack([soft[one] for one in batch]).astype(np.float32)
            numbers = torch.tensor([news[one] for one in batch])
            size = torch.full((len(batch),), lengths[batch[0]])
            yield tagger.soft_loss(numbers, size, torch.from_numpy(wanted))


def _descend(
    module: nn.Module,
    losses: Iterator[Tensor],
    total: int,
    rate: Callable[[float], float],
    *,
    clip: float = 2.0,
    after: Callable[[], None] = lambda: None,
) -> None:
    optimizer = torch.optim.AdamW(module.parameters(), weight_decay=1e-5)
    module.train()
    smooth = 0.0
    for step in range(total):
        for group in optimizer.param_groups:
            group["lr"] = rate(step / total) * min(1.0, (step + 1) / 100)
        loss = next(losses)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        nn.utils.clip_grad_norm_(module.parameters(), clip)
        optimizer.step()
        after()
        smooth = 0.99 * smooth + 0.01 * float(loss.detach()) if step else float(loss.detach())
        if step % 500 == 499:
            log.info("step %d of %d, loss %.4f", step + 1, total, smooth)
