"""Who decided what, when, from which suggestion; and how long it took. Made by SQLite.

The steps are read in one pass, in which SQLite takes the records out of their JSON and counts;
Python gets a row for each day, label, origin and kind. That pass holds no lock of Python's, so
a window stays alive beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from annotator.storage.records import restored, stored


class Outcome(StrEnum):
    """What became of a record in one decision.

    ``ACCEPTED`` and ``REJECTED`` are suggestions taken, or left, as they were (what was removed
    counts as rejected), ``CORRECTED`` is a change of label, span, type or parts, ``ADDED`` was
    marked by hand. ``FINISHED`` is an article that was marked as done.
    """

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    ADDED = "added"
    REJECTED = "rejected"
    FINISHED = "finished"


class Period(NamedTuple):
    """Local days, first and last included; None is open. ``annotator`` None means everybody."""

    annotator: str | None = None
    since: date | None = None
    until: date | None = None


class Tally(NamedTuple):
    """How many decisions of one kind were taken on a local day (``2026-11-22``).

    ``label`` is the entity's label, "" for a quote or an article. ``origin`` is where the record
    came from, "" for an article.
    """

    day: str
    record: str
    label: str
    origin: str
    outcome: Outcome
    times: int


def tallies(connection: sqlite3.Connection, period: Period) -> Iterator[Tally]:
    """Yield the decisions that stand: those undone count no more. In the order of the days.

    Every decision counts, also one about a record that was decided before.
    """
    rows = connection.execute(
        _TALLIES, {"by": _named(period.annotator), "since": _start(period), "until": _end(period)}
    )
    for day, record, label, origin, was, became, same, count in rows:
        outcome = _outcome(record, was, became, same)
        if outcome is not None:
            yield Tally(day, record, restored(label), restored(origin), outcome, count)


def time_by_day(connection: sqlite3.Connection, period: Period) -> dict[str, int]:
    """Return the seconds of work on each day that has some, in order."""
    rows = connection.execute(
        f"SELECT day, sum(seconds) FROM time_spent t WHERE {_SPENT} GROUP BY day ORDER BY day",
        _spent_arguments(period),
    )
    return {str(day): int(seconds) for day, seconds in rows}


def time_by_article(connection: sqlite3.Connection, period: Period) -> dict[int, int]:
    """Return how many finished articles took how many seconds, the shortest first.

    An article counts once for each annotator who has it done.
    """
    rows = connection.execute(
        "SELECT spent, count(*) FROM (SELECT sum(t.seconds) AS spent FROM time_spent t "
        "JOIN annotation_set s ON s.article = t.article AND s.annotator = t.annotator "
        f"WHERE s.status IN ('done', 'reviewed') AND {_SPENT} "
        "GROUP BY t.article, t.annotator) GROUP BY 1 ORDER BY 1",
        _spent_arguments(period),
    )
    return {int(spent): int(count) for spent, count in rows}


def add_time(
    connection: sqlite3.Connection, article: int, annotator: str, day: date, seconds: int
) -> None:
    """Add seconds of work to an article's day."""
    connection.execute(
        "INSERT INTO time_spent (article, annotator, day, seconds) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET seconds = seconds + excluded.seconds",
        (article, stored(annotator), day.isoformat(), seconds),
    )


_SPENT = (
    "(:by IS NULL OR t.annotator = :by) AND (:since IS NULL OR t.day >= :since) "
    "AND (:until IS NULL OR t.day <= :until)"
)


def _of(place: str) -> str:
    """Return the SQL of what stands at a place of one change: ``[kind, before, after]``.

    Asked of the whole step, whose JSON SQLite parses once; ``part.value`` it would parse anew
    for each question.
    """
    return f"step.changes ->> (part.fullkey || '{place}')"


# Rows of entities hold label, status and origin at 3 to 5, after the id and the span; rows of
# quotes type, parts, status and origin at 1 to 4. A lone surrogate in a label is no text to
# Python: hence the blobs.
_TALLIES = f"""
SELECT date(step.at, 'localtime') AS day, {_of("[0]")} AS record,
  CAST(CASE {_of("[0]")} WHEN 'entity'
    THEN coalesce({_of("[2][3]")}, {_of("[1][3]")}) ELSE '' END AS BLOB) AS label,
  CAST(CASE {_of("[0]")} WHEN 'entity' THEN coalesce({_of("[2][5]")}, {_of("[1][5]")})
    WHEN 'quote' THEN coalesce({_of("[2][4]")}, {_of("[1][4]")}) ELSE '' END AS BLOB) AS origin,
  CASE {_of("[0]")} WHEN 'entity' THEN {_of("[1][4]")} WHEN 'quote' THEN {_of("[1][3]")} END AS was,
  CASE {_of("[0]")} WHEN 'entity' THEN {_of("[2][4]")} WHEN 'quote' THEN {_of("[2][3]")}
    WHEN 'status' THEN {_of("[2]")} END AS became,
  {_of("[1][1]")} = {_of("[2][1]")} AND {_of("[1][2]")} = {_of("[2][2]")}
    AND ({_of("[0]")} = 'quote' OR {_of("[1][3]")} = {_of("[2][3]")}) AS same,
  count(*)
FROM step, json_each(step.changes) AS part
WHERE step.mark = 'done'
  AND (:by IS NULL OR step."by" = :by)
  AND (:since IS NULL OR step.at >= :since) AND (:until IS NULL OR step.at < :until)
GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7
"""


# By the status before and after, of records that stay as they are in all else.
_OUTCOMES = {
    (None, "accepted"): Outcome.ADDED,
    ("suggested", "accepted"): Outcome.ACCEPTED,
    ("rejected", "accepted"): Outcome.ACCEPTED,
    ("suggested", "rejected"): Outcome.REJECTED,
    ("accepted", "rejected"): Outcome.REJECTED,
    ("suggested", None): Outcome.REJECTED,
    ("accepted", None): Outcome.REJECTED,
}


def _outcome(record: str, was: str | None, became: str | None, same: int | None) -> Outcome | None:
    """Return what a change is, or None for one that decides nothing (a note, a reopening)."""
    if record == "status":
        return Outcome.FINISHED if became == "done" else None
    if was is not None and became == "accepted" and not same:
        return Outcome.CORRECTED
    return _OUTCOMES.get((was, became))


def _named(annotator: str | None) -> str | bytes | None:
    return None if annotator is None else stored(annotator)


def _start(period: Period) -> str | None:
    return None if period.since is None else _utc(period.since)


def _end(period: Period) -> str | None:
    return None if period.until is None else _utc(period.until + timedelta(days=1))


def _utc(day: date) -> str:
    """Return the moment at which a local day begins, as the steps write theirs."""
    begins = datetime.combine(day, time()).astimezone(UTC)
    return begins.isoformat(timespec="seconds").replace("+00:00", "Z")


def _spent_arguments(period: Period) -> dict[str, str | bytes | None]:
    return {
        "by": _named(period.annotator),
        "since": period.since.isoformat() if period.since else None,
        "until": period.until.isoformat() if period.until else None,
    }
