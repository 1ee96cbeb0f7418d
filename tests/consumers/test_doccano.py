"""doccano imports what we export, finds the same strings, and what it exports is read again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.formats import reader
from tests.consumers.cases import TEXTS, marked_articles, quoting_article, read, strings, written


@pytest.fixture
def imported(consumer, tmp_path) -> Callable[..., dict[str, Any]]:
    """Import a file into a doccano project; what it exports then is theirs.jsonl."""

    def run(path: Path, **request: Any) -> dict[str, Any]:
        asked = {"format": "JSONL", "encoding": "Auto", "relations": False} | request
        out = str(tmp_path / "theirs.jsonl")
        return consumer("doccano", "doccano_project.py", path=str(path), out=out, **asked)

    return run


@pytest.mark.parametrize(
    ("format_id", "relations"), [("doccano", False), ("doccano-relations", True)]
)
def test_doccano_has_the_same_strings_and_gives_them_back(
    imported, tmp_path, format_id: str, relations: bool
):
    given = marked_articles()
    written(format_id, given, tmp_path / "ours.jsonl")
    answer = imported(tmp_path / "ours.jsonl", relations=relations)
    assert answer["errors"] == []
    assert [example["text"] for example in answer["examples"]] == [a.text for a in given]
    found = [[tuple(span) for span in example["spans"]] for example in answer["examples"]]
    assert found == list(map(strings, given))
    back = read(reader(format_id), tmp_path / "theirs.jsonl")
    assert [(a.article.id, a.article.title) for a in back] == [
        (a.article.id, a.article.title) for a in given
    ]
    assert [a.text for a in back] == [a.text for a in given]
    assert list(map(strings, back)) == list(map(strings, given))


@pytest.mark.parametrize("name", ["emoji", "mark"])
def test_doccano_finds_the_encoding_of_the_shortest_file(imported, tmp_path, name: str):
    """It guesses by what it sees: emoji in UTF-8 it takes for Thai."""
    article = marked_articles()[list(TEXTS).index(name)]
    written("doccano", [article], tmp_path / "ours.jsonl")
    (example,) = imported(tmp_path / "ours.jsonl")["examples"]
    assert example["text"] == article.text


def test_the_relations_of_a_quote_go_through_doccano(imported, tmp_path):
    (carried,) = written("doccano-relations", [quoting_article()], tmp_path / "ours.jsonl")
    (example,) = imported(tmp_path / "ours.jsonl", relations=True)["examples"]
    assert {tuple(relation) for relation in example["relations"]} >= {
        ("لن نقبل", "cue", "قال"),
        ("لن نقبل", "part", "سيرفض"),
        ("لن نقبل", "source", "سامح شكري"),
        ("لن نقبل", "speaker", "سامح شكري"),
    }
    (back,) = read(reader("doccano-relations"), tmp_path / "theirs.jsonl")
    assert back.quotes == carried.quotes


def test_conll_with_tabs_goes_into_doccano(imported, tmp_path):
    """It takes tabs alone, and each sentence as an example."""
    path = tmp_path / "ours.conll"
    carried = written("conll2002", marked_articles(), path)
    rows = path.read_text(encoding="utf-8").removeprefix("\ufeff").replace("\n\n\n", "\n\n")
    path.write_text(rows.replace(" ", "\t"), encoding="utf-8", newline="\n")
    answer = imported(path, format="CoNLL", encoding="utf_8")
    assert answer["errors"] == []
    assert [tuple(span) for example in answer["examples"] for span in example["spans"]] == [
        span for article in carried for span in strings(article)
    ]
