"""Files looked over without changing them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.errors import UserError
from annotator.core.spans import Span
from annotator.services.check import check_paths
from annotator.services.project import create_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.annotator"
    with create_project(path) as made:
        made.file.add_articles(
            AnnotatedArticle(
                Article(f"a{n}", f"قال بايدن {n}"), entities=(Entity("e1", Span(4, 9), "PER"),)
            )
            for n in range(3)
        )
    return path


def _change(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


def test_a_whole_project_has_no_problem(project: Path) -> None:
    before = project.read_bytes()
    report = check_paths([project])
    assert (report.articles, report.entities, report.problems) == (3, 3, [])
    assert project.read_bytes() == before
    assert [entry.name for entry in project.parent.iterdir()] == [project.name]


@pytest.mark.parametrize(
    ("sql", "kinds"),
    [
        ('UPDATE entity SET "start" = 3 WHERE annotation_set = 2', ["offsets"]),
        ("UPDATE entity SET label = 'X' WHERE annotation_set = 1", ["label"]),
        ('UPDATE entity SET "end" = 99', ["file"]),
        ("DELETE FROM article WHERE key = 2", ["damage"] * 2),
    ],
)
def test_what_is_wrong_in_a_project_is_listed(project: Path, sql: str, kinds: list[str]) -> None:
    _change(project, sql)
    report = check_paths([project])
    assert [problem.kind for problem in report.problems] == kinds
    assert {problem.file for problem in report.problems} == {str(project)}


def test_a_damaged_page_is_listed(project: Path) -> None:
    content = bytearray(project.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 8 : page * 4096 + 40] = bytes(32)
    project.write_bytes(content)
    assert check_paths([project]).problems


def test_other_files_are_read_by_their_formats(tmp_path: Path, project: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.jsonl"
    good.write_text("قال بايدن", "utf-8")
    bad.write_text('{"format": "annotator/1", "id": "x", "text":\n', "utf-8")
    not_ours = tmp_path / "x.annotator"
    not_ours.write_bytes(b"text")
    report = check_paths([good, bad, project, not_ours])
    assert report.articles == 4
    assert {problem.file for problem in report.problems} == {str(bad), str(not_ours)}


def test_projects_in_folders_are_checked_too(tmp_path: Path, project: Path) -> None:
    folder, hidden = tmp_path / "deep", tmp_path / ".old"
    folder.mkdir()
    hidden.mkdir()
    for place in (folder, hidden):
        (place / "q.annotator").write_bytes(project.read_bytes())
    _change(folder / "q.annotator", 'UPDATE entity SET "start" = 3 WHERE annotation_set = 2')
    (tmp_path / "good.txt").write_text("قال بايدن", "utf-8")
    report = check_paths([tmp_path])
    assert report.articles == 1 + 2 * 3
    assert [p.file for p in report.problems] == [str(folder / "q.annotator")]


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        check_paths([tmp_path / "absent.txt"])
