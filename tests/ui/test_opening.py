from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from annotator.bundled import seeds
from annotator.ui.opening import is_project, project_path_for


def test_a_project_is_known_by_its_name_or_its_content(tmp_path: Path) -> None:
    other = tmp_path / "copy.db"
    sqlite3.connect(other).execute("CREATE TABLE t (a)").connection.close()
    text = tmp_path / "a.txt"
    text.write_text("نص", encoding="utf-8")
    assert is_project(tmp_path / "not-there.annotator")
    assert is_project(other)
    assert not is_project(text)
    assert not is_project(tmp_path)


def test_a_project_of_files_lies_beside_them(tmp_path: Path) -> None:
    folder = tmp_path / "نصوص.2026"
    folder.mkdir()
    text = folder / "خبر.txt"
    text.touch()
    assert project_path_for([text]) == folder / "خبر.annotator"
    assert project_path_for([folder]) == tmp_path / "نصوص.2026.annotator"


def test_beside_files_that_are_only_read_nothing_is_written(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "a.txt"
    text.touch()
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path)
    assert project_path_for([text]).is_relative_to(home)


def test_the_programs_own_samples_stay_as_they_are(home: Path) -> None:
    seed = next(seeds().glob("*.txt"))
    made = project_path_for([seed])
    assert made.is_relative_to(home)
    assert made.stem == seed.stem
    assert made.parent.is_dir()


def test_where_the_documents_cannot_be_written_the_data_folder_serves(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(home)
    home.mkdir()
    (home / "Documents").write_text("a file in the way", encoding="utf-8")
    made = project_path_for([next(seeds().glob("*.txt"))])
    assert made.parent.is_dir()
