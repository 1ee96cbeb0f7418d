"""Rows of a reviewer's verdicts."""

from __future__ import annotations

import json

from annotator.core.verdicts import Choice, Fault, Verdict
from annotator.storage.records import Row, restored, stored, to_json

VERDICT_COLUMNS = 'id, kind, choice, fault, note, "by", at, more'

INSERT_VERDICT = (
    f"INSERT OR REPLACE INTO verdict (annotation_set, {VERDICT_COLUMNS}) "
    f"VALUES ({', '.join('?' * 9)})"
)


def verdict_row(verdict: Verdict) -> Row:
    """Return the values of :data:`VERDICT_COLUMNS`."""
    more = {"taken": verdict.taken, "records": verdict.records}
    return (
        verdict.id,
        verdict.kind,
        str(verdict.choice),
        None if verdict.fault is None else str(verdict.fault),
        stored(verdict.note),
        stored(verdict.by),
        stored(verdict.at),
        to_json(more) if verdict.taken or verdict.records else None,
    )


def verdict_of(row: Row) -> Verdict:
    """Return the verdict of a row of :data:`VERDICT_COLUMNS`.

    Raises:
        KeyError, TypeError, ValueError: the row is not one that :func:`verdict_row` makes.
    """
    id_, kind, choice, fault, note, by, at, more = map(restored, row)
    told = json.loads(more) if more else {"taken": (), "records": ()}
    return Verdict(
        id_,
        kind,
        Choice(choice),
        tuple(told["taken"]),
        tuple(told["records"]),
        None if fault is None else Fault(fault),
        note,
        by,
        at,
    )
