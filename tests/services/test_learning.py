"""A project teaches the model: what is learned from, what is held back, what replaces what."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import Span
from annotator.services import learning
from annotator.services.learning import (
    FEWEST,
    Learned,
    held_back,
    is_due,
    learn_from,
    learned_from,
    load_learned,
    save_learned,
)
from annotator.services.project import Project, create_project
from annotator.services.suggesting import suggest
from annotator.storage import LearnedModel, LearningRecord
from annotator.suggest import statistical
from annotator.suggest.embedded.model import EmbeddedModel, Settings
from annotator.suggest.learned import fingerprint, packed
from tests.suggest.embedded.conftest import base_arrays, tiny_head

SENTENCES = (
    ("زار بوش باريس امس .", {"بوش": "PER", "باريس": "LOC", "امس": "DATE"}),
    ("قال مايك بومبيو في واشنطن .", {"مايك بومبيو": "PER", "واشنطن": "LOC"}),
    ("زار وليد واشنطن امس .", {"وليد": "PER", "واشنطن": "LOC", "امس": "DATE"}),
    ("قال بوش امس في باريس .", {"بوش": "PER", "امس": "DATE", "باريس": "LOC"}),
)
"""Sentences of the tiny model's words, with a label that it does not know."""


def article(number: int, status: ArticleStatus = ArticleStatus.DONE) -> AnnotatedArticle:
    """Article ``number``: its sentences in an order of its own, corrected."""
    lines = [SENTENCES[(number + at) % 4] for at in range(3)]
    text = "\n".join(line for line, _ in lines) + f"\n{number}"
    entities: list[Entity] = []
    start = 0
    for line, names in lines:
        for string, label in names.items():
            at = text.index(string, start)
            entities.append(Entity(f"e{len(entities)}", Span(at, at + len(string)), label))
        start += len(line) + 1
    return AnnotatedArticle(Article(f"a{number}", text), status=status, entities=tuple(entities))


@pytest.fixture
def base(monkeypatch: pytest.MonkeyPatch) -> EmbeddedModel:
    model = EmbeddedModel(base_arrays(), tiny_head(), Settings(), "tiny")
    for module in (learning, statistical):
        monkeypatch.setattr(module, "shipped_model", lambda: model)
    return model


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "p.annotator", annotator="salma") as project:
        project.file.add_articles([article(number) for number in range(12)])
        yield project


def in_background(
    project: Project, current: EmbeddedModel | None = None, progress: Progress | None = None
) -> Learned:
    """Learn as the window does: on a thread, through a reader of its own."""

    def work() -> Learned | None:
        with project.file.reader() as reader:
            return learn_from(reader, current, progress or Progress())

    with ThreadPoolExecutor(1) as pool:
        learned = pool.submit(work).result()
    assert learned is not None
    return learned


def test_what_was_corrected_is_learned_saved_and_used(
    base: EmbeddedModel, project: Project
) -> None:
    learned = in_background(project)
    assert learned.record.kept
    assert learned.record.f1_after > learned.record.f1_before + 0.2
    assert learned.record.articles + learned.record.held == learned.record.finished == 12
    assert "DATE" in learned.model.labels
    assert "DATE" not in base.labels
    save_learned(project.file, learned)
    assert project.file.learning_records() == [learned.record]
    again = load_learned(project.file)
    assert again is not None
    text = Article("x", SENTENCES[0][0])
    labels = {
        e.label
        for e in suggest(text, engines=["embedded"], model=again, progress=Progress()).entities
    }
    assert "DATE" in labels


def test_a_worse_model_does_not_replace_a_better_one(
    base: EmbeddedModel, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = in_background(project)
    save_learned(project.file, good)
    monkeypatch.setattr(learning, "adapted", lambda model, taught, cancelled: base)
    worse = in_background(project, good.model, Progress())
    assert not worse.record.kept
    assert worse.model is None
    save_learned(project.file, worse)
    assert [record.kept for record in project.file.learning_records()] == [True, False]
    kept = load_learned(project.file)
    assert kept is not None
    assert kept.labels == good.model.labels


@pytest.mark.parametrize("step", [5, 11])
def test_cancelling_gives_nothing(base: EmbeddedModel, project: Project, step: int) -> None:
    progress = Progress(lambda done, total: progress.cancel() if done == step else None)
    with pytest.raises(Cancelled):
        in_background(project, progress=progress)
    assert project.file.learning_records() == []


def test_cancelling_stops_in_the_middle_of_learning(base: EmbeddedModel) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(Cancelled):
        learning.adapted(base, [learning.corrected_sentences(article(0))], cancelled)
    assert len(asked) == 3


def test_few_articles_teach_nothing(base: EmbeddedModel, tmp_path: Path) -> None:
    with create_project(tmp_path / "few.annotator") as project:
        project.file.add_articles([article(number) for number in range(FEWEST - 1)])
        with project.file.reader() as reader:
            assert learn_from(reader, None, Progress()) is None
        project.file.add_articles([article(FEWEST)])
        with project.file.reader() as reader:
            assert learn_from(reader, None, Progress()) is not None


def test_held_back_articles_are_the_same_whatever_comes_after() -> None:
    every = [(article(number).article.sha256, []) for number in range(200)]
    taught, held = held_back(every)
    assert sorted(taught + held) == sorted(every)
    assert 15 < len(held) < 60
    learned_before: set[str] = set()
    for count in range(2, 60):
        taught, held = held_back(every[:count])
        assert taught
        assert held
        assert learned_before.isdisjoint(sha256 for sha256, _ in held)
        learned_before |= {sha256 for sha256, _ in taught}


def test_when_to_learn_again() -> None:
    def records(finished: int) -> list[LearningRecord]:
        return [LearningRecord(finished, 0.5, 0.6, "", finished=finished)]

    assert [n for n in range(6) if is_due([], n)] == [3, 4, 5]
    assert is_due(records(3), 4)
    assert not is_due(records(30), 32)
    assert is_due(records(30), 33)


def test_a_model_of_another_program_version_or_a_broken_one_is_passed_over(
    base: EmbeddedModel, project: Project
) -> None:
    record = LearningRecord(1, 0.1, 0.2, "2026-11-22T10:00:00Z")
    for saved in (
        LearnedModel("another", packed(base)),
        LearnedModel(fingerprint(base), b"no arrays"),
        LearnedModel(fingerprint(base), packed(base)[:-40]),
        LearnedModel(fingerprint(base), packed(base.with_head(tiny_head(hidden=4)))),
    ):
        project.file.record_learning(record, saved)
        assert load_learned(project.file) is None
    project.file.record_learning(record, LearnedModel(fingerprint(base), packed(base)))
    kept = load_learned(project.file)
    assert kept is not None
    np.testing.assert_array_equal(kept.head.dense, base.head.dense)


def test_learning_always_starts_from_the_base(base: EmbeddedModel) -> None:
    corrected = [
        (one.article.sha256, learning.corrected_sentences(one))
        for one in (article(n) for n in range(6))
    ]
    first = learned_from(corrected, base, None, 6, Progress())
    assert first is not None
    again = learned_from(corrected, base, first.model, 6, Progress())
    assert again is not None
    assert again.record.f1_before == again.record.f1_after == first.record.f1_after


def test_open_suggestions_are_not_taken_for_words() -> None:
    done = article(0)
    first = done.entities[0]
    waiting = Entity("w", first.span, first.label, Status.SUGGESTED, "embedded", 0.9)
    weak = Entity("w", first.span, first.label, Status.SUGGESTED, "embedded", 0.2)
    rest = done.entities[1:]

    def sentences(one: Entity, status: ArticleStatus) -> int:
        state = AnnotatedArticle(done.article, status=status, entities=(one, *rest))
        return len(learning.corrected_sentences(state))

    every = len(learning.corrected_sentences(done))
    assert sentences(waiting, ArticleStatus.DONE) == every - 1
    assert sentences(weak, ArticleStatus.DONE) == every
    assert sentences(weak, ArticleStatus.IN_PROGRESS) < every - 1
