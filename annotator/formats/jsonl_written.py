"""Entities just as this program writes them, read column by column: the usual case, and a fast one.

One at a time, each value of each record is looked at by Python code. Here the records of an
article are turned into columns, and each check is one call over a whole column.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain, islice
from operator import lt, sub
from types import NoneType
from typing import Any, Protocol

from annotator.core.annotated import in_reading_order
from annotator.core.entities import Entity, make_entity
from annotator.core.spans import Span
from annotator.formats.jsonl_keys import STATUSES

WRITTEN = (
    "id", "start", "end", "label", "text", "status",
    "origin", "score", "annotator", "note", "created", "modified",
)  # fmt: skip
"""Keys of an entity as this program writes it, in this order; what comes after them is rare."""

_INT = {int}
_SCORES = {float, NoneType}
_NAMES = {str, NoneType}

# Past the named tuple's own __new__, which is Python code.
_span: Any = partial(tuple.__new__, Span)


class Settle(Protocol):
    """Says where a span really is, None for nowhere, and reports what is wrong with it."""

    def __call__(self, start: int, end: int, quoted: str, record: str, part: str) -> Span | None:
        """Settle a span of a record by that id."""
        ...


def written_entities(
    values: Sequence[Any], text: str, unusual: frozenset[int], settle: Settle
) -> tuple[Entity, ...] | None:
    """Return the entities of an article in reading order, or None.

    None says that there are none, or that some record is not as this program writes it; which one
    and why is for the reader to find that takes one after the other. ``unusual`` are the places of
    ``text`` at which a span may be invalid though no white space is there: these are settled.
    """
    if not all(type(value) is dict and tuple(value) == WRITTEN for value in values) or not values:
        return None
    columns = zip(*[value.values() for value in values], strict=True)
    ids, starts, ends, labels, quoted, names, origins, scores, annotators, *said = columns
    try:
        # Only strings can be joined: cheaper than a look at the type of each.
        "".join(chain(ids, labels, quoted, names, origins, *said))
    except TypeError:
        return None
    if (
        set(map(type, starts)) != _INT
        or set(map(type, ends)) != _INT
        or not set(map(type, scores)) <= _SCORES
        or not set(map(type, annotators)) <= _NAMES
        or not set(names) <= STATUSES.keys()
        or len(set(ids)) != len(ids)
        or not (all(ids) and all(labels) and all(quoted))
    ):
        return None
    if (
        min(starts) < 0
        # What is quoted is as long as its span, so that no span ends behind the text.
        or tuple(map(len, quoted)) != tuple(map(sub, ends, starts))
        or tuple(map(text.__getitem__, map(slice, starts, ends))) != quoted
        or tuple(map(str.strip, quoted)) != quoted
    ):
        return None
    statuses = map(STATUSES.__getitem__, names)
    spans: list[Any] = list(map(_span, zip(starts, ends, strict=True)))
    odd = _at(unusual, spans)
    for at in odd:
        spans[at] = settle(starts[at], ends[at], quoted[at], ids[at], "span")
    history = (origins, scores, annotators, *said)
    entities = tuple(map(make_entity, ids, spans, labels, statuses, *history))
    if odd:
        settled = zip(entities, spans, strict=True)
        return in_reading_order(entity for entity, span in settled if span is not None)
    in_order = all(map(lt, starts, islice(starts, 1, None)))
    return entities if in_order else in_reading_order(entities)


def _at(unusual: frozenset[int], spans: Sequence[Span]) -> list[int]:
    """Return the numbers of the spans with an edge at an unusual place."""
    if not unusual:
        return []
    return [
        number
        for number, (start, end) in enumerate(spans)
        if not unusual.isdisjoint((start - 1, start, end - 1, end))
    ]
