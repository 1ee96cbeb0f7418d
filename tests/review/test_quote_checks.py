"""Warnings about quotes."""

from __future__ import annotations

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.review.quote_checks import quote_warnings

TEXT = "قال كريم إن العمل «مستمر الآن» وجيد."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def kinds(*quotes: Quote) -> list[str]:
    state = AnnotatedArticle(Article("a", TEXT), quotes=quotes)
    return [problem.kind for problem in quote_warnings(state)]


def quote(words: str, **fields: object) -> Quote:
    given = {"id": "q1", "type": QuoteType.INDIRECT, "source": at("كريم"), **fields}
    return Quote(content=(at(words),), **given)  # type: ignore[arg-type]


def test_sound_quotes_give_no_warning() -> None:
    assert kinds(quote("إن العمل «مستمر الآن» وجيد")) == []
    assert kinds(quote("مستمر الآن", type=QuoteType.DIRECT)) == []
    assert kinds(quote("مستمر", type=QuoteType.DIRECT)) == []


def test_content_across_one_mark_of_a_pair() -> None:
    assert kinds(quote("العمل «مستمر")) == ["unbalanced_marks"]
    assert kinds(quote("الآن» وجيد")) == ["unbalanced_marks"]
    assert kinds(quote("«مستمر الآن")) == ["unbalanced_marks"]


def test_a_speaker_inside_the_quote() -> None:
    assert kinds(quote("إن العمل", source=at("العمل"))) == ["speaker_inside"]
    assert kinds(quote("إن العمل", speaker=at("العمل"))) == ["speaker_inside"]


def test_a_direct_quote_without_speaker() -> None:
    assert kinds(quote("مستمر الآن", type=QuoteType.DIRECT, source=None)) == ["no_speaker"]
    assert kinds(quote("إن العمل", source=None)) == []


def test_overlapping_quotes_need_nesting() -> None:
    outer = quote("إن العمل «مستمر الآن» وجيد")
    inner = quote("مستمر الآن", id="q2")
    assert kinds(outer, inner) == ["overlap"]
    assert kinds(outer, quote("مستمر الآن", id="q2", nested_in="q1")) == []
    middle = quote("العمل «مستمر الآن»", id="q2", nested_in="q1")
    assert kinds(outer, middle, quote("مستمر الآن", id="q3", nested_in="q2")) == []


def test_rejected_quotes_are_left_alone() -> None:
    assert kinds(quote("العمل «مستمر", status=Status.REJECTED)) == []
