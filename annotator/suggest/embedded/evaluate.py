"""Scoring a model on tagged sentences, and fitting its scores to how often it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from annotator.core.tags import TokenSpan, tags_to_spans
from annotator.suggest.embedded.corpus import Sentence, pieces, windows
from annotator.suggest.embedded.decode import WINDOW_WORDS, tag_sentences
from annotator.suggest.embedded.model import EmbeddedModel


class Figures(NamedTuple):
    """Precision, recall and F1, each 0 to 1."""

    precision: float
    recall: float
    f1: float


class Guess(NamedTuple):
    """A suggested span over words, its score, and whether it is exactly right."""

    span: TokenSpan
    score: float
    right: bool


def guesses(
    model: EmbeddedModel, gold: Sequence[Sentence], window: int = WINDOW_WORDS
) -> list[list[Guess]]:
    """Return what the model suggests for each sentence, grown to whole words.

    Sentences that follow each other are taken as articles of about ``window`` words.
    """
    found: list[list[Guess]] = []
    for article in windows(gold, window):
        cut = [pieces(sentence) for sentence in article]
        tagged = tag_sentences(model, [words for words, _, _ in cut])
        for (_, tags), (_, _, owners), one in zip(article, cut, tagged, strict=True):
            right = set(tags_to_spans(tags))
            spans: dict[TokenSpan, float] = {}
            last = 0
            for span, score in zip(one.spans, one.scores, strict=True):
                grown = TokenSpan(owners[span.first], owners[span.last - 1] + 1, span.label)
                if grown.first >= last:
                    spans[grown] = score
                    last = grown.last
            found.append([Guess(span, score, span in right) for span, score in spans.items()])
    return found


def scored(
    model: EmbeddedModel, gold: Sequence[Sentence], window: int = WINDOW_WORDS
) -> dict[str, Figures]:
    """Return the figures of all spans (``ALL``, micro) and of each label: exact span and label."""
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for sentence in guesses(model, gold, window):
        for guess in sentence:
            for key in ("ALL", guess.span.label):
                made[key] += 1
                right[key] += guess.right
    there: Counter[str] = Counter()
    for _, tags in gold:
        for span in tags_to_spans(tags):
            there.update(("ALL", span.label))
    return {
        label: Figures(
            right[label] / max(1, made[label]),
            right[label] / max(1, there[label]),
            2 * right[label] / max(1, made[label] + there[label]),
        )
        for label in sorted(there)
    }


def calibrated(model: EmbeddedModel, gold: Sequence[Sentence]) -> tuple[float, float]:
    """Return (slope, offset) that turn the log odds of the model's scores into true ones.

    Fitted by Newton's method on the likelihood of each suggestion being right, on top of the
    model's present calibration.
    """
    every = [guess for sentence in guesses(model, gold) for guess in sentence]
    if not every:
        return model.settings.calibration
    chances = np.clip(np.array([guess.score for guess in every]), 1e-4, 1 - 1e-4)
    right = np.array([guess.right for guess in every], np.float64)
    inputs = np.stack([np.log(chances / (1 - chances)), np.ones(len(every))], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(100):
        now = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        slope = inputs.T @ (right - now) - 0.1 * (weights - (1.0, 0.0))
        bend = (inputs * (now * (1 - now))[:, None]).T @ inputs + 0.1 * np.eye(2)
        step = np.linalg.solve(bend, slope)
        weights = weights + step * min(1.0, 0.3 / float(np.abs(step).max() + 1e-12))
    old_slope, old_offset = model.settings.calibration
    return float(weights[0] * old_slope), float(weights[0] * old_offset + weights[1])
