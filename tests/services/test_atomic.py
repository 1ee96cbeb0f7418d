"""Folders of an export appear whole, and replace nothing that is not theirs."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from annotator.core.errors import UserError
from annotator.core.progress import Progress
from annotator.services import atomic
from annotator.services.atomic import replacing, replacing_folder
from annotator.storage import copying


def fill(path, *names, force=False, fail=False):
    with replacing_folder(path, force=force) as made:
        for name in names:
            (made / name).parent.mkdir(exist_ok=True)
            (made / name).write_text(name, encoding="utf-8")
        if fail:
            raise InterruptedError("busy")


def held(path):
    files = (file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file())
    return sorted(name for name in files if name != "annotator-export.json")


def test_a_folder_appears_whole_or_not_at_all(tmp_path):
    out = tmp_path / "out"
    with pytest.raises(UserError, match="cannot be written"):
        fill(out, "a", fail=True)
    assert list(tmp_path.iterdir()) == []
    fill(out, "a", "part/b")
    assert held(out) == ["a", "part/b"]
    assert list(tmp_path.iterdir()) == [out]


def test_an_earlier_export_is_replaced_only_when_asked_and_only_its_own_files(tmp_path):
    out = tmp_path / "out"
    fill(out, "a", "b")
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="The folder exists"):
        fill(out, "a")
    fill(out, "a", "c", force=True)
    assert held(out) == ["a", "c", "mine.txt"]


def test_a_folder_of_other_origin_is_never_written_into(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    for force in (False, True):
        with pytest.raises(UserError, match="files of other origin"):
            fill(tmp_path, "a", force=force)
    with pytest.raises(UserError, match="This is a file"):
        fill(tmp_path / "mine.txt", "a", force=True)
    assert held(tmp_path) == ["mine.txt"]


def test_a_manifest_that_points_outside_removes_nothing_there(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    (out / "annotator-export.json").write_text('{"files": ["../mine.txt"]}', encoding="utf-8")
    fill(out, "a", force=True)
    assert (tmp_path / "mine.txt").exists()
    assert held(out) == ["a"]


def test_the_folder_with_a_new_name_is_put_on_the_disk_after_it(tmp_path, monkeypatch):
    told = []

    def flushed(folder):
        told.append((folder, sorted(path.name for path in folder.iterdir())))

    monkeypatch.setattr(atomic, "flush_folder", flushed)
    with replacing(tmp_path / "a.txt", force=False) as made:
        made.write_text("a", encoding="utf-8")
    folder, names = told[-1]
    assert folder == tmp_path
    assert "a.txt" in names
    fill(tmp_path / "out", "b")
    assert told[-1] == (tmp_path, ["a.txt", "out"])
    assert any(folder.name.endswith(".part") for folder, _ in told)


def test_a_copy_of_a_project_is_put_on_the_disk_with_its_name(tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(
        copying, "flush_folder", lambda folder: told.append((folder / "c.annotator").exists())
    )
    with closing(sqlite3.connect(tmp_path / "p.annotator")) as source:
        copying.copy_database(source, tmp_path / "c.annotator", Progress())
    assert told == [True]


def database(path, *words):
    """Write words into a new database; return its connection, so that its WAL stays."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("CREATE TABLE word (word)")
    for word in words:
        connection.execute("INSERT INTO word VALUES (?)", (word,))
    return connection


@pytest.mark.parametrize("gone", [False, True])
def test_what_a_killed_program_left_is_not_applied_to_the_new_file(tmp_path, gone):
    """The WAL of the file that is replaced, or was removed by hand."""
    path = tmp_path / "p.annotator"
    with closing(database(tmp_path / "killed", "old", "older", "oldest")):
        for end in ("", "-wal"):
            path.with_name(path.name + end).write_bytes((tmp_path / f"killed{end}").read_bytes())
    if gone:
        path.unlink()
    with replacing(path, force=not gone) as made:
        database(made, "new").close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT word FROM word").fetchall() == [("new",)]
