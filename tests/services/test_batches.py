"""A batch is one step for the person: made once, undone and redone from any of its articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import add_entities, annotate_note, reject, relabel
from annotator.core.edits import Edit
from annotator.core.entities import Entity
from annotator.core.labels import Label, LabelSet
from annotator.core.spans import Span
from annotator.services.project import Project, create_project
from annotator.services.session import ArticleSession, Changed
from annotator.storage import BatchItem, BatchOutcome, StepKind

LABELS = LabelSet("two", (Label("PER"), Label("LOC")))
TEXTS = tuple(f"قال بايدن إن باكو بعيدة {n}" for n in range(3))
SPANS = [Span(4, 9), Span(13, 17), Span(18, 23)]
ENTITY = Entity("e1", SPANS[0], "PER")


def _filled(path: Path) -> Project:
    project = create_project(path, annotator="salma", label_set=LABELS)
    project.file.add_articles(
        AnnotatedArticle(Article(f"a{n}", text), entities=(ENTITY,)) for n, text in enumerate(TEXTS)
    )
    return project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with _filled(tmp_path / "p.annotator") as opened:
        yield opened


@pytest.fixture
def sessions(project: Project) -> list[ArticleSession]:
    return [project.open_article(key) for key in (1, 2, 3)]


def _every(project: Project, label: str, keys: tuple[int, ...] = (1, 2, 3)) -> BatchOutcome:
    actor = project.batches.actor()

    def decide(state: AnnotatedArticle) -> Edit:
        ids = [e.id for e in state.entities]
        made = add_entities(state, SPANS[1:2], label, actor)
        return replace(made, changes=(*relabel(state, ids, label, actor).changes, *made.changes))

    items = [BatchItem(key, "salma", decide) for key in keys]
    return project.batches.perform("label_every", items, args={"label": label})


def test_open_sessions_hear_of_it_and_closed_articles_have_it(project: Project) -> None:
    session = project.open_article(1)
    heard: list[Changed] = []
    session.subscribe(heard.append)
    outcome = _every(project, "LOC")
    assert [c.kind for c in heard] == [StepKind.DO]
    assert heard[0].edit == session.history.done[-1]
    assert heard[0].after == session.state
    assert heard[0].before.entities == (ENTITY,)
    assert [e.label for e in session.state.entities] == ["LOC", "LOC"]
    assert session.state.status is ArticleStatus.NEW
    assert [e.label for e in project.open_article(3).state.entities] == ["LOC", "LOC"]
    assert outcome.key == project.batches.recent()[0].key


def test_undo_in_one_article_takes_it_back_in_all(
    project: Project, sessions: list[ArticleSession]
) -> None:
    told: list[BatchOutcome] = []
    leave = project.batches.listen(told.append)
    _every(project, "LOC")
    heard: list[Changed] = []
    sessions[0].subscribe(heard.append)
    change = sessions[2].undo(by="menu")
    assert change is not None
    assert (change.kind, change.initiator) == (StepKind.UNDO, "menu")
    assert [c.kind for c in heard] == [StepKind.UNDO]
    assert all(s.state.entities == (ENTITY,) for s in sessions)
    assert all(s.history.can_redo for s in sessions)
    change = sessions[1].redo()
    assert change is not None
    assert change.kind is StepKind.REDO
    assert all(len(s.state.entities) == 2 for s in sessions)
    assert len(told) == 3
    leave()
    [batch] = project.batches.recent()
    assert batch.done
    project.batches.undo(batch.key)
    assert all(s.state.entities == (ENTITY,) for s in sessions)
    assert len(told) == 3


def test_a_step_back_is_undone_in_its_article_alone(
    project: Project, sessions: list[ArticleSession]
) -> None:
    _every(project, "LOC")
    one, two, _ = sessions
    one.perform(annotate_note(one.state, "e1", "mine", one.actor()))
    two.undo()
    assert [(e.label, e.note) for e in one.state.entities] == [("LOC", "mine")]
    one.undo()
    assert [e.label for e in one.state.entities] == ["LOC", "LOC"]
    assert two.state.entities == (ENTITY,)
    one.redo()
    two.redo()
    assert [e.label for e in one.state.entities] == ["LOC", "LOC"]
    assert [e.label for e in two.state.entities] == ["LOC", "LOC"]


def test_a_session_on_what_everybody_starts_from_follows_that(project: Project) -> None:
    session = project.open_article(1)
    actor = project.batches.actor()
    items = [BatchItem(1, "", lambda state: relabel(state, ["e1"], "LOC", actor))]
    outcome = project.batches.perform("rename", items)
    assert session.state.entities[0].label == "LOC"
    assert not session.history.can_undo
    session.perform(annotate_note(session.state, "e1", "mine", session.actor()))
    assert outcome.key is not None
    project.batches.undo(outcome.key)
    assert session.state.entities[0].label == "LOC"  # hers by now
    assert project.file.timeline(1, "").state.entities == (ENTITY,)


class Working(RuleBasedStateMachine):
    """A person decides in three articles, and in all of them at once, and undoes what comes."""

    articles = st.integers(0, 2)
    labels = st.sampled_from(["PER", "LOC"])

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.project = _filled(Path(self.folder.name) / "p.annotator")
        self.sessions = [self.project.open_article(key) for key in (1, 2, 3)]

    def teardown(self) -> None:
        for _ in range(6):
            for session in self.sessions:
                while session.history.can_undo:
                    session.undo()
        assert all(not s.history.can_undo for s in self.sessions)
        assert all(s.state.entities == (ENTITY,) for s in self.sessions)
        self.project.close()
        self.folder.cleanup()

    @rule(label=labels, keys=st.sets(st.sampled_from([1, 2, 3]), min_size=1))
    def label_every(self, label: str, keys: set[int]) -> None:
        _every(self.project, label, tuple(sorted(keys)))

    @rule(at=articles, span=st.sampled_from(SPANS), label=labels)
    def add(self, at: int, span: Span, label: str) -> None:
        session = self.sessions[at]
        session.perform(add_entities(session.state, [span], label, session.actor()))

    @rule(at=articles, note=st.sampled_from(["x", "y"]), which=st.integers(0, 2))
    def note(self, at: int, note: str, which: int) -> None:
        session = self.sessions[at]
        for entity in session.state.entities[which : which + 1]:
            session.perform(annotate_note(session.state, entity.id, note, session.actor()))

    @rule(at=articles, which=st.integers(0, 2))
    def reject(self, at: int, which: int) -> None:
        session = self.sessions[at]
        for entity in session.state.entities[which : which + 1]:
            session.perform(reject(session.state, [entity.id], session.actor()))

    @rule(at=articles)
    def undo(self, at: int) -> None:
        self.sessions[at].undo()

    @rule(at=articles)
    def redo(self, at: int) -> None:
        self.sessions[at].redo()

    @rule(which=st.integers(0, 3), back=st.booleans())
    def turn(self, which: int, back: bool) -> None:
        for batch in self.project.batches.recent()[which : which + 1]:
            (self.project.batches.undo if back else self.project.batches.redo)(batch.key)

    @invariant()
    def what_is_shown_is_what_is_saved(self) -> None:
        for session in self.sessions:
            saved = self.project.file.timeline(session.key, "salma")
            assert (session.state, session.history) == (saved.state, saved.history)


Working.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
TestWorking = Working.TestCase
