"""The list of articles: those that a query asks for, in its order, read by pages.

A list that is filtered or sorted is numbered once, into a temporary table of a connection of
its own; pages and places are then look-ups, however long the list is. What the rows tell
(status, counts, tags) is read when a page is, so it is never stale; the order stays as it was
until the list is made again, so that no row moves under the hands of who works through it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from annotator.arabic.folding import fold
from annotator.core.article import ArticleStatus
from annotator.core.progress import Progress
from annotator.storage.articles import (
    ROW_COLUMNS,
    SETS,
    STATUS,
    ArticleRow,
    article_row,
    row_facts,
    status_condition,
)
from annotator.storage.connection import connect_reading, stoppable
from annotator.storage.faults import told
from annotator.storage.records import restored, stored


class Order(StrEnum):
    """What a list is sorted by; where it says nothing, articles stay as they came in."""

    ARRIVAL = "arrival"
    TITLE = "title"
    STATUS = "status"
    PENDING = "pending"
    DECIDED = "decided"
    CHANGED = "changed"


class Assigned(StrEnum):
    """To whom articles of a list are assigned."""

    ME = "me"
    OTHERS = "others"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles are listed, and in which order.

    ``text``: words that the title or the id holds, spelling folded. ``statuses`` None means all.
    The orders by number and by time begin with the greatest; ``reverse`` turns any of them.
    """

    text: str = ""
    statuses: frozenset[ArticleStatus] | None = None
    tag: str | None = None
    assigned: Assigned | None = None
    flagged: bool = False
    noted: bool = False
    order: Order = Order.ARRIVAL
    reverse: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether all articles are listed as they came in."""
        return self == ArticleQuery()

    @property
    def is_filtered(self) -> bool:
        """Whether it may leave articles out."""
        return replace(self, order=Order.ARRIVAL, reverse=False) != ArticleQuery()


class Listing:
    """One annotator's list, numbered from 0.

    It is used by one thread at a time, and closed by whoever has it.
    Every method raises UserError when the file cannot be read.
    """

    def __init__(
        self,
        path: Path,
        annotator: str,
        query: ArticleQuery | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Make the list.

        Raises:
            UserError: the file cannot be read.
            Cancelled: ``progress`` was cancelled meanwhile.
        """
        self.query = query or ArticleQuery()
        self._path = path
        self._annotator = stored(annotator)
        with told(path):
            self._connection = connect_reading(path, any_thread=True)
            try:
                self._first: int | None = self._dense_from()
                if self._first is None:
                    with stoppable(self._connection, progress or Progress()):
                        self._number()
                self.count = self._counted()
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close its connection. Closing again does nothing."""
        self._connection.close()

    def rows(self, offset: int, limit: int) -> list[ArticleRow]:
        """Return rows ``offset`` to ``offset + limit``, as their articles are now."""
        with told(self._path):
            rows = self._connection.execute(
                f"SELECT {ROW_COLUMNS} FROM {self._source} {SETS} "
                f"WHERE {self._row} >= :first AND {self._row} < :end ORDER BY {self._row}",
                self._between(offset, offset + limit),
            ).fetchall()
            facts = row_facts(self._connection, [row[0] for row in rows])
        return [article_row(row, facts) for row in rows]

    def keys(self, first: int, last: int) -> list[int]:
        """Return the keys of the articles in rows ``first`` to ``last``, both included."""
        if self._first is not None:
            return list(range(self._first + first, self._first + min(last + 1, self.count)))
        with told(self._path):
            rows = self._connection.execute(
                'SELECT article FROM temp.listed WHERE "row" BETWEEN ? AND ? ORDER BY "row"',
                (first, last),
            ).fetchall()
        return [key for (key,) in rows]

    def row_of(self, key: int) -> int | None:
        """Return the row in which an article stands, or None."""
        if self._first is not None:
            row = key - self._first
            return row if 0 <= row < self.count else None
        with told(self._path):
            found = self._connection.execute(
                'SELECT "row" FROM temp.listed WHERE article = ?', (key,)
            ).fetchone()
        return int(found[0]) if found else None

    def next_undecided(self, after: int = -1) -> int | None:
        """Return the key of the first article below row ``after`` that is not done.

        It goes on from the top; None when all are done.
        """
        condition = status_condition({ArticleStatus.NEW, ArticleStatus.IN_PROGRESS})
        with told(self._path):
            for first, end in ((after + 1, self.count), (0, after + 1)):
                found = self._connection.execute(
                    f"SELECT a.key FROM {self._source} {SETS} WHERE {condition} "
                    f"AND {self._row} >= :first AND {self._row} < :end "
                    f"ORDER BY {self._row} LIMIT 1",
                    self._between(first, end),
                ).fetchone()
                if found is not None:
                    return int(found[0])
        return None

    def _dense_from(self) -> int | None:
        """Return the key of row 0 where keys are as good as row numbers, else None."""
        if not self.query.is_plain:
            return None
        first, last, count = self._connection.execute(
            "SELECT (SELECT min(key) FROM article), (SELECT max(key) FROM article), "
            "(SELECT count(*) FROM article)"
        ).fetchone()
        if not count:
            return 0
        return int(first) if last - first + 1 == count else None

    def _number(self) -> None:
        query, connection = self.query, self._connection
        words = fold(query.text).split()

        def has_words(*texts: Any) -> bool:
            folded = "\n".join(fold(restored(text)) for text in texts)
            return all(word in folded for word in words)

        def sorted_as(title: Any, id_: Any) -> str:
            return fold(restored(title).strip() or restored(id_)).encode("utf-8", "ignore").decode()

        connection.create_function("has_words", 2, has_words, deterministic=True)
        connection.create_function("sorted_as", 2, sorted_as, deterministic=True)
        where = " AND ".join(["1", *self._conditions(words)])
        order, falls = _ORDERS[query.order]
        direction = "DESC" if falls != query.reverse else "ASC"
        ties = "DESC" if query.reverse else "ASC"
        connection.execute("PRAGMA query_only = OFF")
        connection.execute('CREATE TEMP TABLE listed ("row" INTEGER PRIMARY KEY, article INTEGER)')
        connection.execute(
            'INSERT INTO temp.listed ("row", article) '
            f"SELECT row_number() OVER (ORDER BY {order} {direction}, a.key {ties}) - 1, a.key "
            f"FROM article a {SETS} WHERE {where}",
            {"annotator": self._annotator, "tag": stored(query.tag or "")},
        )
        connection.execute("CREATE UNIQUE INDEX temp.listed_article ON listed (article)")
        connection.commit()
        connection.execute("PRAGMA query_only = ON")

    def _conditions(self, words: list[str]) -> Iterator[str]:
        query = self.query
        if words:
            yield "has_words(a.title, a.id)"
        if query.statuses is not None:
            yield status_condition(query.statuses)
        if query.tag is not None:
            yield "a.key IN (SELECT article FROM article_tag WHERE tag = :tag)"
        if query.assigned is not None:
            yield _ASSIGNED[query.assigned]
        if query.flagged:
            yield f"(coalesce(own.flags, base.flags, '[]') <> '[]' OR {_any_record(_FLAGGED)})"
        if query.noted:
            yield f"(coalesce(own.note, base.note, '') <> '' OR {_any_record(_NOTED)})"

    def _counted(self) -> int:
        table = "temp.listed" if self._first is None else "article"
        return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def _between(self, first: int, end: int) -> dict[str, Any]:
        shift = self._first or 0
        return {"annotator": self._annotator, "first": first + shift, "end": end + shift}

    @property
    def _source(self) -> str:
        if self._first is not None:
            return "article a"
        return "temp.listed l CROSS JOIN article a ON a.key = l.article"

    @property
    def _row(self) -> str:
        return "a.key" if self._first is not None else 'l."row"'


# Flags of entities and quotes are in a JSON column beside other things (records.py).
_FLAGGED = "r.more IS NOT NULL AND json_extract(r.more, '$.flags') IS NOT NULL"
_NOTED = "r.note <> ''"


def _any_record(condition: str) -> str:
    """Return the SQL for: an entity or quote of the set meets the condition."""
    found = (
        f"EXISTS (SELECT 1 FROM {table} r "
        f"WHERE r.annotation_set = coalesce(own.key, base.key) AND {condition})"
        for table in ("entity", "quote")
    )
    return f"({' OR '.join(found)})"


# The expression, and whether it begins with the greatest.
_ORDERS = {
    Order.ARRIVAL: ("a.key", False),
    Order.TITLE: ("sorted_as(a.title, a.id)", False),
    Order.STATUS: (
        f"CASE {STATUS} "
        + " ".join(f"WHEN '{status.value}' THEN {at}" for at, status in enumerate(ArticleStatus))
        + " END",
        False,
    ),
    Order.PENDING: ("coalesce(own.pending, base.pending, 0)", True),
    Order.DECIDED: ("coalesce(own.decided, base.decided, 0)", True),
    Order.CHANGED: ("coalesce(own.modified, base.modified, '')", True),
}

_ASSIGNED = {
    Assigned.ME: "a.key IN (SELECT article FROM assignment WHERE annotator = :annotator)",
    Assigned.OTHERS: "a.key IN (SELECT article FROM assignment WHERE annotator <> :annotator)",
    Assigned.NOBODY: "a.key NOT IN (SELECT article FROM assignment)",
}
