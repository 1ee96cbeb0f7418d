"""Everything that can be asked of a project file; asking changes nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.arabic.finding import Phrase
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.closing import Closing
from annotator.core.history import Timeline
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.core.verdicts import Verdict
from annotator.storage import (
    activity,
    articles,
    batches,
    decided,
    describing,
    figures,
    label_use,
    learned,
    occurrences,
    search,
    sets,
    state,
    trail,
)
from annotator.storage.articles import ArticleRow
from annotator.storage.connection import stoppable
from annotator.storage.copying import copy_database
from annotator.storage.faults import damaged, told
from annotator.storage.giving import Giver
from annotator.storage.listing import ArticleQuery, Listing
from annotator.storage.records import restored
from annotator.storage.verdicts import verdicts_by_article


class ProjectReader(Closing):
    """Reads a project through a connection of its own, which belongs to the thread that made it.

    Lists are of one annotator: their own set of each article, or, where they have not begun one,
    what came with the import (annotator ``""``).
    Every method raises UserError when the file cannot be read or is damaged.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def close(self) -> None:
        """Close the connection. Closing again does nothing."""
        self._connection.close()

    def article_count(self) -> int:
        """Return how many articles there are."""
        with self._read():
            (count,) = self._connection.execute("SELECT count(*) FROM article").fetchone()
        return int(count)

    def status_counts(self, annotator: str = "") -> dict[ArticleStatus, int]:
        """Return how many articles are in each status; every status is there."""
        with self._read():
            return articles.status_counts(self._connection, annotator)

    def listing(
        self, annotator: str, query: ArticleQuery, progress: Progress | None = None
    ) -> Listing:
        """Return a list of articles; any thread may ask, and has to close it.

        Raises:
            Cancelled: ``progress`` was cancelled meanwhile.
        """
        return Listing(self.path, annotator, query, progress)

    def has_article(self, key: int) -> bool:
        """Whether there is an article with that key."""
        with self._read():
            row = self._connection.execute("SELECT 1 FROM article WHERE key = ?", (key,)).fetchone()
        return row is not None

    def article_row(self, key: int, annotator: str) -> ArticleRow:
        """Return an article as lists tell it. Raises KeyError when there is none."""
        with self._read():
            row = articles.read_row(self._connection, key, annotator)
        if row is None:
            raise KeyError(key)
        return row

    def said_of(self, keys: Sequence[int]) -> tuple[dict[str, int], dict[str, int]]:
        """Return how many of these articles have each tag, and are assigned to each annotator."""
        with self._read():
            return describing.said_of(self._connection, keys)

    def assigned(self) -> tuple[str, ...]:
        """Return the names of all to whom an article is assigned."""
        with self._read():
            return describing.assigned_names(self._connection)

    def tags(self) -> dict[str, int]:
        """Return the tags of this project, and how many articles have each."""
        with self._read():
            return describing.tag_counts(self._connection)

    def article(self, key: int) -> Article:
        """Return an article. Raises KeyError when there is none."""
        with self._read(), self._trusting():
            article = articles.read_article(self._connection, key)
        if article is None:
            raise KeyError(key)
        return article

    def article_key(self, article_id: str) -> int | None:
        """Return the key of the first article with that id, or None."""
        with self._read():
            return articles.article_key(self._connection, article_id)

    def annotators(self) -> tuple[str, ...]:
        """Return the names of all who have an annotation set, nobody (``""``) left out."""
        with self._read():
            rows = self._connection.execute(
                "SELECT DISTINCT annotator FROM annotation_set WHERE annotator <> '' ORDER BY 1"
            )
            return tuple(restored(name) for (name,) in rows)

    def timeline(self, key: int, annotator: str) -> Timeline:
        """Return an annotator's state of an article with what can be undone and redone.

        Raises:
            KeyError: there is no such article.
        """
        article = self.article(key)
        with self._read(), self._trusting():
            return sets.read_timeline(self._connection, key, article, annotator)

    def audit(self, key: int, annotator: str) -> Iterator[sets.Step]:
        """Yield every step that was ever made, undone and dropped ones with their mark."""
        with self._read(), self._trusting():
            yield from sets.audit(self._connection, key, annotator)

    def trail(self, key: int, annotator: str) -> list[trail.TrailMark]:
        """Return the steps of an annotator's set of an article by their keys, the oldest first."""
        with self._read(), self._trusting():
            return trail.trail(self._connection, key, annotator)

    def trail_steps(self, keys: Sequence[int]) -> dict[int, sets.Step]:
        """Return steps of :meth:`trail` by their keys."""
        with self._read(), self._trusting():
            return trail.trail_steps(self._connection, keys)

    def verdicts(self, annotator: str) -> dict[int, tuple[Verdict, ...]]:
        """Return all that a reviewer has decided or noted, by the key of the article."""
        with self._read(), self._trusting():
            return verdicts_by_article(self._connection, annotator)

    def place(self, key: int, annotator: str) -> sets.Place | None:
        """Return where the annotator was in an article, or None."""
        with self._read():
            return sets.place(self._connection, key, annotator)

    def annotated(self, filters: sets.Filters | None = None) -> Iterator[AnnotatedArticle]:
        """Yield annotation sets in the order of their articles; memory does not grow."""
        with self._read(), self._trusting():
            yield from sets.read_annotated(self._connection, filters or sets.Filters())

    def annotated_of(
        self, keys: Sequence[int], filters: sets.Filters | None = None
    ) -> Iterator[AnnotatedArticle]:
        """Yield the annotation sets of these articles in this order; memory does not grow."""
        with self._read(), self._trusting():
            yield from sets.read_chosen(self._connection, filters or sets.Filters(), keys)

    def article_keys(self) -> dict[str, int]:
        """Return the key of every article by the SHA-256 of its text."""
        with self._read():
            rows = self._connection.execute("SELECT lower(hex(sha256)), key FROM article")
            return dict(rows.fetchall())

    def key_of_text(self, sha256: str) -> int | None:
        """Return the key of the article whose text has this SHA-256, or None."""
        with self._read():
            row = self._connection.execute(
                "SELECT key FROM article WHERE sha256 = ?", (bytes.fromhex(sha256),)
            ).fetchone()
        return int(row[0]) if row else None

    def states(self, annotator: str) -> Iterator[tuple[int, AnnotatedArticle]]:
        """Yield key and state of every article that has one for ``annotator``, as lists tell it."""
        with self._read(), self._trusting():
            yield from sets.read_states(self._connection, annotator)

    def batches(self, limit: int = 100) -> list[batches.Batch]:
        """Return the last decisions over several articles, the newest first."""
        with self._read(), self._trusting():
            return list(batches.read_batches(self._connection, limit))

    def occurrence_count(self, phrases: Sequence[Phrase]) -> int:
        """Return how many articles may have one of the phrases."""
        with self._read():
            return occurrences.occurrence_count(self._connection, phrases)

    def occurrences(
        self, phrases: Sequence[Phrase], annotator: str
    ) -> Iterator[list[occurrences.Occurrences]]:
        """Yield where phrases stand and what ``annotator`` has there, some articles at a time."""
        with self._read(), self._trusting():
            yield from occurrences.occurrences(self._connection, phrases, annotator)

    def search(self, text: str, limit: int = 100) -> list[search.SearchHit]:
        """Return articles that hold these words in this order, however they are spelt."""
        with self._read():
            return search.search(self._connection, text, limit)

    def decided_strings(self) -> Iterator[decided.DecidedString]:
        """Yield what was accepted and rejected, counted by string and label."""
        with self._read():
            yield from decided.decided_strings(self._connection)

    def learning_records(self) -> list[learned.LearningRecord]:
        """Return every time that the model learned from this project, the first one first."""
        with self._read():
            return learned.learning_records(self._connection)

    def learned_model(self) -> learned.LearnedModel | None:
        """Return what the model has learned from this project, or None."""
        with self._read():
            return learned.learned_model(self._connection)

    def statistics(self) -> figures.Figures:
        """Return counts over the whole project."""
        with self._read():
            return figures.statistics(self._connection)

    def tallies(
        self, period: activity.Period | None = None, progress: Progress | None = None
    ) -> list[activity.Tally]:
        """Return the decisions of a period, counted by day, label, origin and outcome.

        Raises:
            Cancelled: ``progress`` was cancelled meanwhile.
        """
        with self._read(), stoppable(self._connection, progress or Progress()):
            return list(activity.tallies(self._connection, period or activity.Period()))

    def time_by_day(self, period: activity.Period | None = None) -> dict[str, int]:
        """Return the seconds of work on each local day of a period that has some."""
        with self._read():
            return activity.time_by_day(self._connection, period or activity.Period())

    def time_by_article(self, period: activity.Period | None = None) -> dict[int, int]:
        """Return how many finished articles took how many seconds, the shortest first."""
        with self._read():
            return activity.time_by_article(self._connection, period or activity.Period())

    def state(self, name: str) -> Any:
        """Return the JSON value kept under ``name``, or None."""
        with self._read(), self._trusting():
            return state.read_state(self._connection, name)

    def labels_used(self) -> list[label_use.LabelUse]:
        """Return how many spans of whom have which label; reads all of them."""
        with self._read():
            return label_use.label_use(self._connection)

    def sets_with_labels(
        self, labels: Collection[str], annotators: Collection[str]
    ) -> list[tuple[int, str]]:
        """Return article and annotator of the sets of these that hold one of these labels."""
        with self._read():
            return label_use.sets_with_labels(self._connection, labels, annotators)

    @property
    def label_set(self) -> LabelSet:
        """The labels of this project."""
        with self._trusting():
            return state.label_set_of(self.state(state.LABEL_SET))

    @contextmanager
    def giving(self) -> Iterator[Giver]:
        """Yield what reads articles and sets out of this file for another one."""
        with self._read(), self._trusting():
            yield Giver(self._connection, self.path)

    def progress_mark(self) -> tuple[int, int]:
        """Return two numbers that grow with every decision and with every batch."""
        with self._read():
            step, batch = self._connection.execute(
                "SELECT (SELECT coalesce(max(key), 0) FROM step), "
                "(SELECT coalesce(max(key), 0) FROM batch)"
            ).fetchone()
            return step, batch

    def copy_to(self, target: Path, progress: Progress | None = None) -> None:
        """Copy the project as it is now; see :func:`annotator.storage.copying.copy_database`."""
        copy_database(self._connection, target, progress or Progress())

    def faults(self) -> list[str]:
        """Return what SQLite finds wrong in the file, in its words; reads all of it."""
        with self._read():
            rows = self._connection.execute("PRAGMA quick_check(20)").fetchall()
            found = [str(row[0]) for row in rows if row[0] != "ok"]
            orphans = self._connection.execute("PRAGMA foreign_key_check").fetchall()
            return found + [
                f"row without its {parent} in {table}" for table, _, parent, _ in orphans
            ]

    @contextmanager
    def _read(self) -> Iterator[None]:
        with told(self.path):
            yield

    @contextmanager
    def _trusting(self) -> Iterator[None]:
        """Tell of content that our own rows cannot have as of a damaged file."""
        try:
            yield
        except (KeyError, TypeError, ValueError, AttributeError, json.JSONDecodeError) as error:
            raise damaged(self.path) from error
