"""Full-text search over the folded text of all articles (FTS5)."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from annotator.arabic.finding import Phrase, spans_of_phrases, words_of
from annotator.arabic.folding import fold
from annotator.core.spans import Span
from annotator.storage.query import phrase_match
from annotator.storage.records import restored

_BATCH = 256


class SearchHit(NamedTuple):
    """An article in which the words occur, and where: spans of its stored text, in order."""

    key: int
    id: str
    title: str
    text: str
    spans: tuple[Span, ...]


def index_articles(connection: sqlite3.Connection) -> None:
    """Fill an empty index from the stored articles, a batch at a time."""
    after = 0
    while rows := connection.execute(_AFTER, (after, _BATCH)).fetchall():
        connection.executemany(INSERT, (index_row(key, restored(text)) for key, text in rows))
        after = rows[-1][0]


INSERT = "INSERT INTO article_search (rowid, text) VALUES (?, ?)"
"""Takes the values of :func:`index_row`."""

_AFTER = """
SELECT article, text FROM article_text WHERE article > ? ORDER BY article LIMIT ?
"""


def index_row(key: int, text: str) -> tuple[int, str]:
    """Return what the index keeps of an article: folded, lone surrogates left out."""
    return (key, _indexable(text))


def search(connection: sqlite3.Connection, text: str, limit: int) -> list[SearchHit]:
    """Return up to ``limit`` articles whose text holds these words in this order.

    Spelling is folded, and the first word may carry proclitics (بواشنطن is found by واشنطن);
    the spans leave them out, and so
    the لل that hides an article. Articles come in the order of their keys.
    """
    words = words_of(_indexable(text))
    if not words:
        return []
    phrase = Phrase(words)
    hits = []
    for key, id_, title, stored_text in connection.execute(_FOUND, (phrase_match(phrase), limit)):
        raw = restored(stored_text)
        if found := spans_of_phrases(raw, [phrase]):
            hits.append(SearchHit(key, restored(id_), restored(title), raw, found))
    return hits


_FOUND = """
SELECT a.key, a.id, a.title, t.text
FROM article_search
JOIN article a ON a.key = article_search.rowid
JOIN article_text t ON t.article = a.key
WHERE article_search MATCH ? ORDER BY article_search.rowid LIMIT ?
"""


def _indexable(text: str) -> str:
    return fold(text).encode("utf-8", "ignore").decode("utf-8")
