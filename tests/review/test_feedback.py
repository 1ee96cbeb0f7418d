"""An annotator's set after a review: it means what the reviewer decided, and nothing else moves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.decisions import Actor
from annotator.core.edits import apply
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.core.verdicts import Choice
from annotator.review.comparing import disagreements
from annotator.review.feedback import CORRECTION, corrected
from annotator.review.merging import RULES, RuleOptions, merged
from annotator.review.records import accepted_entities, accepted_quotes, identity
from annotator.review.settling import Ruling, settle
from tests.review.making import ARTICLE, TEXT, matched

NAMES = ("أ", "ب", "ج")
ACTOR = Actor("حكم", "2026-11-22T10:00:00Z")
_WORDS = [(at, at + len(word)) for word in TEXT.split() for at in [TEXT.index(word)]][:7]

_spans = st.tuples(st.sampled_from(_WORDS), st.sampled_from(_WORDS)).map(
    lambda two: Span(min(two)[0], max(two)[1])
)
_entities = st.lists(st.tuples(_spans, st.sampled_from(["PER", "ORG"])), max_size=4, unique=True)
_quotes = st.lists(
    st.tuples(st.sampled_from(list(QuoteType)), _spans), max_size=2, unique_by=lambda q: q[1]
)


def made(name: str, entities: list[tuple[Span, str]], quotes: list[tuple[QuoteType, Span]]):
    return AnnotatedArticle(
        ARTICLE,
        name,
        entities=in_reading_order(
            Entity(f"e{n}", span, label) for n, (span, label) in enumerate(entities, 1)
        ),
        quotes=in_reading_order(
            Quote(f"q{n}", type_, (span,), nested_in="q1" if n > 1 else None)
            for n, (type_, span) in enumerate(quotes, 1)
        ),
    )


def meant(one: AnnotatedArticle) -> set[object]:
    return {identity(record) for record in (*accepted_entities(one), *accepted_quotes(one))}


@given(st.data())
def test_when_all_is_settled_everybody_means_what_the_reviewer_means(data: st.DataObject) -> None:
    names = NAMES[: data.draw(st.integers(2, 3))]
    article = matched(*(made(name, data.draw(_entities), data.draw(_quotes)) for name in names))
    own = merged(article, RULES["agreed"], RuleOptions(), "حكم")
    found = disagreements(article)
    for one in found:
        taken = tuple(n for n in names if data.draw(st.booleans()))
        ruling = Ruling(Choice.TAKEN, taken) if taken else Ruling(Choice.NOTHING)
        own = apply(own, settle(own, article, one, ruling, ACTOR))
    for name in names:
        back, corrections, pending = corrected(article, name, own)
        assert pending == 0
        assert meant(back) == meant(own)
        for records in (back.entities, back.quotes):
            ids = [record.id for record in records]
            assert len(ids) == len(set(ids))
            # Whoever marked something is told of it by a record of that id.
            sent = {r.id for r in (*article.sets[name].entities, *article.sets[name].quotes)}
            assert {c.was.id for c in corrections if c.was is not None} <= sent
        quotes = {quote.id for quote in accepted_quotes(back)}
        assert all(q.nested_in in {None, *quotes} - {q.id} for q in back.quotes)


@given(st.data())
def test_what_a_rule_accepted_is_a_correction_on_demand(data: st.DataObject) -> None:
    names = NAMES[: data.draw(st.integers(2, 3))]
    article = matched(*(made(name, data.draw(_entities), data.draw(_quotes)) for name in names))
    rule = data.draw(st.sampled_from(["union", "priority"]))  # these decide at every place
    own = merged(article, RULES[rule], RuleOptions(names[::-1]), "حكم")
    for name in names:
        assert corrected(article, name, own).corrections == ()
        result = corrected(article, name, own, by_rule=True)
        assert meant(result.article) == meant(own)
        assert result.pending == 0
        assert {change.rule for change in result.corrections} <= {rule}
        told = [r.extra.get(CORRECTION) for r in (*result.article.entities, *result.article.quotes)]
        assert all(one["rule"] == rule for one in told if one)


@given(st.data())
def test_what_nobody_decided_on_stays_as_it_was_sent(data: st.DataObject) -> None:
    article = matched(*(made(n, data.draw(_entities), data.draw(_quotes)) for n in NAMES[:2]))
    own = merged(article, RULES["agreed"], RuleOptions(), "حكم")
    for name in NAMES[:2]:
        back, corrections, pending = corrected(article, name, own)
        assert (back.entities, corrections) == (article.sets[name].entities, ())
        assert meant(back) == meant(article.sets[name])
        assert pending == len(disagreements(article))
        assert not any(CORRECTION in quote.extra for quote in back.quotes)
