"""The session: saved before said, one undo step a decision, and listeners that hear of it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import (
    accept,
    add_entities,
    reject,
    reopen,
    set_status,
    take_suggestions,
)
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.spans import Span
from annotator.services.project import Project, create_project, open_project
from annotator.services.session import ArticleSession, Changed
from annotator.storage import Place, StepKind

TEXT = "قال بايدن إن باكو بعيدة"
FOUND = (
    Entity("x", Span(4, 9), "PER", Status.SUGGESTED, "names"),
    Entity("y", Span(13, 17), "LOC", Status.SUGGESTED, "camel"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "p.annotator"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    labels = LabelSet("two", (Label("PER"), Label("LOC")))
    with create_project(path, annotator="salma", label_set=labels) as opened:
        opened.file.add_articles([AnnotatedArticle(Article("a1", TEXT))])
        yield opened


@pytest.fixture
def session(project: Project) -> ArticleSession:
    return project.open_article(1)


def _suggest(session: ArticleSession, found: tuple[Entity, ...] = FOUND) -> Changed | None:
    return session.perform(take_suggestions(session.state, found, [], session.actor()))


def _reopened(project: Project, path: Path) -> ArticleSession:
    project.close()
    again = open_project(path, annotator="salma")
    return again.open_article(1)


def test_the_first_decision_starts_the_article_in_the_same_step(session: ArticleSession) -> None:
    _suggest(session)
    assert session.state.status is ArticleStatus.NEW
    session.perform(accept(session.state, ["e1"], session.actor()))
    assert session.state.status is ArticleStatus.IN_PROGRESS
    assert len(session.history.done) == 1
    session.undo()
    assert session.state.status is ArticleStatus.NEW
    session.redo()
    assert session.state.status is ArticleStatus.IN_PROGRESS


def test_a_status_that_a_person_gives_is_the_status(session: ArticleSession) -> None:
    session.perform(set_status(session.state, ArticleStatus.DONE, session.actor()))
    assert session.state.status is ArticleStatus.DONE
    session.perform(add_entities(session.state, [Span(4, 9)], "PER", session.actor()))
    assert session.state.status is ArticleStatus.DONE


def test_listeners_hear_every_change_once_with_its_initiator(session: ArticleSession) -> None:
    heard: list[Changed] = []
    unsubscribe = session.subscribe(heard.append)
    before = session.state
    edit = add_entities(before, [Span(4, 9)], "PER", session.actor())
    session.perform(edit, by="keyboard")
    session.undo(by="menu")
    session.redo()
    assert [(c.kind, c.initiator, c.edit.name) for c in heard] == [
        (StepKind.DO, "keyboard", "add"),
        (StepKind.UNDO, "menu", "add"),
        (StepKind.REDO, None, "add"),
    ]
    assert heard[0].before == before
    assert [c.after for c in heard] == [c.before for c in heard[1:]] + [session.state]
    assert heard[1].after.entities == ()
    unsubscribe()
    unsubscribe()
    session.undo()
    assert len(heard) == 3


def test_what_changes_nothing_is_no_step(session: ArticleSession) -> None:
    assert session.perform(accept(session.state, ["e9"], session.actor())) is None
    assert session.undo() is None
    assert session.redo() is None
    assert session.state.revision == 0


def test_when_saving_fails_nothing_has_happened(session: ArticleSession, path: Path) -> None:
    heard: list[Changed] = []
    session.subscribe(heard.append)
    session.perform(add_entities(session.state, [Span(4, 9)], "PER", session.actor()))
    state, history = session.state, session.history
    aside = path.rename(path.with_name("aside"))
    edit = add_entities(session.state, [Span(13, 17)], "LOC", session.actor())
    for change in (lambda: session.perform(edit), session.undo):
        with pytest.raises(UserError):
            change()
        assert (session.state, session.history) == (state, history)
    assert len(heard) == 1
    aside.rename(path)
    session.perform(edit)
    assert len(session.state.entities) == 2


def test_reopening_restores_the_state_both_stacks_and_the_place(
    project: Project, session: ArticleSession, path: Path
) -> None:
    _suggest(session)
    session.perform(accept(session.state, ["e1"], session.actor()))
    session.perform(reject(session.state, ["e2"], session.actor()))
    session.undo()
    session.place = Place(11, 0, "e2")
    again = _reopened(project, path)
    assert (again.state, again.history) == (session.state, session.history)
    assert again.place == Place(11, 0, "e2")
    again.redo()
    assert again.state.entity("e2").status is Status.REJECTED
    again.undo()
    again.undo()
    assert [e.status for e in again.state.entities] == [Status.SUGGESTED] * 2


def test_suggestions_that_arrive_leave_every_step_undoable(session: ArticleSession) -> None:
    _suggest(session)
    actor = session.actor()
    session.perform(accept(session.state, ["e1"], actor))
    session.perform(reopen(session.state, ["e1"], actor))  # e1 is open again, and known to steps
    session.perform(add_entities(session.state, [Span(18, 23)], "LOC", actor))
    session.perform(reject(session.state, ["e3"], actor))  # e3 is gone, and known to steps
    other = Entity("z", Span(0, 3), "PER", Status.SUGGESTED, "camel")
    _suggest(session, (FOUND[0], other))
    assert [(e.id, e.span, e.label) for e in session.state.pending()] == [
        ("e4", Span(0, 3), "PER"),
        ("e1", Span(4, 9), "PER"),
    ]
    for _ in range(4):
        session.undo()
    assert not session.history.can_undo
    assert session.state.entity("e1").status is Status.SUGGESTED
    for _ in range(4):
        session.redo()
    assert session.state.entity("e3") is None


def test_one_article_has_one_session_while_it_is_open(project: Project) -> None:
    first = project.open_article(1)
    assert project.open_article(1) is first
    first.perform(add_entities(first.state, [Span(4, 9)], "PER", first.actor()))
    state = first.state
    del first
    gc.collect()
    assert project.open_article(1).state == state


def test_reading_only_a_place_is_remembered_but_not_kept(project: Project, path: Path) -> None:
    with open_project(path, annotator="salma") as reading:
        session = reading.open_article(1)
        session.place = Place(4)
        assert session.place == Place(4)
        reading.set_state("window", 1)
        with pytest.raises(UserError, match="open elsewhere"):
            session.perform(add_entities(session.state, [Span(4, 9)], "PER", session.actor()))
        assert session.state.entities == ()
    assert project.open_article(1).place is None
    assert project.state("window") is None
