"""Articles coming in, once and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import Actor, accept, reject, reopen
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.history import Timeline
from annotator.core.progress import Cancelled, Progress
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.storage import Mark, ProjectFile, StepKind

SALMA = Actor("salma", "2026-11-22T10:00:00Z")
Make = Callable[..., AnnotatedArticle]


def _perform(file: ProjectFile, key: int, edit) -> Timeline:
    before = file.timeline(key, "salma")
    after = before.perform(edit)
    file.record(key, before, after, edit, kind=StepKind.DO)
    return after


def test_a_text_that_is_known_is_joined_not_doubled(file: ProjectFile, annotated: Make) -> None:
    first = annotated("a1", entities=(), quotes=())
    again = replace(first.article, id="a2", title="", meta={"source": "x"})
    added = file.add_articles([first, replace(first, article=again)])
    assert (added.keys, [(j.id, j.known_as, j.changes) for j in added.joined]) == (
        (1,),
        [("a2", "a1", 0)],
    )
    assert file.article_count() == 1
    assert file.article(1).title == "Title a1"
    assert file.article(1).meta == {"source": "x"}


def test_the_sets_of_several_annotators_join_in_one_article(
    file: ProjectFile, annotated: Make
) -> None:
    sets = [annotated(annotator=name) for name in ("omar", "salma")]
    added = file.add_articles(sets)
    assert len(added.keys) == 1
    assert added.joined[0].changes == 3
    assert list(file.annotated()) == sets
    assert file.search("باكو")[0].spans == (Span(14, 18),)


def test_importing_again_changes_nothing_that_a_person_decided(
    file: ProjectFile, annotated: Make
) -> None:
    came = annotated(annotator="salma")
    (key,) = file.add_articles([came]).keys
    state = file.timeline(key, "salma").state
    _perform(file, key, reject(state, ["e1"], SALMA))
    state = file.timeline(key, "salma").state
    decided = _perform(file, key, accept(state, ["q1"], SALMA))
    assert file.add_articles([came]).joined[0].changes == 0
    assert file.timeline(key, "salma") == decided


def test_importing_again_takes_what_is_new(file: ProjectFile, annotated: Make) -> None:
    came = annotated(annotator="salma")
    (key,) = file.add_articles([came]).keys
    better = replace(came.entities[0], id="x9", score=0.9, status=Status.ACCEPTED)
    new = Entity("e2", Span(29, 35), "LOC", Status.SUGGESTED, "camel")
    inner = Quote("q1", QuoteType.INDIRECT, (Span(26, 28),), nested_in="q7")
    outer = Quote("q7", QuoteType.INDIRECT, (Span(20, 35),))
    again = replace(
        came,
        entities=(better, new),
        quotes=(inner, outer),
        nonquotes=(Span(14, 18),),
        status=ArticleStatus.DONE,
    )
    assert file.add_articles([again]).joined[0].changes == 6
    timeline = file.timeline(key, "salma")
    state = timeline.state
    assert state.entity("e1") == replace(better, id="e1")
    assert [e for e in state.entities if e.span == new.span] == [replace(new, id="e3")]
    named = {quote.content: quote for quote in state.quotes}
    assert named[inner.content].nested_in == named[outer.content].id
    assert state.nonquotes == (Span(14, 18),)
    assert state.status is ArticleStatus.DONE
    assert timeline.history.done == ()
    assert [step.mark for step in file.audit(key, "salma")] == [Mark.ARRIVED]
    row = file.article_row(1, "salma")
    assert (row.pending, row.decided) == (len(state.pending()), 4)


def test_importing_again_leaves_every_step_undoable(file: ProjectFile, annotated: Make) -> None:
    came = annotated(annotator="salma")
    (key,) = file.add_articles([came]).keys
    state = _perform(file, key, accept(file.timeline(key, "salma").state, ["e1"], SALMA)).state
    _perform(file, key, reopen(state, ["e1"], SALMA))
    changed = replace(came.entities[0], status=Status.REJECTED)
    file.add_articles([replace(came, entities=(changed,))])
    timeline = file.timeline(key, "salma")
    assert timeline.state.entity("e1").status is Status.SUGGESTED
    assert timeline.undo().undo().state.entity("e1").status is Status.SUGGESTED


def test_an_import_that_stops_leaves_nothing(file: ProjectFile, annotated: Make) -> None:
    def articles(then: Callable[[], None]) -> Iterator[AnnotatedArticle]:
        for number in range(200):
            yield annotated(f"a{number}", text=f"قال بايدن إن باكو بعيدة {number}")
        then()

    def fail() -> None:
        raise UserError("broken")

    progress = Progress()
    with pytest.raises(UserError):
        file.add_articles(articles(fail))
    assert file.article_count() == 0
    with pytest.raises(Cancelled):
        file.add_articles(articles(progress.cancel), progress=Progress(lambda d, t: _stop(d)))
    assert file.article_count() == 0
    assert file.search("باكو") == []
    assert len(file.add_articles(articles(lambda: None)).keys) == 200


def _stop(done: int) -> None:
    if done > 100:
        raise Cancelled


def test_two_records_of_one_id_are_refused_with_the_article(
    file: ProjectFile, annotated: Make
) -> None:
    twice = annotated("a7")
    with pytest.raises(UserError, match="same id") as refused:
        file.add_articles([replace(twice, entities=(*twice.entities, twice.entities[0]))])
    assert refused.value.where == "a7"
    assert file.article_count() == 0


def test_a_wrong_hash_in_a_file_does_not_decide_identity(
    file: ProjectFile, annotated: Make
) -> None:
    one, two = (annotated(i, text=f"قال بايدن إن باكو بعيدة {i}") for i in "12")
    lie = Article("2", two.text, sha256=one.article.sha256)
    assert len(file.add_articles([one, replace(two, article=lie)]).keys) == 2
    assert file.article(2) == Article("2", two.text)


def test_sets_that_follow_each_other_lose_nothing_of_each_other(file: ProjectFile) -> None:
    article = Article("n1", "زار بايدن إسرائيل")
    named = Entity("e1", Span(4, 9), "PER")
    sets = [AnnotatedArticle(article, name, entities=(named,)) for name in ("أ", "ب", "ج")]
    again = AnnotatedArticle(article, "ب", entities=(Entity("e9", Span(10, 17), "LOC"),))
    titled = AnnotatedArticle(replace(article, title="عنوان"), "د")
    added = file.add_articles([*sets, again, titled])
    (key,) = added.keys
    assert [joined.changes for joined in added.joined] == [1, 1, 1, 0]
    found = {state.annotator: len(state.entities) for state in file.annotated()}
    assert found == {"أ": 1, "ب": 2, "ج": 1, "د": 0}
    assert file.article(key).title == "عنوان"
