"""Ways to break what keeps decisions, to see that the harness notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


def _late() -> None:
    """Save a decision a moment after the window has shown it."""
    from PySide6.QtCore import QTimer

    from annotator.storage import ProjectFile

    record = ProjectFile.record

    def later(self: ProjectFile, *args: Any, **options: Any) -> None:
        QTimer.singleShot(40, lambda: record(self, *args, **options))

    ProjectFile.record = later  # type: ignore[method-assign]


def _torn() -> None:
    """Write the rows of a decision without a transaction around them."""
    from annotator.storage import ProjectFile

    @contextmanager
    def write(self: ProjectFile) -> Iterator[Any]:
        self._connection.isolation_level = None
        yield self._connection

    ProjectFile._write = write  # type: ignore[method-assign]


def _in_place() -> None:
    """Write exports straight into the file of that name."""
    from annotator.services import exporting

    @contextmanager
    def replacing(path: Any, *, force: bool) -> Iterator[Any]:
        yield path

    exporting.replacing = replacing  # type: ignore[assignment]


def _no_fold() -> None:
    """Take the old package away before the new one is unpacked."""
    from annotator.suggest.models import install

    unpack = install.unpack

    def straight(archive: Any, folder: Any, progress: Any) -> None:
        own = folder.with_name(folder.name.removesuffix(".new"))
        install.shutil.rmtree(own, ignore_errors=True)
        folder.rename(own)
        own.mkdir(exist_ok=True)
        unpack(archive, own, progress)
        install.shutil.copytree(own, folder)

    install.unpack = straight  # type: ignore[assignment]


BREAKS: dict[str, Callable[[], None]] = {
    "late": _late,
    "torn": _torn,
    "in-place": _in_place,
    "no-fold": _no_fold,
}
