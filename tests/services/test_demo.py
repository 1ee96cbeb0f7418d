"""The demo without a window: the main job from the sample article to its exports."""

from __future__ import annotations

import pytest

from annotator.core.article import ArticleStatus
from annotator.core.decisions import reject
from annotator.core.errors import UserError
from annotator.services.demo import finish_demo, start_demo


def test_the_main_job_and_again(tmp_path):
    demo = start_demo(tmp_path / "demo")
    with demo.project as project:
        session = project.open_article(1)
        first = session.state.pending()[0]
        assert len(session.state.pending()) > 40
        session.perform(reject(session.state, [first.id], session.actor()))
        finish_demo(demo)
        assert session.state.pending() == ()
        assert session.state.status is ArticleStatus.DONE
    assert sorted(path.name for path in (tmp_path / "demo").iterdir()) == [
        "seed.annotator", "seed.conll", "seed.jsonl",
    ]  # fmt: skip
    again = start_demo(tmp_path / "demo")
    with again.project as project:
        finish_demo(again)
        assert project.open_article(1).state == session.state


def test_a_file_of_somebody_else_is_left_alone(tmp_path):
    (tmp_path / "seed.conll").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="exists"):
        start_demo(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["seed.conll"]
