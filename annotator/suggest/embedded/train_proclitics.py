"""Training only: the weights of the proclitic decision, from a table of entity-initial words."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.embedded.forms import folded
from annotator.suggest.embedded.proclitics import Cutter, Names, cut_features, may_cut
from annotator.suggest.embedded.words import WordTable

FloatArray = NDArray[np.float32]


class Row(NamedTuple):
    """A first word of a name, its label, and the letters that are cut off it."""

    sentence: int
    word: str
    label: str
    proclitic: str


def read_proclitics(path: Path) -> list[Row]:
    """Read a tab-separated table with columns sentence, word, tag and proclitic."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Row(int(row["sentence"]), row["word"], row["tag"][2:], row["proclitic"] or "")
            for row in reader
            if row["word"]
        ]


def hides_article(word: str) -> bool:
    """Whether a word is one of those in لل, which the table leaves whole and a rule decides."""
    return folded(word).lstrip("وف").startswith("لل")


def proclitic_weights(
    rows: Sequence[Row], words: WordTable, names: Names, penalty: float = 0.3
) -> FloatArray:
    """Return logistic regression weights, float32 [F], fitted by Newton's method."""
    features: list[FloatArray] = []
    cuts: list[bool] = []
    for row in rows:
        if hides_article(row.word):
            continue
        form, wanted, cut = folded(row.word), len(folded(row.proclitic)) if row.proclitic else 0, 0
        while may_cut(form, cut):
            features.append(cut_features(form, row.label, cut, words, names))
            cuts.append(cut < wanted)
            if cut >= wanted:
                break
            form, cut = form[1:], cut + 1
    inputs = np.stack(features).astype(np.float64)
    wanted_cuts = np.array(cuts, np.float64)
    weights = np.zeros(inputs.shape[1])
    for _ in range(30):
        now = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        slope = inputs.T @ (wanted_cuts - now) - penalty * weights
        bend = (inputs * (now * (1 - now))[:, None]).T @ inputs + penalty * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights.astype(np.float32)


def share_right(rows: Sequence[Row], cutter: Cutter) -> float:
    """Return the share of rows whose proclitic is cut exactly; words in لل do not count."""
    right = [
        cutter.letters(row.word, row.label) == (len(folded(row.proclitic)) if row.proclitic else 0)
        for row in rows
        if not hides_article(row.word)
    ]
    return sum(right) / max(1, len(right))
