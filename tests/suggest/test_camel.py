"""A real, tiny BertForTokenClassification, saved to disk and loaded by camel-tools itself."""

import json
import os
import random
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from annotator.core.article import Article
from annotator.core.entities import Status
from annotator.core.errors import UserError
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import span_fault
from annotator.suggest import camel, camel_runtime
from annotator.suggest.base import NOTHING
from annotator.suggest.camel import CamelSuggester, model_folders, predict

LABELS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
LETTERS = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي0123456789.,،:"؟!'


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> Path:
    """A model folder in a data folder laid out as camel-tools does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries' own imports
        camel_runtime.ner_module()
    import torch
    from transformers import BertConfig, BertForTokenClassification

    folder = tmp_path_factory.mktemp("camel") / "data" / "ner" / "tiny"
    folder.mkdir(parents=True)
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces = [*marks, *LETTERS, *(f"##{letter}" for letter in LETTERS), "##ون", "ال", "##يا"]
    (folder / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"do_lower_case": False, "tokenizer_class": "BertTokenizer"})
    )
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=48,
        initializer_range=0.6,
        id2label=dict(enumerate(LABELS)),
        label2id={label: place for place, label in enumerate(LABELS)},
    )
    network = BertForTokenClassification(config)
    with torch.no_grad():
        network.classifier.bias[-1] += 1.5
    network.save_pretrained(folder)
    return folder


@pytest.fixture
def recognizer(model):
    return camel._load(str(model))


@pytest.fixture
def on_disk(model, monkeypatch) -> Path:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(model.parents[2]))
    return model


def sentences(count, longest):
    random.seed(3)
    letters = LETTERS[:36]
    return [
        ["".join(random.choices(letters, k=random.randint(1, 9))) for _ in range(length)]
        for length in random.sample(range(1, longest), count)
    ]


def test_labels_are_those_of_camel_tools(recognizer):
    words = [*sentences(20, 40), ["كلمة"] * 150, sentences(1, 300)[0] * 3]
    expected = recognizer.predict(words)
    found = [[tag.label for tag in tags if tag] for tags in predict(recognizer, words, Progress())]
    assert found == expected
    assert len({label for labels in found for label in labels}) > 4


def test_scores_are_probabilities(recognizer):
    tags = predict(recognizer, sentences(5, 12), Progress())
    assert all(1 / len(LABELS) <= tag.score <= 1 for sentence in tags for tag in sentence if tag)


def test_a_word_without_pieces_shifts_nothing(recognizer):
    plain, holed = (
        ["وقال", "بومبيو", "أرمينيا"],
        ["", "وقال", " ", "\u200f", "بومبيو", "\x07", "أرمينيا"],
    )
    [expected] = predict(recognizer, [plain], Progress())
    [found] = predict(recognizer, [holed], Progress())
    assert [found[1], found[4], found[6]] == expected
    assert [found[0], found[2], found[3], found[5]] == [None] * 4


def test_suggestions_have_the_offsets_of_the_stored_text(on_disk, seed_text):
    found = CamelSuggester().suggest(Article("seed", seed_text), NOTHING, Progress())
    assert len(found.entities) > 5
    for entity in found.entities:
        assert span_fault(seed_text, entity.span) is None
        assert entity.label in {"LOC", "ORG", "PER", "MISC"}
        assert entity.status is Status.SUGGESTED
        assert (entity.origin, entity.reasons[0].origin) == ("camel", "camel")
    assert len({entity.id for entity in found.entities}) == len(found.entities)


def test_diacritics_make_no_difference(on_disk):
    plain, marked = "قال بومبيو في واشنطن", "قَالَ بُومبيُو في واشنطـــن"
    first = CamelSuggester().suggest(Article("a", plain), NOTHING, Progress())
    second = CamelSuggester().suggest(Article("b", marked), NOTHING, Progress())
    assert [e.label for e in first.entities] == [e.label for e in second.entities]
    assert [e.score for e in first.entities] == [e.score for e in second.entities]


def test_an_empty_article(on_disk):
    assert CamelSuggester().suggest(Article("a", ""), NOTHING, Progress()) == NOTHING


def test_cancel(on_disk, seed_text):
    progress = Progress(lambda done, total: progress.cancel())
    with pytest.raises(Cancelled):
        CamelSuggester().suggest(Article("seed", seed_text), NOTHING, progress)


@pytest.mark.parametrize("catalogue", [None, {"version": "1.6", "packages": {}, "components": {}}])
def test_the_catalogue_costs_no_network_and_no_folder(tmp_path, catalogue):
    data, home = tmp_path / "data", tmp_path / "home"
    data.mkdir()
    home.mkdir()
    if catalogue is not None:
        (data / "catalogue.json").write_text(json.dumps(catalogue))
    script = """
import os, socket
def refuse(*args, **kwargs): raise AssertionError("went to the network")
socket.socket.connect = socket.getaddrinfo = refuse
from annotator.suggest import camel_runtime
before = dict(os.environ)
camel_runtime.import_data_module()
assert dict(os.environ) == before
import camel_tools.data
print(camel_tools.data.CT_DATA_DIR)
"""
    environment = os.environ | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "CAMELTOOLS_DATA": str(data),
    }
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert (done.stdout.strip() == str(data)) == (catalogue is not None)
    assert list(home.iterdir()) == []


def test_a_model_on_disk_is_found(on_disk):
    assert model_folders() == [on_disk]
    assert CamelSuggester().availability().ready


def test_without_a_model(home, monkeypatch):
    monkeypatch.delenv("CAMELTOOLS_DATA")
    ready, reason = CamelSuggester().availability()
    assert not ready
    assert "model" in str(reason)
    assert list(home.iterdir()) == []
    with pytest.raises(UserError):
        CamelSuggester().suggest(Article("a", "نص"), NOTHING, Progress())


@pytest.mark.parametrize("missing", ["config.json", "vocab.txt", "model.safetensors"])
def test_half_a_model_is_none(model, tmp_path, missing):
    folder = tmp_path / "half"
    folder.mkdir()
    for file in model.iterdir():
        if file.name != missing:
            (folder / file.name).write_bytes(file.read_bytes())
    assert not CamelSuggester(folder).availability().ready


def test_a_broken_model_says_what_to_do(model, tmp_path):
    folder = tmp_path / "broken"
    folder.mkdir()
    for file in model.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(UserError) as caught:
        CamelSuggester(folder).suggest(Article("a", "نص قصير"), NOTHING, Progress())
    assert str(folder) in str(caught.value)
    assert "annotator models" in str(caught.value)
