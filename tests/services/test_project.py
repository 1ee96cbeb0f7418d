"""A project and its annotator."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest

from annotator.config.labelsets import load_label_set
from annotator.config.settings import ANNOTATOR
from annotator.config.store import Settings
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import set_status
from annotator.core.errors import UserError
from annotator.services.project import create_project, default_annotator, open_project
from annotator.storage import ArticleQuery


def test_a_new_project_has_the_default_labels(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.annotator") as project:
        assert project.label_set == load_label_set()
        assert project.annotator == default_annotator()
        assert project.path == tmp_path / "p.annotator"
        assert project.read_only is None
    with pytest.raises(UserError):
        create_project(tmp_path / "p.annotator")


def test_the_list_follows_what_the_annotator_does(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.annotator", annotator="salma") as project:
        project.file.add_articles(
            AnnotatedArticle(Article(name, f"text {name}", name.upper())) for name in "abc"
        )
        session = project.open_article(2)
        session.perform(set_status(session.state, ArticleStatus.DONE, session.actor()))
        assert [project.row(key).status.value for key in (1, 2, 3)] == ["new", "done", "new"]
        assert project.count() == 3
        assert project.status_counts()[ArticleStatus.DONE] == 1
        listing = project.listing(ArticleQuery(statuses=frozenset({ArticleStatus.NEW})))
        assert [row.title for row in listing.rows(0, 9)] == ["A", "C"]
        listing.close()
        assert project.has_article(3)
        assert not project.has_article(4)
        project.set_state("window", {"open": 2})
        with pytest.raises(KeyError):
            project.open_article(9)
    with open_project(tmp_path / "p.annotator", annotator="omar") as project:
        assert project.status_counts()[ArticleStatus.NEW] == 3
        assert project.state("window") == {"open": 2}


def test_the_annotator_is_named_in_the_settings_or_by_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "s.karimi")
    assert default_annotator() == "s.karimi"
    Settings()[ANNOTATOR] = " سلمى "
    assert default_annotator() == "سلمى"
    Settings()[ANNOTATOR] = " "

    def unknown() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert default_annotator() == "annotator"
