"""A metric's figures by pair of annotators, by label, by article and over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.review.agreement.base import Figure, Metric, mean
from annotator.review.agreement.sample import Sample


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The figures of a metric: of the whole, of each pair of annotators, of each label.

    A label's figure is what the metric gives when it is the only label there is. Metrics of
    quotes have none.
    """

    metric: Metric
    whole: Figure
    pairs: Mapping[tuple[str, str], Figure]
    labels: Mapping[str, Figure]


class Point(NamedTuple):
    """A figure in time: ``at`` is a day, or the key of the first article of a stretch."""

    at: str
    articles: int
    figure: Figure


def break_down(metric: Metric, sample: Sample) -> Breakdown:
    """Measure a sample as a whole, by pair and by label."""
    pairs = {names: metric.of(pair) for names, pair in sample.pairs.items()}
    whole = mean(list(pairs.values())) if metric.pairwise and pairs else metric.of(sample)
    labels = () if metric.of_quotes else sample.labels
    return Breakdown(
        metric, whole, pairs, {label: metric.of(sample.of_label(label)) for label in labels}
    )


def by_article(metric: Metric, sample: Sample) -> Iterator[tuple[str, Figure]]:
    """Yield each article's key with its figure, as if it were the only article."""
    for at, article in enumerate(sample.articles):
        yield article.key, metric.of(sample.among([at]))


def by_day(metric: Metric, sample: Sample) -> list[Point]:
    """Return the figure of each day's articles, the days in order, without undated articles."""
    days: dict[str, list[int]] = {}
    for at, article in enumerate(sample.articles):
        if article.day:
            days.setdefault(article.day, []).append(at)
    return [_point(metric, sample, day, days[day]) for day in sorted(days)]


def by_stretch(metric: Metric, sample: Sample, articles: int) -> list[Point]:
    """Return the figure of each so many articles in the order of the sample."""
    every = range(len(sample.articles))
    stretches = [every[at : at + articles] for at in every[::articles]]
    return [_point(metric, sample, sample.articles[part[0]].key, part) for part in stretches]


def _point(metric: Metric, sample: Sample, at: str, chosen: Sequence[int]) -> Point:
    return Point(at, len(chosen), metric.of(sample.among(chosen)))
