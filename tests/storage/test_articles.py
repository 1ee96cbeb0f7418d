"""The list of articles: pages, filters, counts, the next one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.decisions import Actor, set_status
from annotator.storage import ArticleQuery, Filters, ProjectFile, StepKind

NEW, STARTED, DONE = ArticleStatus.NEW, ArticleStatus.IN_PROGRESS, ArticleStatus.DONE


@pytest.fixture
def ten(file: ProjectFile, annotated: Callable[..., AnnotatedArticle]) -> ProjectFile:
    """Ten articles: 1 to 3 came in done, 4 is Salma's in progress, 5 hers done, 6 Omar's done."""
    file.add_articles(
        annotated(
            f"a{number}",
            text=f"قال بايدن إن باكو بعيدة {number}",
            status=DONE if number <= 3 else NEW,
        )
        for number in range(1, 11)
    )
    for key, name, status in ((4, "salma", STARTED), (5, "salma", DONE), (6, "omar", DONE)):
        before = file.timeline(key, name)
        edit = set_status(before.state, status, Actor(name, ""))
        file.record(key, before, before.perform(edit), edit, kind=StepKind.DO)
    return file


def test_counts_are_of_one_annotator(ten: ProjectFile) -> None:
    counts = ten.status_counts("salma")
    assert counts == {NEW: 5, STARTED: 1, DONE: 4, ArticleStatus.REVIEWED: 0}
    assert ten.status_counts("omar")[NEW] == 6
    assert ten.status_counts("new here") == {**counts, NEW: 7, STARTED: 0, DONE: 3}


def test_sets_are_read_by_annotator_and_status(ten: ProjectFile) -> None:
    def ids(filters: Filters) -> list[str]:
        return [state.article.id for state in ten.annotated(filters)]

    assert ids(Filters()) == [f"a{number}" for number in range(1, 11)]
    assert ids(Filters("salma")) == ["a4", "a5"]
    assert ids(Filters(statuses=frozenset({DONE}))) == ["a1", "a2", "a3", "a5", "a6"]
    assert ids(Filters("salma", frozenset({DONE}))) == ["a5"]


def test_an_article_is_found_by_its_id(ten: ProjectFile) -> None:
    assert ten.article_key("a7") == 7
    assert ten.article_key("absent") is None
    assert ten.article(7).id == "a7"
    with pytest.raises(KeyError):
        ten.article(11)
    with pytest.raises(KeyError):
        ten.timeline(11, "salma")


def test_the_list_never_reads_a_text(ten: ProjectFile) -> None:
    seen: list[str] = []
    listing = ten.listing("salma", ArticleQuery(statuses=frozenset({NEW})))
    for connection in (ten._connection, listing._connection):
        connection.set_trace_callback(seen.append)
    assert listing.rows(0, 5)
    ten.status_counts("salma")
    ten._connection.set_trace_callback(None)
    listing.close()
    assert seen
    assert not any("article_text" in sql for sql in seen)


def test_statistics_count_each_article_once(ten: ProjectFile) -> None:
    figures = ten.statistics()
    assert figures.articles == {
        "total": 10,
        "new": 4,
        "in_progress": 1,
        "done": 5,
        "reviewed": 0,
    }
    assert figures.entities == {"LOC": 10}
    assert figures.quotes == {}
    assert figures.suggestions == {
        "names": {"accepted": 0, "rejected": 0, "pending": 10},
        "quotes": {"accepted": 0, "rejected": 0, "pending": 10},
    }
