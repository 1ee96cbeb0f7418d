"""The log file, and the messages of Qt in it."""

from __future__ import annotations

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.services.telling import teller

_COULD_NOT = 2
"""The exit code of what could not be done (CONTRACTS: commands)."""

_OFFSCREEN = "This plugin does not support"
"""How Qt's off-screen platform begins to say what does not matter there."""

_LARGEST = 1_000_000
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class _Log(RotatingFileHandler):
    """The log file. Where it cannot be written (a full disk, somebody else's), work goes on."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: whoever logs cannot act on it, and a traceback helps nobody."""


def log_path() -> Path:
    """Return where the log is."""
    from platformdirs import user_log_path  # noqa: PLC0415 - start-up writes no log by itself

    return user_log_path("annotator", appauthor=False) / "annotator.log"


def start_log() -> None:
    """Write what is logged to the log file; where none can be written, to nowhere."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _Log(
            path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    take_qt_messages()


def take_qt_messages() -> None:
    """Let Qt's messages go the way of all that is logged."""
    qInstallMessageHandler(_log_qt)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if text.startswith(_OFFSCREEN):
        return
    if kind is QtMsgType.QtFatalMsg:
        # Qt ends the process now: without a word here, a person would see nothing happen.
        _end_in_words(text)
    name = f"qt.{context.category}" if context.category else "qt"
    logging.getLogger(name).log(_LEVELS.get(kind, logging.WARNING), "%s", text)


def _end_in_words(text: str) -> None:
    """End as a command does that could not do what was asked, where no window can be opened.

    Qt itself would abort, which leaves a crash report and no advice.
    """
    if QCoreApplication.instance() is not None and not QCoreApplication.startingUp():
        sys.stderr.write(f"{text}\n")
        return
    reason = text.strip().partition("\n")[0]
    error = UserError(
        message(
            QT_TRANSLATE_NOOP("messages", "No window can be opened here: {reason}"), reason=reason
        ),
        todo=message(
            QT_TRANSLATE_NOOP(
                "messages",
                "Start it on a screen (DISPLAY names none here), and install the system packages "
                "that the README names. “annotator --help” lists what needs no window.",
            )
        ),
    )
    for language in ("en", "ar"):
        tell = teller(language)
        sys.stderr.write(f"{tell(error.what)}\n{tell(error.todo or error.what)}\n")
    sys.stderr.flush()
    os._exit(_COULD_NOT)
