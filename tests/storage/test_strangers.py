"""Project files made by a stranger: nothing of theirs runs, and no other file is touched."""

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


@pytest.fixture
def project(path: Path, label_set: LabelSet, annotated: Callable[..., AnnotatedArticle]) -> Path:
    with ProjectFile.create(path, label_set=label_set) as file:
        file.add_articles([annotated("a")])
    return path


def _run(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("PRAGMA application_id = 7", "another program"),
        ("PRAGMA user_version = -1", "Another program has changed"),
        ("PRAGMA user_version = 2", "Another program has changed"),
        (
            (
                "CREATE TABLE mine (of REFERENCES article ON DELETE CASCADE);"
                "CREATE TRIGGER t AFTER DELETE ON mine BEGIN DELETE FROM entity; END"
            ),
            "Another program has changed",
        ),
        (
            (
                "CREATE VIEW v AS SELECT 1 AS x;"
                "CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN DELETE FROM entity; END"
            ),
            "Another program has changed",
        ),
        (
            (
                "PRAGMA writable_schema = ON;"
                "UPDATE sqlite_master SET sql = sql || ' ' WHERE name = 'entity'"
            ),
            "Another program has changed",
        ),
        (
            (
                "PRAGMA writable_schema = ON;"
                "UPDATE sqlite_master SET sql = 'CREATE TABLE (' WHERE name = 'entity'"
            ),
            "damaged",
        ),
        (
            (
                "PRAGMA writable_schema = ON; INSERT INTO sqlite_master "
                "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master "
                "WHERE name = 'entity'"
            ),
            "damaged",
        ),
    ],
)
def test_a_schema_of_a_stranger_is_refused(project: Path, script: str, says: str) -> None:
    _run(project, script)
    before = project.read_bytes()
    with pytest.raises(UserError, match=says):
        ProjectFile.open(project)
    assert project.read_bytes() == before


@pytest.mark.parametrize(("at", "number"), [(28, b"\x7f\xff\xff\xff"), (16, b"\x00\x01")])
def test_a_header_that_lies_about_its_pages_is_refused(
    project: Path, at: int, number: bytes
) -> None:
    content = bytearray(project.read_bytes())
    content[at : at + len(number)] = number
    project.write_bytes(content)
    with pytest.raises(UserError, match="not a project file"):
        ProjectFile.open(project)
    assert project.read_bytes() == bytes(content)


def test_a_link_leads_to_a_project_or_is_refused(project: Path) -> None:
    link, text = project.with_name("link.annotator"), project.with_name("text.txt")
    link.symlink_to(project)
    with ProjectFile.open(link) as file:
        assert file.path == project.resolve()
        assert file.article_count() == 1
    link.unlink()
    text.write_text("قال بايدن", "utf-8")
    link.symlink_to(text)
    with pytest.raises(UserError, match="not a project file"):
        ProjectFile.open(link)
    assert text.read_text("utf-8") == "قال بايدن"


@pytest.mark.parametrize(
    ("end", "magic"),
    [("-wal", b"\x37\x7f\x06\x82"), ("-journal", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")],
)
def test_a_journal_of_a_stranger_changes_nothing(project: Path, end: str, magic: bytes) -> None:
    project.with_name(project.name + end).write_bytes(magic + os.urandom(5000))
    with ProjectFile.open(project) as file:
        assert [made.article.id for made in file.annotated()] == ["a"]
        assert file.faults() == []


@pytest.mark.parametrize("end", ["-wal", "-journal"])
def test_a_journal_that_is_a_link_is_not_followed(project: Path, end: str) -> None:
    other = project.with_name("other")
    other.write_bytes(b"v" * 100)
    project.with_name(project.name + end).symlink_to(other)
    with pytest.raises(UserError, match="cannot be opened"):
        ProjectFile.open(project)
    assert other.read_bytes() == b"v" * 100


def test_the_lock_is_not_written_through_a_link(project: Path) -> None:
    other = project.with_name("other")
    other.write_bytes(b"v" * 100)
    project.with_name(f"{project.name}-lock").symlink_to(other)
    with pytest.raises(UserError):
        ProjectFile.open(project).close()
    assert other.read_bytes() == b"v" * 100
