"""Annotation sets: one annotator's records on one article, with the history of their making."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter, itemgetter, lt
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article, ArticleStatus
from annotator.core.edits import Edit
from annotator.core.entities import Entity
from annotator.core.history import History, Timeline
from annotator.storage.articles import ARTICLE_COLUMNS, article_of
from annotator.storage.records import (
    ENTITY_COLUMNS,
    QUOTE_COLUMNS,
    Row,
    entities_of,
    flags_of,
    mapping_of,
    quote_of,
    restored,
    spans_of,
    stored,
)
from annotator.storage.steps import STEP_COLUMNS, Mark, edit_of
from annotator.storage.verdicts import VERDICT_COLUMNS, verdict_of

NOBODY = ""
"""The annotator of what came with an import and belongs to everybody."""

_PAGE = 64

_START, _SPAN = itemgetter(1), attrgetter("span")


class Place(NamedTuple):
    """Where an annotator was: code points of the caret and of the top line, the current record."""

    caret: int = 0
    scroll: int = 0
    record: str | None = None


class Step(NamedTuple):
    """One line of the audit trail."""

    mark: Mark
    edit: Edit


class Filters(NamedTuple):
    """Which annotation sets are read: of one annotator, of articles in some statuses.

    Without an annotator it is every set of a named one, and for an article that none has begun,
    what came with its import.
    """

    annotator: str | None = None
    statuses: frozenset[ArticleStatus] | None = None


def set_key(connection: sqlite3.Connection, article: int, annotator: str) -> int | None:
    """Return the key of an annotator's own set, or None."""
    row = connection.execute(
        "SELECT key FROM annotation_set WHERE article = ? AND annotator = ?",
        (article, stored(annotator)),
    ).fetchone()
    return int(row[0]) if row else None


def read_timeline(
    connection: sqlite3.Connection,
    key: int,
    article: Article,
    annotator: str,
    *,
    steps: bool = True,
) -> Timeline:
    """Return an annotator's state and steps; a set that is not begun starts from nobody's.

    ``key`` is the article's. Without ``steps`` the history is left empty, which is faster.

    Raises:
        KeyError, TypeError, ValueError: the rows are not ours.
    """
    own = set_key(connection, key, annotator)
    found = own if own is not None else set_key(connection, key, NOBODY)
    if found is None:
        return Timeline(AnnotatedArticle(article, annotator))
    row = connection.execute(
        f"SELECT {_SET_COLUMNS} FROM annotation_set s WHERE key = ?", (found,)
    ).fetchone()
    state = _state(connection, article, annotator, row)
    if own is None or not steps:
        return Timeline(state)
    return Timeline(state, read_history(connection, own))


def read_history(connection: sqlite3.Connection, key: int) -> History:
    """Return the steps of a set that can be undone and redone."""
    done = _edits(connection, key, Mark.DONE)
    undone = _edits(connection, key, Mark.UNDONE)
    return History(tuple(done), tuple(reversed(undone)))


def audit(connection: sqlite3.Connection, article: int, annotator: str) -> Iterator[Step]:
    """Yield every step that was ever made in a set, in order, with its mark."""
    key = set_key(connection, article, annotator)
    for mark, *row in connection.execute(
        f"SELECT mark, {STEP_COLUMNS} FROM step WHERE annotation_set = ? ORDER BY key", (key,)
    ):
        yield Step(Mark(mark), edit_of(tuple(row), undoable=mark != Mark.ARRIVED))


def read_annotated(connection: sqlite3.Connection, filters: Filters) -> Iterator[AnnotatedArticle]:
    """Yield annotation sets in the order of their articles, a few in memory at a time."""
    after = 0
    while True:
        last = connection.execute(
            "SELECT max(key) FROM (SELECT key FROM article WHERE key > ? ORDER BY key LIMIT ?)",
            (after, _PAGE),
        ).fetchone()[0]
        if last is None:
            return
        for _, state in _page(connection, filters, f"a.key > {after:d} AND a.key <= {last:d}"):
            yield state
        after = last


def read_chosen(
    connection: sqlite3.Connection, filters: Filters, keys: Sequence[int]
) -> Iterator[AnnotatedArticle]:
    """Yield the annotation sets of these articles, in the order of ``keys``, a few at a time."""
    for start in range(0, len(keys), _PAGE):
        page = keys[start : start + _PAGE]
        found: dict[int, list[AnnotatedArticle]] = {key: [] for key in page}
        for key, state in _page(connection, filters, f"a.key IN ({','.join(map(str, page))})"):
            found[key].append(state)
        for key in page:
            yield from found[key]


def read_states(
    connection: sqlite3.Connection, annotator: str
) -> Iterator[tuple[int, AnnotatedArticle]]:
    """Yield key and state of every article as one annotator sees it, a few in memory at a time.

    That is their own set, or else nobody's; an article that has neither is left out.
    """
    after = 0
    while rows := connection.execute(
        _SEEN, {"annotator": stored(annotator), "after": after, "limit": _PAGE}
    ).fetchall():
        for row in rows:
            found, article = tuple(row[:_SET_WIDTH]), article_of(tuple(row[_SET_WIDTH:]))
            yield row[_SET_WIDTH], _state(connection, article, annotator, found)
        after = rows[-1][_SET_WIDTH]


def place(connection: sqlite3.Connection, article: int, annotator: str) -> Place | None:
    """Return where the annotator was in the article, or None."""
    row = connection.execute(
        "SELECT caret, scroll, record FROM place WHERE article = ? AND annotator = ?",
        (article, stored(annotator)),
    ).fetchone()
    return Place(row[0], row[1], restored(row[2])) if row else None


_SET_COLUMNS = "s.key, s.status, s.revision, s.nonquotes, s.extra, s.note, s.flags"
_SET_WIDTH = 7

_NAMED_OR_ONLY = """
LEFT JOIN annotation_set s ON s.article = a.key AND (s.annotator <> '' OR NOT EXISTS (
  SELECT 1 FROM annotation_set named WHERE named.article = a.key AND named.annotator <> ''))
"""
_OF_ONE = "JOIN annotation_set s ON s.article = a.key AND s.annotator = :annotator"


_SEEN = f"""
SELECT {_SET_COLUMNS}, {ARTICLE_COLUMNS} FROM article a
JOIN article_text t ON t.article = a.key
LEFT JOIN annotation_set own ON own.article = a.key AND own.annotator = :annotator
JOIN annotation_set s ON s.article = a.key
  AND (s.key = own.key OR (own.key IS NULL AND s.annotator = ''))
WHERE a.key > :after ORDER BY a.key LIMIT :limit
"""


def _page(
    connection: sqlite3.Connection, filters: Filters, within: str
) -> Iterator[tuple[int, AnnotatedArticle]]:
    """Yield the sets of some articles with their keys; ``within`` is SQL made of numbers."""
    sets = _NAMED_OR_ONLY if filters.annotator is None else _OF_ONE
    rows = connection.execute(
        f"SELECT s.annotator, {_SET_COLUMNS}, {ARTICLE_COLUMNS} FROM article a "
        f"JOIN article_text t ON t.article = a.key {sets} "
        f"WHERE {within} ORDER BY a.key, s.annotator",
        {"annotator": stored(filters.annotator or "")},
    ).fetchall()
    for annotator, *row in rows:
        found, article = tuple(row[:_SET_WIDTH]), article_of(tuple(row[_SET_WIDTH:]))
        status = ArticleStatus.NEW if found[0] is None else ArticleStatus(found[1])
        if filters.statuses is not None and status not in filters.statuses:
            continue
        if found[0] is None:
            yield row[_SET_WIDTH], AnnotatedArticle(article)
        else:
            yield row[_SET_WIDTH], _state(connection, article, restored(annotator), found)


_ENTITIES = f"SELECT {ENTITY_COLUMNS} FROM entity WHERE annotation_set = ?"

_VERDICTS = f"SELECT {VERDICT_COLUMNS} FROM verdict WHERE annotation_set = ? ORDER BY id"


def _state(
    connection: sqlite3.Connection, article: Article, annotator: str, row: Row
) -> AnnotatedArticle:
    key, status, revision, nonquotes, extra, note, flags = row
    entities = _in_order(connection.execute(_ENTITIES, (key,)).fetchall())
    quotes = map(
        quote_of,
        connection.execute(f"SELECT {QUOTE_COLUMNS} FROM quote WHERE annotation_set = ?", (key,)),
    )
    state = AnnotatedArticle(
        article,
        annotator,
        ArticleStatus(status),
        entities,
        in_reading_order(quotes),
        spans_of(nonquotes),
        revision,
        mapping_of(extra),
        restored(note) or "",
        flags_of(flags),
        tuple(map(verdict_of, connection.execute(_VERDICTS, (key,)))),
    )
    _check_spans(state)
    return state


def _in_order(rows: list[Row]) -> tuple[Entity, ...]:
    """Return the entities of rows in reading order; by their starts alone where these differ."""
    rows.sort(key=_START)
    entities = entities_of(rows)
    starts = list(map(_START, rows))
    in_order = all(map(lt, starts, islice(starts, 1, None)))
    return entities if in_order else in_reading_order(entities)


def _check_spans(state: AnnotatedArticle) -> None:
    """Raise ValueError for a span outside the text, which only a stranger's file can hold."""
    length = len(state.text)
    spans = list(map(_SPAN, state.entities))
    for quote in state.quotes:
        spans += (*quote.content, *quote.cue, *quote.verbatim)
        mentions = (quote.source, quote.speaker, quote.via, quote.addressee)
        spans += [span for span in mentions if span is not None]
    spans += state.nonquotes
    if not spans:
        return
    starts, ends = zip(*spans, strict=True)
    if min(starts) >= 0 and max(ends) <= length and all(map(lt, starts, ends)):
        return
    for start, end in spans:
        if not 0 <= start < end <= length:
            raise ValueError(f"span ({start}, {end}) outside a text of {length}")


def _edits(connection: sqlite3.Connection, key: int, mark: Mark) -> list[Edit]:
    rows = connection.execute(
        f"SELECT {STEP_COLUMNS} FROM step WHERE annotation_set = ? AND mark = ? ORDER BY key",
        (key, mark.value),
    )
    return [edit_of(row) for row in rows]
