"""The embedded model as a whole: loading, saving, encoding sentences, learning from corrections."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from annotator.suggest.embedded.adapt import Examples, Pace, adapted
from annotator.suggest.embedded.features import BUCKETS, TEMPLATES, FeatureHasher
from annotator.suggest.embedded.head import Head
from annotator.suggest.embedded.network import Network
from annotator.suggest.embedded.proclitics import Cutter, Names
from annotator.suggest.embedded.words import WordTable

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]

FORMAT = 1
"""Version of the folder; a newer one is refused."""
CONFIG, BASE, HEAD = "config.json", "base.npz", "head.npz"

_HEAD_ARRAYS = ("dense", "bias", "transitions", "starts", "buckets", "sparse")


@dataclass(frozen=True, slots=True)
class Settings:
    """Numbers chosen on held-back text.

    ``agreement`` is the weight of a name's other mentions in the article; ``outside`` is added to
    the score of O; ``calibration`` is (slope, offset) of the log odds of a span's probability.
    """

    agreement: float = 0.0
    outside: float = 0.0
    calibration: tuple[float, float] = (1.0, 0.0)


class Encoded:
    """Sentences after the network: context vectors and feature buckets of all words in order."""

    __slots__ = ("context", "features", "lengths", "words")

    def __init__(
        self,
        words: list[str],
        lengths: tuple[int, ...],
        context: FloatArray,
        features: IntArray | None,
    ) -> None:
        self.words, self.lengths = words, lengths
        self.context, self.features = context, features


class EmbeddedModel:
    """A loaded model. It never changes: learning makes another one that shares what is frozen."""

    def __init__(
        self,
        base: Mapping[str, NDArray[Any]],
        head: Head,
        settings: Settings,
        name: str = "",
    ) -> None:
        self.name, self.head, self.settings = name, head, settings
        self._base = base
        self.words = WordTable(base)
        self.network = Network(base)
        self.cutter = Cutter(base["proclitics"], self.words, Names(base))
        self._hasher = FeatureHasher()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels it can suggest."""
        return tuple(dict.fromkeys(tag[2:] for tag in self.head.tags if tag != "O"))

    def encode(
        self, sentences: Sequence[Sequence[str]], *, features: bool | None = None
    ) -> Encoded:
        """Run the network over tokenized sentences (punctuation marks are words of their own).

        ``features`` asks for hashed features; by default only when the head uses them.
        """
        words = [word for sentence in sentences for word in sentence]
        lengths = tuple(len(sentence) for sentence in sentences)
        distinct = list(dict.fromkeys(words))
        place = {word: number for number, word in enumerate(distinct)}
        rows = self.words.rows(self.words.ids(distinct))
        kinds = np.fromiter((place[word] for word in words), np.int64, len(words))
        full = [length for length in lengths if length]
        context = self.network.run(rows, kinds, full)
        wanted = self.head.uses_features if features is None else features
        buckets = self._hasher.buckets(words, lengths) if wanted else None
        return Encoded(words, lengths, context, buckets)

    def emissions(self, encoded: Encoded) -> FloatArray:
        """Return tag scores of all words in order, float32 [n, K]."""
        scores = self.head.emissions(encoded.context, encoded.features)
        scores[:, self.head.tags.index("O")] += np.float32(self.settings.outside)
        return scores

    def learned(
        self,
        sentences: Sequence[tuple[Sequence[str], Sequence[str]]],
        cancelled: Callable[[], bool] = lambda: False,
        pace: Pace | None = None,
    ) -> EmbeddedModel:
        """Return a model that has learned from corrected sentences, each (words, IOB2 tags).

        Raises:
            Stopped: ``cancelled()`` answered true; this model is as it was.
            ValueError: a sentence has not one tag a word.
        """
        kept = [(words, tags) for words, tags in sentences if words]
        if any(len(words) != len(tags) for words, tags in kept):
            raise ValueError("a sentence has not one tag a word")
        if not kept:
            return self
        encoded = self.encode([words for words, _ in kept], features=True)
        assert encoded.features is not None
        examples = Examples(
            context=encoded.context,
            features=encoded.features,
            lengths=encoded.lengths,
            tags=tuple(tag for _, tags in kept for tag in tags),
        )
        return self.with_head(adapted(self.head, examples, cancelled, pace))

    def with_head(self, head: Head, settings: Settings | None = None) -> EmbeddedModel:
        """Return a model with another head over the same network."""
        made = object.__new__(EmbeddedModel)
        made.__dict__.update(self.__dict__)
        made.head = head
        made.settings = settings or self.settings
        return made

    def save(self, folder: Path, card: str = "") -> None:
        """Write the model to ``folder`` (made if absent): arrays without pickle, settings, card."""
        folder.mkdir(parents=True, exist_ok=True)
        config = {
            "format": FORMAT,
            "name": self.name or folder.name,
            "tags": list(self.head.tags),
            "features": {"buckets": BUCKETS, "templates": TEMPLATES},
            "settings": {
                "agreement": self.settings.agreement,
                "outside": self.settings.outside,
                "calibration": list(self.settings.calibration),
            },
        }
        (folder / CONFIG).write_text(
            json.dumps(config, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        with (folder / BASE).open("wb") as file:
            np.savez(file, allow_pickle=False, **dict(self._base))
        with (folder / HEAD).open("wb") as file:
            np.savez_compressed(
                file,
                allow_pickle=False,
                **{name: getattr(self.head, name) for name in _HEAD_ARRAYS},
            )
        if card:
            (folder / "README.md").write_text(card, encoding="utf-8")


def load_model(folder: Path) -> EmbeddedModel:
    """Read a model from its folder. From then on numpy multiplies matrices in one thread.

    Those of a sentence are small. With several threads they take four to twelve times as long while
    the processors have other work, and scores differ in the fourth digit from one number of threads
    to another.

    Raises:
        OSError: a file is absent or cannot be read.
        ValueError: the folder holds no model that this version can read.
    """
    _in_one_thread()
    config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    if config.get("format") != FORMAT or config["features"] != {
        "buckets": BUCKETS,
        "templates": TEMPLATES,
    }:
        raise ValueError(f"{folder}: a model of another version")
    head = _arrays(folder / HEAD)
    settings = config["settings"]
    return EmbeddedModel(
        _arrays(folder / BASE),
        Head(tags=tuple(config["tags"]), **{name: head[name] for name in _HEAD_ARRAYS}),
        Settings(
            agreement=float(settings["agreement"]),
            outside=float(settings["outside"]),
            calibration=(float(settings["calibration"][0]), float(settings["calibration"][1])),
        ),
        str(config["name"]),
    )


@lru_cache(maxsize=1)
def _in_one_thread() -> None:
    """Tell numpy's BLAS, which starts a thread for each processor, to use one."""
    threadpool_limits(1, user_api="blas")


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    with np.load(path, allow_pickle=False) as file:
        return {name: file[name] for name in file.files}
