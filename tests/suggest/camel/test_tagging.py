"""Our loop against ``NERecognizer.predict`` with the same weights."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.progress import Cancelled, Progress
from annotator.suggest.camel import models
from annotator.suggest.camel.tagging import tag_words

from .conftest import LABELS, LETTERS

WITHOUT_PIECES = ["", " ", "\u200f", "\x07", "\t\n", "\ufeff", "\ud800"]
ODD = ["😀", "مصر😀", "وقال\u200f", "\x07باكو", "[SEP]", "[MASK]", "...", "ـ", "قَالَ", "ﷺ", "1,000"]


@pytest.fixture
def tagged(recognizer):
    return lambda words: tag_words(recognizer, words, Progress())


def labels(tags):
    return [[tag.label for tag in sentence if tag] for sentence in tags]


def sentences(count, longest):
    random.seed(3)
    letters = LETTERS[:36]
    return [
        ["".join(random.choices(letters, k=random.randint(1, 9))) for _ in range(length)]
        for length in random.sample(range(1, longest), count)
    ]


def test_labels_are_those_of_camel_tools(recognizer, tagged):
    words = [*sentences(20, 40), [], ["كلمة"] * 150, sentences(1, 300)[0] * 3, ODD]
    expected = recognizer.predict(words)
    found = labels(tagged(words))
    assert found == expected
    assert len({label for sentence in found for label in sentence}) > 4


@settings(max_examples=15)
@given(data=st.data())
def test_labels_are_those_of_camel_tools_for_any_words(model, data):
    recognizer = models.load(model)
    word = st.one_of(
        st.sampled_from([*ODD, *WITHOUT_PIECES[:-1]]),
        st.text(LETTERS, max_size=12),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    )
    words = data.draw(st.lists(st.lists(word, max_size=90), min_size=1, max_size=6))
    tags = tag_words(recognizer, words, Progress())
    assert [len(sentence) for sentence in tags] == [len(sentence) for sentence in words]
    assert labels(tags) == recognizer.predict(words)


@pytest.mark.parametrize("length", [252, 253, 254, 255, 256, 508, 509, 1000])
def test_a_long_sentence_is_cut_where_camel_tools_cuts(recognizer, tagged, length):
    words = [["ب"] * (length - 2) + ["كل", "م"], ["ا"]]
    assert labels(tagged(words)) == recognizer.predict(words)


def test_a_word_longer_than_the_model_takes_keeps_its_place(tagged):
    [tags] = tagged([["باكو", "." * 700, "باكو"]])
    assert all(tags)


def test_scores_are_those_of_the_softmax(recognizer):
    import torch

    words = ["وقال", "بومبيو"]
    [tags] = tag_words(recognizer, [words], Progress())
    pieces = [recognizer.tokenizer.tokenize(word) for word in words]
    ids = recognizer.tokenizer.convert_tokens_to_ids(["[CLS]", *pieces[0], *pieces[1], "[SEP]"])
    with torch.no_grad():
        [logits] = recognizer.model(torch.tensor([ids]))[0]
    rows = torch.softmax(logits, -1)[[1, 1 + len(pieces[0])]].tolist()
    for tag, row in zip(tags, rows, strict=True):
        assert tag.score == pytest.approx(max(row), abs=1e-6)
        assert tag.label == LABELS[row.index(max(row))]


@pytest.mark.parametrize("odd", WITHOUT_PIECES, ids=ascii)
def test_a_word_without_pieces_shifts_nothing(tagged, odd):
    [expected] = tagged([["وقال", "بومبيو", "أرمينيا"]])
    [found] = tagged([[odd, "وقال", odd, odd, "بومبيو", "أرمينيا", odd]])
    assert [found[1], found[4], found[5]] == expected
    assert [found[0], found[2], found[3], found[6]] == [None] * 4


def test_sentences_of_one_batch_do_not_touch(tagged):
    words = sentences(9, 30)
    together = tagged(words)
    for alone, sentence in zip(together, words, strict=True):
        [expected] = tagged([sentence])
        assert [tag.label for tag in alone] == [tag.label for tag in expected]


def test_nothing_is_kept_for_training(recognizer, tagged):
    tagged([["وقال"]])
    assert not recognizer.model.training
    assert not recognizer.use_gpu
    assert all(weight.grad is None for weight in recognizer.model.parameters())


def test_cancel_between_batches(recognizer):
    progress = Progress(lambda done, total: progress.cancel())
    with pytest.raises(Cancelled):
        tag_words(recognizer, sentences(9, 30), progress)
