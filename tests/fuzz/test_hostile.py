"""Files made to do harm: each is refused or taken in part, at once and in little memory."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.visible import CONTROLS, PARTS, TURNS, visible, visible_name
from annotator.formats import reader
from annotator.formats.base import ReadOptions
from annotator.formats.files import files_in_archive
from annotator.formats.messagepack import has_more_than
from annotator.formats.source import source_of
from tests.fuzz.cases import Case, outcome
from tests.fuzz.corpus import excel_file, zipped


class Endless(io.RawIOBase):
    """A file of any size that repeats a piece; none of it exists."""

    def __init__(self, head: bytes, piece: bytes, size: int) -> None:
        self._head, self._piece, self._size = head, piece * (1 << 12), size
        self._at = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        room = min(len(buffer), self._size - self._at)
        if self._at < len(self._head):
            data = self._head[self._at : self._at + room]
        else:
            offset = (self._at - len(self._head)) % len(self._piece)
            data = self._piece[offset : offset + room]
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


def read(format_id: str, head: bytes, piece: bytes, size: int) -> Iterator[object]:
    source = source_of("x", lambda: io.BufferedReader(Endless(head, piece, size), 1 << 18))
    return reader(format_id).read(source, ReadOptions())


def test_a_line_of_a_gigabyte_is_passed_over_in_little_memory():
    tracemalloc.start()
    try:
        items = list(read("jsonl", b'{"text":"', b"aaaa", 1 << 30))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [item.kind for item in items] == ["encoding"]
    assert peak < 200 << 20


@pytest.mark.parametrize(
    ("format_id", "head", "piece", "tail"),
    [
        ("jsonl", b'{"text":"a","x":[', b"{},", b"{}]}"),
        ("json-columns", b'[{"text":"a","x":[', b"[],", b"[]]}]"),
        ("doccano", b'{"text":"a","label":[', b"[],", b"[]]}"),
        ("label-studio", b'[{"data":{"text":"a"},"x":[', b"{},", b"{}]}]"),
    ],
)
def test_a_value_that_grows_to_gigabytes_is_not_made(format_id, head, piece, tail):
    data = head + piece * 4_000_000 + tail
    items = list(reader(format_id).read(Case("x", data).source(), ReadOptions()))
    assert not any(isinstance(item, AnnotatedArticle) for item in items)
    assert "memory" in str(items[-1])


@pytest.mark.parametrize(
    ("format_id", "head", "piece"),
    [
        ("uima_xmi", b'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">', b"<a>"),
        ("conll2002", b"", b"a O\n"),
        ("sgml", b"<DOC>\n<TEXT>\n", b"a\n"),
    ],
)
def test_an_article_of_millions_of_pieces_is_refused(format_id, head, piece):
    with pytest.raises(UserError, match="too large for one article"):
        list(read(format_id, head, piece, 16 << 20))


def test_a_message_of_millions_of_values_is_refused_before_they_are_made():
    pytest.importorskip("spacy")
    bomb = b"\xdd\xff\xff\xff\xff" + b"\x90" * 3_000_000
    assert has_more_than(bomb, 2_000_000)
    assert not has_more_than(bomb[:1000], 2_000_000)
    with pytest.raises(UserError, match="too large"):
        list(reader("spacy").read(Case("x", zlib.compress(bomb)).source(), ReadOptions()))


def test_rows_that_are_not_there_are_not_made_up():
    members = {}
    with zipfile.ZipFile(io.BytesIO(excel_file())) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    name = "xl/worksheets/sheet1.xml"
    members[name] = members[name].replace(b'<row r="3"', b'<row r="2147483647"')
    assert "refused/The file is damaged or l" in outcome("xlsx", Case("x", zipped(members)))


def archive_files(data: bytes) -> list[str]:
    source = source_of("x.zip", lambda: io.BytesIO(data))
    return [file.name for file in files_in_archive(source)]


def test_a_compression_that_gives_all_at_once_is_not_asked():
    data = zipped({"a.txt": b"\0" * 1000}, zipfile.ZIP_BZIP2)
    (found,) = files_in_archive(source_of("x.zip", lambda: io.BytesIO(data)))
    with pytest.raises(UserError, match="compression 12"):
        found.open()


def test_an_archive_that_grows_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("annotator.formats.zips.MOST_RATIO", 2)
    monkeypatch.setattr("annotator.formats.zips.opened_archive.__wrapped__.__defaults__", (1000,))
    monkeypatch.setattr("annotator.formats.zips.MOST_UNPACKED", 1000)
    with pytest.raises(UserError, match="too large when unpacked"):
        archive_files(zipped({"a.txt": b"a" * 100_000}))


def test_a_list_of_members_without_end_is_not_read(monkeypatch):
    monkeypatch.setattr("annotator.formats.zips.LARGEST_LIST", 10_000)
    many = {f"{number}.txt": b"" for number in range(1000)}
    with pytest.raises(UserError, match="too large when unpacked"):
        archive_files(zipped(many))


def test_names_in_an_archive_are_names_and_no_paths(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = archive_files(zipped({"../../x.txt": "نص", "/etc/y.txt": "نص", "a\\b.txt": "نص"}))
    assert len(names) == 2  # what begins with a dot is hidden, and passed over
    assert list(tmp_path.iterdir()) == []


def test_what_turns_or_parts_a_text_is_shown_by_a_sign():
    text = "قال\u202eabc\u202c و\u200bش\u2069 لا\u200cم \u200fن"
    shown = visible(text)
    assert len(shown) == len(text)
    assert shown.count(TURNS) == 3
    assert shown.count(PARTS) == 1
    assert "\u200c" in shown
    assert "\u200f" in shown
    assert visible_name("PER\u202e\x00\n") == f"PER{TURNS}{CONTROLS} "
    assert len(visible_name("ا" * 5000)) < 400
