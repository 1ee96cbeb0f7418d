"""The cue lexicon: forms by rule, one line a verb."""

from __future__ import annotations

import tomllib

import pytest

from annotator.arabic.folding import fold
from annotator.bundled import resource
from annotator.suggest.quotes.inflection import Mood, inflect
from annotator.suggest.quotes.lexicon import bases, lexicon


@pytest.mark.parametrize(
    ("principal", "forms"),
    [
        (("أكد", "يؤكد", "مؤكداً"), "أكد أكّدت أكدوا يؤكد تؤكّد يؤكدون نؤكد مؤكداً مؤكدةً مؤكدين"),
        (("نفى", "ينفي", "نافياً"), "نفى نفت نفوا ينفي تنفي ينفون نافياً نافية نافين"),
        (("دعا", "يدعو", "داعياً"), "دعا دعت دعوا يدعو تدعو يدعون داعياً داعيةً داعين"),
        (("رأى", "يرى", ""), "رأى رأت رأوا يرى ترى يرون"),
        (("أشار", "يشير", "مشيراً"), "أشار أشارت أشاروا يشير تشير يشيرون مشيراً مشيرة مشيرين"),
    ],
)
def test_verbs_are_inflected_by_rule(principal: tuple[str, str, str], forms: str) -> None:
    made = {form.folded for form in inflect(*principal)}
    assert {fold(form) for form in forms.split()} <= made


def test_object_pronouns_only_where_the_verb_takes_an_object() -> None:
    with_object = {form.folded for form in inflect("أبلغ", "يبلغ", with_object=True)}
    assert {"ابلغه", "ابلغتهم", "ابلغونا", "يبلغها"} <= with_object
    assert "ابلغه" not in {form.folded for form in inflect("أبلغ", "يبلغ")}


def test_every_line_of_the_lexicon_gives_its_forms() -> None:
    with resource("lexicons", "cues.toml").open("rb") as file:
        verbs = tomllib.load(file)["verbs"]
    forms = lexicon().forms
    for lemma, entry in verbs.items():
        assert any(form.verb.lemma == lemma for form in forms[fold(lemma)])
        if "participle" in entry:
            moods = {form.mood for form in forms[fold(entry["participle"])]}
            assert Mood.PARTICIPLE in moods, lemma


def test_bases_strip_proclitics_and_article() -> None:
    assert "وزير" in bases("والوزير")
    assert "خبير" in bases("للخبير")
    assert "فيلم" in bases("بفيلم")
    assert bases("من") == {"من"}
