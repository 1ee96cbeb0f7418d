"""Groups of articles dealt out to parts so that each label has its share in every part.

Iterative stratification (Sechidis, Tsoumakas and Vlahavas, "On the stratification of multi-label
data", 2011), with numbers of spans in the place of yes and no, and groups in that of single
articles: the rarest label is dealt out first, each group to the part that lacks its labels most.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Group(NamedTuple):
    """Articles that stay together, by their texts' SHA-256, and how often they have each label."""

    articles: tuple[str, ...]
    labels: Mapping[str, int]


def dealt(groups: Sequence[Group], shares: Sequence[int], seed: int) -> list[int]:
    """Return for each group the number of its part; ``shares`` are in percent.

    Parts have the number of articles that the shares ask for, as far as groups can be fitted
    in. The same groups in the same order with the same seed are dealt the same.
    """
    return _Dealing(groups, shares, seed).parts()


class _Dealing:
    """One run of :func:`dealt`."""

    def __init__(self, groups: Sequence[Group], shares: Sequence[int], seed: int) -> None:
        self._groups = groups
        self._random = random.Random(seed)  # noqa: S311 - a split, no secret
        total = sum(len(group.articles) for group in groups)
        ends = [round(sum(shares[: n + 1]) * total / 100) for n in range(len(shares))]
        self._room = [end - start for start, end in zip([0, *ends], ends, strict=False)]
        self._shares = shares
        self._parts = [part for part, share in enumerate(shares) if share]
        self._totals: Counter[str] = Counter()
        for group in groups:
            self._totals.update(group.labels)
        self._left = Counter(self._totals)
        # What share of a part's due of each label it has not got yet, in parts of a hundred.
        self._lacks = [dict.fromkeys(self._totals, 0.01) for _ in shares]
        self._part = [-1] * len(groups)

    def parts(self) -> list[int]:
        """Return the part of each group."""
        order = list(range(len(self._groups)))
        self._random.shuffle(order)
        having: dict[str, list[int]] = {label: [] for label in self._totals}
        for at in order:
            for label in self._groups[at].labels:
                having[label].append(at)
        waiting = set(self._totals)
        while waiting:
            label = min(waiting, key=lambda name: (self._left[name], name))
            waiting.remove(label)
            for at in sorted(having[label], key=lambda at: -self._groups[at].labels[label]):
                if self._part[at] < 0:
                    self._give(at)
        # Large groups first: the small ones fill up what they leave.
        for at in sorted(order, key=lambda at: -len(self._groups[at].articles)):
            if self._part[at] < 0:
                self._give(at)
        return self._part

    def _give(self, at: int) -> None:
        group = self._groups[at]
        size = len(group.articles)
        fitting = [part for part in self._parts if self._room[part] >= size]
        part = max(fitting or self._parts, key=lambda part: self._need(part, group))
        self._part[at] = part
        self._room[part] -= size
        for name, count in group.labels.items():
            self._lacks[part][name] -= count / self._totals[name] / self._shares[part]
            self._left[name] -= count

    def _need(self, part: int, group: Group) -> tuple[float, float, int]:
        """Return how much a part needs a group: its labels, the rare ones more, then articles."""
        lacks = self._lacks[part]
        labels = sum(n / self._totals[name] * lacks[name] for name, n in group.labels.items())
        return (labels, self._room[part] / self._shares[part], -part)
