"""All disagreements of a review with what lists ask of them: made once, off the main thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.review.records import Kind
from annotator.services.reviewing import Row

_RANKS: Mapping[Kind, int] = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Listed:
    """``rows`` in reading order; all else names them by their place in it.

    ``places`` are by article and key, ``of_article`` by article; ``by_label`` and ``by_kind`` are
    all places in these orders.
    """

    rows: Sequence[Row]
    places: Mapping[tuple[int, str], int]
    of_article: Mapping[int, Sequence[int]]
    by_label: Sequence[int]
    by_kind: Sequence[int]
    kinds: Counter[Kind]
    labels: Sequence[str]
    settled: int

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Listed:
        """Return the disagreements ``rows``, which are in reading order."""
        of_article: dict[int, list[int]] = {}
        for at, row in enumerate(rows):
            of_article.setdefault(row.article, []).append(at)
        places = range(len(rows))
        return cls(
            rows,
            {(row.article, row.key): at for at, row in enumerate(rows)},
            of_article,
            sorted(places, key=lambda at: (rows[at].is_quote, rows[at].labels)),
            sorted(places, key=lambda at: _RANKS[rows[at].kind]),
            Counter(row.kind for row in rows),
            list(dict.fromkeys(x for row in rows if not row.is_quote for x in row.labels)),
            sum(row.verdict is not None for row in rows),
        )

    def by_agreement(self, agreement: Mapping[int, float]) -> Sequence[int]:
        """Return all places, those first in whose article annotators agree least."""
        articles = sorted(self.of_article, key=lambda one: (agreement.get(one, 1.0), one))
        return [at for article in articles for at in self.of_article[article]]
