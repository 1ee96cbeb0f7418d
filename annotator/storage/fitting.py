"""Rows that were read from a damaged project, made to fit together again."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress

from annotator.core.article import Article, text_sha256
from annotator.core.entities import Entity
from annotator.core.errors import EditConflictError
from annotator.core.quotes import Quote
from annotator.core.spans import Span, span_fault
from annotator.storage.records import (
    ENTITY_COLUMNS,
    QUOTE_COLUMNS,
    Row,
    entity_of,
    quote_of,
    restored,
)
from annotator.storage.sets import read_timeline
from annotator.storage.steps import STEP_COLUMNS, edit_of

Lose = Callable[..., None]
"""Notes of an article, by its id, what it has lost: ``lose(id, what, count)``."""

_NOT_OURS = (KeyError, TypeError, ValueError, AttributeError, json.JSONDecodeError, RecursionError)

_RECORDS: tuple[tuple[str, str, Callable[[Row], Entity | Quote]], ...] = (
    ("entity", ENTITY_COLUMNS, entity_of),
    ("quote", QUOTE_COLUMNS, quote_of),
)
_CHILDREN = ("entity", "quote", "verdict", "step")
_OF_ARTICLES = ("annotation_set", "place", "article_tag", "assignment", "time_spent")


def fit_together(connection: sqlite3.Connection, lose: Lose, lost: Counter[str]) -> None:
    """Leave out what cannot be, name again what has lost its name, and count anew."""
    _name_texts(connection, lose)
    _drop_without_text(connection, lose)
    _check_texts(connection, lose, lost)
    _drop_orphans(connection, lost)
    _drop_nonsense(connection, lose, lost)
    _compare_counts(connection, lose, lost)
    _mend_histories(connection, lose)
    _count(connection)


def _row_by_row(connection: sqlite3.Connection, sql: str, keys: str) -> Iterator[Row]:
    """Yield for each key, with it, the rows of a query for that alone.

    Only the keys are held: what the rows hold may be a corpus, and they change on the way.
    """
    for (key,) in connection.execute(keys).fetchall():
        for row in connection.execute(sql, (key,)).fetchall():
            yield (key, *row)


def _name_texts(connection: sqlite3.Connection, lose: Lose) -> None:
    """Give a text whose article's row is lost a row again, under a new name."""
    without = "SELECT article FROM article_text WHERE article NOT IN (SELECT key FROM article)"
    for (key,) in connection.execute(without).fetchall():
        ((text,),) = connection.execute(
            "SELECT text FROM article_text WHERE article = ?", (key,)
        ).fetchall()
        name = f"recovered-{key}"
        with suppress(sqlite3.IntegrityError):
            connection.execute(
                "INSERT INTO article VALUES (?, ?, ?, ?)",
                (key, name, restored(text)[:60].strip(), _fingerprint(text)),
            )
            lose(name, "name")


def _drop_without_text(connection: sqlite3.Connection, lose: Lose) -> None:
    rows = connection.execute(
        "SELECT key, id FROM article WHERE key NOT IN (SELECT article FROM article_text)"
    ).fetchall()
    for key, name in rows:
        lose(restored(name), "text")
        connection.execute("DELETE FROM article WHERE key = ?", (key,))


def _check_texts(connection: sqlite3.Connection, lose: Lose, lost: Counter[str]) -> None:
    """Tell of each text that is another than the one that was stored, and keep it as it is now."""
    rows = _row_by_row(
        connection,
        "SELECT a.id, a.sha256, t.text, t.meta, t.described FROM article a "
        "JOIN article_text t ON t.article = a.key WHERE a.key = ?",
        "SELECT key FROM article",
    )
    for key, name, known, text, meta, described in rows:
        found = _fingerprint(text)
        if found != known:
            lose(restored(name), "text")
            with suppress(sqlite3.IntegrityError):
                connection.execute("UPDATE article SET sha256 = ? WHERE key = ?", (found, key))
        for column, value in (("meta", meta), ("described", described)):
            if value is not None and not _is_mapping(value):
                lose(restored(name), "meta")
                lost["article_text"] += 1
                connection.execute(
                    f"UPDATE article_text SET {column} = NULL WHERE article = ?", (key,)
                )


def _drop_orphans(connection: sqlite3.Connection, lost: Counter[str]) -> None:
    for table in _OF_ARTICLES:
        gone = connection.execute(
            f"DELETE FROM {table} WHERE article NOT IN (SELECT key FROM article)"
        )
        lost[table] += gone.rowcount
    for table in _CHILDREN:
        gone = connection.execute(
            f"DELETE FROM {table} WHERE annotation_set NOT IN (SELECT key FROM annotation_set)"
        )
        lost[table] += gone.rowcount
    connection.execute("UPDATE step SET batch = NULL WHERE batch NOT IN (SELECT key FROM batch)")


def _drop_nonsense(connection: sqlite3.Connection, lose: Lose, lost: Counter[str]) -> None:
    """Drop the records and steps that cannot be ours, or that lie outside their text."""
    sets = _row_by_row(
        connection,
        "SELECT a.id, t.text FROM annotation_set s JOIN article a ON a.key = s.article "
        "JOIN article_text t ON t.article = a.key WHERE s.key = ?",
        "SELECT key FROM annotation_set",
    )
    for key, article, stored_text in sets:
        text = restored(stored_text)
        for table, columns, made in _RECORDS:
            rows = connection.execute(
                f"SELECT {columns} FROM {table} WHERE annotation_set = ?", (key,)
            ).fetchall()
            for row in rows:
                if not _fits(made, row, text):
                    connection.execute(
                        f"DELETE FROM {table} WHERE annotation_set = ? AND id = ?", (key, row[0])
                    )
                    lost[table] += 1
                    lose(restored(article), table)
    steps = f"SELECT {STEP_COLUMNS} FROM step WHERE key = ?"
    for key, *row in _row_by_row(connection, steps, "SELECT key FROM step"):
        try:
            edit_of(tuple(row))
        except _NOT_OURS:
            connection.execute("DELETE FROM step WHERE key = ?", (key,))
            lost["step"] += 1


def _fits(made: Callable[[Row], Entity | Quote], row: Row, text: str) -> bool:
    try:
        return not any(span_fault(text, span) for span in _spans(made(row)))
    except _NOT_OURS:
        return False


def _spans(record: Entity | Quote) -> list[Span]:
    if isinstance(record, Entity):
        return [record.span]
    return [span for _, span in record.spans()]


def _compare_counts(connection: sqlite3.Connection, lose: Lose, lost: Counter[str]) -> None:
    """Tell of records that are fewer than their set had counted."""
    rows = connection.execute(
        "SELECT a.id, s.decided + s.pending - (SELECT count(*) FROM entity e WHERE "
        "e.annotation_set = s.key) - (SELECT count(*) FROM quote q WHERE q.annotation_set = s.key) "
        "AS missing FROM annotation_set s JOIN article a ON a.key = s.article WHERE missing > 0"
    ).fetchall()
    for article, missing in rows:
        lose(restored(article), "record", missing)
    known = lost["entity"] + lost["quote"]
    lost["record"] += max(0, sum(missing for _, missing in rows) - known)


def _mend_histories(connection: sqlite3.Connection, lose: Lose) -> None:
    """Keep as a trail alone the steps of a set that cannot all be undone and done again."""
    rows = _row_by_row(
        connection,
        "SELECT s.article, s.annotator, a.id, t.text FROM annotation_set s "
        "JOIN article a ON a.key = s.article JOIN article_text t ON t.article = a.key "
        "WHERE s.key = ?",
        "SELECT key FROM annotation_set",
    )
    for key, article, annotator, named, text in rows:
        name = restored(named)
        if not _reads(connection, key, article, restored(annotator), restored(text)):
            _reset_set(connection, key)
            lose(name, "set")
        if not _turns(connection, article, restored(annotator), restored(text)):
            changed = connection.execute(
                "UPDATE step SET mark = 'dropped' WHERE annotation_set = ? "
                "AND mark IN ('done', 'undone')",
                (key,),
            )
            lose(name, "history", max(1, changed.rowcount))


def _reads(
    connection: sqlite3.Connection, key: int, article: int, annotator: str, text: str
) -> bool:
    try:
        read_timeline(connection, article, Article("", text), annotator, steps=False)
    except _NOT_OURS:
        return False
    return True


def _turns(connection: sqlite3.Connection, article: int, annotator: str, text: str) -> bool:
    """Whether every step can be undone, and all of them done again."""
    try:
        timeline = read_timeline(connection, article, Article("", text), annotator)
        done, undone = len(timeline.history.done), len(timeline.history.undone)
        for _ in range(undone):
            timeline = timeline.redo()
        for _ in range(done + undone):
            timeline = timeline.undo()
    except (*_NOT_OURS, EditConflictError):
        return False
    return True


def _reset_set(connection: sqlite3.Connection, key: int) -> None:
    """Give a set whose own row is nonsense the values of one that was begun."""
    connection.execute(
        "UPDATE annotation_set SET status = 'in_progress', nonquotes = NULL, extra = NULL, "
        "note = NULL, flags = NULL WHERE key = ?",
        (key,),
    )


def _count(connection: sqlite3.Connection) -> None:
    """Count anew what sets keep counted."""
    counts = " + ".join(
        f"(SELECT count(*) FROM {table} r WHERE r.annotation_set = annotation_set.key "
        "AND (r.status = 'suggested') = {})"
        for table in ("entity", "quote")
    )
    decided, pending = counts.format(0, 0), counts.format(1, 1)
    connection.execute(f"UPDATE annotation_set SET decided = {decided}, pending = {pending}")


def _is_mapping(value: str) -> bool:
    try:
        return isinstance(json.loads(value), dict)
    except (TypeError, ValueError, RecursionError):
        return False


def _fingerprint(text: str | bytes) -> bytes:
    return bytes.fromhex(text_sha256(restored(text)))
