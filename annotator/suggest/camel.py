"""camel-tools' NERecognizer: used when a model of its is on disk, absent without noise otherwise.

The model and its tokenizer are loaded by camel-tools. Prediction is our own loop over the same
features, since ``NERecognizer.predict`` pads every sentence to 256 pieces (seven times slower),
gives no scores, and shifts all later labels after a word that has no pieces.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from annotator.arabic.clitics import default_cutter
from annotator.arabic.folding import without_marks
from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import Token, tokenize
from annotator.core.article import Article
from annotator.core.entities import Entity, Reason, Status
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.core.tags import tags_to_spans
from annotator.suggest import camel_runtime
from annotator.suggest.base import READY, Availability, Found
from annotator.suggest.models.catalogue import data_folder

_LABELS = {"PERS": "PER"}
"""Labels of camel-tools that have another name here."""

_PREFERRED = "arabert"
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")
_VOCABULARIES = ("vocab.txt", "tokenizer.json")
_PIECES = 254
"""Word pieces of a segment, as in ``NERecognizer`` (256 with the two marks around them)."""

_BATCH = 8


class _Tag(NamedTuple):
    """A model's label for a word (``B-LOC``) with its probability."""

    label: str
    score: float


class CamelSuggester:
    """Suggests what a NERecognizer model on disk finds.

    Args:
        model: the model's folder; None takes the first of :func:`model_folders`.
    """

    id = "camel"

    def __init__(self, model: Path | None = None) -> None:
        self._model = model

    @property
    def name(self) -> Message:
        """What people call it."""
        return message(QT_TRANSLATE_NOOP("messages", "camel-tools model"))

    def availability(self) -> Availability:
        """Ready when a model folder is on disk; nothing is imported to tell."""
        if self._folder() is not None:
            return READY
        reason = message(QT_TRANSLATE_NOOP("messages", "No camel-tools model is installed."))
        return Availability(ready=False, reason=reason)

    def suggest(self, article: Article, found: Found, progress: Progress) -> Found:
        """Return the entities that the model finds in ``article``.

        Raises:
            UserError: there is no model, or it cannot be loaded.
        """
        folder = self._folder()
        if folder is None:
            raise UserError(
                message(QT_TRANSLATE_NOOP("messages", "No camel-tools model is installed.")),
                todo=message(QT_TRANSLATE_NOOP("messages", "Download one with: annotator models")),
            )
        text = article.text
        tokens = [tokenize(text, span.start, span.end) for span in sentences(text)]
        progress.check()
        recognizer = _load(str(folder))
        words = [[without_marks(token.text) for token in sentence] for sentence in tokens]
        tags = predict(recognizer, words, progress)
        entities: list[Entity] = []
        for sentence, labels in zip(tokens, tags, strict=True):
            entities += _entities(sentence, labels, len(entities))
        return Found(tuple(entities))

    def _folder(self) -> Path | None:
        if self._model is not None:
            return self._model if _is_model(self._model) else None
        return next(iter(model_folders()), None)


def model_folders() -> list[Path]:
    """Return the folders of NER models in camel-tools' data folder, its own default first."""
    parent = data_folder() / "data" / "ner"
    try:
        found = [folder for folder in parent.iterdir() if _is_model(folder)]
    except OSError:
        return []
    return sorted(found, key=lambda folder: (folder.name != _PREFERRED, folder.name))


def predict(
    recognizer: Any, words: Sequence[Sequence[str]], progress: Progress
) -> list[list[_Tag | None]]:
    """Return a tag with its probability for each word of each sentence.

    The tags are those of ``recognizer.predict``; None stands where a word has no word pieces.
    """
    torch = camel_runtime.torch_module()
    tags: list[list[_Tag | None]] = [[None] * len(sentence) for sentence in words]
    segments = sorted(_segments(recognizer.tokenizer, words), key=lambda s: len(s.pieces))
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = recognizer.model.to(device).eval()
    names = model.config.id2label
    for start in range(0, len(segments), _BATCH):
        progress.at(start, len(segments))
        batch = segments[start : start + _BATCH]
        with torch.inference_mode():
            inputs = _padded(torch, recognizer.tokenizer, batch)
            logits = model(**{name: values.to(device) for name, values in inputs.items()})[0]
            best = torch.softmax(logits.float(), dim=-1).max(dim=-1)
            scores, labels = best.values.tolist(), best.indices.tolist()
        for row, segment in enumerate(batch):
            for sentence, word, piece in segment.words:
                tags[sentence][word] = _Tag(names[labels[row][piece]], scores[row][piece])
    progress.at(len(segments), len(segments))
    return tags


class _Segment(NamedTuple):
    """Word pieces with the two marks around them, and where its words have their first piece."""

    pieces: list[int]
    words: list[tuple[int, int, int]]


def _segments(tokenizer: Any, words: Sequence[Sequence[str]]) -> Iterator[_Segment]:
    """Yield the pieces of each sentence, cut where ``NERecognizer`` cuts a long one."""
    opening, closing = tokenizer.cls_token_id, tokenizer.sep_token_id
    for number, sentence in enumerate(words):
        pieces: list[int] = []
        places: list[tuple[int, int, int]] = []
        for at, word in enumerate(sentence):
            own = tokenizer.convert_tokens_to_ids(tokenizer.tokenize(word))[:_PIECES]
            if not own:
                continue
            if len(pieces) + len(own) > _PIECES:
                yield _Segment([opening, *pieces, closing], places)
                pieces, places = [], []
            places.append((number, at, len(pieces) + 1))
            pieces += own
        if pieces:
            yield _Segment([opening, *pieces, closing], places)


def _padded(torch: Any, tokenizer: Any, batch: Sequence[_Segment]) -> dict[str, Any]:
    """Return the model's inputs, int64 [segments, longest]."""
    longest = max(len(segment.pieces) for segment in batch)
    fill = [longest - len(segment.pieces) for segment in batch]
    ids = [s.pieces + [tokenizer.pad_token_id] * n for s, n in zip(batch, fill, strict=True)]
    mask = [[1] * len(s.pieces) + [0] * n for s, n in zip(batch, fill, strict=True)]
    return {
        "input_ids": torch.tensor(ids),
        "attention_mask": torch.tensor(mask),
        "token_type_ids": torch.zeros(len(batch), longest, dtype=torch.long),
    }


def _entities(
    sentence: Sequence[Token], tags: Sequence[_Tag | None], before: int
) -> Iterator[Entity]:
    labels = [tag.label if tag else "O" for tag in tags]
    for number, span in enumerate(tags_to_spans(labels), before + 1):
        first = sentence[span.first]
        cut = default_cutter().cut(first.text, name=True)
        scores = [tag.score for tag in tags[span.first : span.last] if tag]
        score = round(sum(scores) / len(scores), 4)
        yield Entity(
            id=f"e{number}",
            span=Span(first.start + cut, sentence[span.last - 1].end),
            label=_LABELS.get(span.label, span.label),
            status=Status.SUGGESTED,
            origin=CamelSuggester.id,
            score=score,
            reasons=(Reason(CamelSuggester.id, score, "model"),),
        )


def _is_model(folder: Path) -> bool:
    """Whether a folder holds what NERecognizer loads: a BERT with labels, and its tokenizer."""
    try:
        with (folder / "config.json").open(encoding="utf-8") as file:
            config = json.load(file)
    except (OSError, ValueError):
        return False
    return (
        isinstance(config, dict)
        and config.get("model_type", "bert") == "bert"
        and any((folder / name).is_file() for name in _WEIGHTS)
        and any((folder / name).is_file() for name in _VOCABULARIES)
    )


@lru_cache(maxsize=1)
def _load(folder: str) -> Any:
    try:
        return camel_runtime.ner_module().NERecognizer(folder)
    except Exception as error:  # a broken file makes the loader stumble anywhere
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This model cannot be loaded.")),
            where=folder,
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Remove it and download it again: annotator models")
            ),
        ) from error
