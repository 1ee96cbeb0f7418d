"""What tests of the window share: a desk with settings of its own, on the seed or on anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.config.settings import LANGUAGE, SUGGEST_ON_OPEN, THEME
from annotator.config.store import Settings
from annotator.ui.app import Desk
from annotator.ui.main_window import MainWindow

OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    """Open desks; those still open are closed at the end."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dressed = (app.palette(), app.styleSheet(), app.layoutDirection())
    desks: list[Desk] = []

    def open_one(
        *paths: Path, language: str = "ar", theme: str = "light", suggest: bool = False
    ) -> Desk:
        settings = Settings(tmp_path / "settings.toml")
        settings[LANGUAGE], settings[THEME] = language, theme
        settings[SUGGEST_ON_OPEN] = suggest
        desk = Desk(app, settings)
        desks.append(desk)
        desk.start(paths)
        qtbot.waitUntil(lambda: desk.window is not None and not desk.window.projects.importing)
        await_window(qtbot, desk)
        return desk

    yield open_one
    for desk in desks:
        desk.close()
        desk.deleteLater()
    app.setPalette(dressed[0])
    app.setStyleSheet(dressed[1])
    app.setLayoutDirection(dressed[2])


def await_window(qtbot: QtBot, desk: Desk) -> None:
    """Wait until the desk's window has the keyboard."""
    from PySide6.QtWidgets import QApplication

    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk.window)


def shown(desk: Desk) -> MainWindow:
    """Return the desk's window."""
    assert isinstance(desk.window, MainWindow)
    return desk.window
