"""The line at the foot: what is saved, what is under way, which keys act now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Status
from annotator.core.visible import visible
from annotator.services.quoting import shown_quotes, warnings
from annotator.ui.panes.eliding import ElidingLabel
from annotator.ui.panes.words import flag_name
from annotator.ui.text import shown

NOTE_MILLISECONDS = 6000
"""How long a passing note stands in the place of the keys."""


class StatusLine(QWidget):
    """Says that every decision is saved, the counts of the article, and the keys that act now."""

    cancel_asked = Signal()
    report_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._saved = QLabel(self)
        self._read_only = QLabel(self)
        self._read_only.setObjectName("readOnly")
        self._read_only.hide()
        self._keys = ElidingLabel(self)
        self._hints = ""
        self._cannot_save = False
        self._doing = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._stop = QToolButton(self)
        self._stop.setAutoRaise(True)
        self._stop.clicked.connect(self.cancel_asked)
        self.report = QToolButton(self)
        self.report.setAutoRaise(True)
        self.report.setText(self.tr("Show the report"))
        self.report.setToolTip(self.tr("What the last import took, repaired and refused"))
        self.report.clicked.connect(self.report_asked)
        self.report.hide()
        for label in (self._read_only, self._saved, self._keys, self._doing):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(10)
        row.addWidget(self._read_only)
        row.addWidget(self._saved)
        row.addSpacing(8)
        row.addWidget(self._keys, 1)
        row.addWidget(self.report)
        row.addWidget(self._doing)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(NOTE_MILLISECONDS)
        self._passing.timeout.connect(self._end_note)
        self.end_work()

    def show_state(self, state: AnnotatedArticle | None) -> None:
        """Say what is saved of the open article."""
        if state is None:
            self._saved.clear()
            return
        entities = sum(e.status is not Status.REJECTED for e in state.entities)
        doubtful = sum(map(len, warnings(state).values()))
        parts = [
            *(() if self._cannot_save else (self.tr("Saved"),)),
            self.tr("%n entity(s)", "", entities),
            self.tr("%n quote(s)", "", len(shown_quotes(state))),
            self.tr("%n suggestion(s) to decide", "", len(state.pending())),
        ]
        parts += map(flag_name, state.flags)
        if state.note:
            parts.append(self.tr("note"))
        if doubtful:
            parts.append(self.tr("%n warning(s)", "", doubtful))
        self._saved.setText(shown(" · ".join(parts)))
        self._saved.setToolTip(visible(state.note))

    def show_read_only(self, why: str) -> None:
        """Say, as long as the project is open, that nothing can be saved in it, and why."""
        self._cannot_save = True
        self._read_only.setText(self.tr("Read only"))
        self._read_only.setToolTip(why)
        self._read_only.setAccessibleDescription(why)
        self._read_only.show()
        self.note(why)

    def say(self, text: str) -> None:
        """Say this of what is open and saved."""
        self._saved.setText(shown(text))

    def show_keys(self, hints: Sequence[tuple[str, str]]) -> None:
        """Say which keys act now: ``(keys, what they do)``."""
        self._hints = " · ".join(f"{keys} {text}" for keys, text in hints)
        if not self._passing.isActive():
            self._keys.setText(self._hints)

    def note(self, text: str) -> None:
        """Show a passing note; the keys come back after a while."""
        self._keys.setText(shown(text))
        self._passing.start()

    def offer_report(self) -> None:
        """Offer the report of an import, from now on."""
        self.report.show()

    def show_stop_key(self, key: str) -> None:
        """Name the key that stops what is under way."""
        self._stop.setText(self.tr("Stop ({key})").format(key=key))

    def show_work(self, text: str, done: int = 0, total: int | None = None) -> None:
        """Show what is under way; ``total`` None means that it is not known how long."""
        self._doing.setText(shown(text))
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)
        for widget in (self._doing, self._bar, self._stop):
            widget.show()

    def end_work(self) -> None:
        """Nothing is under way."""
        for widget in (self._doing, self._bar, self._stop):
            widget.hide()

    def _end_note(self) -> None:
        self._keys.setText(self._hints)

    def texts(self) -> tuple[str, str]:
        """Return what is said of the article, and what is said beside it."""
        return self._saved.text(), self._keys.text()
