"""Models from files: what is taught, what is measured, what is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.core.progress import Cancelled, Progress
from annotator.formats.jsonl import to_line
from annotator.services import training
from annotator.services.training import Sources, train, train_from_scratch
from annotator.suggest.embedded.model import EmbeddedModel, Settings
from annotator.suggest.statistical import model_in
from tests.services.test_learning import article
from tests.suggest.embedded.conftest import base_arrays, tiny_head


@pytest.fixture(autouse=True)
def base(monkeypatch: pytest.MonkeyPatch) -> EmbeddedModel:
    model = EmbeddedModel(base_arrays(), tiny_head(), Settings(), "tiny")
    monkeypatch.setattr(training, "shipped_model", lambda: model)
    monkeypatch.setattr(training, "STRETCH", 10)
    return model


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"".join(to_line(article(number)) for number in range(12)))
    return path


def test_a_model_is_taught_and_written_whole(base: EmbeddedModel, gold: Path) -> None:
    out = gold.parent / "mine"
    made = train([gold], out)
    assert made.articles == 12
    assert made.after.f1 > made.before.f1 + 0.2
    assert made.held_sentences > 0
    model = model_in(out)
    assert (model.name, model.labels) == ("mine", ("PER", "LOC", "DATE"))
    assert base.name == "tiny"
    card = (out / "README.md").read_text(encoding="utf-8")
    assert "12 articles" in card
    assert f"{made.after.f1:.3f}" in card
    assert {entry.name for entry in out.parent.iterdir()} == {"gold.jsonl", "mine"}


def test_it_learns_on_from_another_model(gold: Path) -> None:
    first = train([gold], gold.parent / "first")
    second = train([gold], gold.parent / "second", start=gold.parent / "first")
    assert second.before.f1 == pytest.approx(first.after.f1, abs=0.01)


def test_a_folder_that_exists_stays_unless_forced(gold: Path) -> None:
    out = gold.parent / "mine"
    out.mkdir()
    (out / "keep").touch()
    with pytest.raises(UserError, match="of this name"):
        train([gold], out)
    assert (out / "keep").exists()
    train([gold], out, force=True)
    assert not (out / "keep").exists()
    with pytest.raises(UserError, match="of this name"):
        train([gold], gold, force=True)


def test_too_little_and_no_model_are_said(tmp_path: Path) -> None:
    empty = tmp_path / "a.txt"
    empty.write_text("زار بوش باريس", encoding="utf-8")
    with pytest.raises(UserError, match="too little"):
        train([empty], tmp_path / "out")
    with pytest.raises(UserError, match="no model"):
        train([empty], tmp_path / "out", start=tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_cancelling_writes_nothing(gold: Path) -> None:
    progress = Progress(lambda done, total: progress.cancel() if done == 12 else None)
    with pytest.raises(Cancelled):
        train([gold], gold.parent / "mine", progress=progress)
    assert [entry.name for entry in gold.parent.iterdir()] == ["gold.jsonl"]


def test_from_scratch_says_which_package_is_missing(
    gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.suggest.embedded import train as module

    def without_torch(plan: object) -> None:
        raise ModuleNotFoundError("No module named 'torch'", name="torch")

    monkeypatch.setattr(module, "train", without_torch)
    with pytest.raises(UserError, match="torch"):
        train_from_scratch(gold, Sources(gold, gold, gold), gold.parent / "mine")
    assert [entry.name for entry in gold.parent.iterdir()] == ["gold.jsonl"]
