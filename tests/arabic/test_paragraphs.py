import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.paragraphs import paragraphs

PIECES = st.sampled_from(
    [
        "العنف",
        "وقال",
        ".",
        "., ",
        ". , ",
        '".',
        '"., ',
        ", ",
        "،",
        "\n",
        "\r\n",
        "\u2029",
        " ",
        "د",
        "Inc",
        "3",
        "!",
        "ّ",
        "\u200d",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


def parts(text):
    return [p.span.of(text) for p in paragraphs(text)]


def test_seed_article(seed_text):
    found = paragraphs(seed_text)
    shown = [p.span.of(seed_text) for p in found]
    assert [p.is_title for p in found] == [True] + [False] * (len(found) - 1)
    assert shown[0] == "واشنطن تنخرط بحذر في جهود سلام بين أرمينيا وأذربيجان"
    assert len(found) == 17
    assert all(part[-1] == "." and not part.startswith(",") for part in shown[1:])
    assert shown[3].endswith('المدنيين".')
    assert shown[-1].endswith('سنرى ما سيحدث".')


@pytest.mark.parametrize(
    "joint", ["., ", ". , ", ".,  ", "؟, ", '"., ', '". , ', '.", ', "…, ", "ّ., "]
)
def test_joints_part(joint):
    text = f"أعمال العنف{joint}وقال بومبيو"
    assert len(parts(text)) == 2
    assert parts(text)[1] == "وقال بومبيو"


@pytest.mark.parametrize(
    "text",
    [
        "شركة Apple Inc., وقالت",
        "He works for the U.S., Cairo said",
        "بعد انتهاء العام., as they say",
        "قال د., أحمد",
        "باع 3.,5 منها",
        "عن النزاع, وقال",
        "عن النزاع. وقال",
        "عن النزاع.,وقال",
        ".,",
        "ذهب.,  ",
    ],
)
def test_what_is_no_joint(text):
    assert len(parts(text)) == 1


@pytest.mark.parametrize("line", ["\n", "\r\n", "\n\n", " \n \n", "\u2028", "\u2029"])
def test_lines(line):
    assert parts(f"سطر أول.{line}سطر ثان") == ["سطر أول.", "سطر ثان"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("عنوان\nنص الخبر.", True),
        ("عنوان\n\nنص الخبر.", True),
        ("هل تعود؟\nنص الخبر.", True),
        ("جملة أولى كاملة.\nنص الخبر.", False),
        ("عنوان بلا نص", False),
        ("قال., وعاد\nنص", False),
        ("ك" * 201 + "\nنص", False),
        ("", False),
    ],
)
def test_title(text, title):
    assert any(p.is_title for p in paragraphs(text)) is title


@given(TEXTS)
def test_paragraphs_lose_nothing_but_commas_and_space(text):
    at = 0
    for span, _ in paragraphs(text):
        assert span.start < span.end
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
        assert text[at : span.start].strip() in ("", ",")
        at = span.end
    assert not text[at:].strip()
