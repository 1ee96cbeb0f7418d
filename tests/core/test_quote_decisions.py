"""Decisions about quotes: each gives one edit that applies and is taken back whole."""

from __future__ import annotations

import pytest

from annotator.core import quote_decisions as decide
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor
from annotator.core.edits import Edit, apply, inverse
from annotator.core.entities import Status
from annotator.core.quote_decisions import Fragment
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span

TEXT = "قال كريم إن العمل «مستمر وجيد»، وأضاف أنه سعيد. قناة «المسار»."
ACTOR = Actor("salma", "2026-11-22T10:00:00Z")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FRAGMENTS = (Fragment(at("مستمر وجيد")), Fragment(at("المسار")))
QUOTE = Quote(
    "q1",
    QuoteType.MIXED,
    (at("إن العمل «مستمر وجيد»"),),
    cue=(at("قال"),),
    source=at("كريم"),
    verbatim=(at("مستمر وجيد"),),
    status=Status.SUGGESTED,
    origin="quotes",
    score=0.8,
)
INNER = Quote("q2", QuoteType.DIRECT, (at("مستمر وجيد"),), nested_in="q1")
STATE = AnnotatedArticle(Article("a", TEXT), quotes=(QUOTE, INNER), nonquotes=(at("المسار"),))


def after(edit: Edit, state: AnnotatedArticle = STATE) -> AnnotatedArticle:
    """Apply, and hold the inverse to bring everything back."""
    changed = apply(state, edit)
    back = apply(changed, inverse(edit))
    assert (back.quotes, back.nonquotes) == (state.quotes, state.nonquotes)
    return changed


def quote_of(state: AnnotatedArticle, quote_id: str) -> Quote:
    """Return a quote that has to be there."""
    quote = state.quote(quote_id)
    assert quote is not None, quote_id
    return quote


@pytest.mark.parametrize(
    ("words", "kind", "verbatim"),
    [
        ("إن العمل «مستمر وجيد»", QuoteType.MIXED, ["مستمر وجيد"]),
        ("مستمر وجيد", QuoteType.DIRECT, ["مستمر وجيد"]),
        ("أنه سعيد", QuoteType.INDIRECT, []),
    ],
)
def test_a_selection_becomes_a_quote_of_its_type(
    words: str, kind: QuoteType, verbatim: list[str]
) -> None:
    state = after(decide.add_quote(STATE, at(words), ACTOR, FRAGMENTS, cue=[at("أضاف")]))
    quote = quote_of(state, "q3")
    assert (quote.type, [v.of(TEXT) for v in quote.verbatim]) == (kind, verbatim)
    assert (quote.status, quote.annotator) == (Status.ACCEPTED, "salma")


def test_derived_keeps_what_only_a_person_knows() -> None:
    governed = Quote("q", QuoteType.MIXED, (at("مستمر وجيد"),))
    bare = Quote("q", QuoteType.DIRECT, (at("أنه سعيد"),))
    assert decide.derived(governed, FRAGMENTS).type is QuoteType.MIXED
    assert decide.derived(bare, FRAGMENTS).type is QuoteType.DIRECT
    unclosed = [Fragment(at("مستمر وجيد"), closed=False)]
    assert not decide.derived(INNER, unclosed).closed


def test_source_speaker_cue_and_type_accept_the_quote() -> None:
    for edit, field, value in (
        (decide.set_source(STATE, "q1", at("العمل"), ACTOR), "source", at("العمل")),
        (decide.set_source(STATE, "q1", None, ACTOR), "source", None),
        (decide.set_speaker(STATE, "q1", at("كريم"), ACTOR), "speaker", at("كريم")),
        (decide.set_cue(STATE, "q1", [at("أضاف")], ACTOR), "cue", (at("أضاف"),)),
        (decide.set_type(STATE, "q1", QuoteType.INDIRECT, ACTOR), "type", QuoteType.INDIRECT),
    ):
        quote = quote_of(after(edit), "q1")
        assert getattr(quote, field) == value
        assert (quote.status, quote.modified) == (Status.ACCEPTED, ACTOR.at)


def test_a_speaker_fills_a_missing_source_and_leaves_a_given_one() -> None:
    state = after(decide.set_speaker(STATE, "q2", at("كريم"), ACTOR))
    assert quote_of(state, "q2").source == at("كريم")
    state = after(decide.set_speaker(STATE, "q1", at("العمل"), ACTOR))
    assert quote_of(state, "q1").source == at("كريم")


def test_a_speaker_and_the_mention_near_the_cue_are_one_step() -> None:
    edit = decide.set_speaker(STATE, "q1", at("العمل"), ACTOR, source=at("أنه سعيد"))
    quote = quote_of(after(edit), "q1")
    assert (quote.speaker, quote.source) == (at("العمل"), at("أنه سعيد"))
    quote = quote_of(after(decide.set_speaker(STATE, "q1", None, ACTOR)), "q1")
    assert (quote.speaker, quote.source) == (None, None)


def test_the_right_edge_cycles_through_its_ends() -> None:
    ends = [at("العمل").end, at("«مستمر وجيد»").end, at("أنه سعيد").end]
    state, seen = STATE, []
    for _ in range(4):
        state = after(decide.cycle_right_edge(state, "q1", ends, ACTOR, FRAGMENTS), state)
        quote = quote_of(state, "q1")
        seen.append((quote.extent.end, quote.type))
    mixed, indirect = QuoteType.MIXED, QuoteType.INDIRECT
    assert seen == [(ends[2], mixed), (ends[0], indirect), (ends[1], mixed), (ends[2], mixed)]


def test_split_and_join_are_each_others_undoing() -> None:
    cut = at("«مستمر").start
    state = after(decide.split(STATE, "q1", cut, ACTOR, FRAGMENTS))
    first, second = quote_of(state, "q1"), quote_of(state, "q3")
    assert [p.of(TEXT) for p in first.content] == ["إن العمل"]
    assert first.type is QuoteType.INDIRECT
    assert (second.cue, second.source, second.origin) == (QUOTE.cue, QUOTE.source, "human")
    joined = after(decide.join(state, ["q1", "q3"], ACTOR, FRAGMENTS), state)
    quote = quote_of(joined, "q1")
    assert joined.quote("q3") is None
    assert [p.of(TEXT) for p in quote.content] == ["إن العمل", "«مستمر وجيد»"]
    assert quote.type is QuoteType.MIXED


def test_joining_takes_over_what_was_nested() -> None:
    state = after(decide.add_quote(STATE, at("أنه سعيد"), ACTOR))
    state = after(decide.nest(state, "q3", "q2", ACTOR), state)
    joined = after(decide.join(state, ["q1", "q2"], ACTOR, FRAGMENTS), state)
    assert quote_of(joined, "q3").nested_in == "q1"


def test_a_quote_is_not_nested_in_itself_nor_below_itself() -> None:
    assert decide.nest(STATE, "q1", "q1", ACTOR).changes == ()
    assert decide.nest(STATE, "q1", "q2", ACTOR).changes == ()
    state = after(decide.nest(STATE, "q2", None, ACTOR))
    assert quote_of(state, "q2").nested_in is None


def test_a_nonquote_becomes_a_quote_and_back() -> None:
    state = after(decide.nonquote_to_quote(STATE, at("المسار"), ACTOR, FRAGMENTS))
    assert state.nonquotes == ()
    assert quote_of(state, "q3").type is QuoteType.DIRECT
    back = after(decide.quote_to_nonquote(state, "q3", ACTOR), state)
    assert back.nonquotes == (at("المسار"),)
    assert quote_of(back, "q3").status is Status.REJECTED
    again = after(decide.nonquote_to_quote(back, at("المسار"), ACTOR, FRAGMENTS), back)
    assert [quote.id for quote in again.quotes] == [quote.id for quote in state.quotes]


def test_a_quote_of_a_person_without_marks_goes_when_it_is_none() -> None:
    state = after(decide.add_quote(STATE, at("المسار"), ACTOR, ()))
    assert quote_of(state, "q3").verbatim == ()
    assert after(decide.quote_to_nonquote(state, "q3", ACTOR), state).quote("q3") is None


def test_a_suggestion_turned_into_a_nonquote_stays_as_rejected() -> None:
    state = after(decide.quote_to_nonquote(STATE, "q1", ACTOR))
    assert quote_of(state, "q1").status is Status.REJECTED
    assert quote_of(state, "q2").nested_in is None
    assert at("مستمر وجيد") in state.nonquotes
    back = after(decide.nonquote_to_quote(state, at("مستمر وجيد"), ACTOR, FRAGMENTS), state)
    assert quote_of(back, "q1").status is Status.ACCEPTED
    assert quote_of(back, "q1").content == QUOTE.content
    assert back.nonquotes == STATE.nonquotes


def test_decisions_about_a_quote_that_is_gone_change_nothing() -> None:
    for edit in (
        decide.set_source(STATE, "q9", None, ACTOR),
        decide.set_content(STATE, "q9", [at("العمل")], ACTOR),
        decide.cycle_right_edge(STATE, "q9", [3], ACTOR),
        decide.split(STATE, "q9", 3, ACTOR),
        decide.join(STATE, ["q1", "q9"], ACTOR),
        decide.quote_to_nonquote(STATE, "q9", ACTOR),
    ):
        assert edit.changes == ()
