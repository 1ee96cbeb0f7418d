"""F1, the answers under it and the confusion matrix."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.review.agreement.answers import answers
from annotator.review.agreement.base import NO_SPANS
from annotator.review.agreement.confusion import confusion
from annotator.review.agreement.sample import Sample
from annotator.review.agreement.span_f1 import EXACT, OVERLAP, exact_score, overlap_score
from annotator.review.entity_scores import NOTHING, Score, score_entities
from tests.review.agreement.examples import article, sample

A = [(0, 10, "PER"), (20, 30, "LOC"), (40, 50, "ORG"), (60, 70, "LOC")]
B = [(0, 10, "PER"), (22, 30, "LOC"), (40, 50, "LOC"), (80, 90, "PER")]


def test_f1_counts_both_ways_alike():
    of = sample(article("x", 100, a=A, b=B))
    assert exact_score(of) == Score(1, 4, 4)
    assert overlap_score(of) == Score(2, 4, 4)
    assert EXACT.of(of) == pytest.approx((0.25, 8, None))
    assert OVERLAP.of(of).value == pytest.approx(0.5)


def test_f1_of_a_label_is_that_of_its_spans_alone():
    of = sample(article("x", 100, a=A, b=B))
    assert exact_score(of.of_label("LOC")) == Score(0, 2, 2)
    assert overlap_score(of.of_label("LOC")) == Score(1, 2, 2)
    assert EXACT.of(of.of_label("PER")).value == pytest.approx(2 / 3)


def test_the_same_span_in_another_article_is_another_span():
    of = sample(article("1", 100, a=A, b=[]), article("2", 100, a=[], b=A))
    assert exact_score(of) == Score(0, 4, 4)


def test_spans_in_articles_that_the_other_has_not_are_left_out():
    of = sample(article("1", 100, a=A, b=A), article("2", 100, a=A), article("3", 100, b=B))
    assert exact_score(of) == Score(4, 4, 4)


def test_stacked_copies_need_two_partners():
    twice = [(0, 10, "PER"), (0, 10, "PER")]
    assert exact_score(sample(article("x", 100, a=twice, b=twice[:1]))) == Score(1, 1, 2)
    assert exact_score(sample(article("x", 100, a=twice, b=twice))) == Score(2, 2, 2)


def test_nobody_marked_anything():
    assert EXACT.of(sample(article("x", 100, a=[], b=[]))).reason == NO_SPANS


SPANS = st.lists(
    st.tuples(st.integers(0, 15), st.integers(1, 8), st.sampled_from(["PER", "LOC"])), max_size=8
)


@given(st.lists(st.tuples(SPANS, SPANS), min_size=1, max_size=3))
def test_the_counts_are_those_of_entity_scores(works):
    pairs, articles = [], []
    for at, sides in enumerate(works):
        spans = [[(start, start + size, label) for start, size, label in side] for side in sides]
        articles.append(made := article(str(at), 30, a=spans[0], b=spans[1]))
        pairs.append(tuple(annotated(made.spans[name]) for name in "ab"))
    of, scores = Sample.of(articles), score_entities(pairs)
    assert exact_score(of) == scores.exact
    assert overlap_score(of) == scores.overlap
    for label in of.labels:
        assert exact_score(of.of_label(label)) == scores.labels[label]
    matrix = confusion(of)
    found = {
        (a, b): count
        for a, row in zip(matrix.labels, matrix.counts, strict=True)
        for b, count in zip(matrix.labels, row, strict=True)
        if count
    }
    assert found == scores.confusions


@given(SPANS, SPANS)
def test_overlapping_pairs_are_as_many_as_scipy_finds(a, b):
    sides = [[(start, start + size, label) for start, size, label in side] for side in (a, b)]
    of = sample(article("x", 30, a=sides[0], b=sides[1]))
    alike = Counter(sides[0]) & Counter(sides[1])
    left = [list((Counter(side) - alike).elements()) for side in sides]
    shares = [
        [mine < end and start < mine_end and label == same for start, end, same in left[1]]
        for mine, mine_end, label in left[0]
    ]
    found = alike.total()
    if all(left):
        matched = maximum_bipartite_matching(csr_matrix(shares, dtype=int), perm_type="column")
        found += int((matched >= 0).sum())
    score = overlap_score(of)
    assert score.tp == found
    if a or b:
        assert OVERLAP.of(of).value == pytest.approx(2 * found / (len(a) + len(b)))


def annotated(spans) -> AnnotatedArticle:
    entities = tuple(Entity(f"e{at}", span, label) for at, (span, label) in enumerate(spans))
    return AnnotatedArticle(Article("x", "ا" * 30), entities=entities)


def test_the_matrix_of_two_has_the_first_in_its_rows():
    matrix = confusion(sample(article("x", 100, a=A, b=B)))
    assert matrix.labels == ("LOC", "ORG", "PER", NOTHING)
    assert matrix.counts == ((1, 0, 0, 1), (1, 0, 0, 0), (0, 0, 1, 0), (0, 0, 1, 0))
    assert matrix.count("ORG", "LOC") == 1
    assert matrix.count(NOTHING, NOTHING) == 0


def test_the_matrix_of_three_adds_up_their_pairs():
    of = sample(article("x", 100, a=A, b=B, c=A), article("y", 100, a=A, c=[]))
    added: Counter[tuple[int, int]] = Counter()
    for pair in of.pairs.values():
        for row, counts in enumerate(confusion(pair).counts):
            added.update({(row, column): count for column, count in enumerate(counts)})
    found = confusion(of).counts
    assert added == {(r, c): found[r][c] for r in range(4) for c in range(4)}


def test_answers_are_worked_out_once_for_a_pair():
    of = sample(article("x", 100, a=A, b=B, c=A))
    assert answers(of.pairs["a", "b"]) is answers(of.pairs["a", "b"])
