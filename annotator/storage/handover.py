"""Articles and annotation sets from one project file into another, with the history of each set.

Rows go over as they are, so nothing of a set is lost on the way: not what was undone, not when and
by whom a step was made. Keys are the receiving file's own. A batch stays behind: the steps that it
left in a set are single steps in the other file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.storage import search
from annotator.storage.describing import assign
from annotator.storage.faults import told
from annotator.storage.giving import Giver
from annotator.storage.records import ENTITY_COLUMNS, QUOTE_COLUMNS, Row, restored, stored
from annotator.storage.sets import NOBODY, set_key
from annotator.storage.state import (
    LABEL_SET,
    label_set_json,
    label_set_of,
    read_state,
    write_state,
)
from annotator.storage.verdicts import VERDICT_COLUMNS

P = ParamSpec("P")
R = TypeVar("R")

_SET = "status, revision, decided, pending, nonquotes, extra, note, flags, modified"
_RECORDS = (("entity", ENTITY_COLUMNS), ("quote", QUOTE_COLUMNS), ("verdict", VERDICT_COLUMNS))
_STEP = 'name, args, changes, "by", at'


class Course(StrEnum):
    """How a set that is brought stands to the one that is there."""

    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    APART = "apart"


def _own(method: Callable[Concatenate[Receiver, P], R]) -> Callable[Concatenate[Receiver, P], R]:
    """Tell what SQLite reports of the receiving project as of that, not of the file it is given."""

    @wraps(method)
    def telling(self: Receiver, /, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with told(self.path):
                return method(self, *args, **kwargs)
        except UserError as error:
            self.is_at_fault |= error.where == str(self.path)
            raise

    return telling


class Receiver:
    """Takes in what comes from another file, inside the caller's transaction.

    Each method raises a UserError that names ``path`` when the project itself is damaged or cannot
    be written; ``is_at_fault`` says so from then on. What is wrong with the giver names that.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self.is_at_fault = False
        self._connection = connection

    @_own
    def take_article(
        self, giver: Giver, key: int, annotators: Collection[str] | None = None
    ) -> tuple[int, dict[int, int]]:
        """Take an article with its tags, and the sets of these annotators, None being all.

        Return its key here, and the key here of each set by that in the other file. The set that
        belongs to nobody, with what the import has suggested, comes along as well.
        """
        ((id_, title, sha256, meta, text, described),) = giver.rows(_ARTICLE, key)
        made = self._connection.execute(
            "INSERT INTO article (id, title, sha256) VALUES (?, ?, ?)", (id_, title, sha256)
        )
        own = int(made.lastrowid or 0)
        self._connection.execute(
            "INSERT INTO article_text (article, meta, text, described) VALUES (?, ?, ?, ?)",
            (own, meta, text, described),
        )
        self._connection.execute(search.INSERT, search.index_row(own, restored(text)))
        self.take_tags(giver, key, own)
        sets = {}
        for theirs, annotator in giver.sets(key):
            if annotators is None or annotator == NOBODY or annotator in annotators:
                sets[theirs] = self.take_set(giver, theirs, own, annotator)
        return own, sets

    @_own
    def take_set(self, giver: Giver, theirs: int, article: int, annotator: str) -> int:
        """Take a set as that annotator's, who has none of the article; return its key."""
        (row,) = giver.rows(f"SELECT {_SET} FROM annotation_set WHERE key = ?", theirs)
        made = self._connection.execute(
            f"INSERT INTO annotation_set (article, annotator, {_SET}) "
            f"VALUES ({', '.join('?' * (len(row) + 2))})",
            (article, stored(annotator), *row),
        )
        own = int(made.lastrowid or 0)
        self._take_records(giver, theirs, own)
        self._take_steps(giver, theirs, own, 0)
        return own

    @_own
    def renew_set(self, giver: Giver, theirs: int, own: int) -> None:
        """Bring a set to its newer version, whose history begins with all of that set's."""
        (row,) = giver.rows(f"SELECT {_SET} FROM annotation_set WHERE key = ?", theirs)
        names = ", ".join(f"{name} = ?" for name in _SET.split(", "))
        self._connection.execute(f"UPDATE annotation_set SET {names} WHERE key = ?", (*row, own))
        for table, _ in _RECORDS:
            self._connection.execute(f"DELETE FROM {table} WHERE annotation_set = ?", (own,))
        self._take_records(giver, theirs, own)
        keys = [key for (key,) in self._rows(_STEP_KEYS, own)]
        marks = [mark for (mark,) in giver.rows(_MARKS, theirs)]
        self._connection.executemany(
            "UPDATE step SET mark = ? WHERE key = ?", zip(marks, keys, strict=False)
        )
        self._take_steps(giver, theirs, own, len(keys))

    @_own
    def take_tags(self, giver: Giver, theirs: int, own: int) -> None:
        """Add the tags that an article has there; none goes."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO article_tag (article, tag) VALUES (?, ?)",
            ((own, tag) for (tag,) in giver.rows(_TAGS, theirs)),
        )

    @_own
    def take_time(self, giver: Giver, theirs: int, own: int, annotator: str, called: str) -> None:
        """Take the seconds of an annotator's work; of a day that is known, the larger number."""
        self._connection.executemany(
            "INSERT INTO time_spent (article, annotator, day, seconds) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET seconds = max(seconds, excluded.seconds)",
            (
                (own, stored(called), day, seconds)
                for day, seconds in giver.rows(_TIMES, theirs, stored(annotator))
            ),
        )

    @_own
    def state(self, name: str) -> Any:
        """Return the JSON value kept under ``name``, or None."""
        return read_state(self._connection, name)

    @_own
    def set_state(self, name: str, value: Any) -> None:
        """Keep a JSON value under ``name``."""
        write_state(self._connection, name, value)

    def label_set(self) -> LabelSet:
        """Return the labels of the project."""
        return label_set_of(self.state(LABEL_SET))

    def set_label_set(self, label_set: LabelSet) -> None:
        """Replace the labels of the project."""
        self.set_state(LABEL_SET, label_set_json(label_set))

    @_own
    def assign(self, keys: Collection[int], annotators: Collection[str]) -> None:
        """Assign articles to these annotators, in the place of those they had."""
        assign(self._connection, keys, annotators)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Take back, where the block raises, what was taken in it alone; see :attr:`_has_ended`."""
        self._connection.execute("SAVEPOINT brought")
        try:
            yield
        except BaseException:
            if not self._has_ended:
                self._connection.execute("ROLLBACK TO brought")
            raise
        finally:
            if not self._has_ended:
                self._connection.execute("RELEASE brought")

    @property
    def _has_ended(self) -> bool:
        """Whether SQLite has taken all back by itself, as when the disk is full."""
        return not self._connection.in_transaction

    @_own
    def article_key(self, sha256: str) -> int | None:
        """Return the key of the article of that text, or None."""
        found = self._rows("SELECT key FROM article WHERE sha256 = ?", bytes.fromhex(sha256))
        return int(found[0][0]) if found else None

    @_own
    def id_of(self, article: int) -> str:
        """Return the id of an article."""
        ((id_,),) = self._rows("SELECT id FROM article WHERE key = ?", article)
        return restored(id_) or ""

    def article_id(self, sha256: str) -> str:
        """Return the id of the article of that text; empty where there is none."""
        key = self.article_key(sha256)
        return self.id_of(key) if key is not None else ""

    @_own
    def set_key(self, article: int, annotator: str) -> int | None:
        """Return the key of an annotator's set, or None."""
        return set_key(self._connection, article, annotator)

    @_own
    def revision(self, own: int) -> int:
        """Return the revision of a set."""
        ((revision,),) = self._rows("SELECT revision FROM annotation_set WHERE key = ?", own)
        return int(revision)

    @_own
    def course(self, giver: Giver, theirs: int, own: int, known: int | None) -> Course:
        """Return how a set that is brought stands to the one that is there.

        It is newer only if its history goes on from the whole of the other's, and the other is
        still as it was when it was last taken over or given away (``known``, that revision). It
        is older if it is no later than that, and the other's history goes on from its.
        """
        ours = _Version.read(self._rows, own)
        brought = _Version.read(giver.rows, theirs)
        if ours == brought:
            return Course.SAME
        unchanged = ours.revision == known if known is not None else bool(ours.steps)
        if unchanged and brought.goes_on_from(ours):
            return Course.NEWER
        is_known = brought.revision <= (ours.revision if known is None else known)
        begun = bool(brought.steps) or known is not None
        if is_known and begun and ours.goes_on_from(brought):
            return Course.OLDER
        return Course.APART

    def _take_records(self, giver: Giver, theirs: int, own: int) -> None:
        for table, columns in _RECORDS:
            rows = giver.rows(f"SELECT {columns} FROM {table} WHERE annotation_set = ?", theirs)
            if rows:
                self._connection.executemany(
                    f"INSERT INTO {table} (annotation_set, {columns}) "
                    f"VALUES ({', '.join('?' * (len(rows[0]) + 1))})",
                    ((own, *row) for row in rows),
                )

    def _take_steps(self, giver: Giver, theirs: int, own: int, after: int) -> None:
        """Take the steps of a set but for the first ``after``."""
        self._connection.executemany(
            f"INSERT INTO step (annotation_set, mark, {_STEP}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((own, *row) for row in giver.rows(_STEPS, theirs)[after:]),
        )

    def _rows(self, sql: str, *values: object) -> list[Row]:
        return self._connection.execute(sql, values).fetchall()


class _Version(NamedTuple):
    """All that a set says; ``marks`` are those of its steps, ``content`` its records."""

    revision: int
    steps: list[Row]
    marks: list[Row]
    content: list[list[Row]]

    def goes_on_from(self, other: _Version) -> bool:
        """Whether this is what may have become of the other: by more steps, undo and redo.

        Revisions count both; what they count beyond the steps, undo and redo, never gets less.
        """
        begins = self.steps[: len(other.steps)] == other.steps
        turned, others = self.revision - len(self.steps), other.revision - len(other.steps)
        return begins and self.revision > other.revision and turned >= others

    @classmethod
    def read(cls, rows: Callable[..., list[Row]], key: int) -> _Version:
        """Read it. The order of records, and when the set was last written, say nothing."""
        ((revision, *facts),) = rows(_FACTS, key)
        content = [[tuple(facts)]]
        content += [
            rows(f"SELECT {columns} FROM {table} WHERE annotation_set = ? ORDER BY id", key)
            for table, columns in _RECORDS
        ]
        found = rows(_STEPS, key)
        return cls(revision, [row[1:] for row in found], [row[:1] for row in found], content)


_ARTICLE = """
SELECT a.id, a.title, a.sha256, t.meta, t.text, t.described
FROM article a JOIN article_text t ON t.article = a.key WHERE a.key = ?
"""
_FACTS = """
SELECT revision, status, nonquotes, extra, note, flags FROM annotation_set WHERE key = ?
"""
_STEPS = f"SELECT mark, {_STEP} FROM step WHERE annotation_set = ? ORDER BY key"
_STEP_KEYS = "SELECT key FROM step WHERE annotation_set = ? ORDER BY key"
_MARKS = "SELECT mark FROM step WHERE annotation_set = ? ORDER BY key"
_TAGS = "SELECT tag FROM article_tag WHERE article = ?"
_TIMES = "SELECT day, seconds FROM time_spent WHERE article = ? AND annotator = ?"
