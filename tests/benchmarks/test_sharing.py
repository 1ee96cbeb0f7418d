"""10,000 articles shared by 20 annotators: split, worked on, and collected with nothing lost."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.config.labelsets import load_label_set
from annotator.core.article import ArticleStatus
from annotator.core.decisions import add_entities
from annotator.core.spans import Span
from annotator.services.collecting import collect
from annotator.services.project import open_project
from annotator.services.sharing import Portion, Sharing, numbered_names, share_out
from annotator.storage import ProjectFile
from tests.benchmarks.conftest import Measure
from tests.benchmarks.corpora import articles

ARTICLES, PEOPLE, OVERLAP = 10_000, 20, 0.1

pytestmark = pytest.mark.timeout(900)  # 11,000 decisions go to the disk one by one


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sharing") / "p.annotator"
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        nobodys = {"annotator": "", "status": ArticleStatus.NEW}
        file.add_articles(replace(one, **nobodys) for one in articles(ARTICLES))
    return path


@pytest.fixture(scope="module")
def files(project: Path) -> list[Path]:
    """The annotators' files, with a decision in each article."""
    portions = _split(project, project.parent / "worked")
    for one in portions:
        with open_project(one.path) as file:
            for key in range(1, one.articles + 1):
                session = file.open_article(key)
                word = Span(0, len(session.state.text.split()[0]))
                session.perform(add_entities(session.state, [word], "FIRST", session.actor()))
    assert sum(one.articles for one in portions) == ARTICLES + round(ARTICLES * OVERLAP)
    return [one.path for one in portions]


def _split(project: Path, folder: Path) -> list[Portion]:
    sharing = Sharing(numbered_names(PEOPLE), OVERLAP, everything=True)
    with ProjectFile.open(project) as file:
        return share_out(file, folder, sharing, force=True)


def test_split(measure: Measure, project: Path) -> None:
    folder = project.parent / "split"
    measure(
        lambda: _split(project, folder),
        lambda: shutil.copy(project, project.with_name("copy")),
        "a copy of the project",
        rounds=1,
    )


def test_collect(measure: Measure, project: Path, files: list[Path], benchmark: Any) -> None:
    main = project.with_name("main.annotator")
    sets: list[int] = []

    def fresh() -> None:
        with ProjectFile.open(project):  # closing it folds in what is beside it
            pass
        shutil.copy(project, main)

    def collected() -> None:
        with ProjectFile.open(main) as file:
            report = collect(file, files)
            assert report.is_clean
            sets.append(report.sets)

    def copied() -> None:
        for path in files:
            shutil.copy(path, path.with_suffix(".copy"))

    measure(collected, copied, "a copy of the files", rounds=1, setup=fresh)
    assert sets[-1] == ARTICLES + round(ARTICLES * OVERLAP)
    fresh()
    with ProjectFile.open(main) as file:
        collect(file, files)
        assert collect(file, files).sets == 0
        decided = {(one.annotator, one.article.sha256): one.entities for one in file.annotated()}
    for path in files:
        with open_project(path, read_only=True) as given:
            for one in given.file.annotated():
                assert decided.pop((one.annotator, one.article.sha256)) == one.entities
    assert not decided
