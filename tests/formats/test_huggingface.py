"""Hugging Face folders: numbers for tags that agree in all parts, and rows of other data sets."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from annotator.core.entities import Entity
from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.spans import Span
from annotator.core.tags import TagScheme
from annotator.formats import writer
from annotator.formats.base import TokenPolicy, WriteOptions
from annotator.formats.huggingface_card import names_in

JSONL = "huggingface-jsonl"


def rows_of(path):
    return [json.loads(line) for line in (path / "data.jsonl").read_text("utf-8").splitlines()]


def test_tags_are_numbers_whose_names_the_card_lists(article, write):
    path = write(
        writer(JSONL),
        article("قال سامح بالقاهرة", ("القاهرة", "LOC")),
        article("قال سامح", ("سامح", 'a "label"'), id_="a2"),
    )
    names = names_in((path / "README.md").read_text("utf-8"))
    assert names == ["O", "B-LOC", "I-LOC", 'B-a "label"', 'I-a "label"']
    assert [[names[tag] for tag in row["ner_tags"]] for row in rows_of(path)] == [
        ["O", "O", "O", "B-LOC"],
        ["O", 'B-a "label"'],
    ]
    first = rows_of(path)[0]
    assert first["tokens"] == ["قال", "سامح", "ب", "القاهرة"]
    places = zip(first["token_starts"], first["token_ends"], strict=True)
    assert [first["text"][start:end] for start, end in places] == first["tokens"]


def test_the_labels_of_the_project_come_first_in_every_part(article, write):
    known = LabelSet("x", (Label("PER"), Label("LOC")))
    options = WriteOptions(
        label_set=known, labels={"PER": "PERS"}, scheme=TagScheme.IOBES, tokens=TokenPolicy.WORD
    )
    path = write(writer(JSONL), article("قال بالقاهرة", ("القاهرة", "LOC")), options=options)
    names = names_in((path / "README.md").read_text("utf-8"))
    assert names == [
        "O", "B-PERS", "I-PERS", "E-PERS", "S-PERS", "B-LOC", "I-LOC", "E-LOC", "S-LOC",
    ]  # fmt: skip
    (row,) = rows_of(path)
    assert (row["tokens"], [names[tag] for tag in row["ner_tags"]]) == (
        ["قال", "بالقاهرة"],
        ["O", "S-LOC"],
    )


def test_of_entities_that_overlap_both_are_there_and_one_has_tags(article, read_back):
    given = article("جامعة القاهرة", ("جامعة القاهرة", "ORG"))
    inner = Entity("e2", Span(6, 13), "LOC")
    given = replace(given, entities=(*given.entities, inner))
    (told,) = writer(JSONL).prepare(given, WriteOptions()).losses
    assert (told.kind, told.record, str(told.severity)) == ("overlap", "e2", "notice")
    (back,), _ = read_back(writer(JSONL), given)
    assert [(e.id, e.span, e.label) for e in back.entities] == [
        (e.id, e.span, e.label) for e in given.entities
    ]


def test_rows_of_tokens_and_numbers_are_read_by_the_names_beside_them(tmp_path, read_file):
    (tmp_path / "data.jsonl").write_text(
        '{"id": "7", "tokens": ["قال", "سامح", "شكري"], "ner_tags": [0, 1, 2]}\n', encoding="utf-8"
    )
    card = (
        "---\ndataset_info:\n  features:\n  - name: ner_tags\n    sequence:\n      class_label:\n"
        "        names:\n          '0': O\n          '1': B-PER\n          '2': I-PER\n---\n"
    )
    (tmp_path / "README.md").write_text(card, encoding="utf-8")
    (back,), problems = read_file(writer(JSONL), tmp_path)
    assert problems == []
    assert (back.article.id, back.text) == ("7", "قال سامح شكري")
    assert [(e.span.of(back.text), e.label) for e in back.entities] == [("سامح شكري", "PER")]


def test_numbers_without_names_are_told(tmp_path, read_file):
    path = tmp_path / "data.jsonl"
    path.write_text('{"tokens": ["قال"], "ner_tags": [3]}\n', encoding="utf-8")
    articles, (problem,) = read_file(writer(JSONL), path)
    assert articles == []
    assert "README.md" in str(problem.message)


@pytest.mark.parametrize(
    ("format_id", "package", "extra"),
    [
        ("huggingface", "pyarrow", "parquet"),
        ("spans-parquet", "pyarrow", "parquet"),
        ("spacy", "spacy.tokens", "spacy"),
    ],
)
def test_without_the_package_it_is_told_what_to_install(
    article, tmp_path, monkeypatch, format_id: str, package: str, extra: str
):
    monkeypatch.setitem(__import__("sys").modules, package, None)
    format_ = writer(format_id)
    prepared = format_.prepare(article("قال سامح", ("سامح", "PER")), WriteOptions())
    with pytest.raises(UserError, match=rf"annotator\[{extra}\]"):
        format_.write([prepared], tmp_path if format_.folder else tmp_path / "x")
