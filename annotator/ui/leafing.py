"""From article to article of the project; where each was left is kept."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import UserError
from annotator.core.spans import Span
from annotator.services.project import Project
from annotator.services.session import ArticleSession
from annotator.ui.actions.build import Actions
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller
from annotator.ui.panes.article_list import ArticleList
from annotator.ui.panes.blank import Blank
from annotator.ui.places import stored_place
from annotator.ui.surroundings import Surroundings

LAST_ARTICLE = "article"
"""Name under which a project keeps which article was open."""


class Leafing(Controller):
    """Opens articles in the view, and says so; one is open at a time, or none."""

    left = Signal()
    """No article is open for now."""
    shown = Signal(object)
    """The :class:`ArticleSession` of the article that the view shows now."""

    def __init__(
        self,
        around: Surroundings,
        project: Project | None,
        view: ArticleView,
        articles: ArticleList,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._project = project
        self._view = view
        self._articles = articles
        self._actions: Actions | None = None
        self._blank = Blank(view)
        self.session: ArticleSession | None = None

    def attach(self, actions: Actions) -> None:
        """Get to know the actions, for the key that imports."""
        self._actions = actions

    def close(self) -> None:
        """Give the project up."""
        self._project = None

    def open_article(self, key: int) -> None:
        """Open an article of the project; where the last one was left is kept."""
        project = self._project
        if project is None or (self.session and self.session.key == key):
            return
        self.leave()
        try:
            session = project.open_article(key)
        except UserError as error:
            self.failed.emit(error)
            return
        self.session = session
        self._articles.show_current(key)
        self._blank.say("")
        self.shown.emit(session)

    def show_place(self, key: int, span: Span | None = None) -> None:
        """Open an article, select ``span`` in it and have the keyboard there."""
        self.open_article(key)
        if span is not None and self.session is not None and self.session.key == key:
            self._view.set_current(None)
            self._view.select(span)
            self._view.scroll_to(span)
        self._view.setFocus()

    def next_article(self) -> None:
        """Open the article below the open one."""
        self._open_if_any(self._articles.neighbour(1))

    def previous_article(self) -> None:
        """Open the article above the open one."""
        self._open_if_any(self._articles.neighbour(-1))

    def next_undecided(self) -> None:
        """Open the next article of the list that is not done, after the last one the first."""
        key = self._articles.next_undecided()
        if key is None:
            self.noted.emit(
                self.tr("Every article of this list is done.")
                if self._articles.query.is_filtered
                else self.tr("Every article is done.")
            )
        self._open_if_any(key)

    def list_articles(self) -> None:
        """List the project's articles anew, and open one when none is."""
        project = self._project
        if project is None:
            return
        self._articles.refresh()
        if self.session is not None:
            self._articles.show_current(self.session.key)
            return
        last = project.state(LAST_ARTICLE)
        known = isinstance(last, int) and project.has_article(last)
        key = last if known else self._articles.next_undecided() or self._articles.neighbour(1)
        if key is None:
            self._blank.say(self._why_none(project))
        self._open_if_any(key)

    def leave(self) -> None:
        """Close the open article; where it was left is kept."""
        session, self.session = self.session, None
        if session is not None and self._project is not None:
            with suppress(UserError):  # where someone was is no loss worth a word
                session.place = stored_place(self._view.place())
                self._project.set_state(LAST_ARTICLE, session.key, flushed=False)
        self.left.emit()

    def _why_none(self, project: Project) -> str:
        if project.count() or self._actions is None:
            return self.tr("No article is open. Choose one in the list.")
        keys = self._actions.named("project.import")
        return self.tr(
            "This project has no articles yet.\n\n"
            "{key} imports files: texts, web pages, tables, annotated articles. "
            "Or drop files and folders on this window."
        ).format(key=keys)

    def _open_if_any(self, key: int | None) -> None:
        if key is not None:
            self.open_article(key)
