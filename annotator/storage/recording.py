"""One decision to disk: the rows that it touches, the counters, and its step of the history."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from annotator.core.annotated import AnnotatedArticle
from annotator.core.edits import (
    Change,
    Edit,
    EntityChange,
    QuoteChange,
    VerdictChange,
    inverse,
)
from annotator.core.entities import Entity, Status
from annotator.core.history import StepKind, Timeline
from annotator.core.quotes import Quote
from annotator.storage.records import (
    ENTITY_COLUMNS,
    QUOTE_COLUMNS,
    entity_row,
    flags_json,
    quote_row,
    spans_json,
    stored,
)
from annotator.storage.sets import NOBODY, set_key
from annotator.storage.steps import STEP_COLUMNS, Mark, step_row
from annotator.storage.verdicts import INSERT_VERDICT, verdict_row


def write_step(
    connection: sqlite3.Connection,
    article: int,
    before: Timeline,
    after: Timeline,
    edit: Edit,
    *,
    kind: StepKind,
    steps: int = 1,
) -> None:
    """Write what turned ``before`` into ``after``, inside the caller's transaction.

    ``edit`` is the step as the history holds it, for an undo too; or so many ``steps`` of the
    history undone or redone at once, as one edit.

    Raises:
        RuntimeError: the file does not hold ``before``, because two sessions of this process
            work on one annotation set.
    """
    key = _own_set(connection, article, before.state)
    (revision,) = connection.execute(
        "SELECT revision FROM annotation_set WHERE key = ?", (key,)
    ).fetchone()
    if revision != before.state.revision:
        raise RuntimeError(f"revision {revision} in the file, {before.state.revision} in memory")
    write_changes(
        connection, key, after.state, (inverse(edit) if kind is StepKind.UNDO else edit).changes
    )
    _write_history(connection, key, edit, kind, steps)


def write_changes(
    connection: sqlite3.Connection, key: int, after: AnnotatedArticle, changes: Iterable[Change]
) -> None:
    """Write the rows that ``changes`` touch, and what else the set says in state ``after``."""
    decided = pending = 0
    for change in changes:
        if isinstance(change, VerdictChange):
            _write_verdict(connection, key, change)
        if not isinstance(change, EntityChange | QuoteChange):
            continue
        _write_record(connection, key, change)
        for record, sign in ((change.before, -1), (change.after, 1)):
            if record is not None:
                waits = record.status is Status.SUGGESTED
                pending += sign * waits
                decided += sign * (not waits)
    connection.execute(
        "UPDATE annotation_set SET status = ?, revision = ?, nonquotes = ?, "
        "note = ?, flags = ?, decided = decided + ?, pending = pending + ?, "
        "modified = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE key = ?",
        (
            after.status.value,
            after.revision,
            spans_json(after.nonquotes),
            stored(after.note) or None,
            flags_json(after.flags),
            decided,
            pending,
            key,
        ),
    )


def append_step(connection: sqlite3.Connection, key: int, edit: Edit, mark: Mark) -> None:
    """Add a step to the history of a set."""
    connection.execute(
        f"INSERT INTO step (annotation_set, mark, {STEP_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (key, mark.value, *step_row(edit)),
    )


def _own_set(connection: sqlite3.Connection, article: int, state: AnnotatedArticle) -> int:
    """Return the annotator's set; one not begun starts as a copy of nobody's, or empty."""
    key = set_key(connection, article, state.annotator)
    if key is not None:
        return key
    base = set_key(connection, article, NOBODY)
    if base is None:
        made = connection.execute(
            "INSERT INTO annotation_set (article, annotator, status, revision, decided, pending) "
            "VALUES (?, ?, ?, ?, 0, 0)",
            (article, stored(state.annotator), state.status.value, state.revision),
        )
        return int(made.lastrowid or 0)
    made = connection.execute(
        "INSERT INTO annotation_set (article, annotator, status, revision, decided, pending, "
        "nonquotes, note, flags, extra) SELECT article, ?, status, revision, decided, pending, "
        "nonquotes, note, flags, extra FROM annotation_set WHERE key = ?",
        (stored(state.annotator), base),
    )
    key = int(made.lastrowid or 0)
    for table, columns in (("entity", ENTITY_COLUMNS), ("quote", QUOTE_COLUMNS)):
        connection.execute(
            f"INSERT INTO {table} (annotation_set, {columns}) "
            f"SELECT ?, {columns} FROM {table} WHERE annotation_set = ?",
            (key, base),
        )
    return key


def _write_record(
    connection: sqlite3.Connection, key: int, change: EntityChange | QuoteChange
) -> None:
    match change.after:
        case Entity() as entity:
            connection.execute(REPLACE_ENTITY, (key, *entity_row(entity)))
        case Quote() as quote:
            connection.execute(REPLACE_QUOTE, (key, *quote_row(quote)))
        case None:
            table = "entity" if isinstance(change, EntityChange) else "quote"
            assert change.before is not None
            connection.execute(
                f"DELETE FROM {table} WHERE annotation_set = ? AND id = ?",
                (key, stored(change.before.id)),
            )


def _write_verdict(connection: sqlite3.Connection, key: int, change: VerdictChange) -> None:
    if change.after is not None:
        connection.execute(INSERT_VERDICT, (key, *verdict_row(change.after)))
    elif change.before is not None:
        connection.execute(
            "DELETE FROM verdict WHERE annotation_set = ? AND id = ?", (key, change.before.id)
        )


REPLACE_ENTITY = (
    f"INSERT OR REPLACE INTO entity (annotation_set, {ENTITY_COLUMNS}) "
    f"VALUES ({', '.join('?' * 13)})"
)
REPLACE_QUOTE = (
    f"INSERT OR REPLACE INTO quote (annotation_set, {QUOTE_COLUMNS}) VALUES ({', '.join('?' * 12)})"
)


def _write_history(
    connection: sqlite3.Connection, key: int, edit: Edit, kind: StepKind, steps: int
) -> None:
    if kind is StepKind.DO:
        if edit.undoable:
            connection.execute(
                "UPDATE step SET mark = 'dropped' WHERE annotation_set = ? AND mark = 'undone'",
                (key,),
            )
        append_step(connection, key, edit, Mark.DONE if edit.undoable else Mark.ARRIVED)
        return
    # The last of the done steps are undone, the first of the undone ones done again.
    order, old, new = (
        ("DESC", Mark.DONE, Mark.UNDONE)
        if kind is StepKind.UNDO
        else ("ASC", Mark.UNDONE, Mark.DONE)
    )
    moved = connection.execute(
        "UPDATE step SET mark = ? WHERE key IN (SELECT key FROM step "
        f"WHERE annotation_set = ? AND mark = ? ORDER BY key {order} LIMIT ?)",
        (new.value, key, old.value, steps),
    )
    if moved.rowcount != steps:
        raise RuntimeError(f"not {steps} {old} step(s) to {kind} in annotation set {key}")
