from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import relabel
from annotator.core.entities import Entity
from annotator.core.problems import Severity
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import Span
from annotator.review.consistency import Finding, FindingKind
from annotator.services import consistency
from annotator.services.check import check_paths
from annotator.services.consistency import call_right, called_right, check_consistency, mend
from annotator.services.project import Project, create_project

STATUS = ArticleStatus.IN_PROGRESS


def article(text: str, *labels: str, status: ArticleStatus = STATUS) -> AnnotatedArticle:
    """An article in which باريس has these labels, one after the other."""
    entities, at = [], 0
    for number, label in enumerate(labels, 1):
        start = text.index("باريس", at)
        at = start + 5
        entities.append(Entity(f"e{number}", Span(start, at), label))
    return AnnotatedArticle(Article(text, text), status=status, entities=tuple(entities))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "p.annotator", annotator="salma") as made:
        made.file.add_articles(
            [
                article("باريس وباريس", "LOC", "LOC"),
                article("قالت باريس", "ORG"),
                article("في باريس غدا"),
                article("ثم باريس", status=ArticleStatus.NEW),
            ]
        )
        yield made


def found(project: Project, **options) -> list[Finding]:
    items: list[Finding] = []
    with project.file.reader() as reader:
        outcome = check_consistency(
            reader, "salma", items.extend, right=called_right(reader), **options
        )
    assert outcome.found == len(items)
    return items


def test_all_articles_that_are_begun_are_compared(project: Project):
    assert [(f.kind, f.article) for f in found(project)] == [
        (FindingKind.LABEL, 2),
        (FindingKind.UNLABELLED, 3),
    ]
    assert [f.kind for f in found(project, article=3)] == [FindingKind.UNLABELLED]
    assert [f.there for f in found(project, article=3)] == [2]
    assert [f.kind for f in found(project, article=4)] == [FindingKind.UNLABELLED]


def test_the_annotators_own_work_counts_where_it_is_begun(project: Project):
    session = project.open_article(2)
    session.perform(relabel(session.state, ["e1"], "LOC", session.actor()))
    assert [f.kind for f in found(project)] == [FindingKind.UNLABELLED]


def test_mending_is_one_step_and_can_be_taken_back(project: Project):
    before = found(project)
    outcome = mend(project, before)
    assert found(project) == []
    assert project.open_article(2).state.entities[0].label == "LOC"
    assert outcome.key is not None
    project.batches.undo(outcome.key)
    assert found(project) == before


def test_what_is_right_stays_away_at_its_place_or_everywhere(project: Project, tmp_path: Path):
    label, unlabelled = found(project)
    here = call_right(project, [label], everywhere=False)
    assert found(project) == [unlabelled]
    assert here.key is not None
    project.batches.undo(here.key)
    assert found(project) == [label, unlabelled]
    call_right(project, [unlabelled], everywhere=True)
    project.file.add_articles([article("إلى باريس")])
    assert found(project) == [label]


def test_more_than_anyone_reads_is_cut_short(project: Project, monkeypatch):
    monkeypatch.setattr(consistency, "MOST", 1)
    with project.file.reader() as reader:
        outcome = check_consistency(reader, "salma", lambda _: None)
    assert outcome == (1, 1, False)


def test_a_cancelled_check_ends(project: Project):
    progress = Progress()
    progress.cancel()
    with project.file.reader() as reader, pytest.raises(Cancelled):
        check_consistency(reader, "salma", lambda _: None, progress=progress)


def test_states_are_the_own_ones_or_nobodys(project: Project):
    session = project.open_article(1)
    session.perform(relabel(session.state, ["e1"], "ORG", session.actor()))
    with project.file.reader() as reader:
        states = dict(reader.states("salma"))
    assert list(states) == [1, 2, 3]
    assert states[1] == session.state
    assert states[2].annotator == "salma"
    assert replace(states[2], annotator="") == article("قالت باريس", "ORG")


def test_check_lists_findings_of_a_project_where_it_is_asked_to(project: Project):
    path = project.path
    project.close()
    assert check_paths([path]).problems == []
    told = check_paths([path], consistency=True).problems
    assert [(p.kind, p.severity, p.article) for p in told] == [
        ("consistency_label", Severity.NOTICE, "قالت باريس"),
        ("consistency_unlabelled", Severity.NOTICE, "في باريس غدا"),
    ]
    assert "LOC" in str(told[0].message)


def test_a_word_that_once_was_a_name_is_not_missed_everywhere(project: Project):
    def named(text: str, *names: str) -> AnnotatedArticle:
        entities = tuple(
            Entity(f"e{n}", Span(text.index(name), text.index(name) + len(name)), "PER")
            for n, name in enumerate(names, 1)
        )
        return AnnotatedArticle(Article(text, text), status=STATUS, entities=entities)

    before = found(project)
    project.file.add_articles(
        [named("فيلم الطريق من بطولة علي وبوش", "الطريق", "علي", "بوش"), named("على الطريق مع بوش")]
    )
    assert [f.name for f in found(project) if f not in before] == ["بوش"]
