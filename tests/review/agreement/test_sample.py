"""The columns that metrics share, and their parts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.review.agreement.columns import ABSENT, SharedArticle, ranges
from annotator.review.agreement.sample import Sample, once
from annotator.review.matching import Labelled
from tests.review.agreement.examples import article, sample

TEXT = "زار مايك بومبيو وزارة الخارجية بواشنطن أمس"


def said(of: Sample) -> list[list[str]]:
    """The labels of each word as each annotator has them."""
    names = ["+".join(sorted(labels)) or "-" for labels in of.tokens.sets] + ["?"]
    return [[names[value] for value in row] for row in of.tokens.values]


def labelled(*spans: tuple[int, int, str]) -> list[Labelled]:
    return [Labelled(Span(start, end), label) for start, end, label in spans]


def test_a_word_has_the_labels_of_all_spans_that_touch_it():
    spans = labelled((4, 15, "PER"), (16, 38, "ORG"), (32, 38, "LOC"), (32, 38, "LOC"))
    of = Sample.of([SharedArticle.of("x", TEXT, {"a": spans, "b": []})])
    assert said(of) == [["-", "PER", "PER", "ORG", "ORG", "LOC+ORG", "-"], ["-"] * 7]


def test_who_has_not_the_article_says_nothing_of_its_words():
    of = sample(article("1", 10, a=[(0, 5, "PER")]), article("2", 5, a=[], b=[(0, 2, "LOC")]))
    assert said(of) == [["PER", "-", "-"], ["?", "?", "LOC"]]
    assert of.tokens.first.tolist() == [0, 2, 3]
    assert of.tokens.values[1, 0] == ABSENT


def test_a_span_between_words_touches_none():
    made = SharedArticle("x", 12, [(0, 4), (8, 12)], {"a": labelled((5, 7, "PER"))})
    assert said(Sample.of([made])) == [["-", "-"]]


SPANS = st.lists(
    st.tuples(st.integers(0, 29), st.integers(1, 12), st.sampled_from("ABC")), max_size=6
)
WORK = st.dictionaries(st.sampled_from("xyz"), SPANS, max_size=3)


@given(st.lists(WORK, min_size=1, max_size=4), st.data())
def test_a_part_is_what_reading_the_part_anew_gives(works, data):
    articles = [
        article(
            str(at),
            30,
            **{
                name: [(start, min(start + size, 30), label) for start, size, label in spans]
                for name, spans in work.items()
            },
        )
        for at, work in enumerate(works)
    ]
    whole = Sample.of(articles)
    chosen = data.draw(st.lists(st.sampled_from(range(len(articles))), unique=True).map(sorted))
    part = whole.among(chosen)
    anew = Sample(tuple(articles[at] for at in chosen), whole.annotators)
    assert_same(part, anew)
    for label in anew.labels:
        only = tuple(
            article(
                one.key,
                30,
                **{
                    name: [(*span.span, span.label) for span in spans if span.label == label]
                    for name, spans in one.spans.items()
                },
            )
            for one in anew.articles
        )
        assert_same(part.of_label(label), Sample(only, whole.annotators))
    for a, b in whole.pairs:
        assert_same(whole.pair(a, b), Sample(whole.articles, (a, b)))


def assert_same(part: Sample, anew: Sample) -> None:
    assert said(part) == said(anew)
    assert part.tokens.first.tolist() == anew.tokens.first.tolist()
    assert part.present.tolist() == anew.present.tolist()
    for name in part.annotators:
        a, b = part.columns(name), anew.columns(name)
        for mine, its in zip(a[:3], b[:3], strict=True):
            assert mine.tolist() == its.tolist()
        assert [part.labels[at] for at in a.label] == [anew.labels[at] for at in b.label]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=6))
def test_ranges_one_after_the_other(bounds):
    begin, end = (np.array([pair[at] for pair in bounds], np.int64) for at in (0, 1))
    assert ranges(begin, end).tolist() == [at for a, b in bounds for at in range(a, b)]


def test_work_is_done_once_for_each_sample():
    seen = []
    work = once(lambda of: seen.append(of) or len(seen))
    one, other = sample(), sample()
    assert (work(one), work(one), work(other), work(one)) == (1, 1, 2, 1)
