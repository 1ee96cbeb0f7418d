"""The page of what came back from a review: each correction, what it was, and why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity
from annotator.core.labels import LabelSet
from annotator.review.corrections import before, corrections_in, told_of
from annotator.review.merging import RULES
from annotator.review.records import Record
from annotator.review.words import FAULTS
from annotator.ui.panes.blank import Blank
from annotator.ui.panes.cards import ROW_HEIGHT, SuggestionRow
from annotator.ui.panes.page import SidePage
from annotator.ui.panes.records import RECORD, RecordList
from annotator.ui.queue import Queue
from annotator.ui.text import isolated, told

if TYPE_CHECKING:
    from annotator.ui.workbench import Workbench

_FAULTS = {str(fault): name for fault, name in FAULTS.items()}


class CorrectionsPage(SidePage):
    """Steps through the corrections of an article. There is a tab for it only where some are."""

    takes_work_keys = True

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._state: AnnotatedArticle | None = None
        self._now = ""
        self.list = RecordList(SuggestionRow(), ROW_HEIGHT, self)
        self.list.setAccessibleName(self.tr("Corrections of this article"))
        self._blank = Blank(self.list)
        self._blank.say(
            self.tr("No corrections here. They come with the file that a reviewer sends back.")
        )
        self.why = QLabel(self)
        self.why.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setContentsMargins(14, 8, 14, 4)
        self.taken = QPushButton(self.tr("&Understood"), self)
        self.mine = QPushButton(self.tr("Keep &mine"), self)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 4, 14, 10)
        buttons.addWidget(self.taken)
        buttons.addWidget(self.mine)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.why)
        column.addLayout(buttons)
        self.list.current_asked.connect(bench.annotating.go_to)
        for button, decide in (
            (self.taken, bench.correcting.understood),
            (self.mine, bench.correcting.keep_mine),
        ):
            button.clicked.connect(partial(self._click, button, decide))
        self._say()

    def show_state(self, state: AnnotatedArticle | None, queue: Queue) -> None:
        """List the corrections of a state."""
        self._state = state
        self.list.show_records(state, corrections_in(state) if state else ())
        self.list.show_current(self._now)
        self._say()

    def show_current(self, record_id: str) -> None:
        """Light up a record where it is listed, and say what it was and why."""
        self._now = record_id
        self.list.show_current(record_id)
        self._say()

    def set_labels(self, label_set: LabelSet, language: str) -> None:
        """Name labels as this set and language do."""
        self.list.records.label_set, self.list.records.language = label_set, language

    def front(self) -> QWidget:
        """Return the list."""
        return self.list

    def count(self) -> int:
        """Return how many corrections wait."""
        return self.list.records.rowCount()

    def is_wanted(self) -> bool:
        """Whether the article has corrections."""
        return bool(self.count())

    def lists(self, record_id: str) -> bool:
        """Whether a record is a correction here."""
        return self.list.records.row_of(record_id) is not None

    def _record(self) -> Record | None:
        row = self.list.records.row_of(self._now)
        record = None if row is None else self.list.records.index(row).data(RECORD)
        assert record is None or isinstance(record, Record)
        return record

    def _say(self) -> None:
        record = self._record()
        for button, name in ((self.taken, "understood"), (self.mine, "keep_mine")):
            button.setEnabled(record is not None)
            button.setToolTip(self._bench.correcting.tip(name))
        lines = self._lines(record) if record is not None else []
        self.why.setText("\n".join(lines))
        self.why.setVisible(bool(lines))

    def _lines(self, record: Record) -> list[str]:
        correction = told_of(record) or {}
        lines = [self.tr("It was: {what}").format(what=self._words(record))]
        if not correction.get("now"):
            lines.append(self.tr("Now: nothing is marked here"))
        fault = _FAULTS.get(str(correction.get("fault")))
        if fault is not None:
            lines.append(told(fault))
        note, by = correction.get("note"), correction.get("by")
        if isinstance(note, str) and note:
            lines.append(isolated(note))
        rule = RULES.get(str(correction.get("rule", "")))
        if rule is not None:
            lines.append(self.tr("By the rule: {rule}").format(rule=told(rule.description)))
        if isinstance(by, str) and by:
            lines.append(self.tr("Decided by {name}").format(name=isolated(by)))
        return lines

    def _words(self, record: Record) -> str:
        text = self._state.text if self._state else ""
        was = before(record, text)
        if was is None:
            return self.tr("nothing marked")
        span = was.span if isinstance(was, Entity) else was.extent
        kind = self.list.records.kind_of(was)
        return f"{isolated(kind)} «{isolated(' '.join(span.of(text).split())[:200])}»"

    def _click(self, button: QPushButton, decide: Callable[[], None], _on: bool = False) -> None:
        decide()
        (button if self.list.records.rowCount() else self._bench.view).setFocus()
