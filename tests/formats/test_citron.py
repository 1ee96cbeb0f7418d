"""Citron's JSON: quotes alone, one article a file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import recognised, writer
from annotator.formats.base import WriteOptions
from annotator.formats.source import open_source

FORMAT = writer("citron")
TEXT = '"When I use a word," Humpty Dumpty said, "it means just what I choose."'


def place(part: str) -> dict:
    start = TEXT.index(part)
    return {"start": start, "end": start + len(part), "text": part}


def test_a_file_as_its_documentation_shows_it_is_read(tmp_path, read_file):
    quote = {
        "cue": place("said"),
        "sources": [place("Humpty Dumpty")],
        "contents": [place('"When I use a word,"'), place('"it means just what I choose."')],
        "confidence": 0.9,
    }
    wrong = {"cue": None, "sources": [], "contents": [{"start": 0, "end": 2, "text": "no"}]}
    path = tmp_path / "alice.json"
    path.write_text(json.dumps({"text": TEXT, "quotes": [quote, wrong]}), encoding="utf-8")
    assert recognised(open_source(path)) is FORMAT
    ((article,), problems) = read_file(FORMAT, path)
    assert article.article.id == "alice"
    (found,) = article.quotes
    assert [part.of(TEXT) for part in found.content] == [
        '"When I use a word,"',
        '"it means just what I choose."',
    ]
    assert [part.of(TEXT) for part in (*found.cue, found.source)] == ["said", "Humpty Dumpty"]
    assert [problem.kind for problem in problems] == ["offsets", "contents"]


def test_what_the_format_has_no_place_for_is_told(article):
    given = replace(
        article("قال سامح أمس إنه سيسافر.", ("سامح", "PER")),
        quotes=(
            Quote("q1", QuoteType.INDIRECT, (Span(13, 23),), cue=(Span(0, 3),), source=Span(4, 8)),
            Quote("q2", QuoteType.INDIRECT, (Span(13, 16),), cue=(Span(0, 3), Span(9, 12))),
        ),
    )
    losses = FORMAT.prepare(given, WriteOptions()).losses
    assert [(problem.kind, problem.record) for problem in losses] == [
        ("entity", "e1"),
        ("quote", "q2"),
    ]


@pytest.mark.parametrize("content", ["[1]", '{"quotes": 3}', '{"text": "ab", "quotes": [1]', "{}"])
def test_what_is_no_article_is_told(tmp_path, read_file, content):
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    articles, problems = read_file(FORMAT, path)
    assert articles == []
    assert problems


def test_files_are_named_by_number_whatever_the_articles_are_called(article, write):
    path = write(FORMAT, article("أ", id_="../../etc/passwd"), article("ب", id_="a/b"))
    assert sorted(file.name for file in path.iterdir()) == ["000001.json", "000002.json"]
