"""Text found however it is spelt, at exactly the places where it is written."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.finding import (
    Phrase,
    neighbours,
    spans_of_phrases,
    text_spans,
    words_of,
)
from annotator.arabic.folding import fold, fold_with_map, spellings
from annotator.core.spans import Span, span_fault, trimmed

LETTERS = "اأإآٱبةهىيئوؤكکل نـ\u064b\u064e\u0651\u0654\u0670\u200f\u200d١1Kkéςσ.\u0301_\n"
TEXT = "زارَ الرئيسُ أذربيجانَ، وقال إن أذربيجـان بعيدة عن الأذربيجانيين."

texts = st.text(LETTERS, max_size=24)


def _of(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("wanted", "options", "found"),
    [
        ("اذربيجان", {}, ["أذربيجانَ", "أذربيجـان", "أذربيجان"]),
        ("أَذْرَبيـجان", {}, ["أذربيجانَ", "أذربيجـان", "أذربيجان"]),
        ("اذربيجان", {"whole_words": True}, ["أذربيجانَ", "أذربيجـان"]),
        ("أذربيجان", {"exact": True}, ["أذربيجان"]),
        ("أذربيجانَ", {"exact": True}, ["أذربيجانَ"]),
        ("اذربيجان", {"exact": True}, []),
        ("بعيده  عن", {}, ["بعيدة عن"]),
        ("ال", {"whole_words": True}, []),
        ("ن، و", {}, ["نَ، و"]),
        ("اذربيجان", {"most": 2}, ["أذربيجانَ", "أذربيجـان"]),
        ("", {}, []),
        ("  ", {}, []),
        ("\u064e", {}, []),
    ],
)
def test_in_an_article(wanted: str, options: dict[str, Any], found: list[str]) -> None:
    assert _of(TEXT, text_spans(TEXT, wanted, **options)) == found


@given(texts, texts)
def test_found_in_the_text_as_in_its_folded_form(text: str, wanted: str) -> None:
    needle = fold(wanted).strip()
    found = text_spans(text, wanted)
    if not needle or any(map(str.isspace, needle)):
        return
    folded = fold_with_map(text)
    starts = [match.start() for match in re.finditer(re.escape(needle), folded.text)]
    made = [folded.map.to_raw(Span(at, at + len(needle))) for at in starts]
    expected = [span for span in (trimmed(text, span) for span in made) if span]
    assert found == tuple(
        span for n, span in enumerate(expected) if not n or span.start >= expected[n - 1].end
    )


@given(texts, texts, st.booleans(), st.booleans())
def test_a_span_is_one_that_can_be_labelled(
    text: str, wanted: str, exact: bool, whole_words: bool
) -> None:
    found = text_spans(text, wanted, exact=exact, whole_words=whole_words)
    for span in found:
        assert span_fault(text, span) is None
        part = span.of(text)
        if exact:
            assert part == wanted.strip()
        else:
            assert "".join(fold(wanted).split()) in "".join(fold(part).split())
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(texts, st.lists(st.text(LETTERS, min_size=1, max_size=4), min_size=1, max_size=2))
def test_a_phrase_is_made_of_whole_words(text: str, words: list[str]) -> None:
    asked = words_of(" ".join(words))
    if not asked:
        return
    for span in spans_of_phrases(text, [Phrase(asked)]):
        assert span_fault(text, span) is None
        assert fold(text[span.end :])[:1].isalnum() is False
        whole = [word for word in map(fold, words_of(span.of(text))) if word]
        assert whole[1:] == list(map(fold, asked[1:]))
        assert fold(asked[0]).endswith(whole[0])


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("للعراق وللعراق العراق للعراقيين", "العراق", ["لعراق", "لعراق", "العراق"]),
        ("للغة واللغة", "اللغة", ["لغة", "اللغة"]),
        ("وبواشنطن كواشنطن سواشنطن", "واشنطن", ["واشنطن", "واشنطن"]),
        ("بـواشنطن وَبِواشنطن", "واشنطن", ["واشنطن", "واشنطن"]),
        ("الأمم، المتحِدة\nالأمم المتحدةُ", "الامم المتحده", ["الأمم، المتحِدة", "الأمم المتحدةُ"]),
    ],
)
def test_proclitics_stay_outside(text: str, words: str, found: list[str]) -> None:
    assert _of(text, spans_of_phrases(text, [Phrase(words_of(words))])) == found


def test_the_beginning_of_a_word_takes_all_of_it() -> None:
    text = "رئيس والرئيسان رئيسَنا"
    assert _of(text, spans_of_phrases(text, [Phrase(("رئيس",), prefix=True)])) == [
        "رئيس",
        "رئيسَنا",
    ]


def test_exact_words_carry_no_proclitic() -> None:
    text = "باكو وباكو باكُو بآكو"
    assert _of(text, spans_of_phrases(text, [Phrase(("باكو",))], exact=True)) == ["باكو"]


def test_overlapping_phrases_give_the_first_and_longest() -> None:
    text = "الأمم المتحدة"
    phrases = [Phrase(("الأمم",)), Phrase(("الأمم", "المتحدة")), Phrase(("المتحدة",))]
    assert _of(text, spans_of_phrases(text, phrases)) == [text]


def test_neighbours_are_folded_words() -> None:
    text = "قال الرئيسُ، أحمد: أهلًا"
    assert neighbours(text, Span(text.index("أحمد"), text.index(":"))) == ("الرييس", "اهلا")
    assert neighbours("أحمد", Span(0, 4)) == ("", "")
    assert neighbours("زار وبباكو ثم", Span(6, 10)) == ("زار", "ثم")


@pytest.mark.parametrize("char", "اهيكوبجزف1ikaéςσя")
def test_every_spelling_folds_back(char: str) -> None:
    made = [chr(code) for code in range(0x1E944) if fold(chr(code)) == char]
    assert set(made) <= set(spellings(char))
    assert {fold(other) for other in spellings(char)} <= {char, fold("Σ")}
