"""Which articles an export writes into which part, and in which order."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Status
from annotator.core.progress import Progress
from annotator.review.near_copies import NearCopies
from annotator.services.splits import PART_NAMES, Split
from annotator.services.stratifying import Group
from annotator.storage import Filters, ProjectReader

Parts = Mapping[str, Sequence[int] | None]
"""The keys of each part's articles in their order; None are all, as the project has them."""


def parts_of(
    project: ProjectReader,
    filters: Filters,
    statuses: frozenset[Status],
    *,
    split: Split | None,
    shuffle: int | None,
    progress: Progress,
) -> Parts:
    """Return the parts; without a split there is one, without a name.

    ``shuffle`` is a seed, or None for the order of the project.

    Raises:
        Cancelled: ``progress`` asked for it.
    """
    if split is None and shuffle is None:
        return {"": None}
    keys = project.article_keys()
    if split is None:
        parts = {"": list(keys)}
    else:
        part_of = split.parts(_groups(project, filters, statuses, split, progress))
        shares = zip(PART_NAMES, split.shares, strict=True)
        parts = {name: [] for name, share in shares if share}
        for article, part in part_of.items():
            parts[part].append(article)
    return {part: _ordered(articles, keys, shuffle) for part, articles in parts.items()}


def _ordered(articles: list[str], keys: Mapping[str, int], seed: int | None) -> list[int]:
    if seed is None:
        return sorted(keys[article] for article in articles)
    articles.sort()  # so that the order in which articles came makes no difference
    random.Random(seed).shuffle(articles)  # noqa: S311 - an order, no secret
    return [keys[article] for article in articles]


def _groups(
    project: ProjectReader,
    filters: Filters,
    statuses: frozenset[Status],
    split: Split,
    progress: Progress,
) -> list[Group]:
    labels: dict[str, Counter[str]] = {}
    copies: NearCopies[str] = NearCopies()
    total = project.article_count()
    for article in project.annotated(filters):
        known = labels.get(article.article.sha256)
        if known is None:
            progress.at(len(labels), total)
            known = labels[article.article.sha256] = Counter()
            if split.together:
                copies.add(article.article.sha256, article.text)
        known.update(_labels(article, statuses))
    grouped = [tuple(group) for group in copies.groups()]
    alone = labels.keys() - {article for group in grouped for article in group}
    return [
        Group(articles, sum((labels[article] for article in articles), Counter[str]()))
        for articles in (*grouped, *((article,) for article in alone))
    ]


def _labels(article: AnnotatedArticle, statuses: frozenset[Status]) -> list[str]:
    """Return the labels that are dealt out evenly; a quote counts under its type."""
    found = [entity.label for entity in article.entities if entity.status in statuses]
    return found + [f"quote {q.type}" for q in article.quotes if q.status in statuses]
