"""What a review's window asks for besides single verdicts: by hand, all alike, and the figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from math import ceil

from annotator.core.annotated import AnnotatedArticle, next_id
from annotator.core.batches import difference
from annotator.core.decisions import add_entities
from annotator.core.edits import Edit, QuoteChange, apply
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.core.verdicts import Choice
from annotator.review.agreement import METRICS
from annotator.review.agreement.base import Figure, Metric
from annotator.review.agreement.breakdown import Point, by_day, by_stretch
from annotator.review.agreement.breakdown import by_article as figures_by_article
from annotator.review.agreement.confusion import ConfusionMatrix, confusion
from annotator.review.agreement.sample import Sample
from annotator.review.agreement.span_f1 import EXACT
from annotator.review.comparing import disagreements
from annotator.review.records import Disagreement, Record
from annotator.review.settling import SETTLE, Ruling, settle
from annotator.review.taking import FROM
from annotator.services.comparison import shared_article
from annotator.services.reviewing import (
    Review,
    Row,
    by_article,
    matched_article,
)
from annotator.services.session import Changed
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


def settle_by_hand(
    review: Review, row: Row, span: Span, label: str, ruling: Ruling, *, by: object = None
) -> Changed | None:
    """Settle a disagreement with what the reviewer marks: ``span`` under ``label``, in one step.

    For quotes ``span`` is the content, and all else is as the first annotator has it who has
    one; ``label`` is of no account. ``ruling`` gives the note and the fault.

    Raises:
        KeyError: there is no such article or disagreement.
        UserError: the same is there already, or it could not be saved; nothing has changed.
    """
    matched = review.article(row.article)
    found = {d.key: d for d in review.disagreements(row.article)}[row.key]
    session = review.session(row.article)
    state, actor = session.state, session.actor()
    marked = (
        _with_quote(state, found, span)
        if found.is_quote
        else apply(state, add_entities(state, [span], label, actor))
    )
    made = _made(state, marked)
    if not made:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This is in the reviewed article already."))
        )
    by_hand = replace(ruling, choice=Choice.EDITED, taken=(), records=made)
    settling = settle(marked, matched, found, by_hand, actor)
    edit = replace(
        difference(state, apply(marked, settling)),
        name=settling.name,
        by=actor.name,
        at=actor.at,
        args=settling.args,
    )
    return session.perform(edit, by)


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


def _with_quote(state: AnnotatedArticle, found: Disagreement, span: Span) -> AnnotatedArticle:
    """Return the state with the first quote of a disagreement in it, of this content."""
    first = next(record for record in found.records if isinstance(record, Quote))
    id_ = next_id("q", state.quotes)
    extra = {name: value for name, value in first.extra.items() if name != FROM}
    made = replace(first, id=id_, content=(span,), nested_in=None, extra=extra)
    return apply(state, Edit("add_quote", (QuoteChange(None, made),)))


def _made(before: AnnotatedArticle, after: AnnotatedArticle) -> tuple[str, ...]:
    """Return the ids of what is there after and was not, or was otherwise, before."""
    records: tuple[Record, ...] = (*after.entities, *after.quotes)
    old: tuple[Record, ...] = (*before.entities, *before.quotes)
    known = {record.id: record for record in old}
    return tuple(record.id for record in records if known.get(record.id) != record)
