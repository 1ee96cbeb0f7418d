"""Reading articles: one, or a page of a long list."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from annotator.core.article import Article, ArticleStatus
from annotator.storage.records import Row, mapping_of, restored, stored


class ArticleRow(NamedTuple):
    """An article in a list, as one annotator has it.

    ``decided`` and ``pending`` count their records, ``flags`` and ``noted`` tell what they say
    of the article as a whole. ``tags`` and whom it is ``assigned`` to are the same for all.
    """

    key: int
    id: str
    title: str
    status: ArticleStatus
    decided: int
    pending: int
    flags: tuple[str, ...] = ()
    noted: bool = False
    tags: tuple[str, ...] = ()
    assigned: tuple[str, ...] = ()


ARTICLE_COLUMNS = "a.key, a.id, a.title, a.sha256, t.meta, t.text"

# An annotator's own set, or the one that everybody starts from; :annotator is bound.
SETS = """
LEFT JOIN annotation_set own ON own.article = a.key AND own.annotator = :annotator
LEFT JOIN annotation_set base
  ON own.key IS NULL AND base.article = a.key AND base.annotator = ''
"""
STATUS = "coalesce(own.status, base.status, 'new')"

ROW_COLUMNS = (
    f"a.key, a.id, a.title, {STATUS}, coalesce(own.decided, base.decided, 0), "
    "coalesce(own.pending, base.pending, 0), coalesce(own.flags, base.flags), "
    "coalesce(own.note, base.note, '') <> ''"
)
"""What :func:`article_row` takes, of ``article a`` with :data:`SETS`."""

Facts = Mapping[int, Sequence[str]]


def article_row(row: Row, facts: tuple[Facts, Facts]) -> ArticleRow:
    """Return the row of a list that :data:`ROW_COLUMNS` and :func:`row_facts` make."""
    key, id_, title, status, decided, pending, flags, noted = row
    tags, assigned = facts
    return ArticleRow(
        key,
        restored(id_),
        restored(title),
        ArticleStatus(status),
        decided,
        pending,
        tuple(json.loads(flags)) if flags else (),
        bool(noted),
        tuple(tags.get(key, ())),
        tuple(assigned.get(key, ())),
    )


def read_row(connection: sqlite3.Connection, key: int, annotator: str) -> ArticleRow | None:
    """Return one article as lists tell it, or None."""
    row = connection.execute(
        f"SELECT {ROW_COLUMNS} FROM article a {SETS} WHERE a.key = :key",
        {"annotator": stored(annotator), "key": key},
    ).fetchone()
    return article_row(row, row_facts(connection, [key])) if row else None


def row_facts(connection: sqlite3.Connection, keys: Sequence[int]) -> tuple[Facts, Facts]:
    """Return the tags of these articles and whom they are assigned to, each by article."""
    found: list[Facts] = []
    for table, column in (("article_tag", "tag"), ("assignment", "annotator")):
        values: dict[int, list[str]] = {}
        rows = connection.execute(
            f"SELECT article, {column} FROM {table} "
            f"WHERE article IN ({','.join('?' * len(keys))}) ORDER BY 1, 2",
            keys,
        )
        for key, value in rows:
            values.setdefault(key, []).append(restored(value))
        found.append(values)
    return found[0], found[1]


def article_of(row: Row) -> Article:
    """Return the article of a row of :data:`ARTICLE_COLUMNS`."""
    _, id_, title, sha256, meta, text = row
    return Article(restored(id_), restored(text), restored(title), mapping_of(meta), sha256.hex())


def read_article(connection: sqlite3.Connection, key: int) -> Article | None:
    """Return the article with that key, or None."""
    row = connection.execute(
        f"SELECT {ARTICLE_COLUMNS} FROM article a JOIN article_text t ON t.article = a.key "
        "WHERE a.key = ?",
        (key,),
    ).fetchone()
    return article_of(row) if row else None


def article_key(connection: sqlite3.Connection, article_id: str) -> int | None:
    """Return the key of the first article with that id, or None."""
    row = connection.execute(
        "SELECT min(key) FROM article WHERE id = ?", (stored(article_id),)
    ).fetchone()
    return None if row[0] is None else int(row[0])


def status_counts(connection: sqlite3.Connection, annotator: str) -> dict[ArticleStatus, int]:
    """Return how many articles one annotator has in each status."""
    counts = dict.fromkeys(ArticleStatus, 0)
    for status, count in connection.execute(_COUNTS, {"annotator": stored(annotator)}):
        counts[ArticleStatus(status)] += count
    (total,) = connection.execute("SELECT count(*) FROM article").fetchone()
    counts[ArticleStatus.NEW] += total - sum(counts.values())  # those without any set
    return counts


_COUNTS = """
SELECT status, count(*) FROM annotation_set WHERE annotator = :annotator GROUP BY status
UNION ALL
SELECT status, count(*) FROM annotation_set base WHERE annotator = '' AND :annotator <> ''
AND NOT EXISTS (SELECT 1 FROM annotation_set own
  WHERE own.article = base.article AND own.annotator = :annotator)
GROUP BY status
"""


def status_condition(statuses: Collection[ArticleStatus]) -> str:
    """Return the SQL for being in one of these statuses, where :data:`SETS` is joined."""
    # Names of an enum, not input: they can stand in the SQL.
    names = ", ".join(f"'{ArticleStatus(status).value}'" for status in statuses)
    return f"{STATUS} IN ({names})"
