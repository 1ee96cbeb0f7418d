"""From an older file to this version, with a copy of it kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.storage import ProjectFile, migrations
from annotator.storage.migrations import MIGRATIONS
from annotator.storage.records import to_json
from annotator.storage.schema import APPLICATION_ID, SCHEMA_VERSION, SCRIPTS
from annotator.storage.state import LABEL_SET, label_set_json


@pytest.fixture
def old(path: Path, label_set: LabelSet) -> Path:
    """A project of schema version 1, which had no search, with one article."""
    with closing(sqlite3.connect(path)) as connection:
        MIGRATIONS.apply(Database(connection), stop_before="search")
        connection.execute(
            "INSERT INTO state VALUES (?, ?)", (LABEL_SET, to_json(label_set_json(label_set)))
        )
        connection.execute("INSERT INTO article VALUES (1, 'a1', 'T', x'00')")
        connection.execute("INSERT INTO article_text VALUES (1, NULL, 'زار بايدن إسرائيل')")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    return path


def test_an_older_project_is_upgraded_and_a_copy_of_it_kept(old: Path) -> None:
    before = old.read_bytes()
    with ProjectFile.open(old) as file:
        assert [hit.id for hit in file.search("اسراييل")] == ["a1"]
        assert file.backup == old.with_name("project.v1-backup.annotator")
    with closing(sqlite3.connect(file.backup)) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT text FROM article_text").fetchone() == ("زار بايدن إسرائيل",)
    with ProjectFile.open(old) as file:
        assert file.backup is None
    file.backup = None
    old.write_bytes(before)  # once more: the first copy is not overwritten
    with ProjectFile.open(old) as file:
        assert file.backup == old.with_name("project.v1-backup-2.annotator")


def test_a_migration_that_fails_leaves_the_file_at_its_version(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "index_articles", broken)
        with pytest.raises(ZeroDivisionError):
            ProjectFile.open(old)
    with ProjectFile.open(old) as file:
        assert file.search("بايدن")


def test_without_room_for_the_copy_nothing_is_upgraded(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UserError, match="no copy could be made"):
        ProjectFile.open(old)
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert [entry.name for entry in old.parent.iterdir()] == [old.name]


def test_an_older_project_is_not_upgraded_for_reading(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(UserError, match="has to be upgraded"):
        ProjectFile.open(old, read_only=True)
    assert old.read_bytes() == before


def test_every_schema_version_has_its_migration() -> None:
    names = [migration.name for migration in MIGRATIONS.pending(Database(memory=True))]
    assert names == [name for name, _ in SCRIPTS]
    assert len(names) == SCHEMA_VERSION


def test_what_was_described_before_it_was_kept_is_nobody_s(old: Path) -> None:
    with ProjectFile.open(old) as file:
        file.describe(1, title="T", meta={"date": "2020"})
        assert file.article(1).meta == {"date": "2020"}
    with closing(sqlite3.connect(old)) as connection:
        rows = connection.execute("SELECT described FROM article_text").fetchall()
    assert rows == [('{"title":false,"meta":["date"]}',)]
