"""Which folders are models, and how they are loaded: without running what is in them."""

import json
import os
import subprocess
import sys

import pytest

from annotator.core.errors import UserError
from annotator.suggest.camel import models
from annotator.suggest.camel.models import is_model, load, model_folders


class _Program:
    """What a pickle may hold: a call that is made when it is read."""

    def __init__(self, made):
        self.made = made

    def __reduce__(self):
        return os.mkdir, (str(self.made),)


def as_torch_file(folder, *, zipped=True):
    """Turn a model folder's safetensors into a torch file, the same weights."""
    import torch
    from safetensors.torch import load_file

    weights = folder / "model.safetensors"
    torch.save(
        load_file(weights),
        folder / "pytorch_model.bin",
        _use_new_zipfile_serialization=zipped,
    )
    weights.unlink()


def copies(folder, parent, names):
    for name in names:
        target = parent / "data" / "ner" / name
        target.mkdir(parents=True)
        for file in folder.iterdir():
            (target / file.name).write_bytes(file.read_bytes())


def test_the_default_of_camel_tools_comes_first(model, tmp_path, monkeypatch):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    copies(model, tmp_path, ["zz", "arabert", "aa"])
    (tmp_path / "data" / "ner" / "notes.txt").touch()
    assert [folder.name for folder in model_folders()] == ["arabert", "aa", "zz"]


@pytest.mark.parametrize("missing", ["config.json", "vocab.txt", "model.safetensors"])
def test_half_a_model_is_none(copied, missing):
    assert is_model(copied)
    (copied / missing).unlink()
    assert not is_model(copied)


@pytest.mark.parametrize("config", ["", "[]", '{"model_type": "gpt2"}', "\ufeff{"])
def test_another_config_is_none(copied, config):
    (copied / "config.json").write_text(config, encoding="utf-8")
    assert not is_model(copied)


@pytest.mark.parametrize("zipped", [True, False])
def test_a_torch_file_of_weights_gives_the_same_labels(recognizer, copied, zipped):
    as_torch_file(copied, zipped=zipped)
    words = [["وقال", "بومبيو", "في", "أرمينيا"]]
    assert load(copied).predict(words) == recognizer.predict(words)


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("name", ["pytorch_model.bin", "other.bin"])
def test_a_program_in_a_torch_file_is_refused_and_does_not_run(copied, tmp_path, name, zipped):
    import torch

    torch.save(
        {"w": torch.zeros(1), "x": _Program(tmp_path / "ran")},
        copied / name,
        _use_new_zipfile_serialization=zipped,
    )
    if name == "pytorch_model.bin":
        (copied / "model.safetensors").unlink()
    else:  # transformers takes the name of the weights' file from the config
        config = json.loads((copied / "config.json").read_text())
        (copied / "config.json").write_text(json.dumps(config | {"transformers_weights": name}))
    with pytest.raises(UserError) as caught:
        load(copied)
    assert str(copied) in str(caught.value)
    assert not (tmp_path / "ran").exists()
    if name == "pytorch_model.bin":
        assert "model.safetensors" in str(caught.value)


def test_a_program_is_refused_by_us_whatever_transformers_does(copied, tmp_path, monkeypatch):
    import torch

    def unsafe(path, **kwargs):
        torch.load(f"{path}/pytorch_model.bin", weights_only=False)

    torch.save({"x": _Program(tmp_path / "ran")}, copied / "pytorch_model.bin")
    (copied / "model.safetensors").unlink()
    monkeypatch.setattr("transformers.BertForTokenClassification.from_pretrained", unsafe)
    with pytest.raises(UserError):
        load(copied)
    assert not (tmp_path / "ran").exists()


def test_a_broken_model_says_what_to_do(copied):
    (copied / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(UserError) as caught:
        load(copied)
    assert str(copied) in str(caught.value)
    assert "annotator models" in str(caught.value)


def test_quantised_weights_are_integers(model):
    import torch

    recognizer = load(model, quantised=True)
    linear = [m for m in recognizer.model.modules() if type(m).__name__ == "Linear"]
    assert len(linear) > 10
    assert {m.weight().dtype for m in linear} == {torch.qint8}
    assert not load(model).model.classifier.weight.is_quantized


def test_a_machine_that_cannot_quantise_is_told(copied, monkeypatch):
    import torch

    def refuse(*args, **kwargs):
        raise RuntimeError("NoQEngine")

    monkeypatch.setattr(torch.ao.quantization, "quantize_dynamic", refuse)
    with pytest.raises(UserError) as caught:
        load(copied, quantised=True)
    assert "camel" in str(caught.value)


def test_loading_is_silent(model, capfd):
    models.load.cache_clear()
    models.load(model)
    assert capfd.readouterr() == ("", "")


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
from annotator.suggest.camel import runtime
before = dict(os.environ)
runtime.import_data_module()
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
