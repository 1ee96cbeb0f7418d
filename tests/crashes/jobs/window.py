"""The real window, worked in by keys that a seed chooses."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from annotator.ui.app_window import AppWindow
from tests.crashes.job import Line, Tell
from tests.crashes.moments import Moments


class Work:
    """Acts in a window for ever, from inside its event loop, which :meth:`run` starts.

    After each action the window is painted, and only then is told what it shows.
    """

    def __init__(
        self,
        tell: Tell,
        chance: random.Random,
        *,
        is_ready: Callable[[AppWindow], bool],
        act: Callable[[AppWindow, random.Random], None],
        shown: Callable[[AppWindow], Iterable[Line]],
    ) -> None:
        self._tell, self._chance = tell, chance
        self._is_ready, self._act, self._shown = is_ready, act, shown
        self._failed: list[BaseException] = []

    def run(self, path: Path, moments: Moments) -> None:
        """Open a project in the real window and act in it.

        Raises:
            BaseException: what was raised in it; it never returns.
        """
        from annotator.config.settings import SUGGEST_ON_OPEN
        from annotator.config.store import Settings
        from annotator.ui.app import Desk, make_application
        from annotator.ui.dialogs.errors import ErrorDialog
        from annotator.ui.log import take_qt_messages

        self._app, self._moments = make_application(), moments
        take_qt_messages()
        ErrorDialog.ask = lambda error, *_: self._tell(said=str(error))  # nobody could close it
        sys.excepthook = lambda kind, error, trace: self._fail(error)
        settings = Settings(path.with_name("settings.toml"))
        settings[SUGGEST_ON_OPEN] = False
        self._desk = Desk(self._app, settings)
        self._desk.start([path])
        self._again(self._begin)
        self._app.exec()
        raise self._failed[0] if self._failed else RuntimeError("the window was closed")

    def _begin(self) -> None:
        window = self._desk.window
        if window is None or not self._is_ready(window):
            self._again(self._begin, 5)
            return
        self._moments.arm()
        self._tell(ready=True)
        self._again(self._turn)

    def _turn(self) -> None:
        from PySide6.QtWidgets import QApplication

        window: Any = self._desk.window
        self._act(window, self._chance)
        self._app.processEvents()
        for left in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if left is not None:
                left.close()
        if QApplication.activeWindow() is not window or not window.view.hasFocus():
            window.activateWindow()
            window.view.setFocus()
        for widget in (window, window.view.viewport(), window.status):
            widget.repaint()
        for line in self._shown(window):
            self._tell(**line)
        self._again(self._turn)

    def _again(self, what: Callable[[], None], milliseconds: int = 0) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(milliseconds, lambda: self._guarded(what))

    def _guarded(self, what: Callable[[], None]) -> None:
        try:
            what()
        except BaseException as error:  # noqa: BLE001 - the event loop would swallow it
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        self._failed.append(error)
        self._app.quit()


def press(window: Any, key: str, typed: str = "") -> None:
    """Press a key where the focus is; ``typed`` goes into what that opens, and Enter after it."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    QTest.keySequence(window.view, QKeySequence(key))
    if typed:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            field = popup.focusWidget() or popup
            QTest.keyClicks(field, typed)
            QTest.keyClick(field, Qt.Key.Key_Return)


def of(lines: Sequence[Line]) -> dict[int, Line]:
    """Return what was shown last of each article."""
    return {line["shown"]: line for line in lines if "shown" in line}
