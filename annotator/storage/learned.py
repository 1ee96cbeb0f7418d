"""What was learned from the articles of a project: the figures of every time, and the model."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class LearningRecord(NamedTuple):
    """One time of learning. F1 is of names in the held-back articles, 0..1, before and after.

    ``articles`` were learned from, ``held`` others held back; ``finished`` of both were done.
    ``kept`` says that the model took the place of the one before. ``when`` is ISO 8601, UTC.
    """

    articles: int
    f1_before: float
    f1_after: float
    when: str
    held: int = 0
    finished: int = 0
    kept: bool = True


class LearnedModel(NamedTuple):
    """The adapted part of a model as bytes, and the fingerprint of the model it belongs on."""

    base: str
    arrays: bytes


def learning_records(connection: sqlite3.Connection) -> list[LearningRecord]:
    """Return every time of learning, the first one first."""
    rows = connection.execute(
        "SELECT articles, f1_before, f1_after, at, held, finished, kept FROM learning ORDER BY key"
    )
    return [
        LearningRecord(articles, before, after, when, held, finished, bool(kept))
        for articles, before, after, when, held, finished, kept in rows
    ]


def learned_model(connection: sqlite3.Connection) -> LearnedModel | None:
    """Return the model that was kept last, or None."""
    row = connection.execute("SELECT base, arrays FROM learned_model").fetchone()
    return LearnedModel(*row) if row else None


def write_learning(
    connection: sqlite3.Connection, record: LearningRecord, model: LearnedModel | None
) -> None:
    """Add a time of learning and, unless it is None, keep the model, in one transaction."""
    connection.execute(
        "INSERT INTO learning (articles, f1_before, f1_after, at, held, finished, kept) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        record,
    )
    if model is not None:
        connection.execute(
            "INSERT OR REPLACE INTO learned_model (key, base, arrays) VALUES (1, ?, ?)", model
        )
