"""Errors that nothing caught: logged, and shown once the event loop comes round."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.ui.dialogs.errors import BugDialog
from annotator.ui.log import log_path

_log = logging.getLogger(__name__)


class Faults(QObject):
    """Errors that nothing caught, from any thread, shown on the main one."""

    _caught = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over what Python does with uncaught errors."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log an error and show it once the event loop comes round."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error("uncaught\n%s", text)
        self._caught.emit(text)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _show(self, text: str) -> None:
        if self._showing:  # one at a time: an error while painting would come back for ever
            return
        self._showing = True
        try:
            BugDialog.ask(text, str(log_path()), QApplication.activeWindow())
        finally:
            self._showing = False
