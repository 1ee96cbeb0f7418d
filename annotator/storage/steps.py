"""Edits to rows of the step table and back: the records before and after, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

from annotator.core.article import ArticleStatus
from annotator.core.edits import (
    Change,
    Edit,
    EntityChange,
    FlagsChange,
    NonquotesChange,
    NoteChange,
    QuoteChange,
    StatusChange,
    VerdictChange,
)
from annotator.core.spans import Span
from annotator.storage.records import (
    Row,
    entity_of,
    entity_row,
    mapping_json,
    mapping_of,
    quote_of,
    quote_row,
    restored,
    stored,
    to_json,
)
from annotator.storage.verdicts import verdict_of, verdict_row


class Mark(StrEnum):
    """Where a step of the history stands (schema.py says what each means)."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"
    ARRIVED = "arrived"


STEP_COLUMNS = 'name, args, changes, "by", at, batch'


def step_row(edit: Edit) -> Row:
    """Return the values of :data:`STEP_COLUMNS`."""
    changes = [_change_json(change) for change in edit.changes]
    args = mapping_json(edit.args)
    return (edit.name, args, to_json(changes), stored(edit.by), stored(edit.at), edit.batch)


def edit_of(row: Row, *, undoable: bool = True) -> Edit:
    """Return the edit of a row of :data:`STEP_COLUMNS`.

    Raises:
        KeyError, TypeError, ValueError: the row is not one that :func:`step_row` makes.
    """
    name, args, changes, by, at, batch = map(restored, row)
    made = tuple(_change_of(*change) for change in json.loads(changes))
    return Edit(name, made, by, at, mapping_of(args), undoable, batch)


class _Kind(NamedTuple):
    """A kind of change: its name in JSON, and how its values are written and read."""

    name: str
    change: Callable[[Any, Any], Change]
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _change_json(change: Change) -> list[Any]:
    kind = _KINDS[type(change)]
    return [kind.name, kind.write(change.before), kind.write(change.after)]


def _change_of(kind: str, before: Any, after: Any) -> Change:
    if kind not in _BY_NAME:
        raise ValueError(kind)
    known = _BY_NAME[kind]
    return known.change(known.read(before), known.read(after))


def _row_or_none(row: Callable[[Any], Row]) -> Callable[[Any], list[Any] | None]:
    return lambda record: None if record is None else _plain(row(record))


def _record_or_none(made: Callable[[Row], Any]) -> Callable[[Any], Any]:
    return lambda row: None if row is None else made(row)


def _plain(row: Row) -> list[Any]:
    # JSON can escape a lone surrogate; it cannot hold the bytes that a column keeps for it.
    return [restored(value) for value in row]


def _same(value: Any) -> Any:
    return value


def _spans(pairs: Any) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


_KINDS: dict[type[Change], _Kind] = {
    EntityChange: _Kind(
        "entity", EntityChange, _row_or_none(entity_row), _record_or_none(entity_of)
    ),
    QuoteChange: _Kind("quote", QuoteChange, _row_or_none(quote_row), _record_or_none(quote_of)),
    VerdictChange: _Kind(
        "verdict", VerdictChange, _row_or_none(verdict_row), _record_or_none(verdict_of)
    ),
    NonquotesChange: _Kind("nonquotes", NonquotesChange, _same, _spans),
    StatusChange: _Kind("status", StatusChange, _same, ArticleStatus),
    NoteChange: _Kind("note", NoteChange, _same, str),
    FlagsChange: _Kind("flags", FlagsChange, _same, tuple),
}
_BY_NAME = {kind.name: kind for kind in _KINDS.values()}
