"""Entity scores: hand-worked cases, and equality with seqeval on the same tags."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from seqeval.metrics import f1_score, precision_score, recall_score
from seqeval.scheme import IOB2

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.core.tags import TokenSpan, spans_to_tags
from annotator.review.entity_scores import Score, score_entities
from annotator.review.matching import DifferenceKind, Labelled, Pair, overlapping, pair_up

TEXT = "زار مايك بومبيو وزارة الخارجية بواشنطن أمس"


def annotated(*spans: tuple[int, int, str], status: Status = Status.ACCEPTED) -> AnnotatedArticle:
    entities = tuple(
        Entity(f"e{i}", Span(start, end), label, status)
        for i, (start, end, label) in enumerate(spans)
    )
    return AnnotatedArticle(Article("a", TEXT), entities=entities)


def test_each_kind_of_error_is_counted_once():
    gold = annotated((4, 15, "PER"), (16, 30, "ORG"), (32, 38, "LOC"))
    found = annotated((9, 15, "PER"), (16, 30, "LOC"), (39, 42, "LOC"))
    scores = score_entities([(gold, found)])
    assert [error.pair.kind for error in scores.errors] == [
        DifferenceKind.BOUNDARY,
        DifferenceKind.LABEL,
        DifferenceKind.MISSING,
        DifferenceKind.EXTRA,
    ]
    assert scores.exact == Score(0, 3, 3)
    assert scores.overlap == Score(1, 3, 3)
    assert scores.boundaries == {"start+": 1}
    assert scores.confusions["ORG", "LOC"] == 1
    assert scores.confusions["LOC", "-"] == 1
    assert scores.labels["LOC"] == Score(0, 2, 1)


def test_only_accepted_gold_and_no_rejected_suggestion_count():
    gold = annotated((4, 15, "PER"), status=Status.SUGGESTED)
    found = annotated((4, 15, "PER"), status=Status.REJECTED)
    assert score_entities([(gold, found)]).exact == Score(0, 0, 0)


def test_labels_restrict_both_sides():
    gold = annotated((4, 15, "PER"), (39, 42, "DATE"))
    found = annotated((4, 15, "PER"), (32, 38, "LOC"))
    scores = score_entities([(gold, found)], labels=frozenset({"PER"}))
    assert scores.exact == Score(1, 1, 1)


def test_stacked_copies_need_two_partners():
    one = Labelled(Span(0, 3), "PER")
    assert pair_up([one, one], [one]) == [Pair(one, one), Pair(one, None)]


def test_a_long_span_answers_only_one_of_two_short_ones():
    long = Labelled(Span(0, 10), "ORG")
    shorts = [Labelled(Span(0, 3), "ORG"), Labelled(Span(4, 10), "ORG")]
    assert overlapping([long], shorts) == 1
    assert pair_up([long], shorts) == [Pair(None, shorts[0]), Pair(long, shorts[1])]


LENGTH = 12


@st.composite
def token_spans(draw: st.DrawFn) -> list[TokenSpan]:
    edges = sorted(draw(st.sets(st.integers(0, LENGTH), min_size=2, max_size=8)))
    spans = []
    for first, last in pairwise(edges):
        if draw(st.booleans()):
            spans.append(TokenSpan(first, last, draw(st.sampled_from(["PER", "LOC"]))))
    return spans


@given(token_spans(), token_spans())
def test_exact_equals_seqeval(gold: list[TokenSpan], found: list[TokenSpan]):
    text = "ا" * LENGTH
    sides = [
        AnnotatedArticle(
            Article("a", text),
            entities=tuple(
                Entity(f"e{i}", Span(s.first, s.last), s.label) for i, s in enumerate(spans)
            ),
        )
        for spans in (gold, found)
    ]
    ours = score_entities([(sides[0], sides[1])]).exact
    tags = [[spans_to_tags(gold, LENGTH)], [spans_to_tags(found, LENGTH)]]
    options = {"mode": "strict", "scheme": IOB2, "zero_division": 0}
    if not gold and not found:
        assert ours == Score(0, 0, 0)
        return
    assert abs(ours.precision - precision_score(*tags, **options)) < 1e-9
    assert abs(ours.recall - recall_score(*tags, **options)) < 1e-9
    assert abs(ours.f1 - f1_score(*tags, **options)) < 1e-9
