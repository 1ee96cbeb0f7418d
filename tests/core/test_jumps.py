"""Several steps at once are the same as one after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import Actor
from annotator.core.edits import Edit, VerdictChange
from annotator.core.history import Timeline
from annotator.core.jumps import jumped, net_changes
from annotator.core.spans import Span
from annotator.core.verdicts import Choice, Verdict

TEXT = "قال بايدن إن باكو بعيدة عن واشنطن وموسكو."
SPANS = (Span(4, 9), Span(13, 17), Span(27, 33), Span(35, 40))
ACTOR = Actor("salma", "")


def step(timeline: Timeline, what: int) -> Timeline:
    """Make one of several decisions: add, relabel, remove, resize, or another status."""
    state = timeline.state
    ids = [entity.id for entity in state.entities]
    chosen = ids[what % len(ids)] if ids else ""
    decide = [
        lambda: decisions.add_entities(state, [SPANS[what % 4]], "PER", ACTOR),
        lambda: decisions.relabel(state, [chosen], f"L{what}", ACTOR),
        lambda: decisions.reject(state, [chosen], ACTOR),
        lambda: decisions.set_status(state, list(ArticleStatus)[what % 4], ACTOR),
        lambda: decisions.annotate_article(state, f"{what}", ACTOR),
    ]
    edit = decide[what % 5]()
    return timeline.perform(edit) if edit.changes else timeline


@given(st.lists(st.integers(0, 60), max_size=30), st.data())
def test_a_jump_is_all_its_steps(choices: list[int], data: st.DataObject) -> None:
    timeline = Timeline(AnnotatedArticle(Article("a", TEXT)))
    for what in choices:
        timeline = step(timeline, what)
    done = len(timeline.history.done)
    if not done:
        return
    for steps in (-data.draw(st.integers(1, done)), None):
        number = steps or data.draw(st.integers(1, len(timeline.history.undone)))
        expected = timeline
        for _ in range(abs(number)):
            expected = expected.undo() if number < 0 else expected.redo()
        after, edit = jumped(timeline, number)
        assert after.history == expected.history
        assert replace(after.state, revision=0) == replace(expected.state, revision=0)
        assert after.state.revision == timeline.state.revision + 1
        assert len(
            {(type(c), getattr(c.before or c.after, "id", "")) for c in edit.changes}
        ) == len(edit.changes)
        timeline = after


def test_what_was_made_and_removed_is_no_change() -> None:
    timeline = Timeline(AnnotatedArticle(Article("a", TEXT)))
    timeline = timeline.perform(decisions.add_entities(timeline.state, [SPANS[0]], "PER", ACTOR))
    timeline = timeline.perform(decisions.reject(timeline.state, ["e1"], ACTOR))
    assert net_changes(timeline.history.done) == ()
    after, edit = jumped(timeline, -2)
    assert after.state.entities == ()
    assert edit.changes == ()


@pytest.mark.parametrize("steps", [0, 1, -1])
def test_there_must_be_so_many_steps(steps: int) -> None:
    with pytest.raises(IndexError):
        jumped(Timeline(AnnotatedArticle(Article("a", TEXT))), steps)


def test_verdicts_go_back_each_by_itself() -> None:
    timeline = Timeline(AnnotatedArticle(Article("a", TEXT)))
    for name in ("v1", "v2"):
        verdict = Verdict(name, "extra", Choice.NOTHING)
        timeline = timeline.perform(Edit("settle", (VerdictChange(None, verdict),)))
    back, _ = jumped(timeline, -2)
    assert back.state.verdicts == ()
    again, _ = jumped(back, 2)
    assert again.state.verdicts == timeline.state.verdicts
