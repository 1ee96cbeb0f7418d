"""What is said of whole articles: tags, who annotates them, how far they are, metadata."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtWidgets import QWidget

from annotator.core.article import ArticleStatus
from annotator.core.decisions import set_status
from annotator.core.errors import UserError
from annotator.services.project import Project
from annotator.services.session import ArticleSession
from annotator.storage import BatchItem
from annotator.ui.actions.build import Actions
from annotator.ui.batching import Batching
from annotator.ui.controller import Controller
from annotator.ui.dialogs.assign import AssignDialog
from annotator.ui.dialogs.details import Details, DetailsDialog
from annotator.ui.dialogs.tags import Tagging, TagsDialog
from annotator.ui.panes.article_list import ArticleList

OF_CHOSEN = (
    "article.details",
    "articles.tags",
    "articles.assign",
    "articles.new",
    "articles.in_progress",
    "articles.done",
)
"""The actions that act on the articles that are chosen in the list."""


class Describing(Controller):
    """Works on the articles that are chosen in the list, or on the open one."""

    def __init__(
        self,
        project: Project | None,
        articles: ArticleList,
        batching: Batching,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._project = project
        self._articles = articles
        self._batching = batching
        self._window = window
        self._session: ArticleSession | None = None

    def attach(self, actions: Actions) -> None:
        """Offer in the list's own menu what acts on what is chosen there."""
        self._articles.view.addActions([actions[action_id] for action_id in OF_CHOSEN])

    def open(self, session: ArticleSession | None) -> None:
        """Turn to another article, or to none."""
        self._session = session

    def close(self) -> None:
        """Give the project up."""
        self._project = None

    def tags(self) -> None:
        """Ask which tags the chosen articles have."""
        self._guarded(self._ask_tags)

    def assign(self) -> None:
        """Ask to whom the chosen articles are assigned."""
        self._guarded(self._ask_annotators)

    def set_status(self, status: str) -> None:
        """Say how far the annotator is with the chosen articles: one step, undone as one."""
        self._guarded(partial(self._set_status, ArticleStatus(status)))

    def details(self) -> None:
        """Show all that is known of the open article, and let some be changed."""
        self._guarded(self._ask_details)

    # Inside

    def _ask_tags(self, project: Project) -> None:
        keys = self._articles.chosen_keys()
        if not keys:
            return
        counts, _ = project.file.said_of(keys)
        wanted = TagsDialog.ask(Tagging(len(keys), counts, tuple(project.tags())), self._window)
        if wanted is not None:
            project.tag(keys, add=wanted.add, remove=wanted.remove)
            self._show(keys)

    def _ask_annotators(self, project: Project) -> None:
        keys = self._articles.chosen_keys()
        if not keys:
            return
        _, counts = project.file.said_of(keys)
        names = AssignDialog.ask(len(keys), counts, project.annotators(), self._window)
        if names is not None:
            project.assign(keys, names)
            self._show(keys)

    def _ask_details(self, project: Project) -> None:
        keys = self._articles.chosen_keys()
        if not keys:
            return
        key = keys[0]
        session = project.open_article(key)
        details = Details(session.state, project.row(key).tags, project.row(key).assigned)
        wanted = DetailsDialog.ask(details, self._window)
        if wanted is None:
            return
        article = session.state.article
        if (wanted.title, wanted.meta) != (article.title, dict(article.meta)):
            project.describe(key, title=wanted.title, meta=wanted.meta)
        if set(wanted.tags) != set(details.tags):
            add, remove = set(wanted.tags) - set(details.tags), set(details.tags) - set(wanted.tags)
            project.tag([key], add=sorted(add), remove=sorted(remove))
        edit = set_status(session.state, wanted.status, session.actor())
        session.perform(edit, by="details")
        self._show([key])

    def _set_status(self, status: ArticleStatus, project: Project) -> None:
        keys = self._articles.chosen_keys()
        session = self._session
        if len(keys) == 1 and session is not None and session.key == keys[0]:
            session.perform(set_status(session.state, status, session.actor()), by="status")
            self._show(keys)
            return
        actor = project.batches.actor()
        items = [
            BatchItem(key, project.annotator, lambda state: set_status(state, status, actor))
            for key in keys
        ]
        header = project.batches.header("status", {"status": str(status)})
        self._batching.run(
            lambda file, progress: file.record_batch(header, items, progress=progress),
            self.tr("Setting the status of %n article(s)…", "", len(keys)),
            lambda outcome: self.tr("%n article(s) changed.", "", len(outcome.touched)),
        )

    def _show(self, keys: Collection[int]) -> None:
        if len(keys) == 1:
            self._articles.update_article(next(iter(keys)))
        else:
            self._articles.update_all()

    def _guarded(self, what: Callable[[Project], None]) -> None:
        if self._project is None:
            return
        try:
            what(self._project)
        except UserError as error:
            self.failed.emit(error)
