"""What is said of articles to everybody: title and metadata, tags, and who is to annotate them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from annotator.core.article import Article
from annotator.storage.articles import read_article, row_facts
from annotator.storage.records import mapping_json, mapping_of, restored, stored

_PAGE = 500


def tag_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return every tag in use, and how many articles have it."""
    rows = connection.execute("SELECT tag, count(*) FROM article_tag GROUP BY tag ORDER BY tag")
    return {restored(tag): count for tag, count in rows}


def said_of(
    connection: sqlite3.Connection, keys: Sequence[int]
) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many of these articles have each tag, and are assigned to each annotator."""
    tags: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for start in range(0, len(keys), _PAGE):
        by_article = row_facts(connection, keys[start : start + _PAGE])
        for counts, found in zip((tags, names), by_article, strict=True):
            counts.update(value for values in found.values() for value in values)
    return dict(tags), dict(names)


def assigned_names(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return everyone to whom an article is assigned."""
    rows = connection.execute("SELECT DISTINCT annotator FROM assignment ORDER BY 1")
    return tuple(restored(name) for (name,) in rows)


def describe(connection: sqlite3.Connection, key: int, title: str, meta: Mapping[str, Any]) -> None:
    """Take a title and metadata from a person, inside the caller's transaction.

    What differs from what was there is the person's from now on: :func:`complete` leaves it alone.
    """
    known = read_article(connection, key)
    assert known is not None
    titled, names = _described(connection, key)
    names |= {
        name for name in known.meta.keys() | meta.keys() if known.meta.get(name) != meta.get(name)
    }
    _write(connection, key, title, meta)
    said = {"title": titled or title != known.title, "meta": sorted(names)}
    connection.execute(
        "UPDATE article_text SET described = ? WHERE article = ?",
        (mapping_json(said if any(said.values()) else {}), key),
    )


def complete(connection: sqlite3.Connection, key: int, known: Article, incoming: Article) -> None:
    """Take over an incoming title and metadata, but for what a person set or removed."""
    if not incoming.title and not incoming.meta:
        return
    titled, names = _described(connection, key)
    title = known.title if titled else incoming.title or known.title
    meta = {**known.meta, **{n: value for n, value in incoming.meta.items() if n not in names}}
    if title != known.title or meta != known.meta:
        _write(connection, key, title, meta)


def _described(connection: sqlite3.Connection, key: int) -> tuple[bool, set[str]]:
    """Return whether a person set the title, and which of the metadata."""
    (told,) = connection.execute(
        "SELECT described FROM article_text WHERE article = ?", (key,)
    ).fetchone()
    said = mapping_of(told)
    return bool(said.get("title")), set(said.get("meta", ()))


def _write(connection: sqlite3.Connection, key: int, title: str, meta: Mapping[str, Any]) -> None:
    connection.execute("UPDATE article SET title = ? WHERE key = ?", (stored(title), key))
    connection.execute(
        "UPDATE article_text SET meta = ? WHERE article = ?", (mapping_json(meta), key)
    )


def tag(
    connection: sqlite3.Connection,
    keys: Collection[int],
    add: Iterable[str],
    remove: Iterable[str],
) -> None:
    """Add tags to articles and take others from them, inside the caller's transaction."""
    for name in map(stored, remove):
        connection.executemany(
            "DELETE FROM article_tag WHERE article = ? AND tag = ?", ((key, name) for key in keys)
        )
    for name in map(stored, add):
        connection.executemany(
            "INSERT OR IGNORE INTO article_tag (article, tag) VALUES (?, ?)",
            ((key, name) for key in keys),
        )


def assign(
    connection: sqlite3.Connection, keys: Collection[int], annotators: Iterable[str]
) -> None:
    """Replace whom articles are assigned to, inside the caller's transaction."""
    connection.executemany("DELETE FROM assignment WHERE article = ?", ((key,) for key in keys))
    for name in map(stored, annotators):
        connection.executemany(
            "INSERT INTO assignment (article, annotator) VALUES (?, ?)",
            ((key, name) for key in keys),
        )
