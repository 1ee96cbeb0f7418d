"""``annotator split`` and ``annotator collect``."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.decisions import add_entities
from annotator.core.spans import Span
from annotator.services.project import open_project


@pytest.fixture
def shared(run, tmp_path):
    """A project of ten articles, split between two."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(10):
        (folder / f"{number}.txt").write_text(f"قال سامح شكري رقم {number}.", encoding="utf-8")
    path = tmp_path / "p.annotator"
    assert run("import", path, folder).code == 0
    out = tmp_path / "out"
    words = ["--names", "سلمى, عمر", "--overlap", "0.2", "--out", out, "--seed", "3", "--json"]
    result = run("split", path, *words)
    assert result.code == 0
    assert [(one["annotator"], one["articles"], one["shared"]) for one in result.json["files"]] == [
        ("سلمى", 6, 2),
        ("عمر", 6, 2),
    ]
    for one in result.json["files"]:
        with open_project(Path(one["path"])) as project:
            session = project.open_article(1)
            session.perform(add_entities(session.state, [Span(4, 13)], "PER", session.actor()))
    return path, out


def test_files_are_collected_out_of_their_folder(run, shared):
    path, out = shared
    report = run("collect", path, out, "--json").json
    assert report["sets"] == 2
    assert [(one["annotator"], one["new"], one["refused"]) for one in report["files"]] == [
        ("سلمى", 1, False),
        ("عمر", 1, False),
    ]
    again = run("collect", path, out)
    assert again.code == 0
    assert "brought up to date: 0." in again.err
    assert "as before: 1" in again.err
    stats = run("stats", path, "--json").json
    assert stats["entities"] == {"PER": 2}


def test_what_is_refused_is_listed_and_ends_otherwise(run, shared, tmp_path):
    path, out = shared
    result = run("collect", path, out, tmp_path / "none.annotator")
    assert result.code == 1
    assert "no such file" in result.err
    assert run("collect", path, path).code == 2
    assert run("collect", next(out.glob("*.annotator")), out).code == 2


def test_names_or_a_number_are_needed(run, shared, tmp_path):
    path, _ = shared
    assert run("split", path).code == 2
    assert run("split", path, "--annotators", "3", "--names", "a,b").code == 2
    result = run("split", path, "--annotators", "2", "--out", tmp_path / "more")
    assert result.code == 2
    assert "no article to share" in result.err
    result = run("split", path, "--annotators", "2", "--all", "--out", tmp_path / "more")
    assert result.code == 0
    assert "annotator-1, 6 articles, 1 shared" in result.out
    assert run("split", path, "--annotators", "2", "--all", "--out", tmp_path / "more").code == 2
    words = ["--annotators", "2", "--all", "--out", tmp_path / "more", "--force"]
    assert run("split", path, *words).code == 0
