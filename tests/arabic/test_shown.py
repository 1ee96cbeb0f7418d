import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.shown import shown_text
from annotator.arabic.tokens import tokenize
from annotator.core.spans import Span, trimmed

PIECES = st.sampled_from(
    ["العنف", "دمويّاً", ".", "., ", '". , ', "،", "\n", "\r\n", " ", "\u0301", "😀", "ـ", "Inc"]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


def test_seed_article(seed_text):
    shown, _ = shown_text(seed_text)
    assert "., " not in shown
    assert ". , " not in shown
    assert "\n\n" not in shown
    assert shown.count("\n") == 16
    assert "دمويّاً" in shown


@given(TEXTS, st.booleans())
def test_every_word_maps_there_and_back(text, diacritics):
    shown, map_ = shown_text(text, diacritics=diacritics)
    for token in tokenize(shown):
        raw = map_.to_raw(token.span)
        assert shown_text(raw.of(text), diacritics=diacritics).text.strip() == token.text.strip()
        assert map_.to_made(raw) == token.span


@given(TEXTS)
def test_every_stored_position_maps_and_returns(text):
    shown, map_ = shown_text(text)
    for at in range(len(text) + 1):
        start, end = map_.start_to_made(at), map_.end_to_made(at)
        assert 0 <= end <= start <= len(shown) or start == end
        if at < len(text) and start < len(shown) and map_.start_to_raw(start) == at:
            assert shown[start] == text[at]


@given(TEXTS)
def test_words_keep_their_letters(text):
    shown, map_ = shown_text(text)
    for token in tokenize(text):
        made = map_.to_made(token.span)
        assert made.of(shown) == token.text or (token.text == "," and made.of(shown) == "")


def test_hidden_diacritics():
    text = "الحقّ في\nثمّ"
    shown, map_ = shown_text(text, diacritics=False)
    assert shown == "الحق في\nثم"
    end_of_word = map_.to_raw(Span(0, 4))
    assert trimmed(text, end_of_word) == Span(0, 5)
    assert map_.to_made(Span(0, 5)) == Span(0, 4)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\r\n"])
def test_nothing_to_show(text):
    shown, map_ = shown_text(text)
    assert shown == ""
    raw = map_.to_raw(Span(0, 0))
    assert raw.start == raw.end <= len(text)
