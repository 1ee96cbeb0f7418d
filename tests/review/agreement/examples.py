"""Ratings and articles that several tests of agreement share."""

import numpy as np

from annotator.core.spans import Span
from annotator.review.agreement.columns import SharedArticle
from annotator.review.agreement.sample import Sample
from annotator.review.matching import Labelled

Marked = tuple[int, int, str]


def article(key: str, length: int, /, word: int = 5, day: str = "", **spans: list[Marked]):
    """An article of ``length`` letters in words of ``word``; each keyword is an annotator."""
    tokens = [(at, min(at + word, length)) for at in range(0, length, word)]
    work = {
        name: [Labelled(Span(start, end), label) for start, end, label in marked]
        for name, marked in spans.items()
    }
    return SharedArticle(key, length, tokens, work, day=day)


def sample(*articles: SharedArticle) -> Sample:
    return Sample.of(articles)


def ratings(*rows: str) -> np.ndarray:
    """One string of digits for each annotator; a point or a star is a missing value."""
    return np.array([[-1 if value in ".*" else int(value) for value in row] for row in rows])


def from_table(table: dict[tuple[int, int], int]) -> np.ndarray:
    """Two annotators' values from how often each pair of values was given."""
    pairs = [pair for pair, count in table.items() for _ in range(count)]
    return np.array(pairs).T
