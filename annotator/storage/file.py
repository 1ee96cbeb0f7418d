"""The project file, open: what the reader can, and every way to write."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, Self

from annotator.core.annotated import AnnotatedArticle
from annotator.core.collecting import rare_collections
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.errors import UserError
from annotator.core.history import StepKind, Timeline
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Cancelled, Progress
from annotator.storage import describing
from annotator.storage.activity import add_time
from annotator.storage.adding import Added, add_articles
from annotator.storage.batches import BatchItem, BatchOutcome, turn_batch, write_batch
from annotator.storage.connection import atomic, connect_reading, connect_writing, may_write
from annotator.storage.faults import lent, read_only, replaced, told
from annotator.storage.handover import Receiver
from annotator.storage.learned import LearnedModel, LearningRecord, write_learning
from annotator.storage.lock import WriteLock
from annotator.storage.reader import ProjectReader
from annotator.storage.recording import write_step
from annotator.storage.records import stored
from annotator.storage.safety import check_file, check_schema
from annotator.storage.schema import SCHEMA_VERSION
from annotator.storage.sets import Place
from annotator.storage.state import LABEL_SET, label_set_json, write_state

READ_ONLY_FOLDER = message(
    QT_TRANSLATE_NOOP("messages", "The project or its folder is read-only; nothing can be saved.")
)
READ_ONLY_ELSEWHERE = message(
    QT_TRANSLATE_NOOP(
        "messages", "The project is open elsewhere; here it can be read but not changed."
    )
)
READ_ONLY_ASKED = message(QT_TRANSLATE_NOOP("messages", "The project is open for reading only."))


class ProjectFile(ProjectReader):
    """An open ``.annotator`` file. It belongs to the thread that opened it.

    ``read_only`` is None when it can be written to, else why not. ``backup`` is the copy that
    was made of a project of an older version, or None.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        lock: WriteLock | None,
        *,
        read_only: Message | None = None,
        backup: Path | None = None,
    ) -> None:
        super().__init__(path, connection)
        self.read_only = read_only
        self.backup = backup
        self._lock = lock
        self._identity = _identity(path)
        self._closing = False
        self._borrowing = Lock()
        self._owed: dict[tuple[object, ...], Callable[[], None]] | None = None

    @classmethod
    def create(cls, path: Path, *, label_set: LabelSet, force: bool = False) -> Self:
        """Make an empty project and open it.

        Raises:
            UserError: the name is taken and ``force`` is off, the project there is open, or
                nothing can be written there.
        """
        from annotator.storage.creation import already_there, create_file  # noqa: PLC0415 - slow

        path = path.resolve()
        if path.exists() and force:
            with told(path):
                lock = WriteLock.acquire(path)
            if lock is None:
                raise already_there(path)
            lock.release()
        create_file(path, label_set, force=force)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a project; see ``read_only`` for whether it can be written to.

        A project of an older version is upgraded, after a copy of it was made.

        Raises:
            UserError: it is no project, of a newer version, damaged or unreadable, or of an
                older version where nothing can be written.
        """
        path = path.resolve()
        check_file(path)
        with told(path):
            lock, reason = (None, READ_ONLY_ASKED) if read_only else _lock(path)
            connection = None
            try:
                connection = connect_reading(path) if reason else connect_writing(path)
                check_schema(connection, path)
                backup = _upgraded(connection, path, reason)
                return cls(path, connection, lock, read_only=reason, backup=backup)
            except BaseException:
                if connection is not None:
                    connection.close()
                if lock is not None:
                    lock.release()
                raise

    def close(self) -> None:
        """Close the file and let others write to it. Closing again does nothing.

        While it is lent, this waits for the borrowed one: cancel that first.
        """
        self._closing = True
        with self._borrowing:
            with suppress(UserError):  # where someone was is no loss worth a word now
                self.take_back()
            super().close()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    @contextmanager
    def reader(self) -> Iterator[ProjectReader]:
        """Open a reader of the same file, for the thread that calls this."""
        with told(self.path):
            reader = ProjectReader(self.path, connect_reading(self.path))
        with reader:
            yield reader

    def lend(self) -> None:
        """Leave the writing to :meth:`borrowed`, in another thread, until :meth:`take_back`.

        Meanwhile this one reads. A decision is refused; where someone is and what the window
        keeps is noted, and written afterwards.

        Raises:
            UserError: the project cannot be written to, or is lent already.
        """
        if self.read_only is not None:
            raise read_only(self.path, self.read_only)
        if self._owed is not None:
            raise lent(self.path)
        self._owed = {}

    def take_back(self) -> None:
        """Write again, once the borrowed one is closed; what was noted is written now.

        Raises:
            UserError: what was noted could not be saved.
        """
        owed, self._owed = self._owed or {}, None
        for write in owed.values():
            write()

    @contextmanager
    def borrowed(self) -> Iterator[ProjectFile]:
        """Open the lent file for the thread that calls this, to write through.

        Raises:
            Cancelled: the project was closed meanwhile.
        """
        with self._borrowing:
            if self._closing:
                raise Cancelled
            with told(self.path):
                file = ProjectFile(self.path, connect_writing(self.path), None)
            with file:
                yield file

    @property
    def was_replaced(self) -> bool:
        """Whether the file at :attr:`path` is gone, or another one."""
        return _identity(self.path) != self._identity

    @property
    def is_lent(self) -> bool:
        """Whether another thread writes for now."""
        return self._owed is not None

    def record(
        self,
        key: int,
        before: Timeline,
        after: Timeline,
        edit: Edit,
        *,
        kind: StepKind,
        steps: int = 1,
    ) -> None:
        """Save one decision on article ``key`` in one transaction; the states say whose it is.

        ``edit`` is the step as the history holds it; ``kind`` says whether it was done, undone
        or done again. Several ``steps`` undone or redone at once are one edit together. When
        this returns, the decision is on the disk.

        Raises:
            UserError: it could not be saved; the file holds ``before``.
        """
        with self._write() as connection:
            write_step(connection, key, before, after, edit, kind=kind, steps=steps)

    def record_batch(
        self,
        header: Edit,
        items: Iterable[BatchItem],
        *,
        values: Mapping[str, Any] | None = None,
        progress: Progress | None = None,
    ) -> BatchOutcome:
        """Save one decision over several sets, and on values of the project, in one transaction.

        See :func:`annotator.storage.batches.write_batch`. Sessions that are open know nothing
        of it: :mod:`annotator.services.batches` brings them along.

        Raises:
            UserError: it could not be saved; nothing has changed.
            Cancelled: nothing has changed.
        """
        with self._write() as connection:
            return write_batch(connection, header, items, values or {}, progress or Progress())

    def turn_batch(
        self, key: int, actor: Actor, *, back: bool, progress: Progress | None = None
    ) -> BatchOutcome:
        """Take a batch back everywhere (``back``), or do it again, in one transaction.

        Raises:
            KeyError: there is no such batch.
            UserError: it could not be saved; nothing has changed.
            Cancelled: nothing has changed.
        """
        with self._write() as connection:
            return turn_batch(connection, key, actor, progress or Progress(), back=back)

    def add_articles(
        self, articles: Iterable[AnnotatedArticle], progress: Progress | None = None
    ) -> Added:
        """Take articles in, all or none; one whose text is known is joined, not doubled.

        Joining adds what is new and leaves what was decided as it is.

        Raises:
            UserError: nothing was added.
            Cancelled: nothing was added.
        """
        with rare_collections(), self._write() as connection:
            added = add_articles(connection, articles, progress or Progress())
        with told(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return added

    @contextmanager
    def receiving(self) -> Iterator[Receiver]:
        """Yield what takes in articles and sets out of other files, in one transaction.

        Raises:
            UserError: nothing can be saved; nothing has changed.
        """
        with rare_collections(), self._write() as connection:
            yield Receiver(connection, self.path)

    def describe(self, key: int, *, title: str, meta: Mapping[str, Any]) -> None:
        """Replace an article's title and metadata; its text and id stay as they came."""
        with self._write() as connection:
            describing.describe(connection, key, title, meta)

    def tag(self, keys: Collection[int], *, add: Iterable[str], remove: Iterable[str]) -> None:
        """Add tags to articles, and take others from them."""
        with self._write() as connection:
            describing.tag(connection, keys, add, remove)

    def assign(self, keys: Collection[int], annotators: Iterable[str]) -> None:
        """Assign articles to these annotators, in the place of those they had."""
        with self._write() as connection:
            describing.assign(connection, keys, annotators)

    def set_place(self, key: int, annotator: str, place: Place) -> None:
        """Keep where the annotator is in an article."""
        if self._owed is not None:
            self._owed["place", key, annotator] = partial(self.set_place, key, annotator, place)
            return
        record = None if place.record is None else stored(place.record)
        with self._write(flushed=False) as connection:
            connection.execute(
                "INSERT OR REPLACE INTO place (article, annotator, caret, scroll, record) "
                "VALUES (?, ?, ?, ?, ?)",
                (key, stored(annotator), place.caret, place.scroll, record),
            )

    def add_time(self, key: int, annotator: str, day: date, seconds: int) -> None:
        """Add seconds of an annotator's work in an article to a local day."""
        if self._owed is not None:
            owed = partial(self.add_time, key, annotator, day, seconds)
            self._owed["time", len(self._owed)] = owed
            return
        with self._write(flushed=False) as connection:
            add_time(connection, key, annotator, day, seconds)

    def set_state(self, name: str, value: Any, *, flushed: bool = True) -> None:
        """Keep a JSON value under ``name``; what is not ``flushed`` a power cut may take."""
        if self._owed is not None:
            self._owed["state", name] = partial(self.set_state, name, value, flushed=flushed)
            return
        with self._write(flushed=flushed) as connection:
            write_state(connection, name, value)

    def record_learning(self, record: LearningRecord, model: LearnedModel | None) -> None:
        """Keep the figures of a time of learning, and its model unless it is None."""
        with self._write() as connection:
            write_learning(connection, record, model)

    def set_label_set(self, label_set: LabelSet) -> None:
        """Replace the labels of this project; spans keep the labels they have."""
        self.set_state(LABEL_SET, label_set_json(label_set))

    @contextmanager
    def _write(self, *, flushed: bool = True) -> Iterator[sqlite3.Connection]:
        if self.read_only is not None:
            raise read_only(self.path, self.read_only)
        if self._owed is not None:
            raise lent(self.path)
        if self.was_replaced:
            raise replaced(self.path)
        with told(self.path), atomic(self._connection, flushed=flushed):
            yield self._connection


def _lock(path: Path) -> tuple[WriteLock | None, Message | None]:
    """Return the right to write, or why there is none."""
    if not may_write(path):
        return None, READ_ONLY_FOLDER
    try:
        lock = WriteLock.acquire(path)
    except sqlite3.OperationalError:
        return None, READ_ONLY_FOLDER
    return (lock, None) if lock else (None, READ_ONLY_ELSEWHERE)


def _upgraded(connection: sqlite3.Connection, path: Path, reason: Message | None) -> Path | None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == SCHEMA_VERSION:
        return None
    if reason is not None:
        raise read_only(
            path,
            message(
                QT_TRANSLATE_NOOP(
                    "messages", "This project is of an older version and has to be upgraded."
                )
            ),
        )
    from annotator.storage.migrations import upgrade  # noqa: PLC0415 - seldom needed, slow

    backup = upgrade(connection, path)
    check_schema(connection, path)
    return backup


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino
