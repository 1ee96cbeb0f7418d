import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.folding import fold, fold_with_map
from annotator.arabic.tokens import tokenize
from annotator.core.spans import Span

ARABIC = st.text(alphabet="اأإآٱبةهىيئؤءوـًٌٍَُِّْٰٓٔ ٣۳3گپلAbİ\u200f.\n", max_size=40)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أذربيجان", "اذربيجان"),
        ("ثمّ", "ثم"),
        ("الأميركيّة", "الاميركيه"),
        ("مـــصـر", "مصر"),
        ("مستشفى", "مستشفي"),
        ("رؤساء", "روساء"),
        ("ا\u0653سيا", "اسيا"),
        ("٢٠١٨ ۲۰", "2018 20"),
        ("فیس‌بوک", "فيسبوك"),
        ("CNN", "cnn"),
        ('لـ"احتلالها"', 'ل"احتلالها"'),
    ],
)
def test_spellings_meet(written, folded):
    assert fold(written) == folded


@given(st.text() | ARABIC)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_no_character_grows():
    assert all(len(fold(chr(code))) <= 1 for code in range(0x110000))


@given(st.text() | ARABIC)
def test_map_and_folding_agree(text):
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    for token in tokenize(folded.text):
        raw = folded.map.to_raw(token.span)
        assert fold(raw.of(text)) == token.text
        assert folded.map.to_made(raw) == token.span


@given(st.text() | ARABIC, st.data())
def test_a_span_of_the_raw_text_maps_to_its_folded_form(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    folded = fold_with_map(text)
    assert folded.map.to_made(Span(start, end)).of(folded.text) == fold(text[start:end])


@given(st.text(alphabet="أإآٱىیئےةھہۀەۃکگڪؤپچژڤ٠١۹İIقال مُـ\u200f", max_size=40))
def test_long_texts_fold_as_short_ones_do(text):
    filler = "س" * 200
    assert fold(filler + text) == filler + fold(text)
