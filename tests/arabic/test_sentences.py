"""Sentence spans: marks protect their full stops, joints and lines end a paragraph."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.sentences import sentences
from annotator.bundled import seeds


def texts(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


def test_stops_and_paragraphs_end_sentences() -> None:
    assert texts("أولى. ثانية؟ ثالثة! رابعة…\nخامسة") == [
        "أولى.", "ثانية؟", "ثالثة!", "رابعة…", "خامسة",
    ]  # fmt: skip
    assert texts("فقرة أولى., فقرة ثانية. , فقرة ثالثة.") == [
        "فقرة أولى.", "فقرة ثانية.", "فقرة ثالثة.",
    ]  # fmt: skip


def test_stops_inside_marks_end_none() -> None:
    assert texts("قال: «لا. لن أفعل.. أبداً؟ نعم». ثم ذهب.") == [
        "قال: «لا. لن أفعل.. أبداً؟ نعم».",
        "ثم ذهب.",
    ]
    assert texts('"من نحن؟" قال الرجل. "جملة." ثم أخرى.') == [
        '"من نحن؟" قال الرجل.',
        '"جملة."',
        "ثم أخرى.",
    ]


def test_an_unclosed_mark_protects_nothing() -> None:
    assert texts('قال: "نص لم يغلق. وأضاف آخر.') == ['قال: "نص لم يغلق.', "وأضاف آخر."]


def test_initials_and_numbers_end_none() -> None:
    assert texts("قال د. أحمد إن النسبة 3.5 في أ. ف. ب. تكفي. انتهى عام 1445 هـ. وبعد.") == [
        "قال د. أحمد إن النسبة 3.5 في أ. ف. ب. تكفي.",
        "انتهى عام 1445 هـ.",
        "وبعد.",
    ]


def test_the_seed_article_has_its_sentences() -> None:
    text = next(seeds().glob("000_*.txt")).read_text(encoding="utf-8")
    found = texts(text)
    assert len(found) == 20
    assert found[0] == "واشنطن تنخرط بحذر في جهود سلام بين أرمينيا وأذربيجان"
    assert all(sentence[-1] in '.؟!"' or sentence == found[0] for sentence in found)


@given(st.text(alphabet='اب د.؟!,،" «»\n1', max_size=80))
def test_sentences_are_trimmed_in_order_and_lose_no_letter(text: str) -> None:
    found = sentences(text)
    covered = "".join(span.of(text) for span in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(span.of(text) == span.of(text).strip() for span in found)
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]
