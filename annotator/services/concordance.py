"""A search over all articles of a project, and what is done with the lines that it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from annotator.core import decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.entities import Status
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.services.project import Project
from annotator.storage import BatchItem, BatchOutcome, Concordance, Hit, Narrowing
from annotator.storage.query import parse_query

MOST = 100_000
"""Hits after which a search stops; nobody reads on, and memory is not endless."""

STEP = "label_hits"
"""The name of the step that labels lines of a search."""


class Order(StrEnum):
    """What lines are sorted by: their article, or the word before or after the hit.

    In Arabic the word before stands at the right.
    """

    ARTICLE = "article"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for: ``text`` in the language of :mod:`annotator.storage.query`."""

    text: str = ""
    exact: bool = False
    narrowing: Narrowing = field(default_factory=Narrowing)
    order: Order = Order.ARTICLE

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return not self.text.strip() and not self.narrowing.label


class Outcome(NamedTuple):
    """How a search ended: how many hits in how many articles; ``complete`` unless cut short."""

    hits: int
    articles: int
    complete: bool = True


def search_all(
    path: Path,
    annotator: str,
    search: Search,
    show: Callable[[Sequence[Hit]], None],
    progress: Progress | None = None,
) -> Outcome:
    """Find the hits of a search and hand them to ``show``, in their order.

    Sorted by article they come as they are found; sorted by a neighbour word they come at the
    end, since the last one found may be the first. For any thread.

    Raises:
        UserError: the search cannot be understood, or the file not be read.
        Cancelled: the progress was cancelled.
    """
    progress = progress or Progress()
    query = parse_query(search.text)
    sorted_later = search.order is not Order.ARTICLE
    side = 0 if search.order is Order.BEFORE else 1
    waiting: list[tuple[str, str, Hit]] = []
    hits = articles = 0
    complete = True
    with Concordance(path, annotator) as concordance:
        for found in concordance.found(
            query, search.narrowing, exact=search.exact, beside=sorted_later
        ):
            some = found.hits[: MOST - hits]
            complete = len(some) == len(found.hits)
            hits += len(some)
            articles += len({hit.article for hit in some})
            if sorted_later:
                waiting += (
                    (beside[side], beside[1 - side], hit)
                    for hit, beside in zip(some, found.beside, strict=False)
                )
            elif some:
                show(some)
            progress.at(hits)
            if not complete:
                break
    if waiting:
        waiting.sort()
        progress.check()
        show([hit for _, _, hit in waiting])
    return Outcome(hits, articles, complete)


def label_hits(
    project: Project, hits: Iterable[Hit], label: str, by: object = None
) -> BatchOutcome:
    """Give hits a label, in one step over all their articles.

    Raises:
        UserError: it could not be saved; nothing has changed.
    """
    spans: dict[int, list[Span]] = {}
    for hit in hits:
        spans.setdefault(hit.article, []).append(hit.span)
    actor = project.batches.actor()

    def item(article: int) -> BatchItem:
        return BatchItem(
            article,
            project.annotator,
            lambda state: labelled(state, spans[article], label, actor),
        )

    return project.batches.perform(
        STEP, [item(article) for article in sorted(spans)], args={"label": label}, by=by
    )


def labelled(state: AnnotatedArticle, spans: Iterable[Span], label: str, actor: Actor) -> Edit:
    """Give spans a label: what stands there with another is relabelled, the rest is added."""
    wanted = set(spans)
    standing = [
        entity
        for entity in state.entities
        if entity.span in wanted and entity.status is not Status.REJECTED
    ]
    free = sorted(wanted - {entity.span for entity in standing})
    relabelled = decisions.relabel(state, [entity.id for entity in standing], label, actor)
    added = decisions.add_entities(state, free, label, actor)
    return replace(added, name=STEP, changes=(*relabelled.changes, *added.changes))
