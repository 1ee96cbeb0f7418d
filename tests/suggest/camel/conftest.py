"""A real, tiny BertForTokenClassification, saved to disk and loaded by camel-tools itself."""

import json
import warnings
from pathlib import Path

import pytest

from annotator.suggest.camel import models, runtime

LABELS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
LETTERS = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي0123456789.,،:"؟!'


@pytest.fixture(scope="session")
def model(tmp_path_factory) -> Path:
    """A model folder in a data folder laid out as camel-tools does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries' own imports
        runtime.ner_module()
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
    """The model, loaded."""
    return models.load(model)


@pytest.fixture
def on_disk(model, monkeypatch) -> Path:
    """The model, where the engine looks for models."""
    monkeypatch.setenv("CAMELTOOLS_DATA", str(model.parents[2]))
    return model


@pytest.fixture
def copied(model, tmp_path) -> Path:
    """A copy of the model that a test may spoil."""
    folder = tmp_path / "copy"
    folder.mkdir()
    for file in model.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return folder
