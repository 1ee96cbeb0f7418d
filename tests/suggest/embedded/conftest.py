"""A model of a few words: real classes, weights drawn by a fixed seed."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.suggest.embedded.chain import iob_limits
from annotator.suggest.embedded.head import Head
from annotator.suggest.embedded.model import EmbeddedModel, Settings
from annotator.suggest.embedded.proclitics import FEATURES, LETTERS

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
WORDS = ("قال", "بوش", "في", "واشنطن", "امس", "زار", "وليد", "باريس", "مايك", "بومبيو", ".")


def packed(text: str) -> np.ndarray:
    return np.frombuffer(text.encode(), np.uint8)


def base_arrays(seed: int = 0, hidden: int = 6, depth: int = 8) -> dict[str, np.ndarray]:
    random = np.random.default_rng(seed)
    width = depth + 5 + 12
    return {
        "vectors": random.integers(-127, 128, (len(WORDS), depth)).astype(np.int8),
        "ngrams": random.integers(-127, 128, (97, depth)).astype(np.int8),
        "scale": np.full((2, depth), 0.01, np.float32),
        "words": packed("\n".join(WORDS)),
        "counts": np.full(len(WORDS), 60, np.uint8),
        "lists": packed("باريس\nواشنطن\n\nالولايات\n\nمايك\n\nبوش"),
        "letters": packed("اابتنسور"),
        "letter_kernel": random.normal(0, 0.3, (3, 12, 5)).astype(np.float16),
        "letter_bias": random.normal(0, 0.1, 5).astype(np.float32),
        "input": random.normal(0, 0.3, (2, width, 4 * hidden)).astype(np.float16),
        "recurrent": random.normal(0, 0.3, (2, hidden, 4 * hidden)).astype(np.float16),
        "bias": random.normal(0, 0.1, (2, 4 * hidden)).astype(np.float32),
        "proclitics": np.zeros((1 + len(LETTERS)) * FEATURES, np.float32),
        "name_forms": packed("باريس\nبوش"),
        "name_counts": np.array([30, 20], np.uint8),
    }


def tiny_head(seed: int = 0, hidden: int = 6, tags: tuple[str, ...] = TAGS) -> Head:
    random = np.random.default_rng(seed)
    transitions, starts = iob_limits(tags)
    return Head(
        tags=tags,
        dense=random.normal(0, 1, (2 * hidden, len(tags))).astype(np.float32),
        bias=random.normal(0, 1, len(tags)).astype(np.float32),
        transitions=transitions,
        starts=starts,
        buckets=np.zeros(0, np.int64),
        sparse=np.zeros((0, len(tags)), np.float32),
    )


@pytest.fixture
def arrays() -> dict[str, np.ndarray]:
    return base_arrays()


@pytest.fixture
def model() -> EmbeddedModel:
    return EmbeddedModel(base_arrays(), tiny_head(), Settings(), "tiny")
