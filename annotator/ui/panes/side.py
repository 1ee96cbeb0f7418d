"""The pane at the end side: the quotes, and what waits for a decision."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.labels import LabelSet
from annotator.services.quoting import shown_quotes
from annotator.ui.panes.cards import QuoteCard
from annotator.ui.panes.records import RecordList
from annotator.ui.panes.suggestions import SuggestionPane
from annotator.ui.queue import Queue


class SidePane(QWidget):
    """Quotes and open suggestions of the article, under one tab each."""

    current_asked = Signal(str)
    """A record that was chosen in one of the lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.quotes = RecordList(QuoteCard(), self)
        self.quotes.setAccessibleName(self.tr("Quotes and speakers"))
        self.waiting = SuggestionPane(self)
        self.suggestions = self.waiting.list
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Quotes and suggestions"))
        self.tabs.addTab(self.quotes, "")
        self.tabs.addTab(self.waiting, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        for view in (self.quotes, self.suggestions):
            view.current_asked.connect(self.current_asked)
        self.show_state(None, Queue())

    def set_labels(self, label_set: LabelSet, language: str) -> None:
        """Name labels as this set and language do."""
        for view in (self.quotes, self.suggestions):
            view.records.label_set, view.records.language = label_set, language

    def list_in_front(self) -> RecordList:
        """Return the list that is to be seen."""
        return (self.quotes, self.suggestions)[self.tabs.currentIndex()]

    def show_state(self, state: AnnotatedArticle | None, queue: Queue) -> None:
        """List the quotes and the open suggestions of a state that are shown."""
        shown = queue.shown(state) if state else None
        self.quotes.show_records(shown, shown_quotes(shown) if shown else ())
        self.waiting.show_state(state, queue)
        self.tabs.setTabText(0, self.tr("Quotes and speakers"))
        self.tabs.setTabText(
            1, self.tr("Suggestions {count}").format(count=self.suggestions.records.rowCount())
        )

    def show_quotes(self) -> None:
        """Bring the quotes to the front."""
        self.tabs.setCurrentIndex(0)

    def show_current(self, record_id: str) -> None:
        """Light up a record where it is listed."""
        for view in (self.quotes, self.waiting):
            view.show_current(record_id)
        waits = self.suggestions.records.row_of(record_id) is not None
        if not waits and self.quotes.records.row_of(record_id) is not None:
            self.show_quotes()
