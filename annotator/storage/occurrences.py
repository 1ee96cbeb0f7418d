"""Where words stand in all articles, and what one annotator has decided about those places."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.arabic.finding import Phrase
from annotator.arabic.occurrences import occurrence_spans
from annotator.core.entities import Status
from annotator.core.every import Known
from annotator.core.spans import Span
from annotator.storage.articles import SETS
from annotator.storage.hits import listed
from annotator.storage.query import phrase_match
from annotator.storage.records import restored, stored

_FIRST_PAGE, _PAGE = 16, 128
"""Articles read in one go: few at first, so that the first places are there at once."""


class Occurrences(NamedTuple):
    """The places in one article, with their text, and the entities there, rejected ones too."""

    article: int
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    entities: tuple[Known, ...]


def occurrence_count(connection: sqlite3.Connection, phrases: Sequence[Phrase]) -> int:
    """Return how many articles :func:`occurrences` looks at."""
    row = connection.execute(
        "SELECT count(*) FROM article_search WHERE article_search MATCH ?", (_match(phrases),)
    ).fetchone()
    return int(row[0])


def occurrences(
    connection: sqlite3.Connection, phrases: Sequence[Phrase], annotator: str
) -> Iterator[list[Occurrences]]:
    """Yield where any of the phrases stands, some articles at a time, in the order of their keys.

    A list may be empty: the words stand in these articles, but not as one phrase.
    """
    values = {"match": _match(phrases), "annotator": stored(annotator)}
    after, size = 0, _FIRST_PAGE
    while rows := connection.execute(_PAGE_OF, {**values, "after": after, "size": size}).fetchall():
        after, size = rows[-1][0], _PAGE
        known = _entities(connection, {own: key for key, own, _ in rows if own is not None})
        found: list[Occurrences] = []
        for key, _, text in rows:
            raw = restored(text)
            spans = occurrence_spans(raw, phrases)
            if spans:
                texts = tuple(span.of(raw) for span in spans)
                found.append(Occurrences(key, spans, texts, tuple(known.get(key, ()))))
        yield found


def _match(phrases: Sequence[Phrase]) -> str:
    return " OR ".join(map(phrase_match, phrases))


_PAGE_OF = f"""
SELECT a.key, coalesce(own.key, base.key), t.text
FROM (SELECT rowid AS key FROM article_search
  WHERE article_search MATCH :match AND rowid > :after ORDER BY rowid LIMIT :size) a
JOIN article_text t ON t.article = a.key
{SETS}
ORDER BY a.key
"""


def _entities(connection: sqlite3.Connection, sets: dict[int, int]) -> dict[int, list[Known]]:
    """Return the entities of these sets by article; ``sets`` maps a set's key to its article."""
    known: dict[int, list[Known]] = {}
    rows = connection.execute(
        'SELECT annotation_set, "start", "end", label, status FROM entity '
        f"WHERE annotation_set IN ({listed(sets)})"
    )
    for own, start, end, label, status in rows:
        known.setdefault(sets[own], []).append(
            Known(Span(start, end), restored(label), Status(status))
        )
    return known
