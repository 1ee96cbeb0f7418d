"""The articles that several people annotated, as columns of numbers that metrics share.

Whoever measures makes one :class:`Sample`. Parts of it (a pair of annotators, one label, some
articles) are samples too, and take their columns from it, so the corpus is read once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from itertools import chain, combinations
from typing import TypeVar
from weakref import WeakKeyDictionary

import numpy as np

from annotator.review.agreement.columns import (
    ABSENT,
    BoolArray,
    Columns,
    IntArray,
    LabelSets,
    SharedArticle,
    Tokens,
    mark,
    ranges,
    sums_before,
)

__all__ = ["Sample", "SharedArticle", "once"]

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Sample:
    """Articles, and whose work on them is compared. ``label`` restricts it to spans of one label.

    A part keeps the order of the whole. ``labels`` are all that occur in the whole, sorted.
    """

    articles: tuple[SharedArticle, ...]
    annotators: tuple[str, ...]
    label: str | None = None
    _labels: tuple[str, ...] | None = field(default=None, repr=False, compare=False)
    _tokens: Callable[[], Tokens] | None = field(default=None, repr=False, compare=False)
    _columns: Callable[[str], Columns] | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, articles: Sequence[SharedArticle]) -> Sample:
        """Return a sample of all annotators of these articles, in the order in which they come."""
        names = dict.fromkeys(name for article in articles for name in article.spans)
        return cls(tuple(articles), tuple(names))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The labels of the whole sample, sorted."""
        if self._labels is not None:
            return self._labels
        found = {
            label
            for article in self.articles
            for name in self.annotators
            for _, label in article.spans.get(name, ())
        }
        return tuple(sorted(found))

    @cached_property
    def present(self) -> BoolArray:
        """Who has annotated which article: annotators x articles."""
        rows = [[name in article.spans for article in self.articles] for name in self.annotators]
        return np.array(rows, bool).reshape(len(self.annotators), len(self.articles))

    @cached_property
    def lengths(self) -> IntArray:
        """How many code points each article has."""
        return np.array([article.length for article in self.articles], np.int64)

    @cached_property
    def tokens(self) -> Tokens:
        """What each annotator says of each token."""
        return self._tokens() if self._tokens is not None else _read_tokens(self)

    def columns(self, annotator: str) -> Columns:
        """Return one annotator's spans."""
        if annotator not in self._read:
            read = self._columns or self._read_columns
            self._read[annotator] = read(annotator)
        return self._read[annotator]

    def pair(self, a: str, b: str) -> Sample:
        """Return the sample of two annotators, ``a`` first."""
        rows = [self.annotators.index(a), self.annotators.index(b)]
        return replace(
            self,
            annotators=(a, b),
            _labels=self.labels,
            _tokens=lambda: self.tokens._replace(values=self.tokens.values[rows]),
            _columns=self.columns,
        )

    @cached_property
    def pairs(self) -> dict[tuple[str, str], Sample]:
        """Every two annotators with their sample, in order."""
        return {(a, b): self.pair(a, b) for a, b in combinations(self.annotators, 2)}

    def of_label(self, label: str) -> Sample:
        """Return the sample as if ``label`` were the only one there is."""
        if label not in self._by_label:
            self._by_label[label] = self._restricted(label)
        return self._by_label[label]

    def _restricted(self, label: str) -> Sample:
        at = self.labels.index(label)

        def tokens() -> Tokens:
            has = np.array([label in labels for labels in self.tokens.sets] + [ABSENT], np.int64)
            return self.tokens._replace(
                values=has[self.tokens.values], sets=(frozenset(), frozenset({label}))
            )

        def columns(annotator: str) -> Columns:
            spans = self.columns(annotator)
            return spans.where(spans.label == at)

        return replace(self, label=label, _labels=self.labels, _tokens=tokens, _columns=columns)

    def among(self, chosen: Sequence[int]) -> Sample:
        """Return the sample of the articles at these positions, given in rising order."""
        at = np.array(chosen, np.int64)

        def tokens() -> Tokens:
            first = self.tokens.first
            picked = ranges(first[at], first[at + 1])
            return self.tokens._replace(
                values=self.tokens.values[:, picked], first=sums_before(first[at + 1] - first[at])
            )

        def columns(annotator: str) -> Columns:
            spans = self.columns(annotator)
            low = np.searchsorted(spans.article, at, "left")
            high = np.searchsorted(spans.article, at, "right")
            found = spans.where(ranges(low, high))
            return found._replace(article=np.repeat(np.arange(len(at)), high - low))

        return replace(
            self,
            articles=tuple(self.articles[index] for index in chosen),
            _labels=self.labels,
            _tokens=tokens,
            _columns=columns,
        )

    def in_all(self) -> Sample:
        """Return the sample of the articles that every one of the annotators has annotated."""
        if self.present.all():
            return self
        return self.among([int(at) for at in np.flatnonzero(self.present.all(axis=0))])

    @cached_property
    def _read(self) -> dict[str, Columns]:
        return {}

    @cached_property
    def _by_label(self) -> dict[str, Sample]:
        return {}

    def _read_columns(self, annotator: str) -> Columns:
        code = {label: at for at, label in enumerate(self.labels)}
        flat = [
            number
            for at, article in enumerate(self.articles)
            for row, ((start, end), label) in enumerate(article.spans.get(annotator, ()))
            for number in (at, start, end, code[label], row)
        ]
        article, start, end, label, row = np.array(flat, np.int64).reshape(-1, 5).T
        order = np.lexsort((label, -end, start, article))
        return Columns(article, start, end, label, row).where(order)


def once(work: Callable[[Sample], T]) -> Callable[[Sample], T]:
    """Do ``work`` once for each sample: what it gives is kept for as long as the sample is."""
    known: WeakKeyDictionary[Sample, T] = WeakKeyDictionary()

    @wraps(work)
    def kept(sample: Sample) -> T:
        if sample not in known:
            known[sample] = work(sample)
        return known[sample]

    return kept


def _read_tokens(sample: Sample) -> Tokens:
    sizes = np.array([len(article.tokens) for article in sample.articles], np.int64)
    bases = sums_before(sample.lengths)
    flat = chain.from_iterable(chain.from_iterable(a.tokens for a in sample.articles))
    bounds = np.fromiter(flat, np.int64, 2 * int(sizes.sum())).reshape(-1, 2)
    bounds += np.repeat(bases[:-1], sizes)[:, None]
    values = np.zeros((len(sample.annotators), len(bounds)), np.int64)
    sets = LabelSets(sample.labels)
    for row, name in zip(values, sample.annotators, strict=True):
        spans = sample.columns(name)
        # From the first token that ends after the span's start to the last that starts before
        # its end.
        begin = np.searchsorted(bounds[:, 1], bases[spans.article] + spans.start, "right")
        end = np.searchsorted(bounds[:, 0], bases[spans.article] + spans.end, "left")
        mark(row, ranges(begin, end), np.repeat(spans.label, np.maximum(end - begin, 0)), sets)
    values[np.repeat(~sample.present, sizes, axis=1)] = ABSENT
    return Tokens(values, sets.all, sums_before(sizes))
