from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from lxml import html
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import add_entities
from annotator.core.entities import Status
from annotator.core.errors import UserError
from annotator.core.spans import Span
from annotator.services.project import create_project, open_project
from annotator.ui import demo
from annotator.ui.demo_pictures import LOOKS


@pytest.fixture
def undressed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch):
    """The application as it was, whatever the demo dresses it in; Qt's messages stay ours."""
    monkeypatch.setattr(demo, "take_qt_messages", lambda: None)
    palette, rules, direction = qapp.palette(), qapp.styleSheet(), qapp.layoutDirection()
    yield
    qapp.setPalette(palette)
    qapp.setStyleSheet(rules)
    qapp.setLayoutDirection(direction)


def test_the_demo_leaves_project_exports_and_pictures(
    undressed: None, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "demo"
    for _ in range(2):  # again into the same folder
        assert demo.run(out) == 0
    told = capsys.readouterr().out.split("\n")
    # A project that has work in it gets backups beside it, whoever opens it.
    left = {str(path) for path in out.iterdir() if not path.name.endswith("-backups")}
    assert left <= set(told)
    for window, (language, theme) in product(("annotate", "review"), LOOKS):
        picture = QImage(str(out / f"{window}-{language}-{theme}.png"))
        assert (picture.width(), picture.height()) == (1280, 800)
        middle = picture.pixelColor(640, 760).lightness()
        assert (middle < 128) == (theme == "dark")
    with open_project(out / "seed.annotator", annotator="demo") as project:
        state = project.open_article(1).state
    assert {entity.status for entity in state.entities} == {Status.ACCEPTED}
    [line] = (out / "seed.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(json.loads(line)["entities"]) == len(state.entities)
    assert "B-LOC" in (out / "seed.conll").read_text(encoding="utf-8")
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        report = html.fromstring((out / f"report-{language}.html").read_text(encoding="utf-8"))
        assert report.get("dir") == direction
        assert len(report.xpath("//div[@class='difference']")) == 13
        assert len(report.xpath("//p[@class='verdict']")) == 4
    assert (out / "feedback" / "yusuf.jsonl").is_file()
    assert not (home / "config").exists()  # the user's settings are left alone


def test_the_demo_does_not_replace_somebodys_work(undressed: None, tmp_path: Path) -> None:
    path = tmp_path / "seed.annotator"
    with create_project(path, annotator="salma") as project:
        project.file.add_articles([AnnotatedArticle(Article("a", "زار بومبيو باكو"))])
        session = project.open_article(1)
        session.perform(add_entities(session.state, [Span(4, 10)], "PER", session.actor()))
    with pytest.raises(UserError, match="salma"):
        demo.run(tmp_path)
    with open_project(path, annotator="salma") as project:
        assert len(project.open_article(1).state.entities) == 1
