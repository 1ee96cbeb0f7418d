"""Tables of spans: safe in a spreadsheet, read back exactly, in whatever order rows come."""

from __future__ import annotations

import csv
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.formats import writer
from annotator.formats.span_csv import _harmless, _plain

TABLES = ["spans-csv", "spans-parquet"]


@given(st.text(alphabet="'=+-@\t\r\n＝ ق1", max_size=6))
def test_no_cell_is_a_formula_and_each_reads_back(text: str):
    cell = _harmless(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    assert _plain(cell) == text


def test_formulas_in_text_title_label_and_note_are_text(article, write, read_file):
    given_one = article("=1+1 قال سامح", ("=1+1", "@PER"), ("سامح", "'=x"))
    path = write(writer("spans-csv"), given_one)
    data = (path / "spans.csv").read_bytes()
    assert data.startswith("\ufeff".encode())
    with (path / "spans.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["text"], row["label"]) for row in rows] == [("'=1+1", "'@PER"), ("سامح", "''=x")]
    (back,), problems = read_file(writer("spans-csv"), path)
    assert problems == []
    assert back.text == given_one.text
    assert [e.label for e in back.entities] == ["@PER", "'=x"]


@pytest.mark.parametrize("first", ["articles.csv", "spans.csv"])
def test_a_table_that_was_sorted_by_something_else_is_read_too(
    article, write, read_file, first: str
):
    articles = [
        article(f"قال سامح {n} في باريس", ("سامح", "PER"), ("باريس", "LOC"), id_=f"a{n}")
        for n in range(6)
    ]
    path = write(writer("spans-csv"), *articles)
    with (path / first).open(encoding="utf-8-sig", newline="") as stream:
        header, *rows = csv.reader(stream)
    random.Random(3).shuffle(rows)
    with (path / first).open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])
    back, problems = read_file(writer("spans-csv"), path)
    assert problems == []
    assert sorted((a.article.id, len(a.entities)) for a in back) == [(f"a{n}", 2) for n in range(6)]


def test_what_is_wrong_in_a_row_is_told_with_its_article(article, write, read_file):
    path = write(writer("spans-csv"), article("قال سامح", ("سامح", "PER")))
    rows = (path / "spans.csv").read_text(encoding="utf-8-sig").splitlines()
    rows += ["1,a1,2,0,99,PER,قال,,,", "1,a1,3,0,3,LOC,وصل,,,", "1,a1,4,x,3,LOC,,cue:9,,"]
    (path / "spans.csv").write_text("\n".join(rows), encoding="utf-8")
    (back,), problems = read_file(writer("spans-csv"), path)
    assert [e.label for e in back.entities] == ["PER"]
    assert [problem.kind for problem in problems] == ["offsets", "offsets", "span", "relation"]


def test_articles_without_the_other_file_have_no_spans(article, write, read_file):
    path = write(writer("spans-csv"), article("قال سامح", ("سامح", "PER")))
    (path / "spans.csv").unlink()
    (back,), problems = read_file(writer("spans-csv"), path)
    assert (back.text, back.entities, problems) == ("قال سامح", (), [])


@pytest.mark.parametrize("format_id", ["spans-parquet", "huggingface"])
def test_a_broken_parquet_file_is_told(article, write, read_file, format_id: str):
    path = write(writer(format_id), article("قال سامح", ("سامح", "PER")))
    for file in path.glob("*.parquet"):
        file.write_bytes(file.read_bytes()[:-30])
    with pytest.raises(UserError, match="The Parquet file cannot be read"):
        read_file(writer(format_id), path)


@pytest.mark.parametrize("format_id", [*TABLES, "huggingface", "huggingface-jsonl", "spacy"])
def test_half_a_character_is_told_and_the_others_are_written(
    article, write, read_file, format_id: str
):
    format_ = writer(format_id)
    refused, kept = article("قال \ud83d سامح"), article("قال سامح", ("سامح", "PER"))
    (path,) = [write(format_, refused, kept)]
    backs, problems = read_file(format_, path)
    assert ([a.text for a in backs], problems) == (["قال سامح"], [])


@pytest.mark.parametrize("format_id", [*TABLES, "huggingface", "huggingface-jsonl", "spacy"])
def test_half_a_character_in_a_title_or_a_label_is_no_bug(
    article, write, read_file, format_id: str
):
    named = article("قال سامح", ("سامح", "PER"))
    titled = replace(named, article=replace(named.article, title="\ud83d"))
    labelled = article("قال سامح", ("سامح", "P\udc00"))
    backs, problems = read_file(
        writer(format_id), write(writer(format_id), named, titled, labelled)
    )
    assert backs
    assert problems == []
