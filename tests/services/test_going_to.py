"""Going to any step of the history: saved, told once, batches with all their articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core import decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.edits import Edit, EntityChange
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.services.project import Project, create_project, open_project
from annotator.storage import BatchItem, Mark, StepKind

TEXT = "قال بايدن إن باكو بعيدة عن واشنطن وموسكو."
SPANS = (Span(4, 9), Span(13, 17), Span(27, 33), Span(35, 40))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "p.annotator", annotator="salma") as made:
        made.file.add_articles(
            AnnotatedArticle(Article(name, f"{TEXT} {name}")) for name in ("a", "b")
        )
        yield made


def mark(session, span: Span) -> None:
    session.perform(decisions.add_entities(session.state, [span], "PER", session.actor()))


def spans(session) -> list[Span]:
    return [entity.span for entity in session.state.entities]


def test_any_step_is_reached_and_saved_at_once(project: Project, tmp_path: Path) -> None:
    session = project.open_article(1)
    for span in SPANS:
        mark(session, span)
    told = []
    session.subscribe(told.append)
    session.go_to(1)
    assert spans(session) == [SPANS[0]]
    assert [(change.kind, len(change.edit.changes)) for change in told] == [(StepKind.UNDO, 3)]
    session.go_to(3)
    session.go_to(3)
    assert spans(session) == list(SPANS[:3])
    assert [change.kind for change in told] == [StepKind.UNDO, StepKind.REDO]
    assert [mark.mark for mark in session.trail()] == [*[Mark.DONE] * 3, Mark.UNDONE]
    project.close()
    with open_project(tmp_path / "p.annotator", annotator="salma") as again:
        session = again.open_article(1)
        assert spans(session) == list(SPANS[:3])
        session.go_to(0)
        assert session.state.entities == ()
        assert session.state.status == "new"
        session.go_to(4)
        assert spans(session) == list(SPANS)
        assert again.file.faults() == []


def test_a_batch_on_the_way_takes_its_other_articles_along(project: Project) -> None:
    session, other = project.open_article(1), project.open_article(2)
    mark(session, SPANS[0])
    actor = session.actor()
    project.batches.perform(
        "add",
        [
            BatchItem(
                key, "salma", lambda state: decisions.add_entities(state, [SPANS[1]], "LOC", actor)
            )
            for key in (1, 2)
        ],
    )
    mark(session, SPANS[2])
    mark(session, SPANS[3])
    session.go_to(0)
    assert spans(session) == spans(other) == []
    session.go_to(4)
    assert spans(session) == list(SPANS)
    assert spans(other) == [SPANS[1]]


def test_the_trail_tells_each_step(project: Project) -> None:
    session = project.open_article(1)
    for span in SPANS[:2]:
        mark(session, span)
    session.undo()
    keys = [mark.key for mark in session.trail()]
    steps = session.trail_steps(keys)
    assert [steps[key].mark for key in keys] == [Mark.DONE, Mark.UNDONE]
    assert [steps[key].edit.name for key in keys] == ["add", "add"]
    mark(session, SPANS[3])
    assert len(session.trail()) == 2  # what was passed over is no way to go


def test_what_arrives_after_an_undo_leaves_it_to_be_done_again_after_a_restart(
    project: Project, tmp_path: Path
) -> None:
    session = project.open_article(1)
    mark(session, SPANS[0])
    session.undo()
    found = Entity("e9", SPANS[1], "LOC", Status.SUGGESTED, "names")
    session.perform(Edit("suggest", (EntityChange(None, found),), undoable=False))
    project.close()
    with open_project(tmp_path / "p.annotator", annotator="salma") as again:
        session = again.open_article(1)
        assert [mark.mark for mark in session.trail()] == [Mark.UNDONE, Mark.ARRIVED]
        session.go_to(1)
        assert spans(session) == list(SPANS[:2])
