"""Which spans of two annotators are the same, and which are left over for a closer look."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from annotator.review.agreement.columns import BoolArray, Columns, IntArray
from annotator.review.agreement.sample import Sample, once
from annotator.review.matching import Labelled


class Left(NamedTuple):
    """What two annotators marked in one article that the other did not mark just so."""

    a: list[Labelled]
    b: list[Labelled]


class Answers(NamedTuple):
    """Spans of two annotators in the articles that both have.

    ``same`` has the label (position) of each span that both have, ``left`` the rest by article,
    ``sizes`` how many spans each of the two has.
    """

    same: IntArray
    left: dict[int, Left]
    sizes: tuple[int, int]


@once
def answers(sample: Sample) -> Answers:
    """Compare the two annotators of a sample. Two stacked copies need two partners."""
    both: BoolArray = np.logical_and(*sample.present)
    sides = [sample.columns(name) for name in sample.annotators]
    a, b = (spans.where(both[spans.article]) for spans in sides)
    in_b, in_a = _same(a, b, sample)
    left: defaultdict[int, Left] = defaultdict(lambda: Left([], []))
    for side, (spans, same) in enumerate(((a, in_b), (b, in_a))):
        rest = spans.where(~same)
        for article, at in zip(rest.article.tolist(), rest.at.tolist(), strict=True):
            marked = sample.articles[article].spans[sample.annotators[side]]
            left[article][side].append(marked[at])
    return Answers(a.label[in_b], dict(left), (a.start.size, b.start.size))


def _same(a: Columns, b: Columns, sample: Sample) -> tuple[BoolArray, BoolArray]:
    """Return which spans of ``a`` are in ``b``, and which of ``b`` in ``a``."""
    longest = int(sample.lengths.max(initial=0)) + 1
    widest = max(int((spans.end - spans.start).max(initial=0)) for spans in (a, b)) + 1
    in_a, in_b = (
        ((spans.article * longest + spans.start) * widest + spans.end - spans.start)
        * len(sample.labels)
        + spans.label
        for spans in (a, b)
    )
    copy_a, copy_b = _copies(in_a), _copies(in_b)
    stacked = max(int(copies.max(initial=0)) for copies in (copy_a, copy_b)) + 1
    in_a, in_b = in_a * stacked + copy_a, in_b * stacked + copy_b
    return np.isin(in_a, in_b), np.isin(in_b, in_a)


def _copies(keys: IntArray) -> IntArray:
    """Return for each key how many equal ones stand before it."""
    order = np.argsort(keys, kind="stable")
    in_order = keys[order]
    copies = np.empty_like(keys)
    copies[order] = np.arange(keys.size) - np.searchsorted(in_order, in_order, "left")
    return copies
