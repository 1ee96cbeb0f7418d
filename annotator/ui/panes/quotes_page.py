"""The page of the quotes, a card each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.labels import LabelSet
from annotator.services.quoting import shown_quotes
from annotator.ui.panes.blank import Blank
from annotator.ui.panes.cards import CARD_HEIGHT, QuoteCard
from annotator.ui.panes.page import SidePage
from annotator.ui.panes.records import RecordList
from annotator.ui.queue import Queue

if TYPE_CHECKING:
    from annotator.ui.workbench import Workbench


class QuotesPage(SidePage):
    """The quotes that are shown in the article."""

    takes_work_keys = True

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RecordList(QuoteCard(), CARD_HEIGHT, self)
        self.list.setAccessibleName(self.tr("Quotes and speakers"))
        self.list.current_asked.connect(bench.annotating.go_to)
        self._bench, self._blank = bench, Blank(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def show_state(self, state: AnnotatedArticle | None, queue: Queue) -> None:
        """List the quotes of a state that are shown."""
        shown = queue.shown(state) if state else None
        self.list.show_records(shown, shown_quotes(shown) if shown else ())
        none = self.tr(
            "No quotes yet. {look} looks for some; {mark} makes one of the selected words."
        )
        keys = {
            "look": self._bench.key("suggestions.refresh"),
            "mark": self._bench.key("quote.add"),
        }
        self._blank.say(none.format(**keys) if state else self.tr("No article is open."))

    def show_current(self, record_id: str) -> None:
        """Light up a quote."""
        self.list.show_current(record_id)

    def set_labels(self, label_set: LabelSet, language: str) -> None:
        """Name labels as this set and language do."""
        self.list.records.label_set, self.list.records.language = label_set, language

    def front(self) -> QWidget:
        """Return the list."""
        return self.list
