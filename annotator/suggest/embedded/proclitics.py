"""Where an attached و ف ب ل ك س ends and the name begins.

A logistic regression over what is known of the whole word and of what would be left: how frequent
both are in the news, which name lists hold them, how alike their vectors are, the entity's label.
It decides letter by letter, twice at most (وب, ول, فب …). لل is a rule: the data that the weights
come from leaves it whole, the program's conventions cut its first letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.embedded.forms import folded
from annotator.suggest.embedded.words import WordTable

FloatArray = NDArray[np.float32]

LETTERS = "وفبلكس"
LABELS = ("PER", "LOC", "ORG")
FEATURES = 27
"""Numbers about one cut; the weights hold them once for all letters and once a letter."""


class Names:
    """How often a form occurs inside names of a text whose words are split from proclitics.

    Args:
        arrays: ``name_forms`` UTF-8 as uint8, one form a line; ``name_counts`` uint8 [N], 16
            times the natural log of 1 + count.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        forms = arrays["name_forms"].tobytes().decode().split("\n")
        counts = (arrays["name_counts"].astype(np.float32) / 16).tolist()
        self._counts: dict[str, float] = dict(zip(forms, counts, strict=True))

    def weight(self, form: str) -> float:
        """Return log(1 + count), 0 for a form that is in no name."""
        return self._counts.get(form, 0.0)


def cut_features(
    form: str, label: str, cut_before: int, words: WordTable, names: Names
) -> FloatArray:
    """Return the features of cutting the first letter off a folded form, float32 [7 * 27].

    Args:
        form: what is left of the word so far, folded; its first letter is one of ``LETTERS``.
        label: of the entity that begins with the word.
        cut_before: letters already cut off.
        words: frequencies, lists and vectors.
        names: counts of forms inside names.
    """
    rest = form[1:]
    left = [rest, "ا" + rest] if form.startswith("لل") else [rest]
    whole_count, rest_counts = words.frequency(form), [words.frequency(one) for one in left]
    rest_count = max(rest_counts)
    whole_name, rest_name = names.weight(form), max(names.weight(one) for one in left)
    place, part, first, last = words.listed(form)
    listed = [words.listed(one) for one in left]
    rest_place, rest_part, rest_first, rest_last = (any(kind) for kind in zip(*listed, strict=True))
    mine, theirs = words.vector(form), words.vector(left[int(np.argmax(rest_counts))])
    size = float(np.linalg.norm(mine) * np.linalg.norm(theirs)) + 1e-6
    values = [
        1.0, whole_count, rest_count, rest_count - whole_count,
        rest_count > 0, whole_count > 0,
        rest_name, whole_name, rest_name > 0 and whole_name == 0, whole_name > 0,
        rest_place, place, rest_first or rest_last, first or last, rest_part, part,
        float(mine @ theirs) / size,
        len(form) <= 3, len(form) == 4, len(form) >= 6,
        rest.startswith("ال") or form.startswith("لل"), rest.startswith("ا"),
        names.weight("ال" + rest) > 0,
        *(label == one for one in LABELS),
        cut_before,
    ]  # fmt: skip
    features = np.zeros((1 + len(LETTERS), FEATURES), np.float32)
    features[0] = features[1 + LETTERS.index(form[0])] = values
    return features.ravel()


def may_cut(form: str, cut_before: int) -> bool:
    """Whether the first letter of a folded form can be a proclitic at all."""
    letters = "بلك" if cut_before else LETTERS
    return len(form) > 2 and form[0] in letters and cut_before < 2


class Cutter:
    """Decides how many letters of a name's first word are proclitics.

    Args:
        weights: float32 [7 * 27].
        words: frequencies, lists and vectors.
        names: counts of forms inside names.
    """

    def __init__(self, weights: FloatArray, words: WordTable, names: Names) -> None:
        self._weights, self._words, self._names = weights.astype(np.float32), words, names
        self._decided: dict[tuple[str, str], int] = {}

    def letters(self, word: str, label: str) -> int:
        """Return how many letters to cut off the front of a word, 0 to 2 (marks not counted)."""
        key = (word, label)
        if key not in self._decided:
            if len(self._decided) > 20_000:
                self._decided.clear()
            self._decided[key] = self._decide(folded(word), label)
        return self._decided[key]

    def _hides_article(self, form: str) -> bool:
        """Whether لل is ل before a word with its article, and not how a name is written."""
        whole, rest = self._names.weight(form), self._names.weight("ا" + form[1:])
        return form != "لله" and (rest > 0 or whole == 0)

    def _decide(self, form: str, label: str) -> int:
        cut = 0
        while may_cut(form, cut):
            if form.startswith("لل"):
                return cut + self._hides_article(form)
            features = cut_features(form, label, cut, self._words, self._names)
            if float(features @ self._weights) <= 0:
                break
            form, cut = form[1:], cut + 1
        return cut
