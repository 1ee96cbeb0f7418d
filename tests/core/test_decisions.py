from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.decisions import (
    Actor,
    accept,
    add_entities,
    annotate_article,
    annotate_note,
    finish,
    reject,
    relabel,
    reopen,
    resize,
    set_status,
    take_suggestions,
    toggle_article_flag,
    toggle_flag,
)
from annotator.core.edits import Edit, apply
from annotator.core.entities import HUMAN, Entity, Status
from annotator.core.errors import EditConflictError
from annotator.core.history import Timeline
from annotator.core.quote_decisions import quote_to_nonquote
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span

# The text of the fixture ``state``: التقى بومبيو بلأرمينيا …
BOMPEO, ARMENIA, WASHINGTON = Span(6, 12), Span(15, 22), Span(26, 32)


def _suggest(state: AnnotatedArticle, actor: Actor, *found: tuple[Span, str]) -> AnnotatedArticle:
    entities = [
        Entity(str(i), span, label, origin="rules") for i, (span, label) in enumerate(found)
    ]
    return apply(state, take_suggestions(state, entities, [], actor))


def _facts(state: AnnotatedArticle) -> list[tuple[Span, str, Status]]:
    return [(e.span, e.label, e.status) for e in state.entities]


@pytest.fixture
def suggested(state: AnnotatedArticle, actor: Actor) -> AnnotatedArticle:
    return _suggest(state, actor, (WASHINGTON, "LOC"), (BOMPEO, "LOC"), (BOMPEO, "PER"))


def test_the_spans_used_here_are_what_they_are_called(state: AnnotatedArticle):
    assert [s.of(state.text) for s in (BOMPEO, ARMENIA, WASHINGTON)] == [
        "بومبيو",
        "أرمينيا",
        "واشنطن",
    ]


def test_suggestions_get_ids_and_reading_order(suggested: AnnotatedArticle, actor: Actor):
    assert [(e.id, e.span) for e in suggested.entities] == [
        ("e2", BOMPEO),
        ("e3", BOMPEO),
        ("e1", WASHINGTON),
    ]
    assert {(e.status, e.origin, e.created) for e in suggested.entities} == {
        (Status.SUGGESTED, "rules", actor.at)
    }
    assert suggested.pending() == suggested.entities


def test_accept_stamps_and_takes_several_in_one_step(suggested: AnnotatedArticle, actor: Actor):
    edit = accept(suggested, ["e1", "e3", "e1", "gone"], actor)
    after = apply(suggested, edit)
    assert (edit.name, edit.args, len(edit.changes)) == ("accept", {"count": 2}, 2)
    assert [e.id for e in after.pending()] == ["e2"]
    accepted = after.entity("e1")
    assert accepted
    assert (accepted.status, accepted.annotator) == (Status.ACCEPTED, "salma")
    assert (accepted.modified, accepted.origin) == (actor.at, "rules")


def test_a_decision_that_changes_nothing_has_no_changes(suggested: AnnotatedArticle, actor: Actor):
    decided = apply(suggested, accept(suggested, ["e1"], actor))
    later = replace(actor, at="2027-01-01T00:00:00Z")
    edits = [
        accept(decided, ["e1"], later),
        relabel(decided, ["e1"], "LOC", later),
        resize(decided, "e1", WASHINGTON, later),
        add_entities(decided, [WASHINGTON], "LOC", later),
        annotate_note(decided, "e1", "", later),
        set_status(decided, ArticleStatus.NEW, later),
        accept(decided, [], later),
    ]
    assert [edit.changes for edit in edits] == [()] * len(edits)


def test_a_rejected_suggestion_is_kept_and_what_was_marked_by_hand_goes(
    suggested: AnnotatedArticle, actor: Actor
):
    marked = apply(suggested, add_entities(suggested, [ARMENIA], "LOC", actor))
    after = apply(marked, reject(marked, ["e1", "e4"], actor))
    assert (WASHINGTON, "LOC", Status.REJECTED) in _facts(after)
    assert ARMENIA not in [e.span for e in after.entities]
    assert after.entities_at(WASHINGTON.start) == ()


@pytest.mark.parametrize("decide", [accept, reject])
def test_what_was_decided_is_never_suggested_again(
    suggested: AnnotatedArticle, actor: Actor, decide
):
    decided = apply(suggested, decide(suggested, ["e1"], actor))
    again = _suggest(decided, actor, (WASHINGTON, "LOC"), (ARMENIA, "LOC"), (ARMENIA, "LOC"))
    assert [(e.span, e.label) for e in again.pending()] == [(ARMENIA, "LOC")]
    assert again.entity("e1") == decided.entity("e1")


def test_new_suggestions_replace_open_ones_and_are_no_step(
    suggested: AnnotatedArticle, actor: Actor
):
    edit = take_suggestions(suggested, [], [], actor)
    assert not edit.undoable
    assert apply(suggested, edit).entities == ()


def test_reopen_is_for_suggestions_alone(suggested: AnnotatedArticle, actor: Actor):
    marked = apply(suggested, add_entities(suggested, [ARMENIA], "LOC", actor))
    rejected = apply(marked, reject(marked, ["e1"], actor))
    reopened = apply(rejected, reopen(rejected, ["e1", "e4"], actor))
    assert (WASHINGTON, "LOC", Status.SUGGESTED) in _facts(reopened)
    assert (ARMENIA, "LOC", Status.ACCEPTED) in _facts(reopened)


def test_relabel_accepts(suggested: AnnotatedArticle, actor: Actor):
    edit = relabel(suggested, ["e1"], "ORG", actor)
    assert edit.args == {"label": "ORG", "count": 1}
    assert (WASHINGTON, "ORG", Status.ACCEPTED) in _facts(apply(suggested, edit))


@pytest.mark.parametrize("ids", [["e2"], ["e2", "e3"]])
def test_a_twin_gives_way_to_the_relabelled_one(
    suggested: AnnotatedArticle, actor: Actor, ids: list[str]
):
    after = apply(suggested, relabel(suggested, ids, "PER", actor))
    assert [f for f in _facts(after) if f[0] == BOMPEO] == [(BOMPEO, "PER", Status.ACCEPTED)]


def test_relabelling_several_of_one_span_leaves_one(suggested: AnnotatedArticle, actor: Actor):
    after = apply(suggested, relabel(suggested, ["e2", "e3"], "ORG", actor))
    assert [f for f in _facts(after) if f[0] == BOMPEO] == [(BOMPEO, "ORG", Status.ACCEPTED)]


def test_resize_accepts_and_keeps_reading_order(suggested: AnnotatedArticle, actor: Actor):
    after = apply(suggested, resize(suggested, "e1", Span(0, 5), actor))
    assert after.entities[0].id == "e1"
    assert after.entities[0].status is Status.ACCEPTED


def test_a_twin_gives_way_to_the_moved_one(suggested: AnnotatedArticle, actor: Actor):
    after = apply(suggested, resize(suggested, "e1", BOMPEO, actor))
    assert [(e.id, e.label) for e in after.entities] == [("e1", "LOC"), ("e3", "PER")]


@pytest.mark.parametrize("span", [Span(5, 12), Span(6, 6), Span(6, 999), Span(34, 36)])
def test_an_edge_where_none_may_be_is_refused(
    suggested: AnnotatedArticle, actor: Actor, span: Span
):
    with pytest.raises(EditConflictError, match="not valid"):
        apply(suggested, resize(suggested, "e1", span, actor))


def test_mark_by_hand(state: AnnotatedArticle, actor: Actor):
    after = apply(state, add_entities(state, [WASHINGTON, ARMENIA, WASHINGTON], "LOC", actor))
    assert [(e.id, e.span, e.origin, e.annotator) for e in after.entities] == [
        ("e2", ARMENIA, HUMAN, "salma"),
        ("e1", WASHINGTON, HUMAN, "salma"),
    ]


@pytest.mark.parametrize("label", ["LOC", "ORG"])
def test_marking_a_suggested_span_decides_the_suggestion(
    suggested: AnnotatedArticle, actor: Actor, label: str
):
    after = apply(suggested, add_entities(suggested, [WASHINGTON], label, actor))
    washington = [e for e in after.entities if e.span == WASHINGTON]
    assert [(e.id, e.label, e.status, e.origin) for e in washington] == [
        ("e1", label, Status.ACCEPTED, "rules")
    ]


def test_marking_a_rejected_span(suggested: AnnotatedArticle, actor: Actor):
    rejected = apply(suggested, reject(suggested, ["e1"], actor))
    same = apply(rejected, add_entities(rejected, [WASHINGTON], "LOC", actor))
    assert [f for f in _facts(same) if f[0] == WASHINGTON] == [(WASHINGTON, "LOC", Status.ACCEPTED)]
    other = apply(rejected, add_entities(rejected, [WASHINGTON], "ORG", actor))
    assert sorted(f for f in _facts(other) if f[0] == WASHINGTON) == [
        (WASHINGTON, "LOC", Status.REJECTED),
        (WASHINGTON, "ORG", Status.ACCEPTED),
    ]


def test_note_and_status(suggested: AnnotatedArticle, actor: Actor):
    noted = apply(suggested, annotate_note(suggested, "e1", "capital", actor))
    done = apply(noted, set_status(noted, ArticleStatus.DONE, actor))
    assert (done.entity("e1") or pytest.fail("gone")).note == "capital"
    assert done.status is ArticleStatus.DONE
    assert done.revision == suggested.revision + 2


def test_a_flag_is_given_and_taken_away(suggested: AnnotatedArticle, actor: Actor):
    flagged = apply(suggested, toggle_flag(suggested, ["e1"], "unsure", actor))
    entity = flagged.entity("e1")
    assert entity is not None
    assert (entity.flags, entity.status, entity.annotator) == (
        ("unsure",),
        Status.SUGGESTED,
        actor.name,
    )
    cleared = apply(flagged, toggle_flag(flagged, ["e1"], "unsure", actor)).entity("e1")
    assert cleared is not None
    assert cleared.flags == ()


def test_the_article_has_a_note_and_flags_of_its_own(state: AnnotatedArticle, actor: Actor):
    assert annotate_article(state, "", actor).changes == ()
    said = apply(state, annotate_article(state, "which Paris?", actor))
    said = apply(said, toggle_article_flag(said, "unsure", actor))
    assert (said.note, said.flags) == ("which Paris?", ("unsure",))
    assert apply(said, toggle_article_flag(said, "unsure", actor)).flags == ()


def test_newer_suggestions_leave_what_somebody_said_something_of(
    suggested: AnnotatedArticle, actor: Actor
):
    flagged = apply(suggested, toggle_flag(suggested, ["e1"], "unsure", actor))
    after = apply(flagged, take_suggestions(flagged, [], [], actor))
    assert after.entities == (flagged.entity("e1"),)


def _quote(quote_id: str, start: int, end: int, nested_in: str | None = None) -> Quote:
    return Quote(
        quote_id, QuoteType.DIRECT, (Span(start, end),), nested_in=nested_in, origin="quotes"
    )


def _take(state: AnnotatedArticle, actor: Actor, *quotes: Quote) -> AnnotatedArticle:
    edit: Edit = take_suggestions(state, [], quotes, actor)
    return apply(state, edit)


def test_quotes_keep_their_nesting_under_new_ids(state: AnnotatedArticle, actor: Actor):
    taken = _take(state, actor, _quote("b", 6, 12, nested_in="a"), _quote("a", 0, 22))
    assert [(q.id, q.nested_in) for q in taken.quotes] == [("q2", None), ("q1", "q2")]


def test_a_quote_nested_in_a_decided_one_stays_so(state: AnnotatedArticle, actor: Actor):
    taken = _take(state, actor, _quote("a", 0, 22))
    decided = apply(taken, accept(taken, ["q1"], actor))
    again = _take(decided, actor, _quote("x", 0, 22), _quote("y", 6, 12, nested_in="x"))
    assert [(q.id, q.nested_in, q.status) for q in again.quotes] == [
        ("q1", None, Status.ACCEPTED),
        ("q2", "q1", Status.SUGGESTED),
    ]


def test_one_content_is_one_quote(state: AnnotatedArticle, actor: Actor):
    assert len(_take(state, actor, _quote("a", 0, 22), _quote("b", 0, 22)).quotes) == 1


def test_entities_and_quotes_are_decided_together(suggested: AnnotatedArticle, actor: Actor):
    both = apply(
        suggested, take_suggestions(suggested, suggested.entities, [_quote("a", 0, 22)], actor)
    )
    ids = [record.id for record in both.pending()]
    assert both.pending()[0].id.startswith("q")
    assert apply(both, accept(both, ids, actor)).pending() == ()
    # Labels are for entities: a quote among them is passed over.
    relabelled = apply(both, relabel(both, ids, "ORG", actor))
    assert relabelled.quotes == both.quotes


def test_finishing_leaves_open_what_is_open_unless_asked(
    state: AnnotatedArticle, actor: Actor
) -> None:
    open_one = _suggest(state, actor, (BOMPEO, "PER"))
    done = apply(open_one, finish(open_one, actor))
    assert done.status is ArticleStatus.DONE
    assert _facts(done) == [(BOMPEO, "PER", Status.SUGGESTED)]


def test_finishing_accepts_in_one_step_what_is_shown(state: AnnotatedArticle, actor: Actor) -> None:
    weak = Entity("w", WASHINGTON, "LOC", origin="rules", score=0.3)
    sure = Entity("s", BOMPEO, "PER", origin="rules", score=0.5)
    unscored = Entity("u", ARMENIA, "LOC", origin="rules")
    found = apply(state, take_suggestions(state, [weak, sure, unscored], [], actor))
    edit = finish(found, actor, accept_rest=True, least=0.5)
    before = Timeline(found)
    after = before.perform(edit)
    assert after.state.status is ArticleStatus.DONE
    assert [e.status for e in after.state.entities] == [
        Status.ACCEPTED,
        Status.ACCEPTED,
        Status.SUGGESTED,
    ]
    back = after.undo().state
    assert (back.status, _facts(back)) == (found.status, _facts(found))


def test_strings_judged_to_be_no_quotes_are_kept_with_those_that_were(
    state: AnnotatedArticle, actor: Actor
):
    known = replace(state, nonquotes=(Span(13, 22),))
    quotes = [_quote("a", 0, 5)]
    edit = take_suggestions(known, [], quotes, actor, [Span(6, 12), Span(0, 5)])
    assert not edit.undoable
    taken = apply(known, edit)
    assert taken.nonquotes == (Span(6, 12), Span(13, 22))
    again = take_suggestions(taken, [], taken.quotes, actor, [Span(6, 12)])
    assert apply(taken, again).nonquotes == taken.nonquotes


def test_what_a_person_accepted_as_a_quote_is_no_nonquote(state: AnnotatedArticle, actor: Actor):
    taken = _take(state, actor, _quote("a", 0, 5))
    decided = apply(taken, accept(taken, ["q1"], actor))
    edit = take_suggestions(decided, [], [], actor, [Span(0, 5)])
    assert edit.changes == ()


def test_a_nonquote_of_a_person_is_not_suggested_as_a_quote(state: AnnotatedArticle, actor: Actor):
    whole = replace(_quote("a", 0, 12), verbatim=(Span(0, 5),))
    taken = _take(state, actor, whole)
    known = apply(taken, quote_to_nonquote(taken, "q1", actor))
    assert known.nonquotes == (Span(0, 5),)
    again = _take(known, actor, whole, _quote("b", 0, 5))
    assert (again.quotes, again.nonquotes) == (known.quotes, known.nonquotes)
    assert len(_take(known, actor, _quote("c", 0, 22)).pending()) == 1


def test_a_nonquote_that_nobody_decided_makes_room_for_a_quote(
    state: AnnotatedArticle, actor: Actor
):
    judged = apply(state, take_suggestions(state, [], [], actor, [Span(0, 5), Span(6, 12)]))
    now = _take(judged, actor, _quote("a", 0, 5))
    assert [quote.content for quote in now.quotes] == [(Span(0, 5),)]
    assert now.nonquotes == (Span(6, 12),)
    back = apply(now, take_suggestions(now, [], [], actor, [Span(0, 5)]))
    assert (back.quotes, back.nonquotes) == ((), (Span(0, 5), Span(6, 12)))


def test_in_a_finished_article_every_nonquote_is_decided(state: AnnotatedArticle, actor: Actor):
    done = replace(state, nonquotes=(Span(0, 5),), status=ArticleStatus.DONE)
    now = _take(done, actor, _quote("a", 0, 5))
    assert (now.quotes, now.nonquotes) == ((), (Span(0, 5),))


def test_what_is_nested_in_a_rejected_quote_is_no_more(state: AnnotatedArticle, actor: Actor):
    taken = _take(state, actor, _quote("a", 0, 22), _quote("b", 6, 12, nested_in="a"))
    rejected = apply(taken, reject(taken, ["q1"], actor))
    inner = rejected.quote("q2")
    assert inner is not None
    assert (inner.nested_in, inner.status) == (None, Status.SUGGESTED)
