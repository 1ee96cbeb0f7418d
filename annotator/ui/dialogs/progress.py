"""Progress of work that must stay on the main thread, with a way to stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from annotator.core.progress import Progress

_PATIENCE = 0.4
"""Seconds before the dialog shows."""


class ModalProgress:
    """A :class:`Progress` shown in a dialog that keeps everything else from being clicked.

    For work on the project's own connection, which belongs to the main thread: at each step the
    dialog lets the window repaint and the button be pressed.
    """

    def __init__(self, text: str, parent: QWidget | None) -> None:
        self._dialog = QProgressDialog(
            text, QCoreApplication.translate("ModalProgress", "Stop"), 0, 0, parent
        )
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(24 * 3600 * 1000)  # shown here, not by Qt's own guess
        self._begun = time.monotonic()
        self.progress = Progress(self._at)

    def close(self) -> None:
        """Take the dialog away."""
        self._dialog.close()
        self._dialog.deleteLater()

    def _at(self, done: int, total: int | None) -> None:
        if not self._dialog.isVisible():
            if time.monotonic() - self._begun < _PATIENCE:
                return
            self._dialog.show()
        self._dialog.setMaximum(total or 0)
        self._dialog.setValue(done if total else 0)
        QCoreApplication.processEvents()
        if self._dialog.wasCanceled():
            self.progress.cancel()
