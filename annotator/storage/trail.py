"""The steps of one annotation set as a list: where each stands, and what it was, page by page."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from annotator.storage.sets import Step, set_key
from annotator.storage.steps import STEP_COLUMNS, Mark, edit_of


class TrailMark(NamedTuple):
    """A step by its key, and whether it is done, undone, or arrived with no person's doing."""

    key: int
    mark: Mark


def trail(connection: sqlite3.Connection, article: int, annotator: str) -> list[TrailMark]:
    """Return the steps of a set, the oldest first; what was passed over is left out."""
    rows = connection.execute(
        "SELECT key, mark FROM step WHERE annotation_set = ? AND mark <> 'dropped' ORDER BY key",
        (set_key(connection, article, annotator),),
    )
    return [TrailMark(key, Mark(mark)) for key, mark in rows]


def trail_steps(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, Step]:
    """Return steps by their keys."""
    rows = connection.execute(
        f"SELECT key, mark, {STEP_COLUMNS} FROM step WHERE key IN ({','.join('?' * len(keys))})",
        tuple(keys),
    )
    return {
        key: Step(Mark(mark), edit_of(tuple(row), undoable=mark != Mark.ARRIVED))
        for key, mark, *row in rows
    }
