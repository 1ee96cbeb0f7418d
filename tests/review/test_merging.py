"""Merge rules: each an ordinary set that says where its records come from, and their laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.review.merging import MERGE_RULES, RULES, RuleOptions, merged
from annotator.review.records import MatchedArticle, identity
from annotator.review.taking import taken_from
from tests.review.making import matched, quote, set_of

ARTICLE = Article("a1", "ا" * 40)
SPANS = st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda s: Span(s[0], s[0] + s[1]))
MARKS = st.lists(st.tuples(SPANS, st.sampled_from(["PER", "LOC"])), max_size=6, unique=True)
SETS = st.lists(MARKS, min_size=2, max_size=4)


def article_of(sets: list[list[tuple[Span, str]]]) -> MatchedArticle:
    return MatchedArticle(
        ARTICLE,
        {
            f"n{number}": AnnotatedArticle(
                ARTICLE,
                f"n{number}",
                entities=tuple(Entity(f"e{i}", *mark) for i, mark in enumerate(marks)),
            )
            for number, marks in enumerate(sets)
        },
    )


def kept(article: MatchedArticle, rule: str, **options: object) -> set[object]:
    made = merged(article, RULES[rule], RuleOptions(**options), "")
    return {identity(entity) for entity in made.entities}


@pytest.mark.parametrize("rule", MERGE_RULES, ids=lambda rule: rule.id)
@given(sets=SETS)
def test_every_rule_gives_an_ordinary_set_that_names_its_sources(rule, sets: list) -> None:
    article = article_of(sets)
    made = merged(article, rule, RuleOptions(), "دمج")
    assert made.annotator == "دمج"
    assert len({entity.id for entity in made.entities}) == len(made.entities)
    for entity in made.entities:
        backing = [
            name
            for name, theirs in article.sets.items()
            if identity(entity) in {identity(e) for e in theirs.entities}
        ]
        assert list(taken_from(entity)) == backing
        assert entity.extra["rule"] == rule.id


@given(SETS)
def test_the_rules_contain_each_other(sets: list) -> None:
    article = article_of(sets)
    union = kept(article, "union")
    assert kept(article, "agreed") <= kept(article, "majority") <= union
    assert kept(article, "agreed") <= kept(article, "priority") <= union
    assert kept(article, "threshold", threshold=1) == union
    assert kept(article, "threshold", threshold=len(sets)) == kept(article, "agreed")
    assert union == {identity(e) for s in article.sets.values() for e in s.entities}


@given(MARKS, st.integers(2, 4), st.sampled_from(MERGE_RULES))
def test_copies_of_one_set_give_that_set(marks: list, times: int, rule) -> None:
    article = article_of([marks] * times)
    made = merged(article, rule, RuleOptions(), "")
    own = next(iter(article.sets.values()))
    assert sorted(map(identity, made.entities)) == sorted(map(identity, own.entities))


def test_majority_and_priority_decide_a_label() -> None:
    article = matched(
        set_of("أ", ("القاهرة", "ORG"), ("واشنطن", "LOC")),
        set_of("ب", ("القاهرة", "LOC")),
        set_of("ج", ("القاهرة", "LOC")),
    )
    by_majority = merged(article, RULES["majority"], RuleOptions(), "")
    assert [(e.label, taken_from(e)) for e in by_majority.entities] == [("LOC", ("ب", "ج"))]
    first = merged(article, RULES["priority"], RuleOptions(order=("أ",)), "")
    assert [e.label for e in first.entities] == ["LOC", "ORG"]
    other = merged(article, RULES["priority"], RuleOptions(order=("ج",)), "")
    assert [e.label for e in other.entities] == ["LOC", "LOC"]


def test_what_one_alone_has_is_agreed_with_by_nobody() -> None:
    alone = matched(set_of("أ", ("القاهرة", "LOC")))
    for rule in ("agreed", "majority"):
        assert merged(alone, RULES[rule], RuleOptions(), "").entities == ()
    assert len(merged(alone, RULES["union"], RuleOptions(), "").entities) == 1


def test_quotes_stay_nested_where_the_outer_one_is_kept() -> None:
    outer = quote("قناة العربية في جامعة القاهرة", id_="q9")
    inner = quote("جامعة القاهرة", id_="q2", nested_in="q9")
    a = set_of("أ", quotes=(outer, inner))
    both = merged(matched(a, set_of("ب", quotes=(inner,))), RULES["union"], RuleOptions(), "")
    assert [(q.id, q.nested_in) for q in both.quotes] == [("q1", None), ("q2", "q1")]
    agreed = merged(matched(a, set_of("ب", quotes=(inner,))), RULES["agreed"], RuleOptions(), "")
    assert [q.nested_in for q in agreed.quotes] == [None]


def test_an_article_is_done_when_all_are_done_with_it() -> None:
    a = set_of("أ")
    done = type(a)(a.article, "ب", ArticleStatus.DONE)
    for sets, status in (((a, done), "in_progress"), ((done,), "done")):
        assert merged(matched(*sets), RULES["union"], RuleOptions(), "").status == status


def test_half_is_no_majority() -> None:
    sets = [set_of(name, ("القاهرة", "LOC")) for name in ("أ", "ب")]
    sets += [set_of(name) for name in ("ج", "د")]
    assert merged(matched(*sets), RULES["majority"], RuleOptions(), "").entities == ()
    three = merged(matched(*sets[:3]), RULES["majority"], RuleOptions(), "")
    assert [taken_from(entity) for entity in three.entities] == [("أ", "ب")]
