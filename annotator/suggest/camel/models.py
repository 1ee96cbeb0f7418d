"""Model folders in camel-tools' layout: found on disk, and loaded without running their code.

A model is a folder in ``data/ner`` of camel-tools' data folder, with the files of a BERT for
token classification: ``arabert`` is what camel-tools publishes as ``ner-arabert``, and any other
may lie beside it (``annotator models add``). Each is known by the name of its folder.

A model is a stranger's file. Its weights are read from safetensors, or from a torch file that
holds nothing but weights: an ordinary torch file is a pickle, which can run any program as it is
read, and is refused. The other files are JSON and plain text.
"""

from __future__ import annotations

import json
import pickle
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.suggest.camel import runtime
from annotator.suggest.models.catalogue import data_folder

_PREFERRED = "arabert"
_SAFE_WEIGHTS = "model.safetensors"
_TORCH_WEIGHTS = "pytorch_model.bin"
_VOCABULARIES = ("vocab.txt", "tokenizer.json")


def model_folders() -> list[Path]:
    """Return the folders of NER models in camel-tools' data folder, its own default first."""
    parent = data_folder() / "data" / "ner"
    try:
        found = [folder for folder in parent.iterdir() if is_model(folder)]
    except OSError:
        return []
    return sorted(found, key=lambda folder: (folder.name != _PREFERRED, folder.name))


def is_model(folder: Path) -> bool:
    """Whether a folder holds what NERecognizer loads: a BERT with labels, and its tokenizer."""
    try:
        with (folder / "config.json").open(encoding="utf-8") as file:
            config = json.load(file)
    except (OSError, ValueError):
        return False
    return (
        isinstance(config, dict)
        and config.get("model_type", "bert") == "bert"
        and any((folder / name).is_file() for name in (_SAFE_WEIGHTS, _TORCH_WEIGHTS))
        and any((folder / name).is_file() for name in _VOCABULARIES)
    )


@lru_cache(maxsize=1)  # a BERT-base takes 0.5 GB: the one in use stays
def load(folder: Path, *, quantised: bool = False) -> Any:
    """Return the ``NERecognizer`` of a model folder, on the CPU and ready to label.

    Args:
        folder: the model's folder.
        quantised: make the weights of its linear layers 8-bit integers (torch's dynamic
            quantisation). Faster and smaller; some labels differ.

    Raises:
        UserError: the model is broken or not safe, or this torch cannot quantise it.
    """
    recognizer_type = runtime.ner_module().NERecognizer
    torch = runtime.torch_module()
    try:
        if not (folder / _SAFE_WEIGHTS).is_file():
            _check_only_weights(torch, folder / _TORCH_WEIGHTS)
        recognizer = recognizer_type(str(folder), use_gpu=False)
    except UserError:
        raise
    except Exception as error:  # a broken file makes the loader stumble anywhere
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This model cannot be loaded.")),
            where=str(folder),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Remove it and download it again: annotator models")
            ),
        ) from error
    recognizer.model.eval()
    if quantised:
        _quantise(torch, recognizer.model)
    return recognizer


def _check_only_weights(torch: Any, path: Path) -> None:
    """Refuse a torch file that is more than weights; no version of transformers is relied on."""
    try:
        torch.load(path, map_location="meta", weights_only=True)
    except pickle.UnpicklingError as error:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP(
                    "messages", "This model's file can hold a program, so it is not opened."
                )
            ),
            where=str(path),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Ask its makers for the file model.safetensors.")
            ),
        ) from error


def _quantise(torch: Any, model: Any) -> None:
    try:
        with warnings.catch_warnings():
            # torch warns that torchao will take the place of this; the pinned torch has it.
            warnings.simplefilter("ignore")
            torch.ao.quantization.quantize_dynamic(
                model.float(), {torch.nn.Linear}, dtype=torch.qint8, inplace=True
            )
    except (AttributeError, NotImplementedError, RuntimeError) as error:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "torch cannot quantise models on this machine.")),
            todo=message(QT_TRANSLATE_NOOP("messages", "Choose the engine camel.")),
        ) from error
