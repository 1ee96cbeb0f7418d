"""A project lent to another thread: it writes, this one reads and owes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.decisions import Actor, set_status
from annotator.core.errors import UserError
from annotator.core.progress import Cancelled, Progress
from annotator.storage import Place, ProjectFile, StepKind


def decide(file: ProjectFile) -> None:
    before = file.timeline(1, "salma")
    edit = set_status(before.state, ArticleStatus.DONE, Actor("salma", ""))
    file.record(1, before, before.perform(edit), edit, kind=StepKind.DO)


def test_articles_come_in_from_another_thread_while_this_one_reads(
    file: ProjectFile, annotated: Callable[..., AnnotatedArticle]
) -> None:
    file.add_articles([annotated("a1")])
    file.lend()
    seen: list[int] = []

    def more():
        for number in range(100):
            if number == 90:
                seen.append(file_count())
            yield annotated(f"b{number}", text=f"قال بايدن إن باكو بعيدة {number}")

    def file_count() -> int:
        with file.reader() as reader:
            return reader.article_count()

    def take() -> None:
        with file.borrowed() as writer:
            writer.add_articles(more())

    with ThreadPoolExecutor(1) as other:
        done = other.submit(take)
        assert file.article(1).id == "a1"
        done.result()
    assert seen == [1]  # all or none: until the end, readers see what was there before
    with pytest.raises(UserError, match="being imported"):
        decide(file)
    file.take_back()
    assert file.article_count() == 101
    decide(file)


def test_places_and_state_are_written_when_it_is_back(
    file: ProjectFile, annotated: Callable[..., AnnotatedArticle]
) -> None:
    file.add_articles([annotated("a1")])
    file.lend()
    assert file.is_lent
    file.set_place(1, "salma", Place(3, 1))
    file.set_place(1, "salma", Place(7, 2))
    file.set_state("article", 1)
    assert file.place(1, "salma") is None
    file.take_back()
    assert not file.is_lent
    assert file.place(1, "salma") == Place(7, 2)
    assert file.state("article") == 1


def test_stopping_leaves_nothing_behind(
    file: ProjectFile, annotated: Callable[..., AnnotatedArticle]
) -> None:
    progress = Progress(lambda done, _total: progress.cancel())
    file.lend()
    texts = (annotated(f"b{number}", text=f"نص {number} طويل هنا") for number in range(500))
    with pytest.raises(Cancelled), file.borrowed() as writer:
        writer.add_articles(
            (AnnotatedArticle(one.article) for one in texts),
            progress,
        )
    file.take_back()
    assert file.article_count() == 0


def test_what_is_only_read_or_lent_already_cannot_be_lent(file: ProjectFile) -> None:
    with (
        ProjectFile.open(file.path, read_only=True) as reader,
        pytest.raises(UserError, match="reading only"),
    ):
        reader.lend()
    file.lend()
    with pytest.raises(UserError, match="being imported"):
        file.lend()


def test_after_closing_nothing_is_written_any_more(file: ProjectFile) -> None:
    file.lend()
    file.close()
    with pytest.raises(Cancelled), file.borrowed():
        pass


def test_closing_waits_for_who_writes_and_keeps_what_is_owed(
    file: ProjectFile, annotated: Callable[..., AnnotatedArticle]
) -> None:
    file.lend()
    file.set_state("article", 7)
    began, go = Event(), Event()

    def take() -> None:
        with file.borrowed() as writer:
            began.set()
            assert go.wait(10)
            writer.add_articles([annotated("a1")])

    with ThreadPoolExecutor(2) as others:
        taking = others.submit(take)
        assert began.wait(10)
        others.submit(go.set)
        file.close()
        taking.result()
    with ProjectFile.open(file.path) as again:
        assert again.article_count() == 1
        assert again.state("article") == 7
        assert again.read_only is None
