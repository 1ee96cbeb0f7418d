"""A correction is taken as it is, or taken back; what a file says of it is not trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import apply, inverse
from annotator.core.verdicts import Choice
from annotator.review.comparing import disagreements
from annotator.review.corrections import before, corrections_in, keep_mine, understood
from annotator.review.feedback import CORRECTION, corrected
from annotator.review.merging import RULES, RuleOptions, merged
from annotator.review.records import identity
from annotator.review.settling import Ruling, settle
from tests.review.making import matched, quote, set_of

ACTOR = Actor("أ", "2026-11-22T10:00:00Z")
MINE = set_of("أ", ("بواشنطن", "LOC"), ("السوري", "LOC"), quotes=(quote("قناة العربية"),))
THEIRS = set_of(
    "ب", ("واشنطن", "LOC"), ("جامعة القاهرة", "ORG"), quotes=(quote("العربية", type_="direct"),)
)


def feedback() -> AnnotatedArticle:
    """The set of أ after a review in which ب was always right."""
    article = matched(MINE, THEIRS)
    own = merged(article, RULES["agreed"], RuleOptions(), "حكم")
    for found in disagreements(article):
        own = apply(own, settle(own, article, found, Ruling(Choice.TAKEN, ("ب",)), ACTOR))
    return corrected(article, "أ", own).article


def meant(state: AnnotatedArticle) -> list[object]:
    records = [*state.entities, *state.quotes]
    return [identity(r) for r in records if r.status.value == "accepted"]


def test_keeping_all_of_mine_gives_what_i_sent() -> None:
    state = feedback()
    assert len(corrections_in(state)) == 4
    for record in corrections_in(state):
        edit = keep_mine(state, record.id, ACTOR)
        after = apply(state, edit)
        assert apply(after, inverse(edit)).entities == state.entities
        state = after
    assert corrections_in(state) == ()
    assert meant(state) == meant(MINE)


def test_understanding_all_keeps_what_was_decided() -> None:
    state = feedback()
    wanted = meant(state)
    for record in corrections_in(state):
        state = apply(state, understood(state, record.id, ACTOR))
    assert corrections_in(state) == ()
    assert meant(state) == wanted


@pytest.mark.parametrize(
    "was",
    [
        {"start": 0, "end": 10_000, "label": "LOC"},
        {"start": "0", "end": 3, "label": "LOC"},
        {"start": 0, "end": 3, "label": ""},
        {"start": 3},
        {"start": 0, "end": 4, "label": "LOC"},  # ends with a space
        [],
        "x",
    ],
)
def test_what_does_not_fit_the_text_is_not_taken_back(was: Any) -> None:
    state = feedback()
    entity = next(e for e in state.entities if CORRECTION in e.extra)
    broken = replace(entity, extra={CORRECTION: {"was": was, "now": []}})
    state = replace(state, entities=(broken,))
    assert before(broken, state.text) is None
    assert keep_mine(state, broken.id, ACTOR).changes == ()


def test_what_was_not_corrected_is_left_alone() -> None:
    assert keep_mine(MINE, "e1", ACTOR).changes == ()
    assert understood(MINE, "nobody", ACTOR).changes == ()
