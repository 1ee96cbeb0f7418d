"""Records just as this program writes them, read column by column: the usual case, and a fast one.

One at a time, each value of each record is looked at by Python code. Here the records of an
article are turned into columns, and each check is one call over a whole column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import lt
from types import NoneType
from typing import Any, NamedTuple, Protocol

from annotator.core.annotated import in_reading_order
from annotator.core.entities import Entity, Reason, make_entity
from annotator.core.quotes import Quote, make_quote
from annotator.core.spans import Span
from annotator.formats.jsonl_keys import QUOTE_TYPES, STATUSES
from annotator.formats.span_columns import are_numbers, covered, spans_of, unusual_ones

WRITTEN = (
    "id", "start", "end", "label", "text", "status",
    "origin", "score", "annotator", "note", "created", "modified",
)  # fmt: skip
"""Keys of an entity as this program writes it, in this order; others come after them."""

WRITTEN_QUOTE = (
    "id", "type", "content", "text", "cue", "source", "speaker", "verbatim", "nested_in",
    "closed", "via", "addressee", "nonfact", "optional", "status",
    "origin", "score", "annotator", "note", "created", "modified",
)  # fmt: skip
"""Those of a quote."""

_DICT, _LIST, _BOOL = {dict}, {list}, {bool}
_SCORES = {float, NoneType}
_NAMES = {str, NoneType}
_PAIR = {2}


class Settle(Protocol):
    """Says where a span really is, None for nowhere, and reports what is wrong with it."""

    def __call__(self, start: int, end: int, quoted: str, record: str, part: str) -> Span | None:
        """Settle a span of a record by that id."""
        ...


class More(NamedTuple):
    """What few records have: the values of the keys behind those that all have."""

    reasons: tuple[Reason, ...]
    flags: tuple[str, ...]
    extra: Mapping[str, Any]


ReadMore = Callable[[dict[str, Any], str], More]
"""Reads that of a record by its id."""


def written_entities(
    values: Sequence[Any], text: str, unusual: frozenset[int], settle: Settle, more: ReadMore
) -> tuple[Entity, ...] | None:
    """Return the entities of an article in reading order, or None.

    None says that there are none, or that some record is not as this program writes it; which one
    and why is for the reader to find that takes one after the other. ``unusual`` are the places of
    ``text`` at which a span may be invalid though no white space is there: these are settled.
    """
    columns = _columns(values, WRITTEN)
    if columns is None:
        return None
    ids, starts, ends, labels, quoted, names, origins, scores, annotators, *said = columns
    if (
        not _are_strings(ids, labels, quoted, names, origins, *said)
        or not are_numbers(starts, ends)
        or not _is_history(ids, names, scores, annotators)
        or not (all(labels) and all(quoted))
        or covered(text, starts, ends) != quoted
    ):
        return None
    statuses = map(STATUSES.__getitem__, names)
    spans: list[Any] = [*spans_of(starts, ends)]
    odd = unusual_ones(spans, unusual)
    for at in odd:
        spans[at] = settle(starts[at], ends[at], quoted[at], ids[at], "span")
    history = (origins, scores, annotators, *said, *_more(values, ids, WRITTEN, more))
    entities = tuple(map(make_entity, ids, spans, labels, statuses, *history))
    if odd:
        settled = zip(entities, spans, strict=True)
        return in_reading_order(entity for entity, span in settled if span is not None)
    in_order = all(map(lt, starts, islice(starts, 1, None)))
    return entities if in_order else in_reading_order(entities)


def written_quotes(
    values: Sequence[Any], text: str, unusual: frozenset[int], more: ReadMore
) -> list[Quote] | None:
    """Return the quotes of an article as they stand, or None, as for entities.

    A span at one of the ``unusual`` places is for the other reader. That the quotes around nested
    ones are there is not looked at.
    """
    columns = _columns(values, WRITTEN_QUOTE)
    if columns is None:
        return None
    (
        ids, kinds, contents, quoted, cues, sources, speakers, verbatims, outer,
        closed, vias, addressees, nonfacts, optionals, names, origins, scores, annotators, *said,
    ) = columns  # fmt: skip
    lists, mentions = (contents, cues, verbatims), (sources, speakers, vias, addressees)
    if (
        not _are_strings(ids, kinds, names, origins, *said)
        or set(map(type, chain(quoted, *lists))) != _LIST
        or set(map(type, chain(closed, nonfacts, optionals))) != _BOOL
        or not set(map(type, outer)) <= _NAMES
        or not set(kinds) <= QUOTE_TYPES.keys()
        or not _is_history(ids, names, scores, annotators)
        or not all(contents)
    ):
        return None
    spans = _spans(_pairs(lists, mentions), text, unusual)
    if spans is None or not _is_quoted(text, contents, quoted, spans):
        return None
    found = iter(spans)
    parts = [[tuple(islice(found, len(pairs))) for pairs in column] for column in lists]
    single = [[None if pair is None else next(found) for pair in column] for column in mentions]
    return list(
        map(
            make_quote,
            ids, map(QUOTE_TYPES.__getitem__, kinds), parts[0], parts[1],
            single[0], single[1], parts[2], [id_ or None for id_ in outer], closed,
            single[2], single[3], nonfacts, optionals, map(STATUSES.__getitem__, names),
            origins, scores, annotators, *said, *_more(values, ids, WRITTEN_QUOTE, more),
        )
    )  # fmt: skip


def _columns(values: Sequence[Any], keys: tuple[str, ...]) -> list[tuple[Any, ...]] | None:
    """Return the columns of records that all begin with these keys, or None."""
    if set(map(type, values)) != _DICT:
        return None
    width = len(keys)
    if any(found[:width] != keys for found in set(map(tuple, values))):
        return None
    return list(islice(zip(*map(dict.values, values), strict=False), width))


def _are_strings(*columns: Iterable[Any]) -> bool:
    try:
        # Only strings can be joined: cheaper than a look at the type of each.
        "".join(chain(*columns))
    except TypeError:
        return False
    return True


def _is_history(
    ids: Sequence[str], names: Sequence[str], scores: Sequence[Any], annotators: Sequence[Any]
) -> bool:
    """Whether ids are there, each once, and the columns hold what they may."""
    return (
        all(ids)
        and len(set(ids)) == len(ids)
        and set(names) <= STATUSES.keys()
        and set(map(type, scores)) <= _SCORES
        and set(map(type, annotators)) <= _NAMES
    )


def _more(
    values: Sequence[dict[str, Any]], ids: Sequence[str], keys: tuple[str, ...], read: ReadMore
) -> Iterable[Iterable[Any]]:
    """Return the columns of :class:`More`; none where no record has more than these keys."""
    width = len(keys)
    longer = [at for at, length in enumerate(map(len, values)) if length > width]
    if not longer:
        return ()
    found: dict[int, More] = {at: read(values[at], ids[at]) for at in longer}
    return zip(*(found.get(at) or More((), (), {}) for at in range(len(values))), strict=True)


def _pairs(lists: Iterable[Iterable[Any]], mentions: Iterable[Iterable[Any]]) -> list[Any]:
    """Return all pairs of quotes: those of lists, then those that stand alone."""
    listed = chain.from_iterable(chain.from_iterable(lists))
    return [*listed, *(pair for pair in chain.from_iterable(mentions) if pair is not None)]


def _spans(pairs: Sequence[Any], text: str, unusual: frozenset[int]) -> list[Span] | None:
    """Return pairs as spans; None where one is no valid span for sure."""
    if set(map(type, pairs)) != _LIST or set(map(len, pairs)) != _PAIR:
        return None
    starts, ends = zip(*pairs, strict=True)
    if not are_numbers(starts, ends):
        return None
    spans = spans_of(starts, ends)
    return spans if covered(text, starts, ends) and not unusual_ones(spans, unusual) else None


def _is_quoted(
    text: str, contents: Sequence[Any], quoted: Sequence[Any], spans: Iterable[Span]
) -> bool:
    """Whether each quote's text is what its content covers; its spans come first."""
    if list(map(len, contents)) != list(map(len, quoted)):
        return False
    stated: Iterator[Any] = chain.from_iterable(quoted)
    return all(text[start:end] == said for said, (start, end) in zip(stated, spans, strict=False))
