"""What goes over from one project file into another, as it is read there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.core.article import text_sha256
from annotator.storage.faults import told
from annotator.storage.records import Row, restored


class Sharable(NamedTuple):
    """What dealing out has to know of an article.

    ``label`` is the one that it has most spans of, ``taken`` whether somebody has finished it or
    has it assigned.
    """

    key: int
    length: int
    label: str
    taken: bool


class Brought(NamedTuple):
    """An article of a file that is brought; ``changed`` says that its text is not what it was."""

    key: int
    id: str
    sha256: str
    changed: bool


class BroughtSet(NamedTuple):
    """An annotation set that is brought, by its key, and whose it is."""

    key: int
    annotator: str


class Giver:
    """Reads what goes over into another file, through the connection of a project."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def sharable(self) -> list[Sharable]:
        """Return what dealing out has to know of every article, in the order of their keys."""
        rows = self._connection.execute(_SHARABLE).fetchall()
        return [
            Sharable(key, length, restored(label) or "", bool(taken))
            for key, length, label, taken in rows
        ]

    def articles(self) -> Iterator[Brought]:
        """Yield the articles; every text is held against the hash that it goes by."""
        for key, id_, sha256, text in self._connection.execute(_TEXTS):
            known = sha256.hex()
            yield Brought(key, restored(id_), known, text_sha256(restored(text)) != known)

    def sha256(self, article: int) -> str:
        """Return the SHA-256 of an article's text."""
        ((sha256,),) = self.rows("SELECT sha256 FROM article WHERE key = ?", article)
        return str(sha256.hex())

    def sets(self, article: int) -> list[BroughtSet]:
        """Return the sets of an article, nobody's first."""
        rows = self.rows(
            "SELECT key, annotator FROM annotation_set WHERE article = ? ORDER BY annotator",
            article,
        )
        return [BroughtSet(key, restored(annotator)) for key, annotator in rows]

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Return the rows of a query.

        Raises:
            UserError: this file is damaged, not the one that receives.
        """
        with told(self._path):
            return self._connection.execute(sql, values).fetchall()


_FINISHED = "('done', 'reviewed')"
_SHARABLE = f"""
WITH used AS (
  SELECT s.article AS article, e.label AS label, count(*) AS spans
  FROM entity e JOIN annotation_set s ON s.key = e.annotation_set
  WHERE e.status <> 'rejected' GROUP BY s.article, e.label
), most AS (
  SELECT article, label, row_number() OVER (
    PARTITION BY article ORDER BY spans DESC, label) AS place FROM used
)
SELECT a.key, length(t.text), m.label,
  EXISTS (SELECT 1 FROM assignment g WHERE g.article = a.key)
  OR EXISTS (SELECT 1 FROM annotation_set s
    WHERE s.article = a.key AND s.status IN {_FINISHED})
FROM article a JOIN article_text t ON t.article = a.key
LEFT JOIN most m ON m.article = a.key AND m.place = 1
ORDER BY a.key
"""
_TEXTS = """
SELECT a.key, a.id, a.sha256, t.text FROM article a JOIN article_text t ON t.article = a.key
ORDER BY a.key
"""
