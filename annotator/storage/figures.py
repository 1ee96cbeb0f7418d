"""Counts over the whole project, made by SQLite."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from annotator.core.article import ArticleStatus
from annotator.core.entities import HUMAN
from annotator.storage.records import restored

_IN_ORDER = tuple(status.value for status in ArticleStatus)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over every named annotator's sets, and nobody's where no one has begun.

    ``articles`` counts each article once, in the furthest status that someone has it in.
    ``entities`` (by label) and ``quotes`` (by type) count accepted ones. ``suggestions`` has, for
    every origin that is not a person, how many were ``accepted``, ``rejected`` or are ``pending``.
    """

    articles: dict[str, int] = field(default_factory=dict)
    entities: dict[str, int] = field(default_factory=dict)
    quotes: dict[str, int] = field(default_factory=dict)
    suggestions: dict[str, dict[str, int]] = field(default_factory=dict)


def statistics(connection: sqlite3.Connection) -> Figures:
    """Return the figures of a project."""
    entities: dict[str, int] = {}
    quotes: dict[str, int] = {}
    suggestions: dict[str, dict[str, int]] = {}
    for table, kind, counts in (("entity", "label", entities), ("quote", "type", quotes)):
        rows = connection.execute(
            f"SELECT {kind}, origin, status, count(*) FROM {table} "
            f"WHERE annotation_set IN ({_COUNTED}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
        )
        for name, origin, status, count in rows:
            if status == "accepted":
                counts[restored(name)] = counts.get(restored(name), 0) + count
            if origin != HUMAN:
                by_status = suggestions.setdefault(
                    restored(origin), {"accepted": 0, "rejected": 0, "pending": 0}
                )
                by_status["pending" if status == "suggested" else status] += count
    return Figures(_articles(connection), entities, quotes, suggestions)


_COUNTED = """
SELECT key FROM annotation_set s WHERE annotator <> '' OR NOT EXISTS (
  SELECT 1 FROM annotation_set named WHERE named.article = s.article AND named.annotator <> '')
"""


def _articles(connection: sqlite3.Connection) -> dict[str, int]:
    rank = " ".join(f"WHEN '{status}' THEN {number}" for number, status in enumerate(_IN_ORDER))
    rows = connection.execute(
        f"SELECT furthest, count(*) FROM (SELECT max(CASE status {rank} END) AS furthest "
        "FROM annotation_set GROUP BY article) GROUP BY 1"
    ).fetchall()
    counts = dict.fromkeys(_IN_ORDER, 0)
    for number, count in rows:
        counts[_IN_ORDER[number]] = count
    (total,) = connection.execute("SELECT count(*) FROM article").fetchone()
    counts[ArticleStatus.NEW.value] += total - sum(counts.values())
    return {"total": total, **counts}
