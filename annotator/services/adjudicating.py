"""What a review's window asks for besides single verdicts: all alike, and the figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from math import ceil

from annotator.core.annotated import AnnotatedArticle
from annotator.core.batches import difference
from annotator.core.edits import Edit, apply
from annotator.core.progress import Progress
from annotator.review.agreement import METRICS
from annotator.review.agreement.base import Figure, Metric
from annotator.review.agreement.breakdown import Point, by_day, by_stretch
from annotator.review.agreement.breakdown import by_article as figures_by_article
from annotator.review.agreement.confusion import ConfusionMatrix, confusion
from annotator.review.agreement.sample import Sample
from annotator.review.agreement.span_f1 import EXACT
from annotator.review.comparing import disagreements
from annotator.review.settling import SETTLE, Ruling, settle
from annotator.services.comparison import shared_article
from annotator.services.reviewing import (
    Review,
    by_article,
    matched_article,
)
from annotator.storage import BatchItem, BatchOutcome, ProjectFile


@dataclass(frozen=True, slots=True)
class Figures:
    """How annotators agree: every metric with its figure, and labels against labels."""

    metrics: tuple[tuple[Metric, Figure], ...]
    matrix: ConfusionMatrix


def alike_batch(
    review: Review, chosen: Collection[tuple[int, str]], ruling: Ruling
) -> Callable[[ProjectFile, Progress], BatchOutcome]:
    """Return the work that settles disagreements, (article, its key) each, alike, in one step.

    It runs in any thread, through the file that it is given there.
    """
    by_key: dict[int, list[str]] = {}
    for article, key in chosen:
        by_key.setdefault(article, []).append(key)
    actor = review.project.batches.actor()
    args = {"choice": str(ruling.choice), "taken": list(ruling.taken)}
    header = review.project.batches.header(SETTLE, args)
    annotators, reviewer = review.annotators, review.setup.reviewer

    def work(file: ProjectFile, progress: Progress) -> BatchOutcome:
        def deciding(article: int, keys: list[str]) -> Callable[[AnnotatedArticle], Edit]:
            def decide(state: AnnotatedArticle) -> Edit:
                matched = matched_article(file, article, annotators)
                found = {one.key: one for one in disagreements(matched)}
                after = state
                for key in keys:
                    after = apply(after, settle(after, matched, found[key], ruling, actor))
                return difference(state, after)

            return decide

        items = (BatchItem(key, reviewer, deciding(key, keys)) for key, keys in by_key.items())
        return file.record_batch(header, items, progress=progress)

    return work


def review_sample(review: Review, progress: Progress | None = None) -> Sample:
    """Return what figures of a review are measured on; articles by their key. Any thread may ask.

    Raises:
        UserError: the project cannot be read.
        Cancelled: ``progress`` was cancelled.
    """
    progress = progress or Progress()
    with review.project.file.reader() as reader:
        total, keys = reader.article_count(), reader.article_keys()
        shared = []
        for number, (matched, _) in enumerate(by_article(reader, review.setup)):
            progress.at(number, total)
            if len(matched.sets) > 1:
                shared.append(shared_article(str(keys[matched.article.sha256]), matched))
    return Sample(tuple(shared), review.annotators)


def measured(sample: Sample, article: int | None = None) -> Figures:
    """Return the figures of a sample, or of one of its articles (its key) alone."""
    if article is not None:
        found = [at for at, one in enumerate(sample.articles) if one.key == str(article)]
        sample = sample.among(found)
    return Figures(tuple((metric, metric.of(sample)) for metric in METRICS), confusion(sample))


def agreement_by_article(sample: Sample) -> Mapping[int, float]:
    """Return the exact F1 of every article that has one, by the article's key."""
    figures = figures_by_article(EXACT, sample)
    return {int(key): figure.value for key, figure in figures if figure.value is not None}


def agreement_over_time(sample: Sample, most: int = 20) -> tuple[Point, ...]:
    """Return the exact F1 by day of work; where there are no two days, by stretch of articles.

    There are at most ``most`` stretches; days may be more. Points without a figure are left out.
    """
    points = by_day(EXACT, sample)
    if len(points) < 2:
        points = by_stretch(EXACT, sample, max(1, ceil(len(sample.articles) / most)))
    return tuple(point for point in points if point.figure.value is not None)
