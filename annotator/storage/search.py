"""Full-text search over the folded text of all articles (FTS5)."""

from __future__ import annotations

import re
import sqlite3
from typing import NamedTuple

from annotator.arabic.folding import fold, fold_with_map
from annotator.core.spans import Span, trimmed
from annotator.storage.records import restored

_WORD = re.compile(r"[^\W_]+")
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
_BEFORE_LAM = ("", "و", "ف")
_ARTICLE = "ال"
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
    words = _WORD.findall(_indexable(text))
    if not words:
        return []
    located = _located(words)
    hits = []
    for key, id_, title, stored_text in connection.execute(_FOUND, (_query(words), limit)):
        raw = restored(stored_text)
        folded = fold_with_map(raw)
        made = (Span(*match.span(match.lastindex or 0)) for match in located.finditer(folded.text))
        # Marks that folding dropped at a word's end belong to its last letter.
        spans = (trimmed(raw, folded.map.to_raw(span)) for span in made)
        if found := tuple(span for span in spans if span is not None):
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


def _query(words: list[str]) -> str:
    """Return the FTS5 query: the phrase, once for every form that its first word may have."""
    first, *others = words
    forms = [proclitic + first for proclitic in _PROCLITICS]
    if first.startswith(_ARTICLE):
        forms += [proclitic + _assimilated(first) for proclitic in _BEFORE_LAM]
    return " OR ".join(f'"{" ".join((form, *others))}"' for form in forms)


def _located(words: list[str]) -> re.Pattern[str]:
    """Return what finds the phrase in folded text; its group that matched is the phrase."""
    first, *others = map(re.escape, words)
    forms = [f"(?:{_any_of(_PROCLITICS)})({_phrase(first, others)})"]
    if first.startswith(_ARTICLE):
        rest = first.removeprefix(_ARTICLE)
        forms.append(f"(?:{_any_of(_BEFORE_LAM)})لل({_phrase(rest, others)})")
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})(?![^\W_])")


def _assimilated(word: str) -> str:
    """Return a word with the article as it is written after ل (للعراق for العراق)."""
    return "لل" + word.removeprefix(_ARTICLE)


def _phrase(first: str, others: list[str]) -> str:
    return r"[\W_]+".join((first, *others))


def _any_of(proclitics: tuple[str, ...]) -> str:
    return "|".join(sorted(proclitics, key=len, reverse=True))
