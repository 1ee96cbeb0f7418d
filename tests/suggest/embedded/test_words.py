"""Word rows and hashed features."""

import numpy as np
import pytest

from annotator.suggest.embedded import words as module
from annotator.suggest.embedded.features import BUCKETS, TEMPLATES, FeatureHasher
from annotator.suggest.embedded.forms import folded, ngram_buckets, rests, without_marks
from annotator.suggest.embedded.words import WordTable


@pytest.mark.parametrize(
    ("word", "form"),
    [("أُسامة", "اسامة"), ("مـصطفى", "مصطفي"), ("٢٠٢٠", "0000"), ("«", '"'), ("Nato", "nato")],
)
def test_folding(word, form):
    assert folded(word) == form
    assert without_marks("مُـ\u200fحمد") == "محمد"


def test_what_may_be_left_without_proclitics():
    assert rests("وبالعراق") == ("بالعراق", "العراق")
    assert "الامم" in rests("للامم")
    assert "الامم" in rests("وللامم")
    assert rests("بن") == ()


def test_hashes_are_those_of_fasttext():
    # FNV-1a of the bytes of "<ab", "<ab>", "ab>", with each byte as a signed one
    assert sorted(ngram_buckets("ab", 40_000)) == sorted(
        fnv(text) % 40_000 for text in ("<ab", "<ab>", "ab>")
    )


def fnv(text):
    value = 2166136261
    for byte in text.encode():
        value = ((value ^ byte) * 16777619) % 2**32
    return value


def test_spellings_of_one_form_have_one_row(arrays):
    table = WordTable(arrays)
    rows = table.rows(table.ids(["بومبيو", "بُومبيو", "بومبــيو", "غيره"]))
    np.testing.assert_array_equal(rows[0], rows[1])
    np.testing.assert_array_equal(rows[0], rows[2])
    assert np.abs(rows[3]).sum() > 0


def test_lists_and_frequencies_show_in_the_row(arrays):
    table = WordTable(arrays)
    numbers = dict(
        zip(
            ("باريس", "لباريس", "شيء"),
            table.rows(table.ids(["باريس", "لباريس", "شيء"])),
            strict=True,
        )
    )
    place = -12 + 2
    assert [numbers[word][place] for word in numbers] == [1.0, 0.5, 0.0]
    assert numbers["باريس"][-12] == pytest.approx(60 / 128)
    assert numbers["لباريس"][-12] == 0
    assert numbers["لباريس"][-11] == pytest.approx(60 / 128)


def test_the_table_starts_afresh_when_full(arrays, monkeypatch):
    monkeypatch.setattr(module, "_CACHE_LIMIT", 2)
    table = WordTable(arrays)
    before = table.rows(table.ids(["قال", "بوش", "زار"])).copy()
    table.ids(["امس"])
    np.testing.assert_array_equal(table.rows(table.ids(["قال", "بوش", "زار"])), before)


def test_features_stop_at_the_end_of_a_sentence():
    words = ["قال", "بوش", "زار", "باريس"]
    apart = FeatureHasher().buckets(words, [2, 2])
    first, second = FeatureHasher().buckets(words[:2], [2]), FeatureHasher().buckets(words[2:], [2])
    np.testing.assert_array_equal(apart, np.concatenate([first, second]))
    assert (apart != FeatureHasher().buckets(words, [4])).any()
    assert apart.shape == (4, TEMPLATES)
    assert apart.min() >= 0
    assert apart.max() < BUCKETS


def test_features_see_the_words_beside():
    one = FeatureHasher().buckets(["قال", "بوش", "امس"], [3])[1]
    other = FeatureHasher().buckets(["زار", "بوش", "امس"], [3])[1]
    assert 0 < (one != other).sum() < TEMPLATES
