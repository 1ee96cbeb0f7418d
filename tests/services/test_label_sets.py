"""A label set changed with its spans: one step, of the right people, taken back as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import add_entities
from annotator.core.entities import Entity, Status
from annotator.core.label_edits import (
    LabelDraft,
    change_label,
    fates_of,
    merge_label,
    remove_label,
    rename_label,
)
from annotator.core.labels import Label, LabelSet
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.services.label_sets import (
    affected,
    concerns_others,
    last_change,
    read_use,
    write_labels,
)
from annotator.services.project import Project, create_project, open_project

TEXT = "قال بايدن إن باكو بعيدة"
BIDEN, BAKU = Span(4, 9), Span(13, 17)
LABELS = LabelSet("three", (Label("PER"), Label("LOC"), Label("GPE")), {"PERS": "PER"})


def save_labels(project: Project, draft: LabelDraft, *, others: Collection[str] = ()) -> None:
    """Save a draft at once, in the thread of the project."""
    header = project.batches.header("labels")
    project.batches.follow(write_labels(project.file, header, draft, others=others))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    path = tmp_path / "p.annotator"
    imported = (Entity("e1", BAKU, "LOC", origin="camel"),)
    with create_project(path, annotator="salma", label_set=LABELS) as made:
        made.file.add_articles(
            [
                AnnotatedArticle(Article("a1", TEXT)),
                AnnotatedArticle(Article("a2", TEXT + "."), "huda", entities=imported),
                AnnotatedArticle(Article("a3", TEXT + "!"), entities=imported),
                AnnotatedArticle(Article("a4", TEXT + "؟")),
            ]
        )
        for key in (1, 4):
            session = made.open_article(key)
            session.perform(add_entities(session.state, [BIDEN], "PER", session.actor()))
            session.perform(add_entities(session.state, [BAKU], "LOC", session.actor()))
        yield made


def labels_of(project: Project) -> dict[tuple[str, str], list[str]]:
    return {
        (state.article.id, state.annotator): [entity.label for entity in state.entities]
        for state in project.file.annotated()
    }


def kept(project: Project) -> list[AnnotatedArticle]:
    return [replace(state, revision=0) for state in project.file.annotated()]


def test_a_renamed_label_takes_its_spans_along_in_all_articles_and_comes_back(
    project: Project,
) -> None:
    before, labels = kept(project), project.label_set
    session = project.open_article(1)
    draft = rename_label(LabelDraft(labels), "LOC", "PLACE")
    save_labels(project, draft)
    assert project.label_set == draft.labels
    assert labels_of(project) == {
        ("a1", "salma"): ["PER", "PLACE"],
        ("a2", "huda"): ["LOC"],
        ("a3", ""): ["PLACE"],
        ("a4", "salma"): ["PER", "PLACE"],
    }
    assert [entity.label for entity in session.state.entities] == ["PER", "PLACE"]
    session.undo()
    assert kept(project) == before
    assert project.label_set == labels
    session.redo()
    assert project.label_set == draft.labels
    assert labels_of(project)["a4", "salma"] == ["PER", "PLACE"]


def test_others_are_changed_when_that_is_asked_for(project: Project) -> None:
    save_labels(project, merge_label(LabelDraft(project.label_set), "LOC", "GPE"), others=["huda"])
    assert labels_of(project)["a2", "huda"] == ["GPE"]


def test_rejecting_takes_what_was_marked_by_hand_and_keeps_the_rest_as_refused(
    project: Project,
) -> None:
    save_labels(project, remove_label(LabelDraft(project.label_set), "LOC", reject=True))
    assert labels_of(project)["a1", "salma"] == ["PER"]
    (left,) = project.open_article(3).state.entities
    assert (left.label, left.status) == ("LOC", Status.REJECTED)


def test_what_is_touched_is_counted_before(project: Project) -> None:
    uses = read_use(project.file, Progress())
    draft = remove_label(LabelDraft(project.label_set), "LOC", reject=True)
    draft = rename_label(draft, "GPE", "X")
    (change,) = affected(uses, fates_of(draft))
    assert (change.label, change.becomes) == ("LOC", None)
    assert {use.annotator: (use.spans, use.articles) for use in change.uses} == {
        "": (1, 1),
        "huda": (1, 1),
        "salma": (2, 2),
    }
    assert concerns_others([change], "salma") == ("huda",)


def test_the_last_change_is_found_and_taken_back_without_an_article(project: Project) -> None:
    assert last_change(project) is None
    labels = project.label_set
    changed = change_label(LabelDraft(labels), replace(labels.labels[0], colour="#000000"))
    save_labels(project, changed)
    batch = last_change(project)
    assert batch is not None
    assert batch.sets == 0
    project.batches.undo(batch.key)
    assert project.label_set == labels
    assert last_change(project) is None


def test_the_names_of_a_set_survive_the_file(tmp_path: Path) -> None:
    path = tmp_path / "q.annotator"
    named = replace(LABELS, names={"ar": "ثلاثة"})
    create_project(path, label_set=named).close()
    with open_project(path) as again:
        assert again.label_set == named
