"""Makes the lists of articles that are asked for, those that take long off the main thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from annotator.core.errors import UserError
from annotator.core.progress import Cancelled, Progress
from annotator.services.project import Project
from annotator.storage import ArticleQuery, Listing
from annotator.ui.controller import Controller
from annotator.ui.panes.article_filter import Facts
from annotator.ui.panes.article_list import ArticleList
from annotator.ui.runner import Runner, Task


class Listings(Controller):
    """Gives the article list what it asks for; only the last thing asked for is shown.

    It has a thread of its own: who filters a list does not wait for suggestions.
    """

    def __init__(
        self, project: Project | None, articles: ArticleList, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._articles = articles
        self._runner = Runner(self)
        self._task: Task[Listing] | None = None
        articles.asked.connect(self.make)
        articles.filter.facts = self._facts

    @property
    def busy(self) -> bool:
        """Whether a list is being made."""
        return self._runner.busy

    def make(self, query: ArticleQuery) -> None:
        """Make a list and show it; at once where it needs no sorting and no search."""
        project = self._project
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if project is None:
            return
        if query.is_plain:
            try:
                self._show(project.listing(query))
            except UserError as error:
                self.failed.emit(error)
            return
        self._task = self._runner.run(
            partial(_made, project, query), done=self._show, failed=self.failed.emit
        )

    def filter(self) -> None:
        """Put the keyboard into the filter."""
        line = self._articles.filter.text
        line.setFocus()
        line.selectAll()

    def clear(self) -> None:
        """List all articles again."""
        self._articles.filter.clear()

    def close(self) -> None:
        """Give the project up, and its list."""
        self._project = None
        self._runner.close()
        self._articles.show_listing(None, 0)

    def _show(self, listing: Listing) -> None:
        self._task = None
        if self._project is None:
            listing.close()
            return
        self._articles.show_listing(listing, self._project.count())

    def _facts(self) -> Facts:
        project = self._project
        return Facts(project.status_counts(), project.tags()) if project else Facts({}, {})


def _made(project: Project, query: ArticleQuery, progress: Progress) -> Listing:
    listing = project.listing(query, progress)
    if progress.cancelled:
        listing.close()
        raise Cancelled
    return listing
