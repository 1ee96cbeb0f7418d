"""Pieces of a file: one after the other they are the file, articles, problems and lines alike."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.formats import FORMATS, reader
from annotator.formats.base import ReadOptions, WriteOptions
from annotator.formats.cuts import Divisible, window
from annotator.formats.huggingface import HuggingFaceParquet
from annotator.formats.source import Source, open_source

LINE = st.one_of(
    st.builds(lambda text: json.dumps({"text": text}).encode(), st.text(max_size=5)),
    st.builds(lambda text: json.dumps({"text": text}, ensure_ascii=False).encode(), st.just("قال")),
    st.sampled_from([b"", b"  ", b"{", b"\xff\xfe", b"[]", '\ufeff{"text": "a"}'.encode()]),
)


def pieces(source: Source, articles: int, format_id: str = "jsonl") -> list:
    format_ = reader(format_id)
    assert isinstance(format_, Divisible)
    cuts = list(format_.cuts(source, articles))
    with source.opened() as stream:
        data = stream.read()
    if cuts and cuts[0].groups is None:
        assert b"".join(data[cut.start : cut.end] for cut in cuts) == data
    for cut in cuts:
        assert hashlib.sha256(data[cut.start : cut.end]).hexdigest() == cut.sha256
    return [
        item
        for cut in cuts
        for item in format_.read(
            source if cut.end - cut.start == len(data) else replace(source, cut=cut), ReadOptions()
        )
    ]


@given(
    st.lists(LINE, min_size=1), st.sampled_from([b"\n", b"\r\n"]), st.booleans(), st.integers(1, 4)
)
def test_pieces_are_the_file(tmp_path_factory, lines, feed, ended, articles):
    path = tmp_path_factory.mktemp("cuts") / "a.jsonl"
    # The first line says that there is no list, and no other encoding.
    path.write_bytes(feed.join([b'{"text": "a"}', *lines]) + (feed if ended else b""))
    source = open_source(path, "utf-8")
    assert pieces(source, articles) == list(reader("jsonl").read(source, ReadOptions()))


def test_problems_name_the_line_of_the_file(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "a"}\n' * 5 + "{\n" + '{"text": "b"}\n', encoding="utf-8")
    source = open_source(path)
    second = list(reader("jsonl").cuts(source, 4))[1]
    assert (second.first, second.lines) == (5, 3)
    _, fault, article = reader("jsonl").read(replace(source, cut=second), ReadOptions())
    assert article.text == "b"
    assert (fault.file, fault.line) == (str(path), 6)


@pytest.mark.parametrize(
    "data",
    ['[{"text": "a"},\n{"text": "b"}]', '{"text": "قال"}\n{"text": "b"}\n'],
    ids=["list", "utf-16"],
)
def test_what_has_no_lines_stays_whole(tmp_path: Path, data: str):
    path = tmp_path / "a.jsonl"
    path.write_bytes(data.encode("utf-8" if data.startswith("[") else "utf-16"))
    source = open_source(path)
    assert len(list(reader("jsonl").cuts(source, 1))) == 1
    assert [each.text for each in pieces(source, 1)] == [
        each.text for each in reader("jsonl").read(source, ReadOptions())
    ]


def test_an_empty_file_has_no_pieces(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"")
    assert not list(reader("jsonl").cuts(open_source(path), 1))


def test_the_start_of_the_file_says_what_the_keys_of_a_piece_are(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    rows = [{"headline": f"h{n}", "body": f"نص الخبر رقم {n} هنا " * 9, "x": "y"} for n in range(5)]
    rows[4] |= {"headline": "قصة طويلة " * 30, "body": "قصير"}  # alone it would be taken otherwise
    lines = [*map(json.dumps, rows[:2]), "", "{", *map(json.dumps, rows[2:])]
    path.write_text("\n".join(lines), encoding="utf-8")
    source = open_source(path)
    whole = list(reader("json-columns").read(source, ReadOptions()))
    assert pieces(source, 2, "json-columns") == whole
    assert len(list(reader("json-columns").cuts(source, 2))) == 4
    assert whole[-1].text == "قصير"
    assert whole[-1].article.id == "a-7"  # its line, which every piece knows


def test_one_object_with_a_list_stays_whole(tmp_path: Path):
    path = tmp_path / "a.json"
    path.write_text('{"articles":\n[{"body": "قال", "title": "a"},\n{"body": "ب"}]}', "utf-8")
    source = open_source(path)
    assert len(list(reader("json-columns").cuts(source, 1))) == 1


@pytest.mark.parametrize("rows", [1, 2, 3, 100])
def test_row_groups_are_the_parquet_file(tmp_path: Path, rows: int):
    pytest.importorskip("pyarrow")
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "a.parquet"
    values = [{"id": f"a{n}", "text": "قال " * n or None} for n in range(7)]
    pq.write_table(pa.Table.from_pylist(values), path, row_group_size=2)
    source = open_source(path)
    whole = list(reader("huggingface").read(source, ReadOptions()))
    assert [item.line for item in whole if not isinstance(item, AnnotatedArticle)] == [1]
    assert pieces(source, rows, "huggingface") == whole
    assert [cut.lines for cut in reader("huggingface").cuts(source, rows)] == {
        1: [2, 2, 2, 1], 2: [2, 2, 2, 1], 3: [4, 3], 100: [7]
    }[rows]  # fmt: skip


def test_our_own_rows_are_read_in_pieces(tmp_path: Path):
    format_ = reader("huggingface-jsonl")
    articles = [AnnotatedArticle(Article(f"a{n}", f"قال {n}")) for n in range(5)]
    format_.write((format_.prepare(each, WriteOptions()) for each in articles), tmp_path)
    source = open_source(tmp_path / "data.jsonl")
    assert pieces(source, 2, "huggingface-jsonl") == articles


def test_which_formats_are_divisible():
    assert [format_.id for format_ in FORMATS if isinstance(format_, Divisible)] == [
        "jsonl", "huggingface", "huggingface-jsonl", "json-columns"
    ]  # fmt: skip
    assert HuggingFaceParquet in map(type, FORMATS)


def test_a_window_ends_where_it_should(tmp_path: Path):
    path = tmp_path / "a"
    path.write_bytes(b"0123456789")
    cut = next(reader("jsonl").cuts(open_source(path), 1))._replace(start=2, end=5)
    stream = path.open("rb")
    with window(stream, cut) as piece:
        assert piece.read(2) + piece.read() == b"234"
    assert stream.closed
