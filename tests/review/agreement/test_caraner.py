"""Real annotators: the double annotation of CAraNER, measured here and by other packages.

Al-Thubaity et al. (2022), "CAraNER: The COVID-19 Arabic Named Entity Corpus", WANLP. The second
annotator has not annotated every stretch of text; each stretch is an article here.
"""

import csv
from itertools import groupby

import pytest
from seqeval.metrics import f1_score
from sklearn.metrics import cohen_kappa_score

from annotator.core.spans import Span
from annotator.review.agreement import METRICS
from annotator.review.agreement.columns import SharedArticle
from annotator.review.agreement.sample import Sample
from annotator.review.matching import Labelled

METRIC = {metric.id: metric for metric in METRICS}
MISSING = "Not_Annot"

# nltk 3.10.4 (AnnotationTask: kappa, pi, alpha), the same from krippendorff 0.9.0 and statsmodels
# 0.15.0 (fleiss_kappa), all on the words without B_ and I_.
OTHERS = {
    None: {"kappa": 0.6475017606, "fleiss_kappa": 0.6463976497, "alpha_nominal": 0.6464053926},
    "PER": {"kappa": 0.7680902641, "fleiss_kappa": 0.7678140160, "alpha_nominal": 0.7678191002},
    "LOC": {"kappa": 0.6186129192, "fleiss_kappa": 0.6185638379, "alpha_nominal": 0.6185721902},
    "N": {"kappa": 0.0173965930, "fleiss_kappa": 0.0173726315, "alpha_nominal": 0.0173941483},
}


def read(path) -> list[list[tuple[str, str, str]]]:
    """Stretches of (word, tag, tag) in which the second annotator has all words or none."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [
            (row["Sentence_ID"], row["Word"], row["Annotator1"], row["Annotator2"])
            for row in csv.DictReader(file)
        ]
    stretches = groupby(rows, key=lambda row: (row[0], row[3] == MISSING))
    return [[row[1:] for row in stretch] for _, stretch in stretches]


def bio(tag: str) -> str:
    return f"B-{tag}" if tag == "N" else tag.replace("_", "-")


def spans(words: list[tuple[int, int]], tags: list[str]) -> list[Labelled]:
    found: list[Labelled] = []
    label = ""
    for (start, end), tag in zip(words, tags, strict=True):
        part, _, now = bio(tag).partition("-")
        if part == "I" and now == label:
            found[-1] = Labelled(Span(found[-1].span.start, end), label)
        elif part != "O":
            found.append(Labelled(Span(start, end), now))
        label = now
    return found


@pytest.fixture
def stretches(shared_data):
    path = shared_data / "caraner_two_annotators.csv"
    if not path.exists():
        pytest.skip(f"{path.name} is not on this machine")
    return read(path)


@pytest.fixture
def measured(stretches) -> Sample:
    articles = []
    for key, rows in enumerate(stretches):
        words, at = [], 0
        for word, _, _ in rows:
            words.append((at, at + len(word)))
            at += len(word) + 1
        by = {"1": spans(words, [first for _, first, _ in rows])}
        if rows[0][2] != MISSING:
            by["2"] = spans(words, [second for _, _, second in rows])
        articles.append(SharedArticle(str(key), at, words, by))
    return Sample.of(articles)


@pytest.fixture
def both(stretches) -> list[tuple[list[str], list[str]]]:
    """The tags of both annotators, stretch by stretch, where both have some."""
    return [
        ([bio(row[1]) for row in rows], [bio(row[2]) for row in rows])
        for rows in stretches
        if rows[0][2] != MISSING
    ]


@pytest.mark.parametrize("label", OTHERS)
def test_figures_of_words_are_those_of_other_packages(measured, label):
    of = measured.of_label(label) if label else measured
    found = {name: METRIC[name].of(of) for name in OTHERS[label]}
    assert {name: figure.value for name, figure in found.items()} == pytest.approx(
        OTHERS[label], abs=1e-9
    )
    assert {figure.units for figure in found.values()} == {22834}


def test_cohens_kappa_is_that_of_scikit_learn(measured, both):
    a, b = ([tag[2:] for pair in both for tag in pair[side]] for side in (0, 1))
    assert METRIC["kappa"].of(measured).value == pytest.approx(cohen_kappa_score(a, b), abs=1e-9)
    either = [pair for pair in zip(a, b, strict=True) if any(pair)]
    expected = cohen_kappa_score(*zip(*either, strict=True))
    found = METRIC["kappa_labelled"].of(measured)
    assert found.value == pytest.approx(expected, abs=1e-9)
    assert found.units == len(either)


def test_exact_f1_is_that_of_seqeval(measured, both):
    first, second = zip(*both, strict=True)
    assert METRIC["exact"].of(measured).value == pytest.approx(
        f1_score(list(first), list(second)), abs=1e-9
    )
