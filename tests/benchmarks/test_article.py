"""An article opened in the real window, until it is painted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTextEdit

from annotator.config.settings import SUGGEST_ON_OPEN
from annotator.config.store import Settings
from annotator.core.annotated import AnnotatedArticle
from annotator.ui.app import Desk

LINE, SEED, LONG = 1, 2, 3


def _painted(widget) -> None:
    QApplication.processEvents()
    widget.grab()


@pytest.fixture
def desk(qapp: QApplication, project_path: Path):
    settings = Settings()
    settings[SUGGEST_ON_OPEN] = False
    desk = Desk(qapp, settings)
    desk.start([project_path])
    yield desk
    desk.close()


def _measure_opening(measure, desk: Desk, key: int, article: AnnotatedArticle, rounds: int) -> None:
    window = desk.window
    edit = QTextEdit()
    edit.resize(window.view.size())
    edit.show()

    def elsewhere() -> None:
        window.workbench.leafing.open_article(LINE)
        _painted(window.view)

    def opened() -> None:
        window.workbench.leafing.open_article(key)
        _painted(window.view)

    def bare() -> None:
        edit.setPlainText(article.text)
        _painted(edit)

    measure(opened, bare, "QTextEdit with the same text", rounds=rounds, setup=elsewhere)
    assert window.view.toPlainText()
    edit.deleteLater()


def test_open_article_of_330_words(measure, desk: Desk, suggested: AnnotatedArticle):
    _measure_opening(measure, desk, SEED, suggested, 20)


def test_open_article_of_1_mb(measure, desk: Desk, long_article: AnnotatedArticle):
    assert len(long_article.text.encode()) > 1_000_000
    _measure_opening(measure, desk, LONG, long_article, 5)
