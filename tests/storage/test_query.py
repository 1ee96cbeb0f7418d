"""The language of the search over all articles: what is read, and what is refused with a reason."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.folding import fold
from annotator.core.errors import UserError
from annotator.storage.query import parse_query

ARTICLES = {
    1: "زار الرئيس باكو",
    2: "زار وزير الخارجية واشنطن",
    3: "الأمم المتحدة في واشنطن وباكو",
    4: "المتحدة الأمم",
}


@pytest.fixture(scope="module")
def index():
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'unicode61 remove_diacritics 0')"
    )
    connection.executemany(
        "INSERT INTO t (rowid, text) VALUES (?, ?)",
        [(key, fold(text)) for key, text in ARTICLES.items()],
    )
    yield connection
    connection.close()


def _found(index: sqlite3.Connection, match: str) -> list[int]:
    rows = index.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid", (match,))
    return [key for (key,) in rows]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("باكو", [1, 3]),
        ("باكو واشنطن", [3]),
        ("باكو AND واشنطن", [3]),
        ("باكو | واشنطن", [1, 2, 3]),
        ("باكو OR الخارجيه", [1, 2, 3]),
        ("زار -باكو", [2]),
        ("زار NOT باكو", [2]),
        ('"الامم المتحدة"', [3]),
        ("«الامم المتحدة» باكو", [3]),
        ("الأمم-المتحدة", [3]),
        ("“وزير الخار”*", [2]),
        ("وزي*", [2]),
        ("زار (باكو | الخارجية)", [1, 2]),
        ("زار -(باكو | الخارجية)", []),
        ("المتحدة -«الأمم المتحدة»", [4]),
        ("غير", []),
    ],
)
def test_what_is_found(index: sqlite3.Connection, text: str, found: list[int]) -> None:
    query = parse_query(text)
    assert query is not None
    assert _found(index, query.match) == found


def test_what_is_ruled_out_is_no_hit() -> None:
    query = parse_query("زار (باكو | زار) -واشنطن")
    assert query is not None
    assert [phrase.words for phrase in query.phrases] == [("زار",), ("باكو",)]


@pytest.mark.parametrize("text", ["", "  ", "\ud800"])
def test_nothing_to_search_for(text: str) -> None:
    assert parse_query(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"باكو', "A quotation mark is not closed."),
        ("باكو»", "A quotation mark is not closed."),
        ("(باكو", "A bracket is not closed."),
        ("باكو)", "A closing bracket has no opening one."),
        (")", "A closing bracket has no opening one."),
        ("باكو ()", "There is nothing in the brackets."),
        ("باكو |", "A word is missing beside |."),
        ("| باكو", "A word is missing beside |."),
        ("باكو AND", "A word is missing beside AND."),
        ("باكو -", "A word is missing beside -."),
        ("NOT", "A word is missing beside -."),
        ("-باكو", "The search only says what is not wanted."),
        ("*", "A * stands at the end of a word, after its letters."),
        ("با*كو", "A * stands at the end of a word, after its letters."),
        ("باكو ،", "، holds no letter or digit to search for."),
        ('""', '"" holds no letter or digit to search for.'),
    ],
)
def test_what_is_refused(text: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_query(text)
    assert str(caught.value.what) == said


@given(st.text("اب _-*|()\"«»“”ANDORNOT\u064e\ud800:^{}\\'+.", max_size=16))
def test_whatever_is_typed_is_a_query_or_refused(index: sqlite3.Connection, text: str) -> None:
    try:
        query = parse_query(text)
    except UserError:
        return
    if query is not None:
        assert query.phrases
        _found(index, query.match)
