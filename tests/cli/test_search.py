"""``annotator search``: lines for people and for programs."""

from __future__ import annotations

import pytest


def test_lines(run, project):
    result = run("search", project, "شكري | القاهره")
    assert result.code == 0
    first, second, *_ = result.out.splitlines()
    assert "[شكري]" in first
    assert first.index("[") == second.index("[")
    assert "قال سامح" in first
    assert first.endswith("a1")
    assert "hits in" in result.err


def test_json(run, project):
    record = run("search", project, "القاهرة", "--annotator", "salma", "--json").json
    assert (record["hits"], record["articles"], record["complete"]) == (1, 1, True)
    (line,) = record["lines"]
    assert (line["article"], line["text"], line["end"] - line["start"]) == ("a1", "القاهرة", 7)
    assert line["before"].endswith("شكري ب")
    (entity,) = [entity for entity in line["entities"] if entity["label"] == "LOC"]
    assert (entity["start"], entity["end"]) == (line["start"], line["end"])


@pytest.mark.parametrize(
    ("options", "hits"),
    [
        ((), 1),
        (("--exact",), 0),
        (("--label", "PER", "--where", "is"), 1),
        (("--label", "LOC", "--where", "is"), 0),
        (("--label", "PER"), 1),
        (("--label", "PER", "--where", "apart"), 0),
        (("--status", "done"), 1),
        (("--status", "new"), 0),
        (("--tag", "x"), 0),
        (("--sort", "after"), 1),
    ],
)
def test_narrowed(run, project, options, hits):
    words = ("شَكري", "--annotator", "salma", "--json", *options)
    assert run("search", project, *words).json["hits"] == hits


def test_entities_of_a_label(run, project):
    record = run("search", project, "", "--label", "PER", "--annotator", "salma", "--json").json
    assert [line["text"] for line in record["lines"]] == ["سامح شكري", "شكري"]


def test_no_more_lines_than_asked_for(run, project):
    result = run("search", project, "في | من", "--limit", "2")
    assert len(result.out.splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (('"open',), "A quotation mark is not closed."),
        (("",), "There is nothing to search for."),
        (("x", "--where", "beside"), "--where"),
    ],
)
def test_what_cannot_be_done(run, project, words, said):
    result = run("search", project, *words)
    assert result.code == 2
    assert said in result.err
    assert not result.out


def test_nothing_found_is_no_fault(run, project):
    result = run("search", project, "غيرموجود")
    assert (result.code, result.out) == (0, "")
    assert "0 hits in 0 articles." in result.err
