"""How far a model whose weights were quantised says what it said before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from annotator.core.progress import Progress
from annotator.suggest.camel.models import load
from annotator.suggest.camel.suggester import model_words, sentence_tokens
from annotator.suggest.camel.tagging import WordTag, tag_words


class Agreement(NamedTuple):
    """Counts of words with a label.

    ``entity_words`` are those to which the exact model gives a label other than O: most words
    are O whatever happens, so the share of these that stay the same is the harder figure.
    """

    words: int
    same: int
    entity_words: int
    same_entity_words: int


class Comparison(NamedTuple):
    """The labels of the two compared, and the seconds that each took to give them."""

    agreement: Agreement
    exact_seconds: float
    quantised_seconds: float


def compare_engines(folder: Path, texts: Sequence[str], progress: Progress) -> Comparison:
    """Label ``texts`` by the exact and by the quantised model, and compare the labels.

    Args:
        folder: the model's folder.
        texts: at least one text.
        progress: gets a step a segment, once for each of the two; cancels the work.

    Raises:
        UserError: the model cannot be loaded or quantised.
        Cancelled: cancel was asked for.
    """
    words = [sentence for text in texts for sentence in model_words(sentence_tokens(text))]
    exact, exact_seconds = _timed(load(folder), words, progress)
    quantised, quantised_seconds = _timed(load(folder, quantised=True), words, progress)
    return Comparison(agreement(exact, quantised), exact_seconds, quantised_seconds)


def agreement(
    exact: Sequence[Sequence[WordTag | None]], quantised: Sequence[Sequence[WordTag | None]]
) -> Agreement:
    """Return the counts for the two models' tags of the same words, each in its sentence."""
    pairs = [
        (first.label, second.label)
        for both in zip(exact, quantised, strict=True)
        for first, second in zip(*both, strict=True)
        if first is not None and second is not None
    ]
    entities = [(first, second) for first, second in pairs if first != "O"]
    return Agreement(
        words=len(pairs),
        same=sum(first == second for first, second in pairs),
        entity_words=len(entities),
        same_entity_words=sum(first == second for first, second in entities),
    )


def _timed(
    recognizer: Any, words: Sequence[Sequence[str]], progress: Progress
) -> tuple[list[list[WordTag | None]], float]:
    tag_words(recognizer, words[:1], Progress())  # torch's first round is slow
    start = perf_counter()
    tags = tag_words(recognizer, words, progress)
    return tags, perf_counter() - start
