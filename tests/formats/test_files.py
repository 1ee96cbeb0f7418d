"""Files in folders and archives, and those that belong to another one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.formats import belongs, recognised
from annotator.formats.decoding import BINARY
from annotator.formats.files import MANIFEST, files_in_archive, files_of, is_archive
from annotator.formats.source import open_source


def with_annotations(name: str, beside: Collection[str]) -> bool:
    return name.endswith(".txt") and name.removesuffix(".txt") + ".ann" in beside


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "corpus"
    (made / "part").mkdir(parents=True)
    for name in ("a.txt", "part/b.txt", "part/b.ann", "part/c.txt", ".hidden", MANIFEST):
        (made / name).write_text(f"نص {name}", encoding="utf-8")
    return made


def archive_of(folder: Path, made: Path) -> Path:
    with zipfile.ZipFile(made, "w") as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, file.relative_to(folder).as_posix())
        archive.writestr("__MACOSX/a.txt", "x")
    return made


def names(found, start: str) -> list[str]:
    return [file.name.removeprefix(start).lstrip("/\\") for file in found]


def test_a_folder_gives_its_files_but_those_read_with_another(folder):
    found = files_of([folder], belongs=with_annotations)
    assert names(found, str(folder)) == ["a.txt", "part/b.ann", "part/c.txt"]


def test_an_archive_gives_the_same_files_as_the_folder(folder, tmp_path):
    source = open_source(archive_of(folder, tmp_path / "corpus.zip"))
    assert source.encoding.name == BINARY
    assert is_archive(source)
    found = list(files_in_archive(source, belongs=with_annotations))
    assert names(found, source.name) == ["a.txt", "part/b.ann", "part/c.txt"]


def test_what_lies_beside_a_file_is_opened_in_folders_and_archives(folder, tmp_path):
    source = open_source(folder / "part" / "b.ann")
    assert source.beside("b.txt").text().text == "نص part/b.txt"
    assert source.beside("d.txt") is None
    assert source.beside("../a.txt") is None
    packed = open_source(archive_of(folder, tmp_path / "corpus.zip"))
    for file in files_in_archive(packed, belongs=with_annotations):
        if file.name.endswith("b.ann"):
            assert file.open().beside("b.txt").text().text == "نص part/b.txt"
            assert file.open().beside("d.txt") is None


def test_a_damaged_archive_is_named(tmp_path):
    path = tmp_path / "x.zip"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 100)
    with pytest.raises(UserError, match="damaged or locked"):
        list(files_in_archive(open_source(path)))


def test_a_path_that_is_absent_is_named_when_it_is_met(tmp_path):
    with pytest.raises(UserError, match="no such file"):
        list(files_of([tmp_path / "absent"]))


def test_what_is_no_text_is_of_no_format(tmp_path):
    path = tmp_path / "x.bin"
    path.write_bytes(b"\x00\x01\x02" * 50)
    source = open_source(path)
    with pytest.raises(UserError, match="not a text file"):
        recognised(source)
    with pytest.raises(UserError, match="not a text file"):
        source.text()
    with pytest.raises(UserError, match="not a text file"):
        list(source.lines())


def test_an_archive_in_an_archive_is_refused(folder, tmp_path):
    from annotator.services.reading import Reading

    inner = archive_of(folder, tmp_path / "inner.zip").read_bytes()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as outer:
        outer.writestr("inner.zip", inner)
        outer.writestr("d.txt", "نص د")
    (tmp_path / "outer.zip").write_bytes(held.getvalue())
    reading = Reading([tmp_path / "outer.zip"])
    assert [article.text for article in reading.articles()] == ["نص د"]
    assert [problem.file.rsplit("/", 1)[-1] for problem in reading.report.problems] == ["inner.zip"]


def test_files_of_a_large_folder_are_looked_at_once_each() -> None:
    asked = 0

    class Names(set[str]):
        def __iter__(self) -> Iterator[str]:
            nonlocal asked
            asked += len(self)
            return super().__iter__()

    names = Names(f"{number}.txt" for number in range(50))
    assert not any(belongs(name, names) for name in sorted(names))
    assert asked <= len(names)
