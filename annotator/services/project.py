"""A project open for one annotator."""

from __future__ import annotations

import getpass
from collections.abc import Collection
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from weakref import WeakValueDictionary

from annotator.config.labelsets import load_label_set
from annotator.config.settings import ANNOTATOR
from annotator.config.store import Settings
from annotator.core.article import ArticleStatus
from annotator.core.labels import LabelSet
from annotator.core.messages import Message
from annotator.services.batches import Batches
from annotator.services.session import ArticleSession
from annotator.storage import ArticleRow, ProjectFile

SUFFIX = ".annotator"
"""How the name of a project file ends."""

_UNNAMED = "annotator"

Statuses = Collection[ArticleStatus] | None


class Project:
    """A project file and the annotator who works on it.

    It belongs to the thread that opened it; background work reads through ``file.reader()``.
    ``statuses`` None means all.
    """

    def __init__(self, file: ProjectFile, annotator: str) -> None:
        self.file = file
        self.annotator = annotator
        self._sessions: WeakValueDictionary[int, ArticleSession] = WeakValueDictionary()
        self.batches = Batches(file, annotator, self._sessions)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

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

    def rows(self, offset: int, limit: int, statuses: Statuses = None) -> list[ArticleRow]:
        """Return a page of the list of articles, in the order they came in."""
        return self.file.article_rows(offset, limit, self.annotator, statuses)

    def count(self, statuses: Statuses = None) -> int:
        """Return how many rows that list has."""
        return self.file.article_count(self.annotator, statuses)

    def status_counts(self) -> dict[ArticleStatus, int]:
        """Return how many articles the annotator has in each status."""
        return self.file.status_counts(self.annotator)

    def row_of(self, key: int, statuses: Statuses = None) -> int | None:
        """Return the row at which an article stands in the list, or None."""
        return self.file.row_of(key, self.annotator, statuses)

    def next_undecided(self, after: int = 0) -> int | None:
        """Return the key of the next article not done, from the start again at the end."""
        return self.file.next_undecided(after, self.annotator)

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

    def set_state(self, name: str, value: Any) -> None:
        """Keep a JSON value under ``name``; a project that is only read keeps nothing."""
        if self.file.read_only is None:
            self.file.set_state(name, value)

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

    Raises:
        UserError: it is no project, or not one that this version can open.
    """
    return Project(ProjectFile.open(path, read_only=read_only), annotator or default_annotator())


def prepare_saving() -> None:
    """Load what the first save of a process needs, a third of a second of imports.

    For a background thread, once the first window is painted; whoever does not call it waits
    at the first decision.
    """
    import_module("sqlite_utils")


def default_annotator() -> str:
    """Return the name from the settings, else the user's name on this machine."""
    name = Settings()[ANNOTATOR].strip()
    if name:
        return name
    try:
        return getpass.getuser() or _UNNAMED
    except (OSError, KeyError, ImportError):  # no such user in the system's list (containers)
        return _UNNAMED
