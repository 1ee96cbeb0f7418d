from __future__ import annotations

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor
from annotator.core.edits import apply
from annotator.core.quotes import QuoteType
from annotator.core.spans import Span
from annotator.services.quoting import fragments, quote_span

ACTOR = Actor("salma", "2026-11-22T10:00:00Z")
TEXT = 'قال الوزير إن الأمر "انتهى اليوم" في باريس.'


@pytest.mark.parametrize(
    ("content", "kind", "verbatim"),
    [
        ("انتهى اليوم", QuoteType.DIRECT, ("انتهى اليوم",)),
        ('إن الأمر "انتهى اليوم"', QuoteType.MIXED, ("انتهى اليوم",)),
        ("إن الأمر", QuoteType.INDIRECT, ()),
    ],
)
def test_the_type_follows_from_the_marks(
    content: str, kind: QuoteType, verbatim: tuple[str, ...]
) -> None:
    start = TEXT.index(content)
    state = AnnotatedArticle(Article("a", TEXT))
    edit = quote_span(state, Span(start, start + len(content)), ACTOR)
    [quote] = apply(state, edit).quotes
    assert quote.type is kind
    assert tuple(span.of(TEXT) for span in quote.verbatim) == verbatim
    assert quote.annotator == "salma"


def test_an_unclosed_mark_is_known_as_such() -> None:
    [fragment] = fragments('قال: "لن نعود.')
    assert not fragment.closed
