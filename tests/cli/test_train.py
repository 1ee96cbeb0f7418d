"""``annotator train`` as people call it."""

import json

import pytest

from annotator.review.entity_scores import Score
from annotator.services import training
from annotator.services.training import Training


@pytest.fixture
def trained(monkeypatch, tmp_path):
    calls = []

    def train(paths, out, **options):
        options.pop("progress")
        calls.append((paths, out, options))
        return Training(3, 40, 90, 8, Score(5, 10, 10), Score(8, 10, 10), ("PER",), out)

    monkeypatch.setattr(training, "train", train)
    return calls


def test_figures_before_and_after(run, annotated, tmp_path, trained):
    result = run("train", annotated, "-o", tmp_path / "mine")
    assert result.code == 0
    assert "0.500" in result.out
    assert "0.800" in result.out
    assert trained == [((annotated,), tmp_path / "mine", {"start": None, "force": False})]


def test_json(run, annotated, tmp_path, trained):
    result = run("train", annotated, "-o", tmp_path / "mine", "--json")
    record = json.loads(result.out)
    assert record["after"]["f1"] == 0.8
    assert record["written"] == [str(tmp_path / "mine")]


@pytest.mark.parametrize(
    "words",
    [("--from-scratch",), ("--news", "x"), ("--from-scratch", "--news", "x", "--second", "y")],
)
def test_options_that_do_not_go_together(run, annotated, tmp_path, trained, words):
    result = run("train", annotated, "-o", tmp_path / "mine", *words)
    assert result.code == 2
    assert "--from-scratch" in result.err
    assert trained == []
