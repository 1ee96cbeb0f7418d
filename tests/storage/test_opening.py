"""What is opened, what is refused, and that what is refused is left as it was."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.storage import ProjectFile
from annotator.storage.schema import SCHEMA_VERSION


def test_a_new_project_is_one_file_of_ours(path: Path, label_set: LabelSet) -> None:
    with ProjectFile.create(path, label_set=label_set) as file:
        assert file.read_only is None
        assert file.label_set == label_set
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x416E4E6F,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        tables = connection.execute(
            "SELECT name FROM pragma_table_list WHERE NOT strict AND type = 'table' "
            "AND schema = 'main' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '_sqlite%'"
        ).fetchall()
        assert tables == []


def test_the_journal_and_the_pragmas_are_the_safe_ones(file: ProjectFile) -> None:
    def pragma(name: str) -> object:
        return file._connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("trusted_schema") == 0


def test_creating_never_replaces_a_file_unless_forced(
    path: Path, label_set: LabelSet, annotated: Callable[..., AnnotatedArticle]
) -> None:
    path.write_bytes(b"somebody's work")
    with pytest.raises(UserError, match="already"):
        ProjectFile.create(path, label_set=label_set)
    assert path.read_bytes() == b"somebody's work"
    with ProjectFile.create(path, label_set=label_set, force=True) as file:
        file.add_articles([annotated()])
    with ProjectFile.create(path, label_set=label_set, force=True) as file:
        assert file.article_count() == 0
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_the_wal_of_a_replaced_project_is_not_taken_into_the_new_one(
    path: Path, label_set: LabelSet, annotated: Callable[..., AnnotatedArticle]
) -> None:
    with ProjectFile.create(path, label_set=label_set) as file:
        file.set_state("before", 1)
        left = {end: path.with_name(path.name + end).read_bytes() for end in ("", "-wal")}
    for end, content in left.items():  # as after a crash
        path.with_name(path.name + end).write_bytes(content)
    with ProjectFile.create(path, label_set=label_set, force=True) as file:
        assert file.state("before") is None
        assert file.faults() == []


def test_an_open_project_is_not_replaced(file: ProjectFile, label_set: LabelSet) -> None:
    with pytest.raises(UserError):
        ProjectFile.create(file.path, label_set=label_set, force=True)
    assert file.label_set == label_set


def test_nothing_is_left_where_a_project_cannot_be_made(
    path: Path, label_set: LabelSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "hardlink_to", full)
    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(UserError, match="No space left"):
        ProjectFile.create(path, label_set=label_set)
    assert list(path.parent.iterdir()) == []
    with pytest.raises(UserError, match="No project can be made"):
        ProjectFile.create(path / "absent" / "x.annotator", label_set=label_set)


def _foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE article (key)")
        connection.commit()


def _foreign_wal_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE article (key)")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" * 99), "not a project file"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\1" * 999), "not a project file"),
        (lambda path: path.write_text("قال بايدن", "utf-8"), "not a project file"),
        (_foreign_database, "another program"),
        (_foreign_wal_database, "another program"),
        (lambda path: path.mkdir(), "folder"),
        (os.mkfifo, "folder"),
        (lambda path: None, "no such file"),
    ],
)
def test_what_is_no_project_is_refused_untouched(
    path: Path, make: Callable[[Path], object], says: str
) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(UserError, match=says) as refused:
        ProjectFile.open(path)
    assert refused.value.where == str(path)
    assert refused.value.todo is not None
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [entry.name for entry in path.parent.iterdir()] in ([path.name], [])


def test_a_newer_project_is_refused_untouched(path: Path, label_set: LabelSet) -> None:
    ProjectFile.create(path, label_set=label_set).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 5}")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(UserError, match=f"schema version {SCHEMA_VERSION + 5}") as refused:
        ProjectFile.open(path)
    assert "newer annotator" in str(refused.value.todo)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER t AFTER INSERT ON entity BEGIN DELETE FROM entity; END",
        "CREATE TRIGGER t AFTER INSERT ON state BEGIN SELECT load_extension('x'); END",
        "CREATE INDEX i ON entity (abs(score))",
        "ALTER TABLE entity ADD COLUMN more2 TEXT GENERATED ALWAYS AS (upper(note))",
        "DROP TABLE place",
        "DROP TABLE place; CREATE VIEW place AS SELECT * FROM article",
    ],
)
def test_tables_that_a_stranger_changed_are_refused(
    path: Path, label_set: LabelSet, script: str
) -> None:
    ProjectFile.create(path, label_set=label_set).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    with pytest.raises(UserError, match="Another program has changed"):
        ProjectFile.open(path)


def test_tables_of_others_beside_ours_are_left_alone(path: Path, label_set: LabelSet) -> None:
    ProjectFile.create(path, label_set=label_set).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE mine (x); CREATE VIEW v AS SELECT id FROM article")
    with ProjectFile.open(path) as file:
        assert file.read_only is None


def test_rows_that_cannot_be_ours_are_told_as_damage(
    file: ProjectFile, annotated: Callable[..., AnnotatedArticle]
) -> None:
    (key,) = file.add_articles([annotated(annotator="salma")]).keys
    for script in (
        'UPDATE entity SET "end" = 9223372036854775807',
        "UPDATE entity SET \"end\" = 9, status = 'nonsense'",
        "UPDATE quote SET parts = '[1, 2'",
    ):
        file._connection.execute(script)
        with pytest.raises(UserError, match="damaged"):
            file.timeline(key, "salma")
        with pytest.raises(UserError, match="damaged"):
            list(file.annotated())


def test_a_torn_file_is_told_as_damage(
    path: Path, label_set: LabelSet, annotated: Callable[..., AnnotatedArticle]
) -> None:
    with ProjectFile.create(path, label_set=label_set) as file:
        file.add_articles(
            annotated(f"a{i}", text=f"{i} قال بايدن إن باكو بعيدة") for i in range(99)
        )
    content = bytearray(path.read_bytes())
    content[3 * 4096 :] = bytes(len(content) - 3 * 4096)
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"damaged|Another program"):  # noqa: SIM117
        with ProjectFile.open(path) as file:
            list(file.annotated())
