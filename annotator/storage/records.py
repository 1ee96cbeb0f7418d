"""Rows of the project file to core objects and back."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import partial
from itertools import chain
from typing import Any, cast

import orjson

from annotator.core.entities import Entity, Reason, Status, make_entity
from annotator.core.quotes import Quote, QuoteType, make_quote
from annotator.core.spans import Span

Row = tuple[Any, ...]

# Past the named tuple's own __new__, which is Python code.
_span: Any = partial(tuple.__new__, Span)

ENTITY_COLUMNS = (
    'id, "start", "end", label, status, origin, score, annotator, note, created, modified, more'
)
QUOTE_COLUMNS = "id, type, parts, status, origin, score, annotator, note, created, modified, more"

_STATUSES = {status.value: status for status in Status}
_TYPES = {kind.value: kind for kind in QuoteType}
# An enum looks its value up in Python code; rows are made by the hundred thousand.
_STATUS_NAMES = {status: status.value for status in Status}
_TYPE_NAMES = {kind: kind.value for kind in QuoteType}
_QUOTE_MENTIONS = ("source", "speaker", "via", "addressee")
_QUOTE_PLAIN = frozenset({"nested_in", "closed", "nonfact", "optional"})
_QUOTE_DEFAULTS = [(f.name, f.default) for f in fields(Quote) if f.name in _QUOTE_PLAIN]


def stored(text: str) -> str | bytes:
    """Return ``text`` as a column of type ANY keeps it: bytes where it has a lone surrogate."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def restored(value: Any) -> Any:
    """Return what :func:`stored` was given; other values as they are."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def to_json(value: Any) -> str:
    """Return compact JSON; characters are escaped only where a lone surrogate needs it."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # a lone surrogate, or a number that orjson has no room for
        pass
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if isinstance(stored(text), bytes):
        return json.dumps(value, separators=(",", ":"))
    return text


def mapping_json(value: Mapping[str, Any]) -> str | None:
    """Return a mapping as JSON, None for an empty one."""
    return to_json(dict(value)) if value else None


def mapping_of(value: str | None) -> dict[str, Any]:
    """Return the mapping that :func:`mapping_json` wrote."""
    return dict(json.loads(value)) if value else {}


def spans_json(spans: Iterable[Span]) -> str | None:
    """Return spans as JSON pairs, None for no span."""
    pairs = [list(span) for span in spans]
    return to_json(pairs) if pairs else None


def spans_of(value: str | None) -> tuple[Span, ...]:
    """Return the spans that :func:`spans_json` wrote."""
    return tuple(Span(*pair) for pair in json.loads(value)) if value else ()


def flags_json(flags: Iterable[str]) -> str | None:
    """Return an article's flags as a JSON list, None for no flag."""
    return to_json(list(flags)) if flags else None


def flags_of(value: str | None) -> tuple[str, ...]:
    """Return the flags that :func:`flags_json` wrote."""
    return tuple(json.loads(value)) if value else ()


def entity_row(entity: Entity) -> Row:
    """Return the values of :data:`ENTITY_COLUMNS`."""
    return storable(entity_values(0, entity)[1:])


def entity_values(key: int, entity: Entity) -> Row:
    """Return ``key`` and the values of :data:`ENTITY_COLUMNS`, not looked at by :func:`stored`."""
    start, end = entity.span
    score = entity.score
    return (
        key,
        entity.id,
        start,
        end,
        entity.label,
        _STATUS_NAMES[entity.status],
        entity.origin,
        score if score is None else _finite(score),
        entity.annotator,
        entity.note,
        entity.created,
        entity.modified,
        _more(entity) if entity.reasons or entity.flags or entity.extra else None,
    )


def entities_of(rows: Sequence[Row]) -> tuple[Entity, ...]:
    """Return what :func:`entity_of` gives for each row; as columns, which is faster.

    Raises:
        KeyError, TypeError, ValueError: a row is not one that :func:`entity_row` makes.
    """
    if not rows:
        return ()
    columns = zip(*rows, strict=True)
    ids, starts, ends, labels, names, origins, scores, annotators, *said, more = columns
    try:
        "".join(chain(ids, labels, origins, filter(None, annotators), *said))
    except TypeError:
        return tuple(map(entity_of, rows))
    spans = map(_span, zip(starts, ends, strict=True))
    statuses = map(_STATUSES.__getitem__, names)
    history = (origins, scores, annotators, *said, *_more_columns(more))
    return tuple(map(make_entity, ids, spans, labels, statuses, *history))


def entity_of(row: Row) -> Entity:
    """Return the entity of a row of :data:`ENTITY_COLUMNS`.

    Raises:
        KeyError, TypeError, ValueError: the row is not one that :func:`entity_row` makes.
    """
    id_, start, end, label, status, origin, score, annotator, note, created, modified, more = row
    try:
        # All of them strings, and not the bytes that stand for odd ones: cheaper than each type.
        "".join((id_, label, origin, annotator or "", note, created, modified))
    except TypeError:
        if bytes not in map(type, row):
            raise
        return entity_of(tuple(map(restored, row)))
    reasons, flags, extra = _more_of(more) if more else ((), (), {})
    return make_entity(
        id_, Span(start, end), label, _STATUSES[status], origin, score, annotator, note,
        created, modified, reasons, flags, extra,
    )  # fmt: skip


def _more_columns(more: Sequence[str | None]) -> Iterable[Iterable[Any]]:
    """Return reasons, flags and extra of records; nothing where none has any."""
    if not any(more):
        return ()
    return zip(*(_more_of(one) if one else ((), (), {}) for one in more), strict=True)


def quote_row(quote: Quote) -> Row:
    """Return the values of :data:`QUOTE_COLUMNS`."""
    return storable(quote_values(0, quote)[1:])


def quote_values(key: int, quote: Quote) -> Row:
    """Return ``key`` and the values of :data:`QUOTE_COLUMNS`, not looked at by :func:`stored`."""
    score = quote.score
    return (
        key,
        quote.id,
        _TYPE_NAMES[quote.type],
        to_json(_quote_parts(quote)),
        _STATUS_NAMES[quote.status],
        quote.origin,
        score if score is None else _finite(score),
        quote.annotator,
        quote.note,
        quote.created,
        quote.modified,
        _more(quote) if quote.reasons or quote.flags or quote.extra else None,
    )


def quote_of(row: Row) -> Quote:
    """Return the quote of a row of :data:`QUOTE_COLUMNS`.

    Raises:
        KeyError, TypeError, ValueError: the row is not one that :func:`quote_row` makes.
    """
    if bytes in map(type, row):
        row = tuple(map(restored, row))
    id_, kind, parts, status, origin, score, annotator, note, created, modified, more = row
    reasons, flags, extra = _more_of(more) if more else ((), (), {})
    said = _parsed(parts).get
    return make_quote(
        id_, _TYPES[kind], _listed(said("content")), _listed(said("cue")),
        _single(said("source")), _single(said("speaker")), _listed(said("verbatim")),
        said("nested_in"), said("closed", True), _single(said("via")), _single(said("addressee")),
        said("nonfact", False), said("optional", False), _STATUSES[status], origin, score,
        annotator, note, created, modified, reasons, flags, extra,
    )  # fmt: skip


def storable(row: Row) -> Row:
    """Return the values of a row as columns of type ANY keep them (:func:`stored`)."""
    return tuple(stored(value) if isinstance(value, str) else value for value in row)


def _quote_parts(quote: Quote) -> dict[str, Any]:
    parts: dict[str, Any] = {"content": list(map(list, quote.content))}
    for name, spans in (("cue", quote.cue), ("verbatim", quote.verbatim)):
        if spans:
            parts[name] = list(map(list, spans))
    for name in _QUOTE_MENTIONS:
        span = getattr(quote, name)
        if span is not None:
            parts[name] = list(span)
    for name, default in _QUOTE_DEFAULTS:
        value = getattr(quote, name)
        if value != default:
            parts[name] = value
    return parts


def _parsed(text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:  # half a surrogate pair, which orjson does not take
        return json.loads(text)


def _listed(pairs: Iterable[Any] | None) -> tuple[Span, ...]:
    return tuple(map(_span, pairs)) if pairs else ()


def _single(pair: Any) -> Span | None:
    return None if pair is None else cast("Span", _span(pair))


def _more(record: Entity | Quote) -> str:
    more: dict[str, Any] = {}
    if record.reasons:
        more["reasons"] = [[r.origin, _finite(r.score), r.rule] for r in record.reasons]
    if record.flags:
        more["flags"] = list(record.flags)
    if record.extra:
        more["extra"] = dict(record.extra)
    return to_json(more)


def _more_of(more: str) -> tuple[tuple[Reason, ...], tuple[str, ...], dict[str, Any]]:
    value = _parsed(more)
    reasons = tuple(Reason(*reason) for reason in value.get("reasons", ()))
    return reasons, tuple(value.get("flags", ())), value.get("extra", {})


def _finite(score: float | None) -> float | None:
    # SQLite has no NaN, and a NaN would never equal itself in the next edit.
    return None if score is None or not math.isfinite(score) else score
