"""Articles dealt out to people: to each as many, some of them to two people."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message


def portions(articles: int, people: int, overlap: float, seed: int) -> list[tuple[int, ...]]:
    """Return for each article the numbers of the people who get it.

    A share ``overlap`` of the articles, spread evenly over their order, goes to two people, each
    two of them together about as often. Nobody has more than one article more than another. Who
    comes first is chance, the same for the same seed; so articles that stand side by side go to
    different people.

    Raises:
        UserError: there are fewer people than an article needs, or the share is none.
    """
    _check(people, overlap)
    chance = random.Random(seed)  # noqa: S311 - who gets what, no secret
    shared = _spread(articles, round(articles * overlap), chance.random())
    load = [0] * people
    together: Counter[tuple[int, int]] = Counter()
    found: list[tuple[int, ...]] = []
    for article in range(articles):
        least = min(load)
        free = [person for person in range(people) if load[person] == least]
        if article in shared:
            pairs = _pairs(free, load, least)
            fewest = min(together[pair] for pair in pairs)
            who: tuple[int, ...] = chance.choice([p for p in pairs if together[p] == fewest])
            together[who[0], who[1]] += 1
        else:
            who = (chance.choice(free),)
        for person in who:
            load[person] += 1
        found.append(who)
    return found


def _pairs(free: Sequence[int], load: Sequence[int], least: int) -> list[tuple[int, int]]:
    """Return the pairs of people that keep the load even."""
    if len(free) > 1:
        return list(combinations(free, 2))
    first = free[0]
    others = (person for person, has in enumerate(load) if has == least + 1)
    return [(min(first, other), max(first, other)) for other in others]


def _spread(articles: int, count: int, start: float) -> frozenset[int]:
    """Return so many of the articles, at even distances from each other."""
    return frozenset(int((number + start) * articles / count) for number in range(count))


def _check(people: int, overlap: float) -> None:
    if people < 1 or (people < 2 and overlap):
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "There are too few annotators.")),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Name two or more; one alone shares no articles.")
            ),
        )
    if not 0 <= overlap <= 1:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "This is no share of the articles: {share}."),
                share=overlap,
            ),
            todo=message(QT_TRANSLATE_NOOP("messages", "Give a number from 0 to 1, as 0.1.")),
        )
