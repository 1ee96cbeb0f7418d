"""Learning from corrected articles."""

import numpy as np
import pytest

from annotator.suggest.embedded.adapt import Pace, Stopped
from annotator.suggest.embedded.chain import FORBIDDEN
from annotator.suggest.embedded.decode import tag_sentences

CORRECTED = [
    (["زار", "مايك", "بومبيو", "باريس"], ["O", "B-PER", "I-PER", "B-LOC"]),
    (["قال", "بوش", "امس", "."], ["O", "B-PER", "B-DATE", "O"]),
    (["زار", "وليد", "واشنطن", "امس"], ["O", "B-PER", "B-LOC", "B-DATE"]),
]


def named(model, words):
    return [(words[s.first : s.last], s.label) for s in tag_sentences(model, [words])[0].spans]


def test_it_learns_and_takes_a_label_it_never_had(model):
    learned = model.learned(CORRECTED, pace=Pace(passes=60, dropout=0.0))
    for words, tags in CORRECTED:
        found = tag_sentences(learned, [words])[0].spans
        rebuilt = ["O"] * len(words)
        for span in found:
            rebuilt[span.first : span.last] = [f"I-{span.label}"] * (span.last - span.first)
            rebuilt[span.first] = f"B-{span.label}"
        assert rebuilt == tags
    assert learned.labels == ("PER", "LOC", "DATE")


def test_the_old_model_stays_as_it_was(model):
    words = [words for words, _ in CORRECTED]
    before = [part.copy() for part in (model.head.dense, model.head.transitions, model.head.bias)]
    scores = model.emissions(model.encode(words)).copy()
    model.learned(CORRECTED)
    for part, old in zip(
        (model.head.dense, model.head.transitions, model.head.bias), before, strict=True
    ):
        np.testing.assert_array_equal(part, old)
    np.testing.assert_array_equal(model.emissions(model.encode(words)), scores)


def test_the_same_articles_give_the_same_model(model):
    one, other = model.learned(CORRECTED), model.learned(CORRECTED)
    np.testing.assert_array_equal(one.head.dense, other.head.dense)
    np.testing.assert_array_equal(one.head.sparse, other.head.sparse)


def test_learning_goes_on_from_a_learned_model(model):
    pace = Pace(passes=40, dropout=0.0)
    once = model.learned(CORRECTED[:1], pace=pace)
    twice = once.learned(CORRECTED[1:], pace=pace)
    assert set(once.head.buckets) <= set(twice.head.buckets)
    assert (["مايك", "بومبيو"], "PER") in named(twice, CORRECTED[0][0])


def test_forbidden_moves_stay_forbidden(model):
    learned = model.learned(CORRECTED)
    tags = learned.head.tags
    moves = learned.head.transitions
    assert moves[tags.index("O"), tags.index("I-DATE")] <= FORBIDDEN / 2
    assert learned.head.starts[tags.index("I-PER")] <= FORBIDDEN / 2


def test_cancelling_leaves_nothing_half_done(model):
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Stopped):
        model.learned(CORRECTED * 50, cancelled)
    assert model.labels == ("PER", "LOC")


def test_nothing_to_learn_from_and_bad_input(model):
    assert model.learned([]) is model
    assert model.learned([([], [])]) is model
    with pytest.raises(ValueError, match="one tag"):
        model.learned([(["قال"], [])])
