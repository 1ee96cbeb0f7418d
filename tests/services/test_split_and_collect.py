"""A project shared out and taken back: every decision once, by whom it was made."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.decisions import add_entities
from annotator.services.project import open_project
from annotator.services.sharing import numbered_names
from tests.services.shared_out import (
    PEOPLE,
    SPANS,
    State,
    collected,
    decide,
    make,
    shared,
    states,
    texts,
    work,
)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=12, deadline=None)
def test_split_then_collect_is_what_each_annotator_decided(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """In whatever order, of whatever version, however often files come."""
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("shared")
    path = make(folder / "p.annotator", chance.randint(1, 9))
    people = PEOPLE[: chance.randint(2, 3)]
    files = [one.path for one in shared(path, *people, overlap=chance.random(), seed=seed)]
    versions = []
    for _ in range(3):
        for file in files:
            if chance.random() < 0.8:
                work(file, chance)
            version = file.with_name(f"{len(versions)} {file.name}")
            shutil.copy(file, version)
            versions.append(version)
    chance.shuffle(versions)
    expected: State = {}
    for file in files:
        expected |= states(file)
    rest = list(versions)
    while rest:
        some, rest = rest[: (cut := chance.randint(1, 4))], rest[cut:]
        assert collected(path, *some).is_clean
    assert collected(path, *files).is_clean
    assert states(path) == expected
    again = collected(path, *versions, *files)
    assert again.touched == []
    assert {name for one in again.files for name in one.sets} <= {"same", "older"}
    assert states(path) == expected
    with open_project(path, read_only=True) as project:
        assert project.file.faults() == []
        assert project.count() == len({key[1] for key in expected} | texts(path))


def test_twenty_annotators_lose_nothing(tmp_path: Path) -> None:
    """The same with 10,000 articles is in ``tests/benchmarks``."""
    path = make(tmp_path / "p.annotator", 300)
    found = shared(path, *numbered_names(20), overlap=0.1, by="stratified")
    assert sum(one.articles for one in found) == 330
    assert {one.articles for one in found} <= {16, 17}
    chance = random.Random(5)
    expected: State = {}
    for one in found:
        with open_project(one.path) as project:
            for key in chance.sample(range(1, one.articles + 1), 3):
                decide(project, key, chance, 3)
        expected |= states(one.path)
    report = collected(path, *(one.path for one in found))
    assert report.sets == len(expected)
    assert states(path) == expected


def test_two_who_did_one_article_have_a_set_each(tmp_path: Path) -> None:
    path = make(tmp_path / "p.annotator", 3)
    first, second = (one.path for one in shared(path, "a", "b", overlap=1))
    for number, file in enumerate((first, second)):
        with open_project(file) as project:
            session = project.open_article(1)
            session.perform(
                add_entities(session.state, [SPANS[number + 1]], "LOC", session.actor())
            )
    report = collected(path, first, second)
    assert [(one.annotator, dict(one.sets)) for one in report.files] == [
        ("a", {"new": 1}),
        ("b", {"new": 1}),
    ]
    with open_project(path, read_only=True) as project:
        sets = {one.annotator: one for one in project.file.annotated_of([1])}
    assert sets.keys() == {"a", "b"}
    assert [e.span for name in "ab" for e in sets[name].entities if e.label == "LOC"] == [
        *SPANS[1:]
    ]
