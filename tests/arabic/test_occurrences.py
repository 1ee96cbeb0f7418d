"""Spans of a name wherever it stands: proclitics out, the article in."""

from __future__ import annotations

import pytest

from annotator.arabic.finding import Phrase
from annotator.arabic.occurrences import occurrence_spans, phrases_at
from annotator.core.spans import Span


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("واشنطن", "واشنطن وواشنطن بواشنطن ولواشنطن", ["واشنطن"] * 4),
        ("العراق", "للعراق وللعراق بالعراق العراق", ["لعراق", "لعراق", "العراق", "العراق"]),
        ("العراق", "لِلْعِراق", ["لْعِراق"]),
        ("الأمم المتحدة", "للأمم المتحدة", ["لأمم المتحدة"]),
        ("اللغة", "للغة اللغة", ["لغة", "اللغة"]),
        ("عراق", "العراق", []),
        ("باكو", "باكوا باكو، بـباكو", ["باكو", "باكو"]),
    ],
)
def test_whole_words_without_proclitics(words: str, text: str, found: list[str]) -> None:
    spans = occurrence_spans(text, [Phrase(tuple(words.split()))])
    assert [span.of(text) for span in spans] == found


def test_a_name_after_a_lam_is_read_both_ways() -> None:
    text = "للعراق"
    assert phrases_at(text, Span(1, 6)) == (Phrase(("لعراق",)), Phrase(("العراق",)))
    assert phrases_at(text, Span(0, 6)) == (Phrase((text,)),)
    assert phrases_at("، :", Span(0, 1)) == ()
    for other in ("العراق", "بالعراق", "للعراق"):
        assert len(occurrence_spans(other, phrases_at(text, Span(1, 6)))) == 1
