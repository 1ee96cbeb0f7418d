"""From text to spans: edges, scores, and mentions that speak for each other."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.spans import span_fault
from annotator.suggest.embedded import decode
from annotator.suggest.embedded.adapt import Pace
from annotator.suggest.embedded.decode import agreement, suggest, tag_sentences
from annotator.suggest.embedded.model import Settings

TAUGHT = [
    (["زار", "مايك", "بومبيو", "باريس", "."], ["O", "B-PER", "I-PER", "B-LOC", "O"]),
    (["قال", "بوش", "في", "واشنطن"], ["O", "B-PER", "O", "B-LOC"]),
    (["زار", "لباريس", "امس"], ["O", "B-LOC", "O"]),
]


@pytest.fixture
def taught(model):
    return model.learned(TAUGHT, pace=Pace(passes=60, dropout=0.0))


def found(model, text):
    return [(text[one.span.start : one.span.end], one.label) for one in suggest(model, text)]


def test_spans_of_a_text(taught):
    text = "زار مايك بومبيو باريس.\nقال بوش في واشنطن"
    assert found(taught, text) == [
        ("مايك بومبيو", "PER"),
        ("باريس", "LOC"),
        ("بوش", "PER"),
        ("واشنطن", "LOC"),
    ]
    assert all(0 < one.score < 1 for one in suggest(taught, text))


def test_diacritics_change_offsets_and_nothing_else(taught):
    assert found(taught, "زارَ مايْك بُومبيو بَاريس.")[0] == ("مايْك بُومبيو", "PER")


@pytest.mark.parametrize("word", ["لباريس", "لِباريس", "لـباريس", "لَـباريس"])
def test_a_proclitic_is_cut_with_its_marks(taught, monkeypatch, word):
    monkeypatch.setattr(taught.cutter, "letters", lambda form, label: int(form == "لباريس"))
    assert ("باريس", "LOC") in found(taught, f"زار {word} امس")


def test_a_cut_never_leaves_an_empty_span(taught, monkeypatch):
    monkeypatch.setattr(taught.cutter, "letters", lambda form, label: 9)
    for one in suggest(taught, "زار مايك بومبيو باريس."):
        assert one.span.start < one.span.end


PARTS = [
    "مايك",
    "بُومبيو",
    "لباريس",
    "وَ",
    "ـ",
    "\u200f",
    "🙂",
    "👨\u200d👩",
    "،",
    ".",
    "\n",
    "a",
    '"',
]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(PARTS), max_size=25), st.sampled_from(["", " "]))
def test_every_span_is_valid_and_none_overlap(model, parts, between):
    bias = model.head.bias.copy()
    bias[0] -= 6  # hardly ever O
    eager = model.with_head(replace(model.head, bias=bias), Settings(agreement=2.0))
    text = between.join(parts)
    last = 0
    for one in suggest(eager, text):
        assert span_fault(text, one.span) is None
        assert one.span.start >= last
        last = one.span.end


def test_other_mentions_speak_for_a_name(model):
    words = ["قال", "بومبيو", "امس", "زار", "بومبيو", "قال", "لبومبيو"]
    chances = np.zeros((7, 5), np.float32)
    chances[:, 0] = 1
    chances[1] = (0.1, 0.9, 0, 0, 0)  # sure here
    chances[4] = (0.8, 0.2, 0, 0, 0)  # unsure there
    chances[6] = (0.95, 0.05, 0, 0, 0)  # and with a proclitic
    added = agreement(model.head, words, chances)
    assert added[4, 1] == pytest.approx(0.7, abs=1e-5)
    assert added[4, 2] == added[4, 1]
    assert added[6, 1] == pytest.approx(0.85, abs=1e-5)
    assert -0.4 < added[1, 1] < 0  # what speaks against a sure one counts half
    assert not added[[0, 2, 3, 5]].any()
    assert not added[:, 0].any()


def test_a_confident_mention_changes_an_unsure_one(taught):
    sentences = [["قال", "بوش", "في", "واشنطن"], ["في", "بوش", "امس"]]
    alone, least = tag_sentences(taught, sentences[1:])[0], 0.0
    for weight in (0.0, 3.0, 30.0):
        settings_ = replace(taught.settings, agreement=weight)
        both = tag_sentences(taught.with_head(taught.head, settings_), sentences)
        sure = [one for one in zip(*both[1], strict=True) if one[0].label == "PER"]
        chance = max((score for _, score in sure), default=0.0)
        assert chance >= least
        least = chance
        if not weight:
            assert both[1] == alone
    assert least > 0.5


def test_a_long_sentence_is_cut_and_nothing_is_lost(taught):
    text = "قال بوش في واشنطن ، " * 60
    parts = list(decode._sentences(text))
    assert max(map(len, parts)) <= decode.LONGEST_SENTENCE
    assert sum(map(len, parts)) == 60 * 5
    assert len([one for one in suggest(taught, text) if one.label == "PER"]) >= 55


def test_cancel_stops_between_windows(taught, monkeypatch):
    monkeypatch.setattr(decode, "WINDOW_WORDS", 5)
    text = "زار مايك بومبيو باريس.\n" * 6
    calls = []

    def cancelled():
        calls.append(1)
        return len(calls) > 2

    assert len(suggest(taught, text, cancelled)) == 4


def test_calibration_moves_the_scores(taught):
    text = "زار مايك بومبيو باريس."
    low = taught.with_head(taught.head, replace(taught.settings, calibration=(1.0, -3.0)))
    for before, after in zip(suggest(taught, text), suggest(low, text), strict=True):
        assert after.score < before.score
        assert after.span == before.span


@pytest.mark.parametrize("text", ["", " \n ", "،،،", "ــ", "\u064b"])
def test_texts_without_words(model, text):
    suggest(model, text)
