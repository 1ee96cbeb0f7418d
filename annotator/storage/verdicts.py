"""Rows of a reviewer's verdicts."""

from __future__ import annotations

import json
import sqlite3

from annotator.core.verdicts import Choice, Fault, Verdict
from annotator.storage.records import Row, restored, stored, to_json

VERDICT_COLUMNS = 'id, kind, choice, fault, note, "by", at, more'

INSERT_VERDICT = (
    f"INSERT OR REPLACE INTO verdict (annotation_set, {VERDICT_COLUMNS}) "
    f"VALUES ({', '.join('?' * 9)})"
)


_BY_ARTICLE = f"""
SELECT {", ".join(f"verdict.{column}" for column in VERDICT_COLUMNS.split(", "))}, article
FROM verdict JOIN annotation_set ON annotation_set.key = annotation_set
WHERE annotator = ? ORDER BY annotation_set.key, verdict.id
"""


def verdicts_by_article(
    connection: sqlite3.Connection, annotator: str
) -> dict[int, tuple[Verdict, ...]]:
    """Return all verdicts in a reviewer's sets, by the key of the article.

    Raises:
        KeyError, TypeError, ValueError: as :func:`verdict_of`.
    """
    found: dict[int, list[Verdict]] = {}
    for *row, article in connection.execute(_BY_ARTICLE, (stored(annotator),)):
        found.setdefault(article, []).append(verdict_of(tuple(row)))
    return {article: tuple(verdicts) for article, verdicts in found.items()}


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
