"""The pane at the end side: one page at a time, under tabs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.labels import LabelSet
from annotator.ui.icons import tinted_icon
from annotator.ui.panes.corrections_page import CorrectionsPage
from annotator.ui.panes.page import SidePage
from annotator.ui.panes.pages import PAGES
from annotator.ui.panes.quotes_page import QuotesPage
from annotator.ui.panes.suggestions import SuggestionPane
from annotator.ui.queue import Queue
from annotator.ui.theme import current_theme

if TYPE_CHECKING:
    from annotator.ui.workbench import Workbench

P = TypeVar("P", bound=SidePage)

_TITLED = 4
"""How many tabs leave room for a title; of more, all show their icons alone."""


class SidePane(QWidget):
    """The pages of :data:`PAGES`, each told of every state and of the current record."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Beside the article"))
        self._pages: dict[str, SidePage] = {}
        for spec in PAGES:
            self._pages[spec.id] = page = spec.make(bench)
            self.tabs.addTab(page, "")
        self.tabs.setIconSize(QSize(18, 18))
        self.tabs.currentChanged.connect(self._turned)
        bench.correcting.page_asked.connect(partial(self.show_page, "corrections"))
        self._draw_icons()
        self.waiting = self.page(SuggestionPane)
        self.suggestions = self.waiting.list
        self.quotes = self.page(QuotesPage).list
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.show_state(None, Queue())

    def page(self, kind: type[P]) -> P:
        """Return the page of this kind."""
        return next(page for page in self._pages.values() if isinstance(page, kind))

    def set_labels(self, label_set: LabelSet, language: str) -> None:
        """Name labels as this set and language do."""
        for page in self._pages.values():
            page.set_labels(label_set, language)

    def front(self) -> QWidget:
        """Return what takes the focus in the page that is to be seen."""
        return self._pages[self.page_in_front()].front()

    def work_lists(self) -> list[QWidget]:
        """Return where the keys of the article's work act too."""
        return [page.front() for page in self._pages.values() if page.takes_work_keys]

    def page_in_front(self) -> str:
        """Return the id of the page that is to be seen."""
        return PAGES[self.tabs.currentIndex()].id

    def show_page(self, page_id: str) -> None:
        """Bring a page to the front; an unknown one changes nothing."""
        if page_id in self._pages:
            self.tabs.setCurrentWidget(self._pages[page_id])

    def show_state(self, state: AnnotatedArticle | None, queue: Queue) -> None:
        """Let every page show a state."""
        for page in self._pages.values():
            page.show_state(state, queue)
        self._name_tabs()

    def show_quotes(self) -> None:
        """Bring the quotes to the front."""
        self.show_page("quotes")

    def show_current(self, record_id: str) -> None:
        """Light up a record where it is listed."""
        for page in self._pages.values():
            page.show_current(record_id)
        waits = self.suggestions.records.row_of(record_id) is not None
        corrections = self.page(CorrectionsPage)
        if self.tabs.currentWidget() is corrections and corrections.lists(record_id):
            return
        if not waits and self.quotes.records.row_of(record_id) is not None:
            self.show_quotes()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme on."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def _name_tabs(self) -> None:
        """Show the title of the page in front; the others have a tooltip, and their count."""
        wanted = [page.is_wanted() for page in self._pages.values()]
        for index, (spec, page) in enumerate(zip(PAGES, self._pages.values(), strict=True)):
            title, count = QCoreApplication.translate("pages", spec.title), page.count()
            number = "" if count is None else str(count)
            if self.tabs.isTabVisible(index) != wanted[index]:
                self.tabs.setTabVisible(index, wanted[index])
            has_title = index == self.tabs.currentIndex() and sum(wanted) <= _TITLED
            parts = [title, number] if has_title else [number]
            self.tabs.setTabText(index, " ".join(filter(None, parts)))
            self.tabs.setTabToolTip(index, title)
            self.tabs.tabBar().setAccessibleTabName(index, f"{title} {number}".strip())

    def _draw_icons(self) -> None:
        theme = current_theme()
        for index, spec in enumerate(PAGES):
            colour = theme.text if index == self.tabs.currentIndex() else theme.faint
            self.tabs.setTabIcon(index, tinted_icon(spec.icon, colour))

    def _turned(self) -> None:
        self._name_tabs()
        self._draw_icons()
