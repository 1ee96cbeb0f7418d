"""The camel engines beside ``NERecognizer.predict``: the same weights, words and minute.

The weights are random, at BERT-base size; speed does not depend on them. The classifier's are set
so that about one word in seven is an entity and near ties are everywhere: a real model is surer, so
rounding changes fewer of its labels.
"""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from annotator.core.progress import Progress
from annotator.suggest.camel.agreement import agreement
from annotator.suggest.camel.models import load
from annotator.suggest.camel.runtime import ner_module
from annotator.suggest.camel.suggester import model_words, sentence_tokens
from annotator.suggest.camel.tagging import tag_words

LABELS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
PIECES = 64_000
"""As AraBERT has."""

ENTITY_SHARE = 0.15
pytestmark = pytest.mark.timeout(600)  # predict takes seconds, and minutes on a busy machine
PREDICT = "NERecognizer.predict on the same words and weights"


@pytest.fixture(scope="module")
def words() -> list[list[str]]:
    """The words of the seed article, by sentence."""
    from annotator.bundled import seeds

    text = (seeds() / "000_a85702afb10d5380.txt").read_bytes().decode("utf-8")
    return model_words(sentence_tokens(text))


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory, words: list[list[str]]) -> Iterator[Path]:
    """A model folder of 540 MB, which goes when the measuring ends."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries' own imports
        ner_module()
    folder = tmp_path_factory.mktemp("camel") / "bert-base"
    folder.mkdir()
    _write_tokenizer(folder, words)
    _write_model(folder, words)
    yield folder
    load.cache_clear()
    shutil.rmtree(folder)


def test_camel_for_the_seed(measure, model: Path, words: list[list[str]]):
    recognizer = load(model)
    measure(
        partial(tag_words, recognizer, words, Progress()),
        partial(recognizer.predict, words),
        PREDICT,
        rounds=2,
    )
    tags = tag_words(recognizer, words, Progress())
    found = [[tag.label for tag in sentence if tag] for sentence in tags]
    assert found == recognizer.predict(words)
    assert len({label for sentence in found for label in sentence}) == len(LABELS)


def test_camel_int8_for_the_seed(measure, benchmark, model: Path, words: list[list[str]]):
    exact = load(model)
    quantised = load(model, quantised=True)
    measure(
        partial(tag_words, quantised, words, Progress()),
        partial(exact.predict, words),
        PREDICT,
        rounds=2,
    )
    same = agreement(*(tag_words(one, words, Progress()) for one in (exact, quantised)))
    benchmark.extra_info |= same._asdict()
    assert same.words > 400
    assert same.same / same.words > 0.9


def _write_tokenizer(folder: Path, words: Sequence[Sequence[str]]) -> None:
    """Write a vocabulary that cuts every third word in two, about as often as AraBERT's does."""
    pieces = dict.fromkeys(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
    for number, word in enumerate(sorted({word for sentence in words for word in sentence})):
        half = len(word) // 2 if number % 3 == 0 else 0
        pieces |= dict.fromkeys([word[:half], f"##{word[half:]}"] if half else [word])
    unused = (f"[unused{number}]" for number in range(PIECES - len(pieces)))
    (folder / "vocab.txt").write_text("\n".join([*pieces, *unused]), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text('{"do_lower_case": false}')


def _write_model(folder: Path, words: Sequence[Sequence[str]]) -> None:
    import torch
    from transformers import BertConfig, BertForTokenClassification

    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=PIECES,
        id2label=dict(enumerate(LABELS)),
        label2id={label: place for place, label in enumerate(LABELS)},
    )
    network = BertForTokenClassification(config).eval()
    network.save_pretrained(folder)
    with torch.no_grad():
        logits = _logits(load(folder), words)
        # Every label as likely as another, then O more likely until few words are entities.
        network.classifier.bias -= logits.mean(dim=0)
        centred = logits - logits.mean(dim=0)
        lead = centred[:, :-1].max(dim=1).values - centred[:, -1]
        network.classifier.bias[-1] += lead.quantile(1 - ENTITY_SHARE)
    network.save_pretrained(folder)
    load.cache_clear()


def _logits(recognizer: Any, words: Sequence[Sequence[str]]) -> Any:
    """Return the logits of all words' pieces, [pieces, labels]."""
    import torch

    tokenizer = recognizer.tokenizer
    rows = []
    for sentence in words:
        pieces = [piece for word in sentence for piece in tokenizer.tokenize(word)]
        ids = tokenizer.convert_tokens_to_ids(["[CLS]", *pieces, "[SEP]"])
        rows.append(recognizer.model(torch.tensor([ids]))[0][0, 1:-1])
    return torch.cat(rows)
