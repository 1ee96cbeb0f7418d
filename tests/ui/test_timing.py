"""The time at work, in the real window, by a clock that the test turns."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.article import ArticleStatus
from annotator.services.timing import ActiveTime
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, shown

Key = Qt.Key


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(open_desk: OpenDesk, tmp_path: Path, seed_path: Path, clock: Clock) -> MainWindow:
    for name in ("one.txt", "two.txt"):
        shutil.copy(seed_path, tmp_path / name)
    with (tmp_path / "two.txt").open("a", encoding="utf-8") as two:
        two.write("\nغير ذلك.")
    window = shown(open_desk(tmp_path / "one.txt", tmp_path / "two.txt"))
    timing = window.workbench.timing
    timing._active = ActiveTime(clock)
    timing._active.touch()
    return window


def spent(window: MainWindow) -> int:
    assert window.project is not None
    return sum(window.project.file.time_by_day().values())


def handle(window: MainWindow) -> QWindow:
    return window.windowHandle()


def test_keys_and_clicks_count_and_leaving_saves(window: MainWindow, clock: Clock) -> None:
    clock.now += 20
    QTest.keyClick(handle(window), Key.Key_Down)
    clock.now += 10
    QTest.mouseClick(handle(window), Qt.MouseButton.LeftButton, pos=QPoint(640, 400))
    clock.now += 61  # a break
    QTest.keyClick(handle(window), Key.Key_Down)
    clock.now += 5
    QTest.keyClick(handle(window), Key.Key_Down)
    assert spent(window) == 0
    window.workbench.leafing.next_article()
    assert spent(window) == 35


def test_it_is_saved_every_minute_too(window: MainWindow, clock: Clock, qtbot: QtBot) -> None:
    clock.now += 7
    QTest.keyClick(handle(window), Key.Key_Down)
    timer = window.workbench.timing._saving
    assert timer.isActive()
    assert timer.interval() == 60_000
    timer.timeout.emit()
    assert spent(window) == 7


def test_closing_saves_and_the_finished_article_has_its_time(
    window: MainWindow, clock: Clock, open_desk: OpenDesk
) -> None:
    project = window.project
    assert project is not None
    path = project.path
    clock.now += 50
    QTest.keyClick(handle(window), Key.Key_Down)
    QTest.keyClick(handle(window), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    clock.now += 8
    QTest.keyClick(handle(window), Key.Key_Down)
    window.close()
    again = shown(open_desk(path)).project
    assert again is not None
    assert again.status_counts()[ArticleStatus.DONE] == 1
    assert again.file.time_by_article() == {50: 1}
    assert sum(again.file.time_by_day().values()) == 58
