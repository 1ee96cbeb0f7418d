"""Agreement of two annotators about quotes: contents first, then what is said of each quote.

Quotes are paired one to one by what their contents share (:mod:`annotator.review.quote_scores`).
Contents are counted as F1 like spans (:mod:`annotator.review.agreement.span_f1`); type, cue and
source are plain shares of the quotes whose contents have an intersection over union of at least
one half. Only articles that both have count. Undefined where nobody marked a quote, or no quote of
one answers one of the other.
"""

from __future__ import annotations

from collections.abc import Callable

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.quotes import Quote
from annotator.review.agreement.base import (
    NO_PAIRED_QUOTES,
    NO_QUOTES,
    Figure,
    Metric,
    undefined,
)
from annotator.review.agreement.sample import Sample, once
from annotator.review.entity_scores import Score
from annotator.review.quote_scores import (
    ENOUGH,
    QuotePair,
    content_overlap,
    pair_quotes,
    same_cue,
    same_source,
)

Alike = Callable[[Quote, Quote], bool]


def content_score(sample: Sample, alike: Alike) -> Score:
    """Count the quotes of two annotators whose contents are alike; the first stands as gold."""
    pairs = _pairs(sample)
    both = [(gold, found) for gold, found in pairs if gold is not None and found is not None]
    return Score(
        sum(alike(gold, found) for gold, found in both),
        sum(found is not None for _, found in pairs),
        sum(gold is not None for gold, _ in pairs),
    )


def same_content(a: Quote, b: Quote) -> bool:
    """Whether two quotes have the same parts of content to the letter."""
    return a.content == b.content


def near_content(a: Quote, b: Quote) -> bool:
    """Whether two contents share at least half of what both cover together."""
    return content_overlap(a, b) >= ENOUGH


def same_type(a: Quote, b: Quote) -> bool:
    """Whether both are direct, mixed or indirect."""
    return a.type is b.type


@once
def _pairs(sample: Sample) -> list[QuotePair]:
    a, b = sample.annotators
    return [
        pair
        for article in sample.articles
        if a in article.spans and b in article.spans
        for pair in pair_quotes(article.quotes.get(a, ()), article.quotes.get(b, ()))
    ]


@once
def _near_pairs(sample: Sample) -> list[tuple[Quote, Quote]]:
    return [
        (a, b) for a, b in _pairs(sample) if a is not None and b is not None and near_content(a, b)
    ]


def _content(alike: Alike) -> Callable[[Sample], Figure]:
    def measure(sample: Sample) -> Figure:
        score = content_score(sample, alike)
        quotes = score.predicted + score.gold
        return Figure(score.f1, quotes) if quotes else undefined(NO_QUOTES)

    return measure


def _share(alike: Alike) -> Callable[[Sample], Figure]:
    def measure(sample: Sample) -> Figure:
        both = _near_pairs(sample)
        if not both:
            return undefined(NO_PAIRED_QUOTES if _pairs(sample) else NO_QUOTES)
        return Figure(sum(alike(a, b) for a, b in both) / len(both), len(both))

    return measure


QUOTE_METRICS = (
    Metric(
        "quote_content_exact",
        Message(QT_TRANSLATE_NOOP("messages", "Quotes: F1 of content, exact")),
        Message(
            QT_TRANSLATE_NOOP(
                "messages",
                "Counts the quotes whose content two annotators have marked alike to the letter;"
                " type, cue and source are left out.",
            )
        ),
        _content(same_content),
        pairwise=True,
        of_quotes=True,
    ),
    Metric(
        "quote_content_half",
        Message(QT_TRANSLATE_NOOP("messages", "Quotes: F1 of content, half in common")),
        Message(
            QT_TRANSLATE_NOOP(
                "messages",
                "Counts the quotes whose contents share at least half of what both cover together;"
                " how far they differ beyond that, type, cue and source are left out.",
            )
        ),
        _content(near_content),
        pairwise=True,
        of_quotes=True,
    ),
    Metric(
        "quote_type",
        Message(QT_TRANSLATE_NOOP("messages", "Quotes: type")),
        Message(
            QT_TRANSLATE_NOOP(
                "messages",
                "Counts, among the quotes that both have with at least half of the content in"
                " common, those of the same type (direct, mixed, indirect); quotes that only one"
                " has are left out.",
            )
        ),
        _share(same_type),
        pairwise=True,
        of_quotes=True,
    ),
    Metric(
        "quote_cue",
        Message(QT_TRANSLATE_NOOP("messages", "Quotes: cue")),
        Message(
            QT_TRANSLATE_NOOP(
                "messages",
                "Counts, among the quotes that both have with at least half of the content in"
                " common, those whose cues share a letter, or that have none with either; quotes"
                " that only one has are left out.",
            )
        ),
        _share(same_cue),
        pairwise=True,
        of_quotes=True,
    ),
    Metric(
        "quote_source",
        Message(QT_TRANSLATE_NOOP("messages", "Quotes: source")),
        Message(
            QT_TRANSLATE_NOOP(
                "messages",
                "Counts, among the quotes that both have with at least half of the content in"
                " common, those with the same source, by the mention or by the speaker, or with"
                " none; quotes that only one has are left out.",
            )
        ),
        _share(same_source),
        pairwise=True,
        of_quotes=True,
    ),
)
