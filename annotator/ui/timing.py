"""How long an article takes: the time between inputs to the window, kept with the project."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.core.errors import UserError
from annotator.services.project import Project
from annotator.services.session import ArticleSession
from annotator.services.timing import ActiveTime
from annotator.ui.controller import Controller

SAVING_MILLISECONDS = 60_000
"""How often the time is saved while an article is open; leaving it saves too."""

_INPUTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Timing(Controller):
    """Hears the inputs of a window, all of which pass through its QWindow, and adds them up.

    A filter on the application would be asked about every event of every widget.
    """

    def __init__(
        self,
        project: Project | None,
        window: QWidget,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._window = window
        self._active = ActiveTime(clock)
        self._key: int | None = None
        self._saving = QTimer(self)
        self._saving.setInterval(SAVING_MILLISECONDS)
        self._saving.timeout.connect(self.save)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the inputs and let everything pass."""
        if watched is self._window:
            if event.type() is QEvent.Type.Show:  # the QWindow is made when it is first shown
                self._window.windowHandle().installEventFilter(self)
        elif event.type() in _INPUTS and self._key is not None:
            self._active.touch()
        return False

    def open(self, session: ArticleSession | None) -> None:
        """Save what the article that is left took, and begin with the next one."""
        self.save()
        self._active.stop()
        self._key = session.key if session else None
        if session is None:
            self._saving.stop()
        else:
            self._active.touch()
            self._saving.start()

    def close(self) -> None:
        """Give the project up."""
        self._project = None
        self._saving.stop()

    def save(self) -> None:
        """Keep the time that was counted; what cannot be saved waits for the next time."""
        if self._project is None or self._key is None or self._project.read_only is not None:
            return
        seconds = self._active.take()
        if not seconds:
            return
        try:
            self._project.add_time(self._key, seconds)
        except UserError as error:
            self._active.give_back(seconds)
            self.failed.emit(error)
