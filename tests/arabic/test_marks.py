"""Pairing of quotation marks, in every way that news sites write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.marks import marked_strings, without_stop
from annotator.core.spans import Span, span_fault


def insides(text: str) -> list[list[str]]:
    return [[part.of(text) for part in marked.parts] for marked in marked_strings(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال: "نص أول" و"نص ثان".', [["نص أول"], ["نص ثان"]]),
        ("قال «نص» و“آخر” و„ثالث“.", [["نص"], ["آخر"], ["ثالث"]]),
        ("قال »نص« وأضاف »آخر هنا«.", [["نص"], ["آخر هنا"]]),
        ("قال ”معكوس“ ثم “نص“ ثم”ملتصق“ هنا", [["معكوس"], ["نص"], ["ملتصق"]]),
        ("قال ''نص مضاعف'' و<<آخر>> هنا", [["نص مضاعف"], ["آخر"]]),
        ("قال ((هذا كلام)) (وليس هذا)", [["هذا كلام"]]),
        ('حدّاً لـ"احتلالها" وبـ"نص" وك"آخر"', [["احتلالها"], ["نص"], ["آخر"]]),
        ('والـ"فيفا" للـ"كاف"', [["فيفا"], ["كاف"]]),
        ('قال:"ملتصق"وأضاف:"ثان"', [["ملتصق"], ["ثان"]]),
        ('" مسافة داخل " هنا', [["مسافة داخل"]]),
        ('قال “مختلط" و"مختلط”.', [["مختلط"], ["مختلط"]]),
    ],
)
def test_pairs_of_every_kind(text: str, expected: list[list[str]]) -> None:
    assert insides(text) == expected


def test_nesting_of_another_and_of_the_same_mark() -> None:
    text = '«قال “داخل ‘أعمق’ هنا” ثم» وقال: "نحن "هنا" الآن".'
    found = [(m.depth, m.inside.of(text)) for m in marked_strings(text)]
    assert found == [
        (0, "قال “داخل ‘أعمق’ هنا” ثم"),
        (1, "داخل ‘أعمق’ هنا"),
        (2, "أعمق"),
        (0, 'نحن "هنا" الآن'),
        (1, "هنا"),
    ]


def test_double_marks_around_one_string_are_one() -> None:
    text = '«"نص"» و(("آخر"))'
    assert insides(text) == [["نص"], ["آخر"]]
    assert marked_strings(text)[0].outer == Span(0, 6)


def test_unclosed_mark_ends_with_its_paragraph_and_later_pairs_are_found() -> None:
    text = 'وقالت: "نحتاج إلى دعم. لم تعد تحتمل.\n\nوأشارت إلى أن "العمل متوقف".'
    first, second = marked_strings(text)
    assert (first.closed, first.inside.of(text)) == (False, "نحتاج إلى دعم. لم تعد تحتمل")
    assert (second.closed, second.inside.of(text)) == (True, "العمل متوقف")


def test_unclosed_mark_before_another_one_ends_at_the_last_sentence() -> None:
    text = 'قال: "نص لم يغلق. وأضاف "نص ثان" هنا.'
    first, second = marked_strings(text)
    assert (first.closed, first.inside.of(text)) == (False, "نص لم يغلق")
    assert second.inside.of(text) == "نص ثان"


def test_quote_opened_again_in_the_next_paragraph_is_one() -> None:
    text = "قال: «الأول.\n«الثاني» ثم مضى., «الثالث»"
    found = marked_strings(text)
    assert [[p.of(text) for p in m.parts] for m in found] == [["الأول.", "الثاني"], ["الثالث"]]
    assert found[0].closed


def test_seed_joints_end_a_paragraph() -> None:
    text = 'قال "هذا كلام لم يغلق., وأضاف "آخر"., وبعد'
    assert insides(text) == [["هذا كلام لم يغلق"], ["آخر"]]


def test_apostrophes_inches_and_strays_are_no_marks() -> None:
    assert insides("صحيفة L'Orient وO'Connor وشاشة 5\" ونص» هنا") == []


def test_without_stop_keeps_what_was_said() -> None:
    for text, expected in (("نص. ", "نص"), ("نص...", "نص..."), ("نص؟", "نص؟"), ("نص،", "نص")):
        span = without_stop(text, Span(0, len(text)))
        assert span is not None
        assert span.of(text) == expected
    assert without_stop(" . ", Span(0, 3)) is None


@given(st.text(alphabet="اب و\"'«»“”‘’‹›(.,؟\n:ـ1،ّ", max_size=80))
def test_whatever_the_text_spans_are_valid_and_properly_nested(text: str) -> None:
    found = marked_strings(text)
    for marked in found:
        for part in marked.parts:
            assert span_fault(text, part) is None
            assert marked.outer.covers(part)
    for a in found:
        assert not any(a.outer.crosses(b.outer) for b in found)
