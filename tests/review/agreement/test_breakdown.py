"""Figures by pair, label, article and over time."""

import pytest

from annotator.review.agreement import METRICS
from annotator.review.agreement.breakdown import break_down, by_article, by_day, by_stretch
from annotator.review.agreement.span_f1 import EXACT
from tests.review.agreement.examples import article, sample

A = [(0, 10, "PER"), (20, 30, "LOC")]
B = [(0, 10, "PER"), (20, 35, "LOC")]


def test_by_pair_and_by_label():
    of = sample(article("x", 100, a=A, b=B, c=A))
    found = break_down(EXACT, of)
    assert {pair: one.value for pair, one in found.pairs.items()} == {
        ("a", "b"): 0.5,
        ("a", "c"): 1.0,
        ("b", "c"): 0.5,
    }
    assert found.whole == EXACT.of(of)
    assert found.labels["PER"].value == 1
    assert found.labels["LOC"].value == pytest.approx(1 / 3)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_parts_of_a_breakdown_are_figures_of_the_metric(metric):
    of = sample(article("x", 100, a=A, b=B, c=A), article("y", 100, a=A, b=A))
    found = break_down(metric, of)
    assert found.whole == metric.of(of)
    assert list(found.pairs) == [("a", "b"), ("a", "c"), ("b", "c")]
    assert list(found.labels) == ([] if metric.of_quotes else ["LOC", "PER"])


def test_one_annotator_has_no_pairs():
    found = break_down(EXACT, sample(article("x", 100, a=A)))
    assert found.pairs == {}
    assert found.whole.value is None


def test_by_article_each_is_measured_alone():
    of = sample(article("1", 100, a=A, b=A), article("2", 100, a=A), article("3", 100, a=A, b=B))
    found = dict(by_article(EXACT, of))
    assert {key: one.value for key, one in found.items()} == {"1": 1.0, "2": None, "3": 0.5}


def test_over_days_in_their_order():
    of = sample(
        article("late", 100, day="2026-03-02", a=A, b=A),
        article("early", 100, day="2026-03-01", a=A, b=B),
        article("undated", 100, a=A, b=[]),
        article("early too", 100, day="2026-03-01", a=A, b=A),
    )
    points = by_day(EXACT, of)
    assert [(point.at, point.articles) for point in points] == [
        ("2026-03-01", 2),
        ("2026-03-02", 1),
    ]
    assert [point.figure.value for point in points] == pytest.approx([0.75, 1.0])


def test_over_stretches_of_articles():
    of = sample(*(article(str(at), 100, a=A, b=A if at > 2 else B) for at in range(5)))
    points = by_stretch(EXACT, of, 2)
    assert [(point.at, point.articles) for point in points] == [("0", 2), ("2", 2), ("4", 1)]
    assert [point.figure.value for point in points] == pytest.approx([0.5, 0.75, 1.0])
