"""Records taken over from annotators' sets into another one, saying from whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity
from annotator.core.quotes import Quote
from annotator.review.groups import Group
from annotator.review.records import Record, identity

FROM = "from"
"""Key of ``extra``: the annotators who stand for a record."""
RULE = "rule"
"""Key of ``extra``: the id of the rule that kept a record."""

Backing = tuple[str, ...]
"""The annotators who stand for a record, in their order."""


class Candidate(NamedTuple):
    """One of the different records of a group, as its first annotator made it."""

    record: Record
    backing: Backing


def candidates(names: Sequence[str], group: Group) -> list[Candidate]:
    """Return the different records of a group, and who stands for each."""
    found: dict[Any, Candidate] = {}
    for name, record in zip(names, group, strict=True):
        if record is None:
            continue
        same = identity(record)
        known = found.get(same)
        first, backing = known or Candidate(record, ())
        found[same] = Candidate(first, (*backing, name))
    return list(found.values())


def taken(candidate: Candidate, id_: str, rule: str = "") -> Record:
    """Return a candidate under an id of its new set; ``extra`` says from whom, by what rule.

    A quote is not nested in another one yet: see :func:`nested`.
    """
    record, backing = candidate
    extra: dict[str, Any] = {**record.extra, FROM: list(backing)}
    if rule:
        extra[RULE] = rule
    if isinstance(record, Entity):
        return replace(record, id=id_, extra=extra)
    return replace(record, id=id_, nested_in=None, extra=extra)


def taken_from(record: Record) -> Backing:
    """Return the annotators from whom a record was taken; none where it was not."""
    value = record.extra.get(FROM)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def nested(
    made: Iterable[Quote], known: Iterable[Quote], sets: Mapping[str, AnnotatedArticle]
) -> list[Quote]:
    """Return quotes nested as they are with the annotator they come from, in quotes of their set.

    ``made`` were just taken, ``known`` are all quotes of the new set. One whose outer quote the
    set has not is nested in none.
    """
    ids = {identity(quote): quote.id for quote in known}
    return [replace(quote, nested_in=_outer(quote, ids, sets)) for quote in made]


def _outer(
    quote: Quote, ids: Mapping[Any, str], sets: Mapping[str, AnnotatedArticle]
) -> str | None:
    for annotator in taken_from(quote):
        theirs = sets.get(annotator)
        own = (
            next((q for q in theirs.quotes if identity(q) == identity(quote)), None)
            if theirs
            else None
        )
        outer = theirs.quote(own.nested_in) if theirs and own and own.nested_in else None
        if outer is not None and (found := ids.get(identity(outer))) not in {None, quote.id}:
            return found
    return None
