"""The project's memory: from the file, kept up by decisions, echoed in the article."""

from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import accept, add_entities, reject, relabel
from annotator.core.entities import Entity, Status
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.services.project import Project, create_project
from annotator.services.remembering import echo, learn, remembered
from annotator.suggest.memory import Memory

TEXT = "زار الوزير أرمينيا، ثم عاد من أرمينيا ومعه وفد لأرمينيا. قال باسم إن باسم جاء."


def suggested(*spans: tuple[int, int, str]) -> tuple[Entity, ...]:
    return tuple(
        Entity(f"e{number}", Span(start, end), label, Status.SUGGESTED, "names")
        for number, (start, end, label) in enumerate(spans, 1)
    )


@pytest.fixture
def project(tmp_path: Path):
    with create_project(tmp_path / "p.annotator", annotator="salma") as project:
        basims = [(at, at + 4, "PER") for at in (TEXT.index("باسم"), TEXT.rindex("باسم"))]
        armenia = (TEXT.index("أرمينيا"), TEXT.index("أرمينيا") + 7, "LOC")
        article = AnnotatedArticle(Article("a", TEXT), entities=suggested(armenia, *basims))
        project.file.add_articles([article])
        project.file.add_articles([AnnotatedArticle(Article("b", "عاد باسم من أرمينيا"))])
        yield project


def decide(project: Project, memory: Memory, make, *args):
    session = project.open_article(1)
    changed = session.perform(make(session.state, *args, session.actor()))
    learn(memory, changed.before, changed.after, changed.edit)
    session.perform(echo(session.state, memory, changed.edit, session.actor()))
    return session


def open_strings(state: AnnotatedArticle) -> list[str]:
    return [e.span.of(TEXT) for e in state.entities if e.status is Status.SUGGESTED]


def test_an_acceptance_is_suggested_in_the_rest_of_the_article(project: Project):
    session = decide(project, Memory(), accept, ["e1"])
    assert open_strings(session.state).count("أرمينيا") == 2
    proclitic = TEXT.rindex("أرمينيا")
    assert any(e.span == Span(proclitic, proclitic + 7) for e in session.state.entities)


def test_a_rejection_withdraws_its_twin(project: Project):
    session = decide(project, Memory(), reject, ["e2"])
    assert open_strings(session.state) == ["أرمينيا"]


def test_the_echo_is_no_step_of_its_own_and_undo_still_works(project: Project):
    memory = Memory()
    session = decide(project, memory, accept, ["e1"])
    assert len(session.history.done) == 1
    changed = session.undo()
    learn(memory, changed.before, changed.after, changed.edit)
    assert session.state.entity("e1").status is Status.SUGGESTED
    assert not memory


def test_what_was_decided_before_is_read_from_the_file(project: Project):
    memory = Memory()
    decide(project, memory, accept, ["e1"])
    decide(project, memory, reject, ["e2"])
    again = remembered(project.file, Progress())
    assert again.best(("ارمينيا",)) == memory.best(("ارمينيا",)) == ("LOC", pytest.approx(2 / 3))
    assert again.refuses("باسم", "PER")
    assert memory.refuses("باسم", "PER")


def test_a_relabelled_suggestion_is_remembered_under_its_new_label(project: Project):
    memory = Memory()
    decide(project, memory, relabel, ["e1"], "ORG")
    assert memory.best(("ارمينيا",)) == ("ORG", pytest.approx(2 / 3))


def test_an_echo_never_covers_what_is_marked(project: Project):
    start = TEXT.index("وفد")
    span = Span(start, TEXT.rindex("أرمينيا") + 7)
    session = decide(project, Memory(), add_entities, [span], "ORG")
    decide(project, Memory(), accept, ["e1"])
    assert open_strings(session.state).count("أرمينيا") == 1
