from camel_tools.tokenizers.word import simple_word_tokenize
from camel_tools.utils.charsets import UNICODE_PUNCT_SYMBOL_CHARSET
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.tokens import symbols, tokenize

EMOJI = [
    "😀",
    "👍🏽",
    "❤️",
    "❤",
    "🇸🇦",
    "🇸",
    "1️⃣",
    "#️⃣",
    "#",
    "👩‍👩‍👧",
    "\u200d",
    "\ufe0f",
    "\u20e3",
    "\U0001fae8",
    "ℹ",
]
PIECES = st.sampled_from(
    [
        "وقال",
        "لـ",
        '"',
        "«",
        "»",
        ".",
        "., ",
        "،",
        " ",
        "\n",
        "\t",
        "\u00a0",
        "\u2028",
        "\x1c",
        "ثمّ",
        "12,5",
        "a_b",
        "$",
        "ـ",
        "\u200f",
        *EMOJI,
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


def words_of(text):
    return [token.text for token in tokenize(text)]


@given(TEXTS)
def test_tokens_are_those_of_camel_tools(text):
    assert words_of(text) == simple_word_tokenize(text)


@given(TEXTS)
def test_offsets_point_at_the_tokens_and_nothing_visible_is_left_out(text):
    at = 0
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text == token.span.of(text)
        assert not text[at : token.start].strip()
        at = token.end
    assert not text[at:].strip()


def test_seed_article(seed_text):
    assert words_of(seed_text) == simple_word_tokenize(seed_text)
    assert len(tokenize(seed_text)) > 400


def test_every_character_between_letters():
    for first in range(0, 0x110000, 0x1000):
        text = " ".join(f"ب{chr(code)}ب" for code in range(first, first + 0x1000))
        if first in (0, 0x1000, 0x2000, 0x3000, 0xA000, 0xD000, 0xF000, 0x1F000, 0xE0000):
            assert words_of(text) == simple_word_tokenize(text), hex(first)


def test_symbols_are_all_that_unicode_has():
    assert symbols() == UNICODE_PUNCT_SYMBOL_CHARSET | {"ℹ"}


def test_part_of_a_text():
    text = 'قال "نعم" ثم لا'
    assert [t.text for t in tokenize(text, 4, 9)] == ['"', "نعم", '"']
    assert [t.start for t in tokenize(text, 4, 9)] == [4, 5, 8]
    assert [t.text for t in tokenize(text, 6)] == ["عم", '"', "ثم", "لا"]
    assert tokenize(text, 3, 3) == []
    assert [t.text for t in tokenize(text, 13, 99)] == ["لا"]
