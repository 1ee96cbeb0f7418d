"""Bad input at the command line: what it says, how it ends, and that nothing is written."""

from __future__ import annotations

import json
import sqlite3

import pytest

from annotator.bundled import seeds
from annotator.storage import ProjectFile

SEED_TEXT = (seeds() / "000_a85702afb10d5380.txt").read_text(encoding="utf-8")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


@pytest.fixture
def given(tmp_path):
    """Make a file with these bytes."""

    def make(name: str, data: bytes):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return make


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty."),
        (b" \n\t\n", "nothing but white space"),
        (PNG, "This is not a text file."),
        (b"\n".join([b'{"text": "a"'] * 3), "not JSON"),
    ],
    ids=["empty", "blank", "binary", "broken"],
)
@pytest.mark.parametrize("command", ["import", "suggest", "check"])
def test_a_file_of_which_nothing_can_be_taken(command, data, said, given, run, tmp_path):
    path = given("bad.txt", data)
    words = {
        "import": ["import", tmp_path / "new.annotator", path],
        "suggest": ["suggest", path, "-o", tmp_path / "out.jsonl"],
        "check": ["check", path],
    }[command]
    result = run(*words)
    assert result.code == (1 if command == "check" else 2)
    assert f"{path}" in result.err
    assert said in result.err
    assert "Traceback" not in result.err
    assert list(tmp_path.iterdir()) == [path]


def test_the_good_files_among_bad_ones_are_taken(given, run, tmp_path):
    good, bad = given("good.txt", "خبر قصير.".encode()), given("bad.png", PNG)
    result = run("import", tmp_path / "new.annotator", bad, good, "--json")
    assert result.code == 1
    assert result.json["articles"] == 1
    assert [(p["file"], p["kind"]) for p in result.json["problems"]] == [(str(bad), "file")]


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-8-sig", "iso8859_6"])
def test_the_encoding_is_found_shown_and_kept_to_the_letter(encoding, given, run, tmp_path):
    text = SEED_TEXT.replace("\n", "\r\n").encode(encoding, "ignore").decode(encoding)
    path = given("article.txt", text.encode(encoding))
    result = run("import", tmp_path / "new.annotator", path)
    assert result.code == 0
    assert (f"read as {encoding}" in result.err) == (encoding != "utf-8-sig")
    with ProjectFile.open(tmp_path / "new.annotator") as file:
        assert [article.text for article in file.annotated()] == [text]


def test_the_encoding_can_be_changed(given, run, tmp_path):
    path = given("article.txt", "Société générale à Besançon".encode("cp1252"))
    result = run("import", tmp_path / "new.annotator", path, "--encoding", "cp1256", "--json")
    assert result.json["files"][0]["encoding"] == "cp1256"
    result = run("import", tmp_path / "other.annotator", path, "--encoding", "utf-8")
    assert result.code == 2
    assert "does not fit the encoding utf-8" in result.err
    result = run("import", tmp_path / "other.annotator", path, "--encoding", "klingon")
    assert (result.code, "Unknown encoding" in result.err) == (2, True)
    assert not (tmp_path / "other.annotator").exists()


def test_wrong_offsets_are_reported_with_line_and_id(given, run, tmp_path):
    lines = [
        {"id": "a1", "text": "قال سامح", "entities": []},
        {
            "id": "a2",
            "text": "قال سامح في القاهرة",
            "entities": [
                {"id": "e1", "start": 4, "end": 8, "label": "PER", "text": "سامح"},
                {"id": "e2", "start": 11, "end": 18, "label": "LOC", "text": "القاهرة"},
            ],
        },
    ]
    path = given("x.jsonl", "\n".join(json.dumps(line) for line in lines).encode())
    result = run("import", tmp_path / "new.annotator", path, "--json")
    assert result.code == 1
    (problem,) = result.json["problems"]
    assert (problem["file"], problem["line"], problem["article"]) == (str(path), 2, "a2")
    assert (problem["id"], problem["kind"], problem["span"]) == ("e2", "offsets", [11, 18])
    assert f"{path}:2: a2: e2: " in run("check", path).err
    with ProjectFile.open(tmp_path / "new.annotator") as file:
        assert [len(article.entities) for article in file.annotated()] == [0, 1]


def test_a_path_that_is_not_there(run, tmp_path, project):
    before = sorted(tmp_path.iterdir())
    for words in (
        ["import", tmp_path / "new.annotator", tmp_path / "missing.txt"],
        ["suggest", tmp_path / "missing.txt", "-o", tmp_path / "o.jsonl"],
        ["check", tmp_path / "missing.txt"],
        ["stats", tmp_path / "missing.annotator"],
        ["export", tmp_path / "missing.annotator", "-o", tmp_path / "o.jsonl"],
        ["export", project, "-o", tmp_path / "missing" / "o.jsonl"],
    ):
        result = run(*words)
        assert result.code == 2
        assert "missing" in result.err
        assert len(result.err.splitlines()) <= 2
    assert sorted(tmp_path.iterdir()) == before


@pytest.fixture
def nowhere(tmp_path):
    """A folder in which nobody can make a file, not even an administrator."""
    place = tmp_path / "file"
    place.write_bytes(b"")
    return place


def test_a_place_that_cannot_be_written_to(run, project, annotated, nowhere, tmp_path):
    before = sorted(tmp_path.iterdir())
    for words in (
        ["export", project, "-o", nowhere / "o.jsonl"],
        ["suggest", annotated, "--engine", "quotes", "-o", nowhere / "o.jsonl"],
        ["import", nowhere / "p.annotator", annotated],
        ["export", project, "-o", nowhere / "x", "--split", "80/10/10", "--format", "jsonl"],
    ):
        result = run(*words)
        assert (result.code, "cannot be written" in result.err) == (2, True), words
        assert len(result.err.splitlines()) == 2
    assert sorted(tmp_path.iterdir()) == before


def test_a_read_only_folder(run, project, tmp_path, monkeypatch):
    def refused(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.touch", refused)
    result = run("export", project, "-o", tmp_path / "o.jsonl")
    assert result.code == 2
    assert "cannot be written: Permission denied." in result.err


def test_a_project_that_is_none(given, run, tmp_path, annotated):
    path = given("p.annotator", b"not a database, but text" * 100)
    for words in (
        ["stats", path],
        ["export", path, "-o", tmp_path / "o.jsonl"],
        ["import", path, annotated],
    ):
        result = run(*words)
        assert result.code == 2
        assert str(path) in result.err
        assert len(result.err.splitlines()) <= 2
    assert path.read_bytes() == b"not a database, but text" * 100
    assert not (tmp_path / "o.jsonl").exists()


def test_a_project_of_a_newer_version(run, project, annotated):
    with sqlite3.connect(project) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version = {version + 1}")
    connection.close()
    before = project.read_bytes()
    for words in (["stats", project], ["import", project, annotated]):
        result = run(*words)
        assert result.code == 2
        assert "newer" in result.err
    assert project.read_bytes() == before
