"""Edits to rows of the step table and back: the records before and after, as JSON."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

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


def _change_json(change: Change) -> list[Any]:
    match change:
        case EntityChange(before, after):
            return [
                "entity",
                None if before is None else _plain(entity_row(before)),
                None if after is None else _plain(entity_row(after)),
            ]
        case QuoteChange(before, after):
            return [
                "quote",
                None if before is None else _plain(quote_row(before)),
                None if after is None else _plain(quote_row(after)),
            ]
        case NonquotesChange(before, after):
            return ["nonquotes", before, after]
        case StatusChange(before, after):
            return ["status", before, after]
        case NoteChange(before, after):
            return ["note", before, after]
        case FlagsChange(before, after):
            return ["flags", before, after]


def _change_of(kind: str, before: Any, after: Any) -> Change:
    if kind == "entity":
        return EntityChange(
            None if before is None else entity_of(before),
            None if after is None else entity_of(after),
        )
    if kind == "quote":
        return QuoteChange(
            None if before is None else quote_of(before),
            None if after is None else quote_of(after),
        )
    if kind == "nonquotes":
        return NonquotesChange(
            tuple(Span(*pair) for pair in before), tuple(Span(*pair) for pair in after)
        )
    if kind == "status":
        return StatusChange(ArticleStatus(before), ArticleStatus(after))
    if kind == "note":
        return NoteChange(str(before), str(after))
    if kind == "flags":
        return FlagsChange(tuple(before), tuple(after))
    raise ValueError(kind)


def _plain(row: Row) -> list[Any]:
    # JSON can escape a lone surrogate; it cannot hold the bytes that a column keeps for it.
    return [restored(value) for value in row]
