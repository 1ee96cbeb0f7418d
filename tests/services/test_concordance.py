"""Searching all articles in the background, and labelling what was found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import Span
from annotator.services import concordance
from annotator.services.concordance import Order, Outcome, Search, label_hits, search_all
from annotator.services.project import Project, create_project
from annotator.storage import Hit

TEXTS = ("زار باكو وفد", "عاد من باكو أمس", "إلى باكو ثم باكو")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "p.annotator", annotator="salma") as opened:
        opened.file.add_articles(
            AnnotatedArticle(Article(f"a{n}", text)) for n, text in enumerate(TEXTS, 1)
        )
        yield opened


def _search(project: Project, search: Search) -> tuple[list[Hit], Outcome]:
    hits: list[Hit] = []
    outcome = search_all(project.path, "salma", search, hits.extend)
    return hits, outcome


def test_by_article(project: Project) -> None:
    hits, outcome = _search(project, Search("باكو"))
    assert [hit.article for hit in hits] == [1, 2, 3, 3]
    assert outcome == Outcome(4, 3)


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (Order.BEFORE, ["إلى", "ثم", "زار", "من"]),
        (Order.AFTER, ["", "أمس", "ثم", "وفد"]),
    ],
)
def test_by_neighbour_word(project: Project, order: Order, words: list[str]) -> None:
    hits, _ = _search(project, Search("باكو", order=order))
    found = []
    for hit in hits:
        text = TEXTS[hit.article - 1]
        before, after = text[: hit.start].split(), text[hit.end :].split()
        found.append(before[-1] if order is Order.BEFORE else (after or [""])[0])
    assert found == words


def test_what_cannot_be_understood_is_said(project: Project) -> None:
    with pytest.raises(UserError, match="quotation mark"):
        _search(project, Search('"باكو'))


def test_it_stops_when_asked(project: Project) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        search_all(project.path, "salma", Search("باكو"), lambda _hits: None, progress)


def test_it_stops_when_there_are_too_many(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(concordance, "MOST", 3)
    hits, outcome = _search(project, Search("باكو"))
    assert len(hits) == 3
    assert outcome == Outcome(3, 3, complete=False)


def test_hits_of_several_articles_are_labelled_as_one_step(project: Project) -> None:
    hits, _ = _search(project, Search("باكو"))
    session = project.open_article(1)
    outcome = label_hits(project, hits, "LOC")
    assert [entity.span for entity in session.state.entities] == [Span(4, 8)]
    assert _labels(project) == ["LOC"] * 4
    session.undo()
    assert _labels(project) == []
    session.redo()
    project.batches.undo(outcome.key)
    assert _labels(project) == []


def test_what_stands_there_is_relabelled(project: Project) -> None:
    text = "في باكو وباكو"
    entities = (
        Entity("e1", Span(3, 7), "PER", Status.SUGGESTED, "names"),
        Entity("e2", Span(9, 13), "LOC", Status.REJECTED, "names"),
    )
    project.file.add_articles([AnnotatedArticle(Article("a9", text), entities=entities)])
    hits, _ = _search(project, Search("باكو"))
    label_hits(project, [hit for hit in hits if hit.article == 4], "LOC")
    state = project.open_article(4).state
    assert [(e.id, e.label, e.status) for e in state.entities] == [
        ("e1", "LOC", Status.ACCEPTED),
        ("e2", "LOC", Status.ACCEPTED),
    ]


def _labels(project: Project) -> list[str]:
    return [e.label for article in project.file.annotated() for e in article.entities]
