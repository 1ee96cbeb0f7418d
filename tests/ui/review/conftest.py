"""What tests of the review window share: a review, and the window once all is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.services.reviews import make_review
from annotator.ui.app import Desk
from annotator.ui.review.window import ReviewWindow
from tests.services.colleagues import omar, salma, write
from tests.ui.conftest import OpenDesk

OpenReview = Callable[..., ReviewWindow]


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    return [write(tmp_path / "a.jsonl", salma()), write(tmp_path / "b.jsonl", omar())]


@pytest.fixture
def path(tmp_path: Path, sources: list[Path]) -> Path:
    made = tmp_path / "r.annotator"
    make_review(made, sources, reviewer="حكم").close()
    return made


@pytest.fixture
def open_window(open_desk: OpenDesk, qtbot: QtBot) -> OpenReview:
    def opened(path: Path, language: str = "en") -> ReviewWindow:
        return shown(open_desk(path, language=language), qtbot)

    return opened


def shown(desk: Desk, qtbot: QtBot) -> ReviewWindow:
    """Return the desk's review window once it has read everything."""
    qtbot.waitUntil(lambda: isinstance(desk.window, ReviewWindow))
    window = desk.window
    assert isinstance(window, ReviewWindow)
    qtbot.waitUntil(lambda: window.stepping.row is not None and window.figures.table.rowCount() > 0)
    window.view.setFocus()
    return window


def press(qtbot: QtBot, window: ReviewWindow, *keys: str | Qt.Key) -> None:
    for key in keys:
        if isinstance(key, str) and not key.isascii():
            for down in (True, False):
                QTest.simulateEvent(
                    window.view, down, ord(key), Qt.KeyboardModifier.NoModifier, key, False
                )
        else:
            qtbot.keyClick(window.view, key)
