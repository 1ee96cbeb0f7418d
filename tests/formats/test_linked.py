"""Quotes as spans and relations, and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.linked import Carries, LinkedSpan, Relation, linked, unlinked

TEXT = "0123456789" * 6
ALL = Carries.RELATIONS | Carries.ATTRIBUTES | Carries.NOTES
PERSON = Entity("e1", Span(4, 13), "PER", note="n")


def annotated(*quotes: Quote, entities: tuple[Entity, ...] = (PERSON,)) -> AnnotatedArticle:
    return AnnotatedArticle(Article("a", TEXT), entities=entities, quotes=quotes)


def back(article: AnnotatedArticle, carries: Carries) -> AnnotatedArticle:
    made = linked(article, carries)
    return unlinked(AnnotatedArticle(article.article), made.spans, made.relations)


def spans(start: int, end: int):
    return st.builds(lambda a, n: Span(a, a + n), st.integers(start, end - 3), st.integers(1, 3))


@st.composite
def quotes(draw):
    content = tuple(sorted(set(draw(st.lists(spans(20, 60), min_size=1, max_size=3)))))
    kind = draw(st.sampled_from(QuoteType))
    verbatim = tuple(sorted(set(draw(st.lists(spans(20, 60), max_size=2)))))
    if kind is QuoteType.DIRECT and not verbatim:
        verbatim = content
    return Quote(
        draw(st.sampled_from(["q1", "q2", "e1"])),
        kind,
        content,
        cue=tuple(sorted(set(draw(st.lists(spans(0, 20), max_size=2))))),
        verbatim=verbatim,
        closed=draw(st.booleans()),
        nonfact=draw(st.booleans()),
        note=draw(st.sampled_from(["", "note"])),
        **{
            name: draw(st.none() | st.just(PERSON.span) | spans(0, 20))
            for name in ("source", "speaker", "via", "addressee")
        },
    )


@given(quotes())
def test_with_room_for_all_a_quote_comes_back_as_it_was(quote):
    article = annotated(quote)
    assert linked(article, ALL).losses == ()
    given_, found = article.quotes[0], back(article, ALL).quotes[0]
    assert replace(found, id=given_.id) == given_
    assert back(article, ALL).entities == article.entities


@given(quotes())
def test_without_attributes_a_difference_is_told(quote):
    article = annotated(quote)
    made = linked(article, Carries.RELATIONS | Carries.NOTES)
    found = back(article, Carries.RELATIONS | Carries.NOTES).quotes[0]
    assert (replace(found, id=quote.id) == quote) == (made.losses == ())
    assert replace(found, id=quote.id, type=quote.type, closed=True, nonfact=False) == replace(
        quote, closed=True, nonfact=False
    )


def test_a_mention_that_is_an_entity_is_linked_and_not_doubled():
    quote = Quote("q1", QuoteType.INDIRECT, (Span(20, 30),), source=PERSON.span)
    made = linked(annotated(quote), ALL)
    assert made.relations == (Relation("source", "q1", "e1"),)
    assert [span.label for span in made.spans] == ["PER", "QUOTE"]


def test_nested_quotes_are_linked_to_the_one_around():
    outer = Quote("q1", QuoteType.INDIRECT, (Span(20, 50),))
    inner = Quote("q2", QuoteType.INDIRECT, (Span(30, 40),), nested_in="q1")
    assert back(annotated(outer, inner), ALL).quotes == (outer, inner)


def test_without_relations_each_part_is_a_span_and_it_is_told():
    quote = Quote(
        "q1", QuoteType.MIXED, (Span(20, 30), Span(40, 50)), cue=(Span(0, 3),), source=Span(4, 13)
    )
    made = linked(annotated(quote), Carries.NOTHING)
    assert made.relations == ()
    assert [(s.label, s.span) for s in made.spans if s.label == "QUOTE"] == [
        ("QUOTE", Span(20, 30)),
        ("QUOTE", Span(40, 50)),
    ]
    assert sorted(problem.kind for problem in made.losses) == ["note", "quote"]


def test_an_entity_whose_label_means_a_part_of_a_quote_is_told():
    entity = Entity("e1", Span(0, 3), "QUOTE")
    (told,) = linked(annotated(entities=(entity,)), ALL).losses
    assert (told.kind, told.record) == ("label", "e1")


@pytest.mark.parametrize("kind", ["unknown", "speaker"])
def test_a_relation_that_leads_nowhere_or_is_unknown_is_passed_over(kind):
    given_ = [LinkedSpan("t1", "QUOTE", Span(20, 30)), LinkedSpan("t2", "PER", Span(4, 13))]
    relations = [Relation(kind, "t1", "absent"), Relation("unknown", "t1", "t2")]
    made = unlinked(AnnotatedArticle(Article("a", TEXT)), given_, relations)
    assert [quote.speaker for quote in made.quotes] == [None]
    assert [entity.label for entity in made.entities] == ["PER"]


def test_spans_of_other_tools_without_relations_stay_entities():
    given_ = [LinkedSpan("t1", "SPEAKER", Span(4, 13)), LinkedSpan("t2", "CUE", Span(0, 3))]
    made = unlinked(AnnotatedArticle(Article("a", TEXT)), given_, ())
    assert [entity.label for entity in made.entities] == ["CUE", "SPEAKER"]
