"""A project shared out among two or three people, what they decide, and what they have then."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import add_entities
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.services.collecting import Collected, collect
from annotator.services.project import Project, create_project, open_project
from annotator.services.sharing import Portion, Sharing, share_out
from annotator.storage import Filters

TEXT = "قال سامح شكري في القاهرة إن باريس بعيدة، رقم {}."
SPANS = (Span(4, 13), Span(17, 24), Span(28, 33))
PEOPLE = ("سلمى", "عمر", "huda")

State = dict[tuple[str, str], object]


def article(number: int, *entities: Entity) -> AnnotatedArticle:
    return AnnotatedArticle(Article(f"a{number}", TEXT.format(number)), entities=entities)


def make(path: Path, articles: int) -> Path:
    suggested = Entity("s1", SPANS[0], "PER", Status.SUGGESTED, "camel")
    with create_project(path, annotator="main") as project:
        project.file.add_articles(
            article(n, *([suggested] if n % 2 else [])) for n in range(articles)
        )
        project.set_state("guidelines", "# قواعدنا")
    return path


def shared(path: Path, *names: str, overlap: float = 0.5, **more) -> list[Portion]:
    with open_project(path) as project:
        return share_out(project.file, path.parent / "out", Sharing(names, overlap, **more))


def collected(path: Path, *files: Path, **more) -> Collected:
    with open_project(path) as project:
        return collect(project.file, files, **more)


def states(path: Path, annotator: str | None = None) -> State:
    """Return all that named annotators have, with every step of the history."""
    with open_project(path, read_only=True) as project:
        sets = list(project.file.annotated(Filters(annotator)))
        found: State = {}
        for one in sets:
            if one.annotator:
                key = project.file.key_of_text(one.article.sha256)
                steps = [
                    (str(step.mark), step.edit.changes, step.edit.at)
                    for step in project.file.audit(key, one.annotator)
                ]
                found[one.annotator, one.article.sha256] = (one, steps)
        return found


def work(path: Path, chance: random.Random, most: int = 6) -> None:
    """Decide what comes to mind, in articles that come to mind: undo and redo too."""
    with open_project(path) as project:
        keys = [key for key in range(1, project.count() + 1) if chance.random() < 0.7]
        for key in keys:
            decide(project, key, chance, most)


def decide(project: Project, key: int, chance: random.Random, most: int) -> None:
    session = project.open_article(key)
    for _ in range(chance.randint(1, most)):
        turn = chance.random()
        if turn < 0.2:
            session.undo()
        elif turn < 0.3:
            session.redo()
        else:
            span, label = chance.choice(SPANS), chance.choice(["PER", "LOC", "ORG"])
            session.perform(add_entities(session.state, [span], label, session.actor()))


def texts(path: Path) -> set[str]:
    with open_project(path, read_only=True) as project:
        return set(project.file.article_keys())


def in_first(path: Path, does: Callable[[Project], None]) -> None:
    with open_project(path) as project:
        does(project)


def labelled(label: str, span: Span = SPANS[1]) -> Callable[[Project], None]:
    def does(project: Project) -> None:
        session = project.open_article(1)
        session.perform(add_entities(session.state, [span], label, session.actor()))

    return does
