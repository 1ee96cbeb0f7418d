"""Who may write: one at a time, and nobody where the system says no."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.storage import Place, ProjectFile


@pytest.fixture
def folder_read_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes the system answer as it does on a read-only folder (root may write anywhere)."""

    def make() -> None:
        monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)

    return make


def test_the_second_to_open_may_only_read(
    file: ProjectFile, annotated: Callable[..., AnnotatedArticle]
) -> None:
    (key,) = file.add_articles([annotated()]).keys
    with ProjectFile.open(file.path) as second:
        assert "open elsewhere" in str(second.read_only)
        with pytest.raises(UserError, match="open elsewhere"):
            second.set_place(key, "salma", Place(3))
        file.set_place(key, "salma", Place(5))
        assert second.place(key, "salma") == Place(5)
    assert file.place(key, "salma") == Place(5)
    file.close()
    with ProjectFile.open(file.path) as third:
        assert third.read_only is None
    assert [entry.name for entry in file.path.parent.iterdir()] == [file.path.name]


def test_a_link_to_the_project_is_the_project(file: ProjectFile, tmp_path: Path) -> None:
    link = tmp_path / "link.annotator"
    link.symlink_to(file.path)
    with ProjectFile.open(link) as second:
        assert second.read_only is not None


_HOLD = """
import sys, time
from pathlib import Path
from annotator.storage import ProjectFile
file = ProjectFile.open(Path(sys.argv[1]))
file.set_state("held", True)
print(file.read_only is None, flush=True)
time.sleep(60)
"""


def test_another_process_keeps_the_right_to_write_until_it_is_killed(
    path: Path, label_set: LabelSet
) -> None:
    ProjectFile.create(path, label_set=label_set).close()
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        with ProjectFile.open(path) as file:
            assert file.read_only is not None
            assert file.state("held") is True
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    with ProjectFile.open(path) as file:
        assert file.read_only is None
        assert file.state("held") is True
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_read_only_folder_opens_for_reading_and_gains_no_file(
    path: Path,
    label_set: LabelSet,
    annotated: Callable[..., AnnotatedArticle],
    folder_read_only: Callable[[], None],
) -> None:
    with ProjectFile.create(path, label_set=label_set) as file:
        file.add_articles([annotated()])
    before = path.read_bytes()
    folder_read_only()
    with ProjectFile.open(path) as file:
        assert "read-only" in str(file.read_only)
        assert file.article_count() == 1
        with pytest.raises(UserError, match="read-only"):
            file.set_state("x", 1)
        with file.reader() as reader:
            assert reader.article_count() == 1
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_what_sqlite_itself_refuses_to_write_is_told(file: ProjectFile) -> None:
    file._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(UserError, match="reading only"):
        file.set_state("x", 1)


def test_reading_asked_for_leaves_no_lock_and_no_trace(path: Path, label_set: LabelSet) -> None:
    ProjectFile.create(path, label_set=label_set).close()
    with ProjectFile.open(path, read_only=True) as reading:
        assert reading.read_only is not None
        with ProjectFile.open(path) as writing:
            assert writing.read_only is None
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_thread_reads_through_a_reader_of_its_own(
    file: ProjectFile, annotated: Callable[..., AnnotatedArticle]
) -> None:
    file.add_articles([annotated()])
    counts: list[int] = []

    def read() -> None:
        with file.reader() as reader:
            counts.append(reader.article_count())

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert counts == [1]
