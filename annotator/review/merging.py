"""One annotation set out of several, by a rule.

A rule says, of each group of records that answer each other, which are kept, from who stands for
which. A record that is kept is as its first annotator made it; ``extra`` says under ``from`` who
stands for it, and under ``rule`` which rule kept it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import ArticleStatus
from annotator.core.entities import Entity
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.review.groups import Group, grouped
from annotator.review.records import (
    MatchedArticle,
    Record,
    accepted_entities,
    accepted_quotes,
)
from annotator.review.taking import Backing, Candidate, candidates, nested, taken


class Asks(Enum):
    """What a rule has to be told."""

    NOTHING = auto()
    ORDER = auto()
    THRESHOLD = auto()


class RuleOptions(NamedTuple):
    """What a rule may ask for: who comes first, and how many have to agree."""

    order: tuple[str, ...] = ()
    threshold: int = 2


Choose = Callable[[Sequence[Backing], int, RuleOptions], list[int]]
"""Which records of a group are kept, from who stands for each and how many had the article."""


@dataclass(frozen=True, slots=True)
class MergeRule:
    """A way to make one set of several. ``choose`` is never asked about an empty group."""

    id: str
    name: Message
    description: Message
    choose: Choose
    asks: Asks = Asks.NOTHING


def _agreed(backings: Sequence[Backing], annotators: int, options: RuleOptions) -> list[int]:
    return _at_least(backings, max(annotators, 2))


def _union(backings: Sequence[Backing], annotators: int, options: RuleOptions) -> list[int]:
    return list(range(len(backings)))


def _majority(backings: Sequence[Backing], annotators: int, options: RuleOptions) -> list[int]:
    return _at_least(backings, max(annotators // 2 + 1, 2))


def _threshold(backings: Sequence[Backing], annotators: int, options: RuleOptions) -> list[int]:
    return _at_least(backings, options.threshold)


def _priority(backings: Sequence[Backing], annotators: int, options: RuleOptions) -> list[int]:
    ranks = {name: rank for rank, name in enumerate(options.order)}

    def first(number: int) -> int:
        return min(ranks.get(name, len(ranks)) for name in backings[number])

    return [min(range(len(backings)), key=first)]


def _at_least(backings: Sequence[Backing], wanted: int) -> list[int]:
    return [number for number, backing in enumerate(backings) if len(backing) >= wanted]


MERGE_RULES = (
    MergeRule(
        "agreed",
        message(QT_TRANSLATE_NOOP("messages", "Agreed only")),
        message(
            QT_TRANSLATE_NOOP("messages", "What everyone who has the article marked the same.")
        ),
        _agreed,
    ),
    MergeRule(
        "majority",
        message(QT_TRANSLATE_NOOP("messages", "Majority")),
        message(
            QT_TRANSLATE_NOOP(
                "messages", "What more than half of those who have the article marked the same."
            )
        ),
        _majority,
    ),
    MergeRule(
        "threshold",
        message(QT_TRANSLATE_NOOP("messages", "At least so many")),
        message(QT_TRANSLATE_NOOP("messages", "What at least so many annotators marked the same.")),
        _threshold,
        Asks.THRESHOLD,
    ),
    MergeRule(
        "priority",
        message(QT_TRANSLATE_NOOP("messages", "By annotator")),
        message(
            QT_TRANSLATE_NOOP(
                "messages",
                "At each place what the first annotator of an order marked; where they marked "
                "nothing, the next one.",
            )
        ),
        _priority,
        Asks.ORDER,
    ),
    MergeRule(
        "union",
        message(QT_TRANSLATE_NOOP("messages", "Everything")),
        message(QT_TRANSLATE_NOOP("messages", "All that anybody marked, each once.")),
        _union,
    ),
)
"""Every rule; one line here adds one."""

RULES: Mapping[str, MergeRule] = {rule.id: rule for rule in MERGE_RULES}


def merged(
    matched: MatchedArticle, rule: MergeRule, options: RuleOptions, annotator: str
) -> AnnotatedArticle:
    """Return the set of ``annotator`` that the rule makes of an article's sets.

    The article is done where all are done with it, else in progress.
    """
    sets = tuple(matched.sets.values())
    names = tuple(matched.sets)

    def kept(groups: Iterable[Group], prefix: str) -> list[Record]:
        found = [c for group in groups for c in _chosen(rule, options, names, group)]
        return [taken(c, f"{prefix}{n}", rule.id) for n, c in enumerate(found, 1)]

    entities = kept(grouped([accepted_entities(s) for s in sets]), "e")
    quotes = [
        quote
        for quote in kept(grouped([accepted_quotes(s) for s in sets]), "q")
        if isinstance(quote, Quote)
    ]
    is_done = all(s.status in _FINISHED for s in sets)
    return AnnotatedArticle(
        matched.article,
        annotator,
        ArticleStatus.DONE if is_done else ArticleStatus.IN_PROGRESS,
        in_reading_order(entity for entity in entities if isinstance(entity, Entity)),
        in_reading_order(nested(quotes, quotes, matched.sets)),
        _nonquotes(rule, options, matched),
    )


_FINISHED = frozenset({ArticleStatus.DONE, ArticleStatus.REVIEWED})


def _chosen(
    rule: MergeRule, options: RuleOptions, names: Sequence[str], group: Group
) -> list[Candidate]:
    found = candidates(names, group)
    chosen = rule.choose([c.backing for c in found], len(names), options)
    return [found[number] for number in chosen]


def _nonquotes(rule: MergeRule, options: RuleOptions, matched: MatchedArticle) -> tuple[Span, ...]:
    backed: dict[Span, Backing] = {}
    for name, article in matched.sets.items():
        for span in dict.fromkeys(article.nonquotes):
            backed[span] = (*backed.get(span, ()), name)
    return tuple(
        span for span in sorted(backed) if rule.choose([backed[span]], len(matched.sets), options)
    )
