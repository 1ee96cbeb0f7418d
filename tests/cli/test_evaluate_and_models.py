"""``annotator evaluate`` and ``annotator models`` as programs and people call them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.bundled import seeds
from annotator.cli.program import main, program
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.formats.jsonl import to_line
from annotator.services import models as service
from annotator.services import quantised
from annotator.suggest.camel.agreement import Agreement, Comparison
from annotator.suggest.models.catalogue import data_folder

CATALOGUE = {
    "version": "1.6",
    "packages": {
        "ner-arabert": {
            "description": "CAMeL Tools NER, AraBERT",
            "license": "MIT",
            "version": "0.1",
            "size": 500 << 20,
            "package_type": "http",
            "url": "http://127.0.0.1:9/ner.zip",
            "destination": "ner/arabert",
            "private": False,
        },
        "sentiment": {
            "package_type": "http",
            "url": "u",
            "destination": "sa",
            "private": False,
        },
    },
    "components": {"NamedEntityRecognition": {"datasets": {"arabert": {"path": "ner/arabert"}}}},
}


@pytest.fixture(autouse=True)
def camel_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "camel"))
    return tmp_path / "camel"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    article = AnnotatedArticle(
        Article("a", "زار بومبيو باكو"), entities=(Entity("e1", Span(4, 10), "PER"),)
    )
    path.write_bytes(to_line(article))
    return path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(program, [str(a) for a in arguments], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result.return_value, result.stdout


def test_evaluate_json_has_the_keys_of_the_contract(gold: Path):
    code, out = run("evaluate", gold, gold, "--json")
    record = json.loads(out)
    assert code == 0
    assert set(record) >= {"articles", "entities", "quotes", "errors"}
    assert set(record["entities"]) >= {"exact", "overlap", "labels"}
    ratios = {"precision", "recall", "f1", "tp", "predicted", "gold"}
    assert set(record["entities"]["exact"]) == ratios
    assert set(record["entities"]["labels"]["PER"]) == ratios
    assert set(record["quotes"]) >= {
        "direct_exact",
        "content_iou50",
        "content_exact",
        "fragments",
        "cue",
        "source",
    }
    assert set(record["quotes"]["cue"]) == {"right", "of"}


def test_evaluate_prints_a_table(gold: Path):
    code, out = run("evaluate", gold, gold)
    assert code == 0
    assert "entities, exact" in out
    assert "1.000" in out


def test_evaluate_says_when_a_file_is_absent(
    tmp_path: Path, gold: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["evaluate", str(gold), str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err


def test_engines_go_without_a_second_file(gold: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["evaluate", str(gold), str(gold), "--engine", "quotes"]) == 2
    assert "--engine" in capsys.readouterr().err


def test_models_list_without_a_list_says_what_to_do(capsys: pytest.CaptureFixture[str]):
    assert main(["models", "list"]) == 2
    error = capsys.readouterr().err
    assert "--refresh" in error
    assert len(error.splitlines()) <= 2
    assert not data_folder().exists()


def test_models_list_shows_entity_models_first_and_all_on_request(camel_folder: Path):
    camel_folder.mkdir()
    (camel_folder / "catalogue.json").write_text(json.dumps(CATALOGUE))
    _, out = run("models", "list", "--json")
    assert [(model["name"], model["licence"]) for model in json.loads(out)] == [
        ("ner-arabert", "MIT")
    ]
    _, out = run("models", "list", "--all")
    assert "500 MB" in out
    assert "sentiment" in out


def test_a_model_is_added_and_found_and_never_overwritten(
    camel_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "mine"
    folder.mkdir()
    assert main(["models", "add", str(folder)]) == 2
    for name in ("config.json", "vocab.txt", "model.safetensors"):
        (folder / name).write_text("{}")
    assert main(["models", "add", str(folder)]) == 0
    assert (camel_folder / "data" / "ner" / "mine" / "vocab.txt").is_file()
    assert main(["models", "add", str(folder)]) == 2
    assert "--name" in capsys.readouterr().err


def test_downloading_offline_is_one_plain_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(
        service.load_catalogue, "__kwdefaults__", {"url": "http://127.0.0.1:9/c", "refresh": False}
    )
    assert main(["models", "download", "ner-arabert"]) == 2
    assert "cannot be reached" in capsys.readouterr().err


def test_the_seed_is_evaluated_with_the_own_engines():
    (seed,) = seeds().glob("000_*.txt")
    code, out = run("evaluate", seed, "--json")
    assert code == 0
    assert json.loads(out)["entities"]["exact"]["gold"] == 0


def test_models_compare_without_a_model_says_what_to_do(
    gold: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["models", "compare", str(gold)]) == 2
    assert "annotator models" in capsys.readouterr().err


def test_models_compare_says_how_many_labels_are_the_same(
    gold: Path, camel_folder: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("arabert", "own"):
        folder = camel_folder / "data" / "ner" / name
        folder.mkdir(parents=True)
        (folder / "config.json").write_text("{}")
        for file in ("vocab.txt", "model.safetensors"):
            (folder / file).touch()
    asked = []

    def compared(folder: Path, texts: list[str], progress: Progress) -> Comparison:
        asked.append((folder.name, texts))
        return Comparison(Agreement(200, 199, 20, 19), 2.0, 0.5)

    monkeypatch.setattr(quantised, "compare_engines", compared)
    code, out = run("models", "compare", gold)
    assert code == 0
    assert "199 of 200" in out
    assert "19 of 20" in out
    assert "95.0%" in out
    code, out = run("models", "compare", gold, "--model", "own", "--json")
    record = json.loads(out)
    assert (record["same"], record["quantised_seconds"]) == (199, 0.5)
    assert asked == [("arabert", ["زار بومبيو باكو"]), ("own", ["زار بومبيو باكو"])]
