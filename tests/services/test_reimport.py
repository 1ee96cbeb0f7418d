"""A corpus that comes in again: what is new is taken, what a person decided stays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import accept, add_entities, reject, relabel, resize
from annotator.core.entities import Entity, Status
from annotator.core.labels import Label, LabelSet
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import Span
from annotator.formats.jsonl import to_line
from annotator.services.importing import import_paths
from annotator.services.project import Project, create_project
from annotator.services.session import ArticleSession

TEXT = "قال سامح شكري بالقاهرة إن بلاده لن تقبل التهديد من أحد كان"
NAME, PLACE = Span(4, 13), Span(15, 22)
FOUND = (
    Entity("e1", NAME, "PER", Status.SUGGESTED, "camel", 0.9),
    Entity("e2", PLACE, "LOC", Status.SUGGESTED, "camel", 0.8),
)
CAME = AnnotatedArticle(Article("a1", TEXT, "عنوان", {"source": "x"}), "salma", entities=FOUND)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    labels = LabelSet("three", (Label("PER"), Label("LOC"), Label("ORG")))
    with create_project(tmp_path / "p.annotator", annotator="salma", label_set=labels) as made:
        yield made


def take(project: Project, *articles: AnnotatedArticle, name: str = "in.jsonl"):
    path = project.path.with_name(name)
    path.write_bytes(b"".join(map(to_line, articles)))
    return import_paths(project.file, [path])


def decided(project: Project) -> dict[tuple[Span, str], Status]:
    state = project.file.timeline(1, "salma").state
    return {(e.span, e.label): e.status for e in state.entities}


DECISIONS = {
    "accepted": (
        lambda s: accept(s.state, ["e1"], s.actor()),
        {(NAME, "PER"): Status.ACCEPTED, (PLACE, "LOC"): Status.SUGGESTED},
    ),
    "rejected": (
        lambda s: reject(s.state, ["e1"], s.actor()),
        {(NAME, "PER"): Status.REJECTED, (PLACE, "LOC"): Status.SUGGESTED},
    ),
    "other edges": (
        lambda s: resize(s.state, "e1", Span(4, 8), s.actor()),
        {(Span(4, 8), "PER"): Status.ACCEPTED, (PLACE, "LOC"): Status.SUGGESTED},
    ),
    "another label": (
        lambda s: relabel(s.state, ["e1"], "ORG", s.actor()),
        {(NAME, "ORG"): Status.ACCEPTED, (PLACE, "LOC"): Status.SUGGESTED},
    ),
    "one more": (
        lambda s: add_entities(s.state, [Span(26, 31)], "LOC", s.actor()),
        {
            (NAME, "PER"): Status.SUGGESTED,
            (PLACE, "LOC"): Status.SUGGESTED,
            (Span(26, 31), "LOC"): Status.ACCEPTED,
        },
    ),
}


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_outlives_the_same_file_coming_again(project: Project, name: str):
    decide, wanted = DECISIONS[name]
    take(project, CAME)
    session: ArticleSession = project.open_article(1)
    session.perform(decide(session))
    assert decided(project) == wanted
    report = take(project, CAME)
    assert (report.articles, report.joined, project.file.article_count()) == (1, 1, 1)
    assert decided(project) == wanted
    back = project.file.timeline(1, "salma").undo().state
    assert {(e.span, e.label) for e in back.entities} == {(NAME, "PER"), (PLACE, "LOC")}


def test_a_span_of_ones_own_that_was_taken_away_does_not_come_back(project: Project):
    own = replace(FOUND[0], status=Status.ACCEPTED, origin="human")
    given = replace(CAME, entities=(own, FOUND[1]))
    take(project, given)
    session = project.open_article(1)
    session.perform(reject(session.state, ["e1"], session.actor()))
    before = decided(project)
    take(project, given)
    assert decided(project) == before
    assert before.get((NAME, "PER")) is not Status.ACCEPTED


def test_what_was_taken_back_may_come_again(project: Project):
    take(project, CAME)
    session = project.open_article(1)
    session.perform(resize(session.state, "e1", Span(4, 8), session.actor()))
    session.undo()
    better = replace(FOUND[1], score=0.99)
    take(project, replace(CAME, entities=(FOUND[0], better)))
    assert project.file.timeline(1, "salma").state.entity("e2").score == 0.99


def test_new_suggestions_and_changed_metadata_are_taken(project: Project):
    take(project, CAME)
    again = replace(
        CAME,
        article=replace(CAME.article, meta={"source": "y", "date": "2026"}, title="آخر"),
        entities=(*FOUND, Entity("e3", Span(26, 31), "LOC", Status.SUGGESTED, "camel")),
    )
    report = take(project, again)
    (problem,) = report.problems
    assert (problem.kind, problem.message.args["count"]) == ("joined", 1)
    assert problem.file.endswith("in.jsonl")
    assert project.file.article(1).meta == {"source": "y", "date": "2026"}
    assert project.file.article(1).title == "آخر"
    assert (Span(26, 31), "LOC") in decided(project)


def test_a_text_that_has_changed_is_another_version_and_both_are_kept(project: Project):
    take(project, CAME)
    edited = replace(CAME, article=Article("a1", TEXT + " بعد اليوم"))
    report = take(project, edited)
    assert [(p.kind, p.article) for p in report.problems] == [("version", "a1")]
    assert "both versions are kept" in str(report.problems[0].message)
    assert report.is_clean
    assert [project.file.article(key).text for key in (1, 2)] == [TEXT, TEXT + " بعد اليوم"]
    assert decided(project).keys() == {(NAME, "PER"), (PLACE, "LOC")}


def test_an_id_that_another_text_has_is_told_within_one_file_too(project: Project):
    other = AnnotatedArticle(Article("a1", "خبر آخر لا صلة له بما سبق من الأخبار"))
    report = take(project, CAME, other)
    kinds = [p.kind for p in report.problems if p.kind != "duplicate_id" or not p.line]
    assert kinds == ["duplicate_id"]
    assert project.file.article_count() == 2


def test_joined_articles_name_their_file(project: Project):
    first = project.path.with_name("one.jsonl")
    second = project.path.with_name("two.jsonl")
    bare = AnnotatedArticle(Article("b", "خبر واحد"))
    first.write_bytes(to_line(bare))
    second.write_bytes(
        to_line(CAME) + to_line(replace(bare, article=replace(bare.article, id="c")))
    )
    report = import_paths(project.file, [first, second])
    assert [(p.kind, p.file, p.article) for p in report.problems] == [("joined", str(second), "c")]


def test_files_in_several_encodings_come_in_one_transaction(project: Project):
    paths = []
    for number, encoding in enumerate(("cp1256", "utf-8", "iso-8859-6")):
        paths.append(project.path.with_name(f"{number}.txt"))
        paths[-1].write_bytes(f"هذا خبر عربي قديم رقم {number}".encode(encoding))
    encodings = {paths[0]: "cp1256", paths[2]: "iso-8859-6"}
    progress = Progress()
    many = project.path.with_name("many.jsonl")
    many.write_text(
        "\n".join(json.dumps({"text": f"خبر {n}"}) for n in range(200)), encoding="utf-8"
    )
    stopping = Progress(lambda done, total: stopping.cancel() if done > 100 else None)
    with pytest.raises(Cancelled):
        import_paths(project.file, [*paths, many], encodings=encodings, progress=stopping)
    assert project.file.article_count() == 0
    report = import_paths(project.file, paths, encodings=encodings, progress=progress)
    assert [file.encoding for file in report.files] == ["cp1256", "utf-8", "iso8859-6"]
    texts = {project.file.article(key).text for key in (1, 2, 3)}
    assert texts == {f"هذا خبر عربي قديم رقم {number}" for number in range(3)}


def came_with(title: str, **meta: object) -> AnnotatedArticle:
    return replace(CAME, article=Article("a1", TEXT, title, meta))


def test_a_title_and_metadata_that_a_person_set_stay(project: Project) -> None:
    take(project, came_with("عنوان", source="x", date="2020", section="محليات"))
    project.describe(1, title="عنوان", meta={"source": "وكالة", "date": "2020", "desk": "ن"})
    take(project, came_with("عنوان آخر", source="y", date="2021", section="عالم", desk="", n=1))
    article = project.file.article(1)
    assert article.title == "عنوان آخر", "the title is as it came: no person set it"
    assert article.meta == {"source": "وكالة", "date": "2021", "desk": "ن", "n": 1}
    project.describe(1, title="عنواني", meta=article.meta)
    take(project, came_with("عنوان ثالث", source="z", date="2022"))
    article = project.file.article(1)
    assert (article.title, article.meta["source"]) == ("عنواني", "وكالة")
    assert article.meta["date"] == "2022"
