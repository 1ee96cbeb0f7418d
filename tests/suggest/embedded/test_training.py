"""Reading training data, fitting the small decisions, and one tiny training from end to end."""

import importlib.util
import tarfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from annotator.bundled import resource
from annotator.suggest.embedded.adapt import Pace
from annotator.suggest.embedded.corpus import capped, pieces, read_conll, read_news, windows
from annotator.suggest.embedded.evaluate import calibrated, guesses, scored
from annotator.suggest.embedded.model import load_model
from annotator.suggest.embedded.proclitics import Cutter, Names
from annotator.suggest.embedded.train_proclitics import (
    Row,
    proclitic_weights,
    read_proclitics,
    share_right,
)
from annotator.suggest.embedded.words import WordTable

DATA = Path(__file__).parents[4] / "shared" / "data"
TAUGHT = [
    (["زار", "مايك", "بومبيو", "باريس", "."], ["O", "B-PER", "I-PER", "B-LOC", "O"]),
    (["قال", "بوش", "في", "واشنطن"], ["O", "B-PER", "O", "B-LOC"]),
]


def test_conll_and_its_breaks(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text("-DOCSTART-\nقال\tO\nبوش\tB-PER\n\n-DOCSTART-\nفي O\n", encoding="utf-8")
    assert read_conll(path) == [(["قال", "بوش"], ["O", "B-PER"]), (["في"], ["O"])]


def test_words_are_cut_as_the_program_cuts_text():
    assert pieces((['"(بوش', "ب.م", "،"], ["B-PER", "I-PER", "O"])) == (
        ['"', "(", "بوش", "ب", ".", "م", "،"],
        ["B-PER", "I-PER", "I-PER", "I-PER", "I-PER", "I-PER", "O"],
        [0, 0, 0, 1, 1, 1, 2],
    )


def test_long_sentences_are_cut_between_names():
    words, tags = list("abcdefg"), ["O", "O", "B-X", "I-X", "O", "O", "O"]
    parts = [part for part, _ in capped(words, tags, 3)]
    assert [letter for part in parts for letter in part] == words
    assert all(not part_tags[0].startswith("I-") for _, part_tags in capped(words, tags, 3))


def test_news_from_a_folder_and_an_archive(tmp_path):
    body = "قال بوش في واشنطن إن القمة ناجحة. " * 5
    raw = f"<DOC>\n<TITLE>عنوان الخبر</TITLE>\n<TEXT>\n{body}\n</TEXT>\n</DOC>".encode()
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("1.txt", "2.txt"):  # the second is a repeat
        (folder / name).write_bytes(raw)
    archive = tmp_path / "news.tar.xz"
    with tarfile.open(archive, "w:xz") as file:
        info = tarfile.TarInfo("1.txt")
        info.size = len(raw)
        file.addfile(info, BytesIO(raw))
    articles = list(read_news(folder))
    assert articles == list(read_news(archive))
    assert len(articles) == 1
    assert articles[0][0] == ["عنوان", "الخبر"]
    assert articles[0][1][-1] == "."


def test_scoring_counts_exact_spans_over_whole_words(model):
    learned = model.learned(TAUGHT, pace=Pace(passes=60, dropout=0.0))
    figures = scored(learned, TAUGHT)
    assert figures["ALL"] == (1.0, 1.0, 1.0)
    wrong = [(words, ["O"] * len(words)) for words, _ in TAUGHT]
    assert not any(guess.right for one in guesses(learned, wrong) for guess in one)
    assert sum(len(window) for window in windows(TAUGHT, 3)) == len(TAUGHT)


def test_calibration_learns_how_often_scores_are_right(model):
    learned = model.learned(TAUGHT, pace=Pace(passes=60, dropout=0.0))
    half = TAUGHT * 10 + [(words, ["O"] * len(words)) for words, _ in TAUGHT] * 10
    slope, offset = calibrated(learned, half)
    settings = replace(learned.settings, calibration=(slope, offset))
    scores = [g.score for s in guesses(learned.with_head(learned.head, settings), half) for g in s]
    assert np.mean(scores) == pytest.approx(0.5, abs=0.02)


def test_proclitics_are_learned_from_frequency_and_lists(arrays):
    table, names = WordTable(arrays), Names(arrays)
    rows = [
        Row(0, word, "LOC", letter)
        for word, letter in [
            ("باريس", ""),
            ("بباريس", "ب"),
            ("وباريس", "و"),
            ("وليد", ""),
            ("لواشنطن", "ل"),
            ("بوش", ""),
        ]
    ]
    weights = proclitic_weights(rows * 5, table, names, penalty=0.01)
    cutter = Cutter(weights, table, names)
    assert share_right(rows, cutter) == 1.0
    assert cutter.letters("للأمم", "ORG") == 1
    assert cutter.letters("وللأمم", "ORG") in {0, 2}
    assert cutter.letters("لله", "MISC") == 0


def test_proclitics_of_real_names_are_cut_right():
    if not (DATA / "proclitics_train.tsv").exists():
        pytest.skip("needs the entity-initial words that lie outside the project")
    model = load_model(resource("models", "news"))
    assert share_right(read_proclitics(DATA / "proclitics_train.tsv"), model.cutter) > 0.985


def test_every_stage_of_the_training_runs(model, monkeypatch):
    if importlib.util.find_spec("torch") is None:
        pytest.skip("needs torch, which only training uses")
    import torch

    from annotator.suggest.embedded import train_network
    from annotator.suggest.embedded import train_stages as stages
    from annotator.suggest.embedded.train import TAGS, finished

    model_arrays = dict(model._base) | stages.no_letters()
    table = WordTable(model_arrays)
    news = [[["قال", "بوش", "في", "واشنطن", "امس"], ["زار", "وليد", "باريس", "امس"]]] * 3
    monkeypatch.setattr(train_network, "HIDDEN", 8)
    monkeypatch.setattr(train_network, "NEGATIVES", 20)
    corpora = stages.Corpora.of(TAUGHT * 20, TAUGHT, news, TAGS, table)
    start = stages.pretrained(corpora, TAGS, 100.0, seed=1)
    teacher = finished(model_arrays, stages.fine_tuned(corpora, TAGS, start, 60, seed=1))
    assert scored(teacher, TAUGHT)["ALL"].f1 > 0.6
    soft = stages.soft_labels([teacher], news, 1.0)
    assert [part.shape for part in soft] == [(5, 9), (4, 9)] * 3
    student = stages.distilled(corpora, TAGS, start, soft=soft, share=400.0, passes=150, seed=1)
    twin = stages.distilled(corpora, TAGS, start, soft=soft, share=1.0, passes=2, seed=2)
    assert scored(finished(model_arrays, student), TAUGHT)["ALL"].f1 > 0.6
    before = [tagger.heads["A"].bias.detach().clone() for tagger in (student, twin)]
    mean = train_network.mean_of([student, twin])
    torch.testing.assert_close(mean.heads["A"].bias.detach(), (before[0] + before[1]) / 2)
