"""Rows into a table by the thousand: many in one statement, in three quarters of the time."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from annotator.storage.records import Row, storable

_TOGETHER = 64
"""Rows of one statement. With 13 columns they stay below the 999 values of an old SQLite."""


class Insertion(NamedTuple):
    """The statements that insert into a table: ``one`` a row, ``many`` as many as go together."""

    one: str
    many: str

    @classmethod
    def into(cls, table: str, columns: str) -> Insertion:
        """Return those of these columns, which are separated by commas."""
        row = f"({', '.join('?' * (columns.count(',') + 1))})"
        rows = ", ".join([row] * _TOGETHER)
        head = f"INSERT INTO {table} ({columns}) VALUES"
        return cls(f"{head} {row}", f"{head} {rows}")

    def insert(self, connection: sqlite3.Connection, rows: Sequence[Row]) -> None:
        """Insert rows; strings that SQLite does not take (half a surrogate pair) go in as bytes.

        To look for them first in every string takes a third of the time of the insertion itself.
        """
        alone = len(rows) % _TOGETHER
        connection.executemany(self.one, map(storable, rows[:alone]))
        for start in range(alone, len(rows), _TOGETHER):
            together = rows[start : start + _TOGETHER]
            try:
                connection.execute(self.many, tuple(chain.from_iterable(together)))
            except UnicodeEncodeError:  # before the statement runs: none of them is in the table
                connection.executemany(self.one, map(storable, together))
