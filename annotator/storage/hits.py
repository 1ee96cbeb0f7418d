"""Where the words of a search stand in all articles, in those annotations that are wanted.

FTS5 says which articles match; the places are looked for in the stored texts, some articles at a
time, so that the first ones are there long before the last article was looked at.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from annotator.arabic.finding import neighbours, spans_of_phrases
from annotator.core.article import ArticleStatus
from annotator.core.spans import Span
from annotator.storage.articles import SETS, status_condition
from annotator.storage.query import Query
from annotator.storage.records import restored, stored

_FIRST_BATCH, _BATCH = 24, 256
"""Articles looked at in one go: few at first, so that the first lines come at once."""


class Relation(StrEnum):
    """How a hit has to stand to the entities of a label.

    ``IS``: one has the same span; ``CONTAINS``: one lies in the hit; ``OVERLAPS``: one shares a
    letter with it; ``APART``: none does; ``ARTICLE``: its article has one, anywhere.
    """

    IS = "is"
    CONTAINS = "contains"
    OVERLAPS = "overlaps"
    APART = "apart"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which hits are wanted of all that the words give. None and "" mean any.

    ``relation`` is to the entities of ``label``, or to all; without one, labels do not count.
    ``annotator``: articles that this one has begun, with their annotations and status; else it
    is the work of who searches. Rejected suggestions are no entities.
    """

    label: str = ""
    relation: Relation | None = None
    statuses: frozenset[ArticleStatus] | None = None
    annotator: str = ""
    tag: str = ""


class Hit(NamedTuple):
    """A place in an article, by its key and code points of its stored text."""

    article: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place."""
        return Span(self.start, self.end)


class Found(NamedTuple):
    """Hits of some articles; ``beside`` has the folded words before and after each, if asked."""

    hits: Sequence[Hit]
    beside: Sequence[tuple[str, str]] = ()


class Matching(NamedTuple):
    """An article in which the words occur, and the annotation set that counts there, if any."""

    article: int
    annotation_set: int | None = None


def matching(
    connection: sqlite3.Connection, query: Query | None, narrowing: Narrowing, annotator: str
) -> list[Matching]:
    """Return the articles that may have hits, in the order of their keys.

    Without a query it is those that have entities of the label.
    """
    own = narrowing.annotator or annotator
    values = {
        "match": query.match if query else "",
        "annotator": stored(own),
        "label": stored(narrowing.label),
        "tag": stored(narrowing.tag),
    }
    if query is not None and narrowing == Narrowing():
        return [Matching(key) for (key,) in connection.execute(_PLAIN, values)]
    tests = ["article_search MATCH :match"] if query else []
    tests += [status_condition(narrowing.statuses)] if narrowing.statuses is not None else []
    tests += ["own.key IS NOT NULL"] if narrowing.annotator else []
    tests += [_HAS_TAG] if narrowing.tag else []
    tests += [_HAS_LABEL] if narrowing.relation not in (None, Relation.APART) or not query else []
    source = "article_search JOIN article a ON a.key = article_search.rowid"
    rows = connection.execute(
        f"SELECT a.key, coalesce(own.key, base.key) FROM {source if query else 'article a'} "
        f"{SETS} WHERE {' AND '.join(tests) or '1'} "
        f"ORDER BY {'article_search.rowid' if query else 'a.key'}",
        values,
    )
    return [Matching(*row) for row in rows]


_PLAIN = "SELECT rowid FROM article_search WHERE article_search MATCH :match ORDER BY rowid"
_HAS_TAG = "EXISTS (SELECT 1 FROM article_tag g WHERE g.article = a.key AND g.tag = :tag)"
_HAS_LABEL = """EXISTS (SELECT 1 FROM entity e
  WHERE e.annotation_set = coalesce(own.key, base.key) AND (:label = '' OR e.label = :label)
  AND e.status <> 'rejected')"""


def found_hits(
    connection: sqlite3.Connection,
    query: Query | None,
    narrowing: Narrowing,
    articles: Iterable[Matching],
    *,
    exact: bool = False,
    beside: bool = False,
) -> Iterator[Found]:
    """Yield the hits in these articles, some articles at a time, in order.

    ``beside`` asks for the neighbour words too. Without a query the entities of the label are
    the hits.
    """
    waiting, size = iter(articles), _FIRST_BATCH
    relation = narrowing.relation if query else None
    test = _TESTS.get(relation) if relation else None
    while batch := list(islice(waiting, size)):
        size = _BATCH
        entities = _entities(connection, batch, narrowing.label) if test or query is None else {}
        hits: list[Hit] = []
        words: list[tuple[str, str]] = []
        for key, text in _texts(connection, [found.article for found in batch]):
            known = entities.get(key, ())
            if query is None:
                spans: Iterable[Span] = dict.fromkeys(known)
            else:
                spans = spans_of_phrases(text, query.phrases, exact=exact)
            for span in spans:
                if test is not None and not test(span, known):
                    continue
                hits.append(Hit(key, *span))
                if beside:
                    words.append(neighbours(text, span))
        yield Found(hits, words)


_TESTS: Mapping[Relation, Callable[[Span, Collection[Span]], bool]] = {
    Relation.IS: lambda hit, known: hit in known,
    Relation.CONTAINS: lambda hit, known: any(hit.covers(span) for span in known),
    Relation.OVERLAPS: lambda hit, known: any(hit.overlaps(span) for span in known),
    Relation.APART: lambda hit, known: not any(hit.overlaps(span) for span in known),
}


def _texts(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[tuple[int, str]]:
    rows = connection.execute(
        f"SELECT article, text FROM article_text WHERE article IN ({listed(keys)}) ORDER BY article"
    )
    for key, text in rows:
        yield key, restored(text)


def _entities(
    connection: sqlite3.Connection, articles: Sequence[Matching], label: str
) -> dict[int, list[Span]]:
    """Return the spans of the entities of ``label`` ("" for any) by article, in reading order."""
    of_set = {found.annotation_set: found.article for found in articles if found.annotation_set}
    known: dict[int, list[Span]] = {}
    rows = connection.execute(
        'SELECT annotation_set, "start", "end" FROM entity '
        f"WHERE annotation_set IN ({listed(of_set)}) AND status <> 'rejected' "
        'AND (:label = \'\' OR label = :label) ORDER BY annotation_set, "start", "end"',
        {"label": stored(label)},
    )
    for own, start, end in rows:
        known.setdefault(of_set[own], []).append(Span(start, end))
    return known


def listed(keys: Iterable[int | None]) -> str:
    """Return keys as SQL lists them."""
    # Keys are numbers of ours, not input: they can stand in the SQL.
    return ", ".join(str(int(key)) for key in keys if key is not None)
