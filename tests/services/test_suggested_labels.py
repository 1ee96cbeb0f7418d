"""Suggestions come under the project's labels, or not at all."""

from __future__ import annotations

from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor, add_entities
from annotator.core.entities import Entity, Status
from annotator.core.labels import Label, LabelSet
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.services.remembering import echo
from annotator.services.suggested_labels import SuggestedLabels
from annotator.services.suggesting import suggest
from annotator.suggest.base import Found
from annotator.suggest.memory import Memory

ENGINES = ["gazetteer", "embedded", "quotes"]


def found_in(text: str, labels: LabelSet | None, memory: Memory | None = None) -> Found:
    article = Article("a", text)
    return suggest(article, engines=ENGINES, memory=memory, label_set=labels, progress=Progress())


def test_labels_go_through_the_aliases_and_unknown_ones_are_left_out(seed_text: str) -> None:
    plain = found_in(seed_text, None)
    assert {entity.label for entity in plain.entities} >= {"PER", "LOC", "ORG"}
    named = LabelSet("n", (Label("PERSON"), Label("ORG")), {"PER": "PERSON"})
    mapped = found_in(seed_text, named)
    assert {entity.label for entity in mapped.entities} == {"PERSON", "ORG"}
    persons = [e.span for e in plain.entities if e.label == "PER"]
    assert [e.span for e in mapped.entities if e.label == "PERSON"] == persons
    assert mapped.quotes == plain.quotes


def test_the_default_set_changes_nothing(seed_text: str) -> None:
    assert found_in(seed_text, load_label_set()) == found_in(seed_text, None)


def test_memory_and_engines_mean_the_same_by_different_names(seed_text: str) -> None:
    labels = load_label_set("wojood")
    (name, *_) = [e for e in found_in(seed_text, None).entities if e.label == "PER"]
    string = name.span.of(seed_text)
    memory = Memory()
    memory.add(string, "PERS", accepted=9)
    (same,) = [e for e in found_in(seed_text, labels, memory).entities if e.span == name.span]
    assert same.label == "PERS"
    assert {reason.origin for reason in same.reasons} >= {"memory", "embedded"}
    memory.add(string, "PERS", accepted=-9, rejected=1)
    again = found_in(seed_text, labels, memory).entities
    assert name.span not in {entity.span for entity in again}


def test_what_a_project_taught_is_one_of_its_labels() -> None:
    labels = SuggestedLabels(LabelSet("n", (Label("PERSON"),), {"PER": "PERSON"}))
    taught = Found((Entity("e", Span(0, 3), "PERSON", Status.SUGGESTED, "embedded"),))
    (among,) = labels.among_engines(taught).entities
    assert among.label == "PER"
    assert labels.for_project(labels.among_engines(taught)) == taught


def test_an_echo_brings_no_label_that_the_set_lacks() -> None:
    text = "باكو قرب باكو"
    state = AnnotatedArticle(Article("a", text))
    me = Actor("me", "2026-11-22T10:00:00Z")
    memory = Memory()
    memory.add("باكو", "OLD", accepted=3)
    edit = add_entities(state, [Span(0, 4)], "OLD", me)
    assert echo(state, memory, edit, me).changes
    assert not echo(state, memory, edit, me, LabelSet("n", (Label("LOC"),))).changes
