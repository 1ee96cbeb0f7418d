"""The suggestions that wait: a slider that hides the weak, the list, and why the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.labels import LabelSet
from annotator.ui.panes.blank import Blank
from annotator.ui.panes.cards import ROW_HEIGHT, SuggestionRow
from annotator.ui.panes.page import SidePage
from annotator.ui.panes.records import RECORD, RecordList
from annotator.ui.panes.words import origin_text
from annotator.ui.queue import Queue
from annotator.ui.reasons import reason_lines

if TYPE_CHECKING:
    from annotator.ui.workbench import Workbench

SETTLING_MILLISECONDS = 80
"""How long the slider must rest before the article is painted anew."""

_STEP = 5


class SuggestionPane(SidePage):
    """The open suggestions in the order in which Tab goes through them."""

    takes_work_keys = True

    weakest_changed = Signal(int)
    """The lowest score that is to be shown, in percent."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RecordList(SuggestionRow(), ROW_HEIGHT, self)
        self.list.setAccessibleName(self.tr("Suggestions to decide"))
        self._said = QLabel(self)
        self._hidden = QLabel(self)
        self._hidden.setObjectName("faint")
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, 100)
        self.slider.setSingleStep(1)
        self.slider.setPageStep(_STEP)
        self.slider.setAccessibleName(self.tr("Hide suggestions weaker than"))
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MILLISECONDS)
        self._settling.timeout.connect(self._settled)
        self.slider.valueChanged.connect(self._moved)
        self.why = QLabel(self)
        self.why.setObjectName("faint")
        self.why.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setContentsMargins(14, 4, 14, 8)
        self.why.hide()
        self.list.current_asked.connect(bench.annotating.go_to)
        self._bench, self._blank = bench, Blank(self.list)
        self.weakest_changed.connect(bench.tools.hide_below)
        self._build()
        self._say()

    def show_state(self, state: AnnotatedArticle | None, queue: Queue) -> None:
        """List the suggestions of a state that are shown, and count the hidden ones."""
        if self.slider.value() != queue.weakest and not self._settling.isActive():
            self.slider.blockSignals(True)
            self.slider.setValue(queue.weakest)
            self.slider.blockSignals(False)
            self._say()
        self.list.show_records(state, queue.waiting(state) if state else ())
        hidden = queue.hidden(state) if state else 0
        self._hidden.setText(self.tr("%n hidden", "", hidden) if hidden else "")
        self._blank.say(self._why_none(state, hidden))

    def show_current(self, record_id: str) -> None:
        """Light up a record where it is listed, and say why it is suggested."""
        self.list.show_current(record_id)
        row = self.list.records.row_of(record_id)
        record = self.list.records.index(row).data(RECORD) if row is not None else None
        lines = reason_lines(record, origin_text) if record is not None else []
        self.why.setText("\n".join(lines))
        self.why.setVisible(bool(lines))

    def set_labels(self, label_set: LabelSet, language: str) -> None:
        """Name labels as this set and language do."""
        self.list.records.label_set, self.list.records.language = label_set, language

    def front(self) -> QWidget:
        """Return the list."""
        return self.list

    def count(self) -> int:
        """Return how many suggestions wait."""
        return self.list.records.rowCount()

    def _why_none(self, state: AnnotatedArticle | None, hidden: int) -> str:
        if state is None:
            return self.tr("No article is open.")
        if hidden:
            return self.tr("All that wait are hidden as weak. The slider brings them back.")
        if state.entities or state.quotes:
            key = self._bench.key("article.done")
            return self.tr("Every suggestion is decided. {key} goes on.").format(key=key)
        key = self._bench.key("suggestions.refresh")
        return self.tr("No suggestions yet. {key} looks for names and quotes.").format(key=key)

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(14, 8, 14, 4)
        head.setSpacing(2)
        words = QHBoxLayout()
        words.addWidget(self._said, 1)
        words.addWidget(self._hidden)
        head.addLayout(words)
        head.addWidget(self.slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.why)

    def _moved(self) -> None:
        self._say()
        self._settling.start()

    def _settled(self) -> None:
        self.weakest_changed.emit(self.slider.value())

    def _say(self) -> None:
        percent = self.slider.value()
        self._said.setText(
            self.tr("Hide below {percent}%").format(percent=percent)
            if percent
            else self.tr("All are shown")
        )
