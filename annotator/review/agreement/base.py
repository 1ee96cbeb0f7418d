"""What a metric of agreement is, and the figure that it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.review.agreement.sample import Sample

ONE_ANNOTATOR = Message(QT_TRANSLATE_NOOP("messages", "There is only one annotator."))
NOTHING_SHARED = Message(
    QT_TRANSLATE_NOOP("messages", "No article was annotated by two of the annotators.")
)
NOTHING_COMMON = Message(
    QT_TRANSLATE_NOOP("messages", "No article was annotated by all of the annotators.")
)
NO_TOKENS = Message(QT_TRANSLATE_NOOP("messages", "There is no word to compare."))
NO_SPANS = Message(QT_TRANSLATE_NOOP("messages", "Nobody marked anything."))
ONE_VALUE = Message(
    QT_TRANSLATE_NOOP(
        "messages", "All words have the same label, or none: nothing tells agreement from chance."
    )
)
ONE_LABEL = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "Only one label occurs: among labelled words nothing tells agreement from chance.",
    )
)
NO_CHANCE = Message(
    QT_TRANSLATE_NOOP("messages", "What is marked leaves no room for disagreement by chance.")
)
NO_QUOTES = Message(QT_TRANSLATE_NOOP("messages", "Nobody marked a quote."))
NO_PAIRED_QUOTES = Message(
    QT_TRANSLATE_NOOP("messages", "No quote of one answers a quote of another.")
)


class Figure(NamedTuple):
    """A measured agreement: 1 is full agreement; what chance-corrected ones call chance is 0.

    ``value`` is None where the metric is undefined, and ``reason`` then says why. ``units`` is how
    many things were compared: tokens, spans, code points or quotes, as the metric says; of a mean
    over pairs it is their sum.
    """

    value: float | None
    units: int = 0
    reason: Message | None = None


def undefined(reason: Message, units: int = 0) -> Figure:
    """Return the figure of a metric that is not defined here."""
    return Figure(None, units, reason)


@dataclass(frozen=True, slots=True)
class Metric:
    """One way to measure agreement.

    ``id`` is stable (files, the command line). ``says`` is one sentence: what is counted and what
    is left out. ``measure`` gets a sample of at least two annotators with an article in common; a
    ``pairwise`` one gets exactly two, and both have annotated at least one same article.
    ``of_quotes`` ones look at quotes, all others at entities and have figures for each label.
    """

    id: str
    name: Message
    says: Message
    measure: Callable[[Sample], Figure]
    pairwise: bool = False
    of_quotes: bool = False

    def of(self, sample: Sample) -> Figure:
        """Measure a sample; pairwise ones give the plain mean over the pairs that have a figure."""
        if len(sample.annotators) < 2:
            return undefined(ONE_ANNOTATOR)
        if not (sample.present.sum(axis=0) > 1).any():
            return undefined(NOTHING_SHARED)
        if self.pairwise and len(sample.annotators) > 2:
            return mean([self.of(pair) for pair in sample.pairs.values()])
        return self.measure(sample)


def mean(figures: Sequence[Figure]) -> Figure:
    """Return the mean of the figures that are defined; the first one's reason where none is."""
    known = [figure for figure in figures if figure.value is not None]
    if not known:
        return undefined(figures[0].reason or NOTHING_SHARED, sum(f.units for f in figures))
    values = [figure.value for figure in known if figure.value is not None]
    return Figure(sum(values) / len(values), sum(figure.units for figure in known))
