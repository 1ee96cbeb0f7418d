"""Taking articles in, many at a time: streamed, in the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus, text_sha256
from annotator.core.edits import Edit
from annotator.core.entities import Status
from annotator.core.errors import UserError
from annotator.core.history import Timeline
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress
from annotator.storage import search
from annotator.storage.articles import read_article
from annotator.storage.describing import complete
from annotator.storage.inserting import Insertion
from annotator.storage.joining import joining_edit
from annotator.storage.recording import append_step, write_changes
from annotator.storage.records import (
    ENTITY_COLUMNS,
    QUOTE_COLUMNS,
    Row,
    entity_values,
    flags_json,
    mapping_json,
    quote_values,
    spans_json,
    stored,
)
from annotator.storage.sets import read_timeline, set_key
from annotator.storage.steps import Mark
from annotator.storage.verdicts import INSERT_VERDICT, verdict_row

_BATCH = 8
"""Articles that are written together; with more, what is held leaves the processor's cache."""

_id, _status = attrgetter("id"), attrgetter("status")


class Joined(NamedTuple):
    """An article that was there already, by its text: under which id, and what came in.

    ``number`` says which of the articles that came it is, from 0.
    """

    key: int
    id: str
    known_as: str
    changes: int
    number: int = 0


class Namesake(NamedTuple):
    """A new article with the id of one that is there with another text; both are kept."""

    key: int
    id: str
    other: int
    number: int


class Added(NamedTuple):
    """What :func:`add_articles` did: keys of the articles that are new, and those joined."""

    keys: tuple[int, ...]
    joined: tuple[Joined, ...]
    namesakes: tuple[Namesake, ...] = ()


def add_articles(
    connection: sqlite3.Connection, articles: Iterable[AnnotatedArticle], progress: Progress
) -> Added:
    """Add articles with their annotation sets; one whose text is known is joined to it.

    Raises:
        UserError: two records of one article have the same id.
        Cancelled: the caller's transaction is to be rolled back.
    """
    adding = _Adding(connection)
    for count, article in enumerate(articles, 1):
        adding.take(article)
        if count % _BATCH == 0:
            adding.flush()
            progress.at(count)
    adding.flush()
    progress.check()
    return Added(tuple(adding.keys), tuple(adding.joined), tuple(adding.namesakes))


class _Adding:
    """Rows on their way into the file, a batch at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.keys: list[int] = []
        self.joined: list[Joined] = []
        self.namesakes: list[Namesake] = []
        self._connection = connection
        self._at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        (self._last,) = connection.execute("SELECT coalesce(max(key), 0) FROM article").fetchone()
        (self._last_set,) = connection.execute(
            "SELECT coalesce(max(key), 0) FROM annotation_set"
        ).fetchone()
        self._fresh: dict[bytes, int] = {}
        self._fresh_ids: dict[str, int] = {}
        self._number = -1
        self._articles: list[tuple[int, bytes, Article]] = []
        self._sets: list[tuple[int, int, AnnotatedArticle]] = []

    def take(self, annotated: AnnotatedArticle) -> None:
        """Add an article to the batch, or join it to the one of the same text."""
        self._number += 1
        _check_ids(annotated)
        article = annotated.article
        sha256 = bytes.fromhex(text_sha256(article.text))
        if sha256 in self._fresh:
            if self._is_beside(self._fresh[sha256], annotated):
                return
            self.flush()
        key = self._known(sha256)
        if key is not None:
            self._join(key, annotated)
            return
        self._last += 1
        self._fresh[sha256] = self._last
        self._note_namesake(article.id)
        self.keys.append(self._last)
        self._articles.append((self._last, sha256, article))
        if _says_something(annotated):
            self._add_set(self._last, annotated)

    def flush(self) -> None:
        """Write the batch."""
        write = self._connection.executemany
        articles, sets = self._articles, self._sets
        write(
            "INSERT INTO article (key, id, title, sha256) VALUES (?, ?, ?, ?)",
            ((k, stored(a.id), stored(a.title), sha) for k, sha, a in articles),
        )
        write(
            "INSERT INTO article_text (article, meta, text) VALUES (?, ?, ?)",
            ((key, mapping_json(a.meta), stored(a.text)) for key, _, a in articles),
        )
        write(search.INSERT, (search.index_row(key, a.text) for key, _, a in articles))
        write(_INSERT_SET, (_set_row(key, article, state) for key, article, state in sets))
        _ENTITIES.insert(self._connection, _entity_rows(sets))
        _QUOTES.insert(self._connection, _quote_rows(sets))
        write(INSERT_VERDICT, _verdict_rows(sets))
        self._articles, self._sets = [], []
        self._fresh.clear()
        self._fresh_ids.clear()

    def _note_namesake(self, id_: str) -> None:
        if not id_:
            return
        row = self._connection.execute(
            "SELECT max(key) FROM article WHERE id = ?", (stored(id_),)
        ).fetchone()
        other = self._fresh_ids.get(id_, row[0])
        if other is not None:
            self.namesakes.append(Namesake(self._last, id_, int(other), self._number))
        self._fresh_ids[id_] = self._last

    def _known(self, sha256: bytes) -> int | None:
        row = self._connection.execute(
            "SELECT key FROM article WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return int(row[0]) if row else None

    def _add_set(self, article: int, annotated: AnnotatedArticle) -> None:
        self._last_set += 1
        self._sets.append((self._last_set, article, annotated))

    def _is_beside(self, key: int, annotated: AnnotatedArticle) -> bool:
        """Take one more annotator's set of the newest article, if that is all that it brings."""
        last, _, known_as = self._articles[-1]
        incoming = annotated.article
        if last != key or not _says_something(annotated):
            return False
        if (known_as.title, known_as.meta) != (incoming.title, incoming.meta):
            return False
        there = (s.annotator for _, article, s in reversed(self._sets) if article == key)
        if annotated.annotator in there:
            return False
        self._add_set(key, annotated)
        changes = len(annotated.entities) + len(annotated.quotes)
        self.joined.append(Joined(key, incoming.id, known_as.id, changes))
        return True

    def _join(self, key: int, incoming: AnnotatedArticle) -> None:
        known_as = read_article(self._connection, key)
        assert known_as is not None
        complete(self._connection, key, known_as, incoming.article)
        changes = 0
        own = set_key(self._connection, key, incoming.annotator)
        if own is None and _says_something(incoming):
            self._add_set(key, incoming)
            self.flush()
            changes = len(incoming.entities) + len(incoming.quotes)
        elif own is not None:
            known = read_timeline(self._connection, key, known_as, incoming.annotator)
            edit = self._join_set(own, known, incoming)
            changes = len(edit.changes)
        self.joined.append(Joined(key, incoming.article.id, known_as.id, changes, self._number))

    def _join_set(self, own: int, known: Timeline, incoming: AnnotatedArticle) -> Edit:
        edit = joining_edit(known, incoming, self._at)
        if edit.changes:
            after = known.perform(edit)
            write_changes(self._connection, own, after.state, edit.changes)
            append_step(self._connection, own, edit, Mark.ARRIVED)
        return edit


def _says_something(annotated: AnnotatedArticle) -> bool:
    """Whether an annotation set has to be kept: plain text needs none."""
    return bool(
        annotated.annotator
        or annotated.entities
        or annotated.quotes
        or annotated.nonquotes
        or annotated.extra
        or annotated.note
        or annotated.flags
        or annotated.verdicts
        or annotated.status is not ArticleStatus.NEW
    )


def _check_ids(annotated: AnnotatedArticle) -> None:
    for records in (annotated.entities, annotated.quotes):
        if len(set(map(_id, records))) != len(records):
            raise UserError(
                message(
                    QT_TRANSLATE_NOOP("messages", "Two spans or quotes have the same id in it.")
                ),
                where=annotated.article.id,
                todo=message(QT_TRANSLATE_NOOP("messages", "Give each its own id, or none.")),
            )


_INSERT_SET = """
INSERT INTO annotation_set
  (key, article, annotator, status, revision, decided, pending, nonquotes, extra, note, flags)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ENTITIES = Insertion.into("entity", f"annotation_set, {ENTITY_COLUMNS}")
_QUOTES = Insertion.into("quote", f"annotation_set, {QUOTE_COLUMNS}")


def _set_row(key: int, article: int, state: AnnotatedArticle) -> Row:
    statuses = list(map(_status, chain(state.entities, state.quotes)))
    pending = statuses.count(Status.SUGGESTED)
    return (
        key,
        article,
        stored(state.annotator),
        state.status.value,
        state.revision,
        len(statuses) - pending,
        pending,
        spans_json(state.nonquotes),
        mapping_json(state.extra),
        stored(state.note) or None,
        flags_json(state.flags),
    )


def _entity_rows(sets: Iterable[tuple[int, int, AnnotatedArticle]]) -> list[Row]:
    return [entity_values(key, entity) for key, _, state in sets for entity in state.entities]


def _quote_rows(sets: Iterable[tuple[int, int, AnnotatedArticle]]) -> list[Row]:
    return [quote_values(key, quote) for key, _, state in sets for quote in state.quotes]


def _verdict_rows(sets: Iterable[tuple[int, int, AnnotatedArticle]]) -> Iterator[Row]:
    return ((key, *verdict_row(verdict)) for key, _, state in sets for verdict in state.verdicts)
