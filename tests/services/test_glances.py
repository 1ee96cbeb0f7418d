"""What is in a project, at a glance."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.article import ArticleStatus
from annotator.core.decisions import set_status
from annotator.services.glances import Glance, glance
from annotator.services.project import create_project
from annotator.services.reviews import make_review
from annotator.services.transfer import import_paths
from annotator.ui.samples import sample_article, sample_review


def test_articles_are_counted_and_those_done(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    other = tmp_path / "b.txt"
    other.write_text("خبر آخر.", encoding="utf-8")
    with create_project(path, annotator="salma") as project:
        assert glance(path, "salma") == Glance()
        import_paths(project.file, [sample_article(), other])
        session = project.open_article(1)
        session.perform(set_status(session.state, ArticleStatus.DONE, session.actor()))
        assert glance(path, "salma") == Glance(articles=2, done=1)
    assert glance(path, "yusuf") == Glance(articles=2, done=0)


def test_a_review_is_known(tmp_path: Path) -> None:
    path = tmp_path / "r.annotator"
    make_review(path, sample_review()).close()
    found = glance(path, "salma")
    assert found.review
    assert found.articles == 1


def test_what_is_gone_or_no_project_is_said(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    assert glance(path) == Glance(gone=True)
    path.write_bytes(b"no project at all" * 100)
    assert glance(path).fault is not None


def test_looking_writes_nothing_and_shuts_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    create_project(path).close()
    before = sorted(one.name for one in tmp_path.iterdir())
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        glance(path)
    assert sorted(one.name for one in tmp_path.iterdir()) == before
    with create_project(tmp_path / "q.annotator") as held:
        glance(held.path)
        assert held.read_only is None
