"""The log file, and the messages of Qt in it."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

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
        handler: logging.Handler = RotatingFileHandler(
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
        sys.stderr.write(f"{text}\n")
    name = f"qt.{context.category}" if context.category else "qt"
    logging.getLogger(name).log(_LEVELS.get(kind, logging.WARNING), "%s", text)
