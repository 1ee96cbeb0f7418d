"""Transactions are whole, and a first save loads nothing that takes long."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.storage import ProjectFile
from annotator.storage.connection import atomic, connect_writing


@pytest.fixture
def connection(tmp_path):
    path = tmp_path / "some.db"
    sqlite3.connect(path).close()
    with closing(connect_writing(path)) as made:
        made.execute("CREATE TABLE note (text TEXT)")
        yield made


def safety(connection) -> int:
    (value,) = connection.execute("PRAGMA synchronous").fetchone()
    return value


def _write_and_stop(connection, *, flushed: bool) -> None:
    with atomic(connection, flushed=flushed):
        connection.execute("INSERT INTO note VALUES ('not kept')")
        raise RuntimeError("stopped")


@pytest.mark.parametrize(("flushed", "level"), [(True, 2), (False, 1)])
def test_all_of_it_or_nothing(connection, flushed, level):
    with atomic(connection, flushed=flushed):
        assert safety(connection) == level
        connection.execute("INSERT INTO note VALUES ('kept')")
    with pytest.raises(RuntimeError, match="stopped"):
        _write_and_stop(connection, flushed=flushed)
    assert connection.execute("SELECT text FROM note").fetchall() == [("kept",)]
    assert safety(connection) == 2
    assert not connection.in_transaction


def test_a_save_loads_nothing_that_takes_long(tmp_path, label_set):
    path = tmp_path / "a.annotator"
    with ProjectFile.create(path, label_set=label_set) as file:
        file.add_articles([AnnotatedArticle(Article("a", "نص."))])
    script = """
import sys
from pathlib import Path
from annotator.storage import ProjectFile
with ProjectFile.open(Path(sys.argv[1])) as file:
    file.set_state("window", 1)
print(*{"sqlite_utils", "pandas", "numpy"} & {*sys.modules})
"""
    command = [sys.executable, "-c", script, path]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == []
