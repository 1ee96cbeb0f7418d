"""What a reviewer decides is one edit: records and verdict, changed and taken back together."""

from __future__ import annotations

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import apply, inverse
from annotator.core.verdicts import Choice, Fault
from annotator.review.comparing import disagreements
from annotator.review.merging import RULES, RuleOptions, merged
from annotator.review.records import MatchedArticle
from annotator.review.settling import Ruling, settle, unsettle
from annotator.review.taking import taken_from
from tests.review.making import ARTICLE, matched, quote, set_of

ACTOR = Actor("حكم", "2026-11-22T10:00:00Z")
BOTH = matched(set_of("أ", ("بشار الأسد", "PER")), set_of("ب", ("بشار", "PER")))


def started(article: MatchedArticle, rule: str = "agreed") -> AnnotatedArticle:
    return merged(article, RULES[rule], RuleOptions(), "حكم")


def settled(state: AnnotatedArticle, article: MatchedArticle, ruling: Ruling) -> AnnotatedArticle:
    (found,) = disagreements(article)
    return apply(state, settle(state, article, found, ruling, ACTOR))


@pytest.mark.parametrize(
    ("ruling", "sources"),
    [
        (Ruling(Choice.TAKEN, ("أ",)), [("أ",)]),
        (Ruling(Choice.TAKEN, ("ب",)), [("ب",)]),
        (Ruling(Choice.TAKEN, ("أ", "ب")), [("أ",), ("ب",)]),
        (Ruling(Choice.NEITHER), []),
        (Ruling(Choice.NOTHING, fault=Fault.AMBIGUOUS, note="لا شيء"), []),
    ],
)
def test_each_choice_brings_its_records_and_says_who_and_why(ruling: Ruling, sources: list) -> None:
    state = started(BOTH)
    after = settled(state, BOTH, ruling)
    assert [taken_from(entity) for entity in after.entities] == sources
    (verdict,) = after.verdicts
    assert (verdict.choice, verdict.taken, verdict.by) == (ruling.choice, ruling.taken, "حكم")
    assert (verdict.fault, verdict.note) == (ruling.fault, ruling.note)
    assert set(verdict.records) == {entity.id for entity in after.entities}


def test_deciding_anew_replaces_what_was_decided_and_undo_brings_it_back() -> None:
    (found,) = disagreements(BOTH)
    first = settled(started(BOTH), BOTH, Ruling(Choice.TAKEN, ("أ",)))
    edit = settle(first, BOTH, found, Ruling(Choice.TAKEN, ("ب",)), ACTOR)
    second = apply(first, edit)
    assert [taken_from(entity) for entity in second.entities] == [("ب",)]
    back = apply(second, inverse(edit))
    assert (back.entities, back.verdicts) == (first.entities, first.verdicts)


def test_deciding_the_same_again_changes_nothing_and_a_note_the_verdict_alone() -> None:
    (found,) = disagreements(BOTH)
    ruling = Ruling(Choice.TAKEN, ("أ",))
    state = settled(started(BOTH), BOTH, ruling)
    assert settle(state, BOTH, found, ruling, Actor("حكم", "later")).changes == ()
    noted = settle(state, BOTH, found, Ruling(Choice.TAKEN, ("أ",), note="سهو"), ACTOR)
    assert len(noted.changes) == 1
    assert apply(state, noted).entities == state.entities


def test_what_a_rule_had_taken_from_one_side_goes_when_the_other_is_right() -> None:
    article = matched(
        set_of("أ", ("القاهرة", "ORG")),
        set_of("ب", ("القاهرة", "LOC")),
        set_of("ج", ("القاهرة", "LOC")),
    )
    state = started(article, "majority")
    assert [entity.label for entity in state.entities] == ["LOC"]
    after = settled(state, article, Ruling(Choice.TAKEN, ("أ",)))
    assert [entity.label for entity in after.entities] == ["ORG"]


def test_what_all_agree_on_stays_beside_a_copy_that_is_refused() -> None:
    article = matched(
        set_of("أ", ("القاهرة", "LOC"), ("القاهرة", "LOC")), set_of("ب", ("القاهرة", "LOC"))
    )
    after = settled(started(article), article, Ruling(Choice.NOTHING))
    assert [taken_from(entity) for entity in after.entities] == [("أ", "ب")]


def test_what_was_edited_by_hand_stands_for_the_verdict() -> None:
    state = settled(started(BOTH), BOTH, Ruling(Choice.TAKEN, ("أ",)))
    (entity,) = state.entities
    after = settled(state, BOTH, Ruling(Choice.EDITED, records=(entity.id,)))
    assert after.entities == state.entities
    assert after.verdicts[0].records == (entity.id,)


def test_a_disagreement_is_opened_again() -> None:
    state = settled(started(BOTH), BOTH, Ruling(Choice.TAKEN, ("أ",)))
    after = apply(state, unsettle(state, state.verdicts[0].id, ACTOR))
    assert (after.entities, after.verdicts) == ((), ())
    assert unsettle(after, state.verdicts[0].id, ACTOR).changes == ()


def test_a_quote_taken_is_nested_in_the_one_that_is_there() -> None:
    outer = quote("قناة العربية في جامعة القاهرة", id_="q7")
    inner = quote("جامعة القاهرة", id_="q8", nested_in="q7")
    article = matched(set_of("أ", quotes=(outer, inner)), set_of("ب", quotes=(outer,)))
    after = settled(started(article), article, Ruling(Choice.TAKEN, ("أ",)))
    assert [(q.id, q.nested_in) for q in after.quotes] == [("q1", None), ("q2", "q1")]


def test_only_a_side_can_be_taken() -> None:
    (found,) = disagreements(BOTH)
    with pytest.raises(ValueError, match="not all among"):
        settle(AnnotatedArticle(ARTICLE), BOTH, found, Ruling(Choice.TAKEN, ("د",)), ACTOR)
