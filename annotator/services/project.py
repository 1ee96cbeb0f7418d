"""A project open for one annotator."""

from __future__ import annotations

import getpass
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from annotator.config.labelsets import load_label_set
from annotator.config.settings import ANNOTATOR
from annotator.config.store import Settings
from annotator.core.article import ArticleStatus
from annotator.core.closing import Closing
from annotator.core.labels import LabelSet
from annotator.core.messages import Message
from annotator.core.progress import Progress
from annotator.services.batches import Batches
from annotator.services.session import ArticleSession
from annotator.storage import ArticleQuery, ArticleRow, Listing, ProjectFile, ProjectReader

SUFFIX = ".annotator"
"""How the name of a project file ends."""

ASSIGNMENT = "assignment"
"""Under which name a file for one annotator keeps whose it is, and of which project."""

_UNNAMED = "annotator"


class Project(Closing):
    """A project file and the annotator who works on it.

    It belongs to the thread that opened it; background work reads through ``file.reader()``.
    """

    def __init__(self, file: ProjectFile, annotator: str) -> None:
        self.file = file
        self.annotator = annotator
        self._sessions: WeakValueDictionary[int, ArticleSession] = WeakValueDictionary()
        self.batches = Batches(file, annotator, self._sessions)

    @property
    def path(self) -> Path:
        """Where the project file is."""
        return self.file.path

    @property
    def read_only(self) -> Message | None:
        """Why nothing can be saved, or None when it can."""
        return self.file.read_only

    @property
    def label_set(self) -> LabelSet:
        """The labels of this project."""
        return self.file.label_set

    def listing(self, query: ArticleQuery, progress: Progress | None = None) -> Listing:
        """Return the annotator's list of articles; any thread may ask, and has to close it.

        Raises:
            UserError: the file cannot be read.
            Cancelled: ``progress`` was cancelled meanwhile.
        """
        return self.file.listing(self.annotator, query, progress)

    def count(self) -> int:
        """Return how many articles there are."""
        return self.file.article_count()

    def has_article(self, key: int) -> bool:
        """Whether there is an article with that key."""
        return self.file.has_article(key)

    def status_counts(self) -> dict[ArticleStatus, int]:
        """Return how many articles the annotator has in each status."""
        return self.file.status_counts(self.annotator)

    def tags(self) -> dict[str, int]:
        """Return the tags in use, and how many articles have each."""
        return self.file.tags()

    def annotators(self) -> tuple[str, ...]:
        """Return everyone who has worked here or is to, and who works now."""
        return tuple(sorted({*self.file.annotators(), *self.file.assigned(), self.annotator}))

    def row(self, key: int) -> ArticleRow:
        """Return an article as lists tell it. Raises KeyError when there is none."""
        return self.file.article_row(key, self.annotator)

    def tag(
        self, keys: Collection[int], *, add: Collection[str], remove: Collection[str] = ()
    ) -> None:
        """Add tags to articles, and take others from them.

        Raises:
            UserError: it could not be saved.
        """
        self.file.tag(keys, add=add, remove=remove)

    def assign(self, keys: Collection[int], annotators: Collection[str]) -> None:
        """Assign articles to these annotators alone; to nobody where there are none.

        Raises:
            UserError: it could not be saved.
        """
        self.file.assign(keys, annotators)

    def describe(self, key: int, *, title: str, meta: Mapping[str, Any]) -> None:
        """Replace an article's title and metadata, also in the session that is open on it.

        Raises:
            UserError: it could not be saved.
        """
        self.file.describe(key, title=title, meta=meta)
        session = self._sessions.get(key)
        if session is not None:
            session.renew_article()

    def open_article(self, key: int) -> ArticleSession:
        """Open an article for work; while it is open, the same session is returned.

        Raises:
            KeyError: there is no such article.
            UserError: the file cannot be read.
        """
        session = self._sessions.get(key)
        if session is None:
            session = ArticleSession(self.file, key, self.annotator, self.batches.turn_from)
            self._sessions[key] = session
        return session

    def state(self, name: str) -> Any:
        """Return what the project keeps as JSON under ``name`` (the window, …), or None."""
        return self.file.state(name)

    def set_state(self, name: str, value: Any, *, flushed: bool = True) -> None:
        """Keep a JSON value under ``name``; a project that is only read keeps nothing.

        What is not ``flushed`` a power cut may take.
        """
        if self.file.read_only is None:
            self.file.set_state(name, value, flushed=flushed)

    def add_time(self, key: int, seconds: int) -> None:
        """Add seconds of the annotator's work in an article to today.

        Raises:
            UserError: it could not be saved.
        """
        today = datetime.now(UTC).astimezone().date()
        self.file.add_time(key, self.annotator, today, seconds)

    def close(self) -> None:
        """Close the file. Closing again does nothing."""
        self.file.close()


def create_project(
    path: Path,
    *,
    annotator: str | None = None,
    label_set: LabelSet | None = None,
    force: bool = False,
) -> Project:
    """Make an empty project, with the default labels unless others are given, and open it.

    Raises:
        UserError: the name is taken and ``force`` is off, or nothing can be written there.
    """
    labels = label_set or load_label_set()
    return Project(
        ProjectFile.create(path, label_set=labels, force=force), annotator or default_annotator()
    )


def open_project(path: Path, *, annotator: str | None = None, read_only: bool = False) -> Project:
    """Open a project; its ``read_only`` says whether it can be written to.

    A file that was made for one annotator is opened for that one, unless another is named.

    Raises:
        UserError: it is no project, or not one that this version can open.
    """
    file = ProjectFile.open(path, read_only=read_only)
    try:
        return Project(file, annotator or assigned_to(file) or default_annotator())
    except BaseException:
        file.close()
        raise


def assigned_to(file: ProjectReader) -> str:
    """Return for whom a project was made when another one was shared out; empty for most."""
    kept = file.state(ASSIGNMENT)
    name = kept.get("annotator") if isinstance(kept, dict) else None
    return name if isinstance(name, str) else ""


def default_annotator() -> str:
    """Return the name from the settings, else the user's name on this machine."""
    name = Settings()[ANNOTATOR].strip()
    if name:
        return name
    try:
        return getpass.getuser() or _UNNAMED
    except (OSError, KeyError, ImportError):  # no such user in the system's list (containers)
        return _UNNAMED
