"""What tests of faults share: a small disk of its own, and what the window has told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.spans import Span
from annotator.ui.dialogs.errors import ErrorDialog
from tests.ui.conftest import open_desk

__all__ = ["open_desk"]


class Disk:
    """A file system of some megabytes in memory, mounted for one test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        """Leave no room on it."""
        with self._filler.open("wb", buffering=0) as stream:
            for size in (1 << 16, 1 << 12, 1):
                try:
                    while True:
                        stream.write(bytes(size))
                except OSError:
                    continue

    def empty(self) -> None:
        """Make room again."""
        self._filler.unlink()

    def make_read_only(self) -> None:
        """Let nobody write to it from now on."""
        subprocess.run(["mount", "-o", "remount,ro", self.folder], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk of 4 MB; skips where none can be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("a disk is mounted by root on Linux alone")
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "none", folder]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield Disk(folder)
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def errors(monkeypatch: pytest.MonkeyPatch) -> list[UserError]:
    """What error dialogs would have shown."""
    shown: list[UserError] = []
    monkeypatch.setattr(ErrorDialog, "ask", lambda error, *_: shown.append(error))
    return shown


@pytest.fixture
def article() -> Callable[[int], AnnotatedArticle]:
    """Makes an article with two suggestions, by its number."""

    def make(number: int) -> AnnotatedArticle:
        text = f"بايدن زار باريس {number}."
        spans = (Span(0, 5), Span(10, 15))
        entities = tuple(
            Entity(f"e{n}", span, "LOC", Status.SUGGESTED, "rules", 0.9)
            for n, span in enumerate(spans, 1)
        )
        return AnnotatedArticle(Article(f"a{number}", text), entities=entities)

    return make
