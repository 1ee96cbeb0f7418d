"""What can still be read of a damaged project, put into a new file; the damaged one is only read.

Tables are read row by row: forward to the first damaged page, backward to the last, and what lies
between by single keys. What was read is then made to fit together: records of which SQLite gave
nonsense are left out, and a history whose steps no longer fit the records is kept but not undone.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.storage.creation import create_file
from annotator.storage.faults import damaged, unreadable
from annotator.storage.fitting import fit_together
from annotator.storage.headers import HEADER_MENDS
from annotator.storage.safety import has_our_tables
from annotator.storage.search import index_articles

_MOST_PROBED = 100_000
"""Keys asked for one by one between two readable ends, at most."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table, how its rows are ordered, and an index that tells how many there were."""

    name: str
    order: tuple[str, ...]
    index: str = ""


_TABLES = (
    _Table("article", ("key",), "article_id"),
    _Table("article_text", ("article",)),
    _Table("annotation_set", ("key",), "annotation_set_progress"),
    _Table("entity", ("annotation_set", "id")),
    _Table("quote", ("annotation_set", "id")),
    _Table("verdict", ("annotation_set", "id")),
    _Table("batch", ("key",)),
    _Table("step", ("key",), "step_stack"),
    _Table("place", ("article", "annotator")),
    _Table("state", ("name",)),
    _Table("article_tag", ("article", "tag"), "article_tag_tag"),
    _Table("assignment", ("article", "annotator"), "assignment_annotator"),
    _Table("time_spent", ("article", "annotator", "day")),
    _Table("learning", ("key",)),
    _Table("learned_model", ("key",)),
)


@dataclass(slots=True)
class Salvaged:
    """What came of it. ``kept`` and ``lost`` count rows by table; a loss is what is known of.

    ``articles`` says of each article that is not as it was, by its id, what it has lost: names of
    tables with counts, ``text`` for a text that is gone or another, ``history`` for steps that
    cannot be undone any more.
    """

    kept: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    articles: dict[str, Counter[str]] = field(default_factory=dict)

    def lose(self, article: str, what: str, count: int = 1) -> None:
        """Note what an article has lost."""
        self.articles.setdefault(article, Counter())[what] += count


def salvage(path: Path, made: Path, label_set: LabelSet, progress: Progress) -> Salvaged:
    """Put what can be read of the project ``path`` into a new one, in the place of ``made``.

    ``label_set`` is taken where the project's own cannot be read. After an error ``made`` is of
    no use: it is the caller's to remove.

    Raises:
        UserError: nothing can be read of it.
        OSError, sqlite3.Error: nothing can be written there.
        Cancelled: ``progress`` asked for it.
    """
    if not (path.is_file() and os.access(path, os.R_OK)):
        raise unreadable(path)
    found = Salvaged()
    create_file(made, label_set, force=True)
    with TemporaryDirectory(prefix="annotator-") as place:
        copy = _copied(path, Path(place))
        with closing(_lenient(copy, path)) as source, closing(sqlite3.connect(made)) as target:
            target.execute("PRAGMA foreign_keys = OFF")
            for number, table in enumerate(_TABLES):
                progress.at(number, len(_TABLES))
                _carry(source, target, table, found, progress)
            _refuse_nothing(found, path)
            fit_together(target, found.lose, found.lost)
            index_articles(target)
            target.commit()
    return found


def _refuse_nothing(found: Salvaged, path: Path) -> None:
    if not found.kept["article_text"]:
        raise damaged(path)


def _copied(path: Path, place: Path) -> Path:
    """Copy a project with its journal, so that the changes that this holds are taken in there."""
    copy = place / "copy.annotator"
    shutil.copyfile(path, copy)
    journal = path.with_name(f"{path.name}-wal")
    if journal.exists():
        shutil.copyfile(journal, copy.with_name(f"{copy.name}-wal"))
    return copy


def _lenient(copy: Path, path: Path) -> sqlite3.Connection:
    """Open a copy in spite of a header or a schema that is damaged.

    Raises:
        UserError: SQLite reads nothing of it.
    """
    for mend in (None, *HEADER_MENDS):
        if mend is not None:
            mend(copy)
        connection = sqlite3.connect(copy)
        try:
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute("PRAGMA cell_size_check = OFF")
            connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
            if has_our_tables(connection):
                return connection
        except sqlite3.Error:
            pass
        connection.close()
    raise damaged(path)


def _carry(
    source: sqlite3.Connection,
    target: sqlite3.Connection,
    table: _Table,
    found: Salvaged,
    progress: Progress,
) -> None:
    """Carry the rows of a table over, and count those that are known to be lost."""
    columns = _readable(source, table, [column[1] for column in _info(target, table.name)])
    if not columns:
        found.lost[table.name] += _expected(source, table) or 0
        return
    named = ", ".join(f'"{column}"' for column in columns)
    insert = (
        f"INSERT OR REPLACE INTO {table.name} ({named}) VALUES ({', '.join('?' * len(columns))})"
    )
    kept = 0
    for row in _rows(source, table, columns):
        progress.check()
        try:
            target.execute(insert, row)
            kept += 1
        except sqlite3.Error:  # a value that the table cannot have: the page was damaged
            found.lost[table.name] += 1
    found.kept[table.name] += kept
    expected = _expected(source, table)
    if expected is not None and expected > kept + found.lost[table.name]:
        found.lost[table.name] = expected - kept


def _info(connection: sqlite3.Connection, table: str) -> list[Any]:
    return connection.execute(f"PRAGMA table_info('{table}')").fetchall()


def _readable(source: sqlite3.Connection, table: _Table, columns: list[str]) -> list[str]:
    """Return the columns that the damaged table has too; an older project has fewer."""
    try:
        there = {row[1] for row in _info(source, table.name)}
    except sqlite3.Error:
        return []
    found = [column for column in columns if column in there]
    return found if set(table.order) <= set(found) else []


def _expected(source: sqlite3.Connection, table: _Table) -> int | None:
    """Return how many rows an index knows, which lies on other pages than the table."""
    if not table.index:
        return None
    try:
        query = f"SELECT count(*) FROM {table.name} INDEXED BY {table.index}"
        return int(source.execute(query).fetchone()[0])
    except sqlite3.Error:
        return None


def _rows(
    source: sqlite3.Connection, table: _Table, columns: list[str]
) -> Iterator[tuple[Any, ...]]:
    """Yield every row of a table that SQLite can read, once."""
    at = [columns.index(column) for column in table.order]
    seen: set[tuple[Any, ...]] = set()
    whole = True
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{column} {direction}" for column in table.order)
        query = f"SELECT {_named(columns)} FROM {table.name} NOT INDEXED ORDER BY {order}"
        try:
            for row in source.execute(query):
                key = tuple(row[place] for place in at)
                if key in seen:
                    break
                seen.add(key)
                yield row
            else:
                if whole:
                    return
        except sqlite3.Error:
            whole = False
        else:
            return
    yield from _between(source, table, columns, seen)


def _between(
    source: sqlite3.Connection, table: _Table, columns: list[str], seen: set[tuple[Any, ...]]
) -> Iterator[tuple[Any, ...]]:
    """Yield rows that lie behind damaged pages: each leading key is asked for by itself."""
    at = columns.index(table.order[0])
    for leading in _leading(source, table, seen):
        query = f'SELECT {_named(columns)} FROM {table.name} WHERE "{table.order[0]}" = ?'
        with suppress(sqlite3.Error):
            for row in source.execute(query, (leading,)):
                key = tuple(row[columns.index(column)] for column in table.order)
                if key not in seen and row[at] == leading:
                    seen.add(key)
                    yield row


def _leading(
    source: sqlite3.Connection, table: _Table, seen: set[tuple[Any, ...]]
) -> Iterator[int]:
    """Yield the leading keys that rows may have which were not seen."""
    numbers = sorted({key[0] for key in seen if isinstance(key[0], int)})
    top = numbers[-1] if numbers else 0
    with suppress(sqlite3.Error):
        named = table.order[0] if table.order[0] in {"article", "annotation_set"} else table.name
        top = max(top, source.execute(f'SELECT max(key) FROM "{named}"').fetchone()[0] or 0)
    whole = len(table.order) == 1  # a key of several parts may be seen in part
    known = set(numbers) if whole else set()
    yield from (key for key in range(1, min(top, _MOST_PROBED) + 1) if key not in known)


def _named(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
