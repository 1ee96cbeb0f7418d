"""How far a download is: a bar, bytes, speed and time left, and a button that stops it."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from annotator.ui.pace import Pace
from annotator.ui.text import ltr

_TICK_MILLISECONDS = 500
"""How often speed and time left are told anew, so that a halt shows too."""

_SCALE = 1000
"""Steps of the progress bar; bytes would not fit its 32 bits."""

_MB = 1_000_000


class DownloadLine(QWidget):
    """Hidden until something comes."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pace = Pace(time.monotonic)
        self._at: tuple[int, int | None] = (0, None)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MILLISECONDS)
        self._ticking.timeout.connect(self._tell)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Download"))
        self.told = QLabel(self)
        self.told.setObjectName("faint")
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.clicked.connect(self.stop_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._bar, 1)
        row.addWidget(self.told)
        row.addWidget(self.stop)
        self.end()

    def begin(self) -> None:
        """Be ready for something new."""
        self._pace, self._at = Pace(time.monotonic), (0, None)
        self.told.clear()
        self._bar.setRange(0, 0)
        self._ticking.start()
        self.show()

    def at(self, done: int, total: int | None) -> None:
        """Show that ``done`` bytes are there, of ``total`` or of nobody knows how many."""
        self._at = (done, total)
        self._pace.at(done)
        self._bar.setRange(0, _SCALE if total else 0)
        self._bar.setValue(_SCALE * done // total if total else 0)
        if not self.told.text():
            self._tell()

    def end(self) -> None:
        """Nothing comes any more."""
        self._ticking.stop()
        self.hide()

    def _tell(self) -> None:
        done, total = self._at
        if not done:
            return
        here = size_text(done)
        if total:
            here = self.tr("{done} of {total}").format(done=here, total=size_text(total))
        parts = [here]
        speed, left = self._pace.speed, self._pace.left(total)
        if speed is not None:
            parts.append(self.tr("{amount} a second").format(amount=size_text(speed)))
        if left is not None:
            parts.append(self._time_left(left))
        self.told.setText(" · ".join(parts))

    def _time_left(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("%n second(s) left", "", max(1, round(seconds)))
        return self.tr("%n minute(s) left", "", round(seconds / 60))


def size_text(size: float) -> str:
    """Return bytes in megabytes, with a decimal where there are few."""
    amount = size / _MB
    return ltr(f"{amount:,.0f} MB" if amount >= 100 else f"{amount:.1f} MB")
