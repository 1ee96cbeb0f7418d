"""``annotator compare`` and ``annotator merge`` on colleagues' files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.storage import ProjectFile
from tests.services.colleagues import SECOND, article, omar, salma, write


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [write(tmp_path / "a.jsonl", salma()), write(tmp_path / "b.jsonl", omar())]


def test_compare_reports_what_the_contract_names(run, files: list[Path]) -> None:
    result = run("compare", *files, "--json")
    assert result.code == 0
    record = result.json
    assert record["annotators"] == ["سلمى", "عمر"]
    assert record["articles"] == {"matched": 2, "unmatched": 0}
    (pair,) = record["pairs"]
    assert pair["entities"]["exact"]["tp"] == 3
    assert pair["entities"]["overlap"]["tp"] == 4
    assert {"kappa", "alpha_nominal", "alpha_unitizing", "quotes"} <= pair.keys()
    found = {d["kind"]: d for d in record["disagreements"]}
    assert found.keys() == {"boundary", "label", "quote_content"}
    start = SECOND.index("باريس")
    assert found["label"] == {
        "article": "a2",
        "kind": "label",
        "annotators": ["سلمى", "عمر"],
        "of": "entity",
        "a": [start, start + 5, "LOC"],
        "b": [start, start + 5, "ORG"],
        "text": "باريس",
    }
    assert found["boundary"]["edges"][0]["kind"] == "clitic"


def test_compare_prints_figures_and_differences(run, files: list[Path]) -> None:
    result = run("compare", *files)
    assert result.code == 0
    assert "سلمى, عمر: 1 boundary, 1 quote_content, 1 label" in result.out
    assert "a2: سلمى, عمر: label: باريس" in result.out


def test_compare_of_three_lists_every_pair(run, tmp_path: Path, files: list[Path]) -> None:
    third = write(tmp_path / "c.conll", salma(""), "conll2002")
    record = run("compare", *files, third, "--json").json
    assert record["annotators"] == ["سلمى", "عمر", "c"]
    assert [(pair["a"], pair["b"]) for pair in record["pairs"]] == [
        ("سلمى", "عمر"),
        ("سلمى", "c"),
        ("عمر", "c"),
    ]


def test_compare_tells_what_could_not_be_moved(run, tmp_path: Path, files: list[Path]) -> None:
    text = SECOND.replace("باريس", "لندن")
    theirs = write(tmp_path / "c.jsonl", [article("a2", text, "هند", [("لندن", "LOC")])])
    result = run("compare", files[0], theirs)
    assert result.code == 1
    assert "لندن" in result.err


def test_compare_needs_two_annotators_and_files_that_are_there(run, files: list[Path]) -> None:
    alone = run("compare", files[0])
    assert alone.code == 2
    assert "two" in alone.err
    assert run("compare", files[0], "absent.jsonl").code == 2


@pytest.mark.parametrize(
    ("rule", "kept"), [("agreed", 3), ("majority", 3), ("union", 7), ("priority", 5)]
)
def test_merge_writes_one_set_by_a_rule(
    run, tmp_path: Path, files: list[Path], rule: str, kept: int
) -> None:
    out = tmp_path / "out.jsonl"
    result = run("merge", *files, "-o", out, "--rule", rule, "--json")
    assert result.code == 0
    assert result.json["entities"] == kept
    articles = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    entities = [entity for one in articles for entity in one["entities"]]
    assert len(entities) == kept
    assert all(set(entity["from"]) <= {"سلمى", "عمر"} for entity in entities)
    assert {entity["rule"] for entity in entities} == {rule}


def test_merge_by_order_and_into_a_project(run, tmp_path: Path, files: list[Path]) -> None:
    out = tmp_path / "out.annotator"
    named = ("--order", "عمر", "--annotator", "دمج")
    result = run("merge", *files, "-o", out, "--rule", "priority", *named)
    assert result.code == 0
    with ProjectFile.open(out, read_only=True) as file:
        states = list(file.annotated())
    assert {state.annotator for state in states} == {"دمج"}
    assert {e.label for state in states for e in state.entities} == {"PER", "LOC", "ORG"}


def test_merge_says_what_a_format_cannot_carry(run, tmp_path: Path, files: list[Path]) -> None:
    out = tmp_path / "out.conll"
    result = run("merge", *files, "-o", out, "--rule", "union", "--format", "conll2002")
    assert result.code == 1
    assert out.exists()
    assert "a1" in result.err


def test_merge_refuses_what_it_does_not_know_and_replaces_nothing(
    run, tmp_path: Path, files: list[Path]
) -> None:
    out = tmp_path / "out.jsonl"
    assert "agreed" in run("merge", *files, "-o", out, "--rule", "none").err
    order = run("merge", *files, "-o", out, "--rule", "priority", "--order", "هند")
    assert (order.code, "سلمى" in order.err) == (2, True)
    assert not out.exists()
    out.write_text("mine")
    assert run("merge", *files, "-o", out, "--rule", "union").code == 2
    assert out.read_text() == "mine"
    assert run("merge", *files, "-o", out, "--rule", "union", "--force").code == 0
