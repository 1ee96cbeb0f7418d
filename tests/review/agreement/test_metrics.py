"""What holds of every metric."""

import math
from dataclasses import replace

import pytest

from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.review.agreement import METRICS
from annotator.review.agreement.base import NOTHING_SHARED, ONE_ANNOTATOR, Figure, mean, undefined
from annotator.review.agreement.sample import Sample
from tests.review.agreement.examples import article, sample


@pytest.fixture(params=METRICS, ids=lambda metric: metric.id)
def metric(request):
    return request.param


def quote(start: int, end: int) -> Quote:
    return Quote(f"q{start}", QuoteType.DIRECT, (Span(start, end),), source=Span(0, 5))


MARKED = [(0, 10, "PER"), (15, 20, "LOC"), (20, 35, "ORG")]
OTHERWISE = [(0, 10, "PER"), (15, 25, "LOC"), (27, 35, "MISC")]
QUOTES = [quote(40, 60), quote(70, 90)]


def work(key: str, /, **by):
    made = article(key, 100, **{name: spans for name, (spans, _) in by.items()})
    return replace(made, quotes={name: quotes for name, (_, quotes) in by.items()})


def test_ids_and_names_are_their_own():
    assert len({metric.id for metric in METRICS}) == len(METRICS)
    assert len({str(metric.name) for metric in METRICS}) == len(METRICS)


def test_one_sentence_says_what_is_counted_and_what_is_left_out(metric):
    says = str(metric.says)
    assert says.startswith("Counts")
    assert says.endswith(".")
    assert says.count(".") == 1
    assert metric.measure.__module__.startswith("annotator.review.agreement.")


def test_full_agreement_is_one(metric):
    found = metric.of(sample(work("x", a=(MARKED, QUOTES), b=(MARKED, QUOTES))))
    assert found.value == pytest.approx(1)
    assert found.units > 0
    assert found.reason is None


def test_a_figure_is_a_plain_number_of_at_most_one(metric):
    found = metric.of(sample(work("x", a=(MARKED, QUOTES), b=(OTHERWISE, QUOTES[:1]))))
    assert type(found.value) is float
    assert type(found.units) is int
    assert math.isfinite(found.value)
    assert found.value <= 1


def test_who_is_named_first_does_not_matter(metric):
    a, b = (MARKED, QUOTES), (OTHERWISE, QUOTES[:1])
    one = metric.of(sample(work("x", a=a, b=b)))
    assert metric.of(sample(work("x", a=b, b=a))) == pytest.approx(one)


def test_nobody_agrees_with_nobody(metric):
    assert metric.of(Sample.of([])) == undefined(ONE_ANNOTATOR)
    alone = sample(work("x", a=(MARKED, QUOTES)))
    assert metric.of(alone) == undefined(ONE_ANNOTATOR)


def test_annotators_of_different_articles_do_not_agree(metric):
    apart = sample(work("1", a=(MARKED, QUOTES)), work("2", b=(MARKED, QUOTES)))
    assert metric.of(apart) == undefined(NOTHING_SHARED)
    third = sample(*apart.articles, work("3", c=([], [])))
    assert metric.of(third) == undefined(NOTHING_SHARED)


def test_nothing_marked_is_undefined_with_a_reason(metric):
    found = metric.of(sample(work("x", a=([], []), b=([], []))))
    assert found.value is None
    assert found.reason is not None


def test_no_words_are_undefined_with_a_reason(metric):
    found = metric.of(sample(article("x", 0, a=[], b=[])))
    assert found.value is None
    assert found.reason is not None


def test_one_who_marked_nothing_does_not_agree(metric):
    found = metric.of(sample(work("x", a=(MARKED, QUOTES), b=([], []))))
    assert found.value is None or found.value < 0.75


def test_a_label_of_nobody_in_these_articles_is_undefined(metric):
    of = sample(
        work("1", a=(MARKED, QUOTES), b=(MARKED, QUOTES)), work("2", a=([], []), b=([], []))
    )
    found = metric.of(of.among([1]).of_label("PER"))
    assert found.value is None


def test_of_three_every_metric_has_a_figure_and_pairwise_ones_the_mean(metric):
    of = sample(
        work("x", a=(MARKED, QUOTES), b=(OTHERWISE, QUOTES), c=(MARKED, QUOTES)),
        work("y", a=(MARKED, QUOTES), b=(MARKED, QUOTES)),
    )
    found = metric.of(of)
    assert found.value is not None
    if metric.pairwise:
        each = [metric.of(pair) for pair in of.pairs.values()]
        assert found.value == pytest.approx(sum(one.value for one in each) / 3)
        assert found.units == sum(one.units for one in each)


def test_the_mean_leaves_out_pairs_without_a_figure():
    reason = undefined(NOTHING_SHARED, 3)
    assert mean([Figure(0.5, 10), reason, Figure(1.0, 5)]) == Figure(0.75, 15)
    assert mean([reason, reason]) == undefined(NOTHING_SHARED, 6)
