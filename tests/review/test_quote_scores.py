"""Scores of quotes: what counts as right, and that optional ones count for nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.review.quote_scores import QuoteScores, content_overlap, score_quotes

DIRECT = Quote(
    "q1",
    QuoteType.DIRECT,
    (Span(20, 40),),
    cue=(Span(0, 3),),
    source=Span(4, 9),
    speaker=Span(60, 72),
    verbatim=(Span(20, 40),),
)
INDIRECT = Quote("q2", QuoteType.INDIRECT, (Span(44, 60),), cue=(Span(41, 43),))


def score(gold: list[Quote], found: list[Quote]) -> QuoteScores:
    def article(quotes: list[Quote]) -> AnnotatedArticle:
        return AnnotatedArticle(Article("a", "x" * 100), quotes=tuple(quotes))

    return score_quotes([(article(gold), article(found))])


def test_the_same_quotes_score_full_marks() -> None:
    scores = score([DIRECT, INDIRECT], [DIRECT, INDIRECT])
    assert scores.content_exact.f1 == scores.direct_exact.f1 == scores.fragments.f1 == 1
    assert scores.cue == scores.source == (2, 2)
    assert scores.errors == ()


@pytest.mark.parametrize(("end", "near"), [(40, 1), (30, 1), (29, 0)])
def test_half_of_the_content_is_enough(end: int, near: int) -> None:
    found = replace(DIRECT, content=(Span(20, end),))
    scores = score([DIRECT], [found])
    assert (scores.content_iou50.tp, scores.content_exact.tp) == (near, int(end == 40))
    assert scores.cue.of == near
    assert scores.iou50_by_type[QuoteType.DIRECT].tp == near


def test_parts_of_discontinuous_content_count_by_code_point() -> None:
    apart = replace(DIRECT, content=(Span(20, 25), Span(35, 40)))
    assert content_overlap(DIRECT, apart) == 0.5


def test_another_mention_of_the_same_speaker_is_right() -> None:
    for source, speaker, right in (
        (Span(60, 72), None, 1),
        (Span(80, 85), Span(60, 72), 1),
        (Span(80, 85), None, 0),
        (None, None, 0),
    ):
        scores = score([DIRECT], [replace(DIRECT, source=source, speaker=speaker)])
        assert scores.source == (right, 1)


def test_a_direct_quote_of_another_type_is_not_exact_for_direct() -> None:
    scores = score([DIRECT], [replace(DIRECT, type=QuoteType.MIXED)])
    assert (scores.content_exact.tp, scores.direct_exact.tp) == (1, 0)
    assert scores.direct_exact.gold == 1
    assert [error.kind for error in scores.errors] == ["quote_type"]


def test_optional_quotes_are_neither_rewarded_nor_punished() -> None:
    optional = replace(INDIRECT, optional=True)
    assert score([DIRECT, optional], [DIRECT]) == score([DIRECT], [DIRECT])
    assert score([DIRECT, optional], [DIRECT, INDIRECT]) == score([DIRECT], [DIRECT])
    assert score([DIRECT], [DIRECT, optional]) == score([DIRECT], [DIRECT])
    assert score([INDIRECT], [optional]).content_exact.tp == 1


def test_missing_spurious_and_wrong_are_listed() -> None:
    wrong = replace(DIRECT, cue=(), content=(Span(20, 39),), verbatim=(Span(20, 39),))
    spurious = replace(INDIRECT, content=(Span(80, 90),))
    scores = score([DIRECT, INDIRECT], [wrong, spurious])
    assert sorted(error.kind for error in scores.errors) == [
        "missing",
        "quote_content",
        "quote_cue",
        "spurious",
    ]
    assert (scores.fragments.tp, scores.fragments.predicted, scores.fragments.gold) == (0, 1, 1)


def test_rejected_and_undecided_quotes_of_the_gold_do_not_count() -> None:
    for status in (Status.REJECTED, Status.SUGGESTED):
        assert score([replace(DIRECT, status=status)], []).content_exact.gold == 0
    assert score([DIRECT], [replace(DIRECT, status=Status.REJECTED)]).content_exact.predicted == 0
    assert score([DIRECT], [replace(DIRECT, status=Status.SUGGESTED)]).content_exact.tp == 1


def test_scores_add_up_over_articles() -> None:
    one, other = score([DIRECT], [DIRECT]), score([INDIRECT], [])
    both = one.plus(other)
    assert (both.content_exact.tp, both.content_exact.gold) == (1, 2)
    assert set(both.as_json()) >= {
        "direct_exact", "content_iou50", "content_exact", "fragments", "cue", "source",
    }  # fmt: skip
