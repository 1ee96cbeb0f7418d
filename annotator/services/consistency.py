"""The consistency check of a project: what it finds, what mends it, and what is right as it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from annotator.arabic.folding import fold
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.edits import Edit
from annotator.core.progress import Progress
from annotator.review.consistency import Finding, FindingKind, findings, fix
from annotator.review.names import Names
from annotator.services.project import Project
from annotator.storage import BatchItem, BatchOutcome, ProjectReader
from annotator.suggest.words import NEVER_FOLDED, ordinariness

RIGHT = "consistency_right"
"""The name under which a project keeps what a person has called right as it is."""

STEP = "consistency"
"""The name of the step that mends findings."""

RIGHT_STEP = "consistency_right"

MOST = 5_000
"""Findings after which the check stops; who mends these checks again."""

_EVERY = 16
_ORDINARY = 0.3
"""Ordinariness of a word that is no name where it has no label: of names that are words too, حماس
has 0.1 and الناتو 0.15, الطريق 3.0 and السنة 1.9."""

Show = Callable[[Sequence[Finding]], None]


class Outcome(NamedTuple):
    """How a check ended: findings, in how many articles; ``complete`` unless cut short."""

    found: int
    articles: int
    complete: bool = True


def check_consistency(
    reader: ProjectReader,
    annotator: str,
    show: Show,
    *,
    article: int | None = None,
    right: Collection[str] = (),
    progress: Progress | None = None,
) -> Outcome:
    """Find what is inconsistent in one annotator's work and hand it to ``show`` as it comes.

    All articles are read twice, one at a time: to count the names, then to compare. With
    ``article`` (its key) only that one is compared. Names left out are looked for in articles
    that are begun, or in the one. ``right`` names what is not to be found. For any thread.

    Raises:
        KeyError: there is no such article.
        UserError: the file cannot be read.
        Cancelled: ``progress`` was cancelled.
    """
    progress = progress or Progress()
    begun = reader.article_count()
    total = begun if article is not None else 2 * begun
    names = Names()
    done = 0
    for done, (_, state) in enumerate(reader.states(annotator), 1):
        names.add(state)
        if done % _EVERY == 0:
            progress.at(done, total)
    states: Iterable[tuple[int, AnnotatedArticle]]
    if article is not None:
        states = [(article, reader.timeline(article, annotator).state)]
    else:
        states = reader.states(annotator)
    count = articles = 0
    for at, (key, state) in enumerate(states, done):
        if at % _EVERY == 0:
            progress.at(at, total)
        found = [
            finding
            for finding in findings(key, state, names, _is_ordinary)
            if finding.place not in right
            and finding.everywhere not in right
            and _looked_for(finding, state, article)
        ][: MOST - count]
        if found:
            count += len(found)
            articles += 1
            show(found)
            progress.at(at, total)
        if count == MOST:
            return Outcome(count, articles, complete=False)
    progress.check()
    return Outcome(count, articles)


def mend(project: Project, found: Sequence[Finding], by: object = None) -> BatchOutcome:
    """Mend findings, in one step over all their articles.

    Raises:
        UserError: it could not be saved; nothing has changed.
    """
    by_article: dict[int, list[Finding]] = {}
    for finding in found:
        by_article.setdefault(finding.article, []).append(finding)
    actor = project.batches.actor()

    def item(article: int) -> BatchItem:
        def decide(state: AnnotatedArticle) -> Edit:
            return fix(state, by_article[article], actor)

        return BatchItem(article, project.annotator, decide)

    return project.batches.perform(STEP, [item(key) for key in sorted(by_article)], by=by)


def call_right(
    project: Project, found: Sequence[Finding], *, everywhere: bool, by: object = None
) -> BatchOutcome:
    """Remember that findings are right as they are: at their place, or the name everywhere.

    Raises:
        UserError: it could not be saved; nothing has changed.
    """
    marks = [finding.everywhere if everywhere else finding.place for finding in found]
    known = project.state(RIGHT) or []
    value = [*known, *(mark for mark in dict.fromkeys(marks) if mark not in known)]
    return project.batches.perform(RIGHT_STEP, (), values={RIGHT: value}, by=by)


def called_right(reader: ProjectReader) -> frozenset[str]:
    """Return what was called right in a project."""
    return frozenset(reader.state(RIGHT) or ())


@lru_cache(maxsize=50_000)
def _is_ordinary(word: str) -> bool:
    return (
        not any(map(str.isalpha, word))
        or word in NEVER_FOLDED
        or ordinariness(fold(word)) > _ORDINARY
    )


def _looked_for(finding: Finding, state: AnnotatedArticle, article: int | None) -> bool:
    begun = article is not None or state.status is not ArticleStatus.NEW
    return begun or finding.kind is not FindingKind.UNLABELLED
