"""What is said of whole articles: tags, who annotates them, how far they are, metadata."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from annotator.core.article import ArticleStatus
from annotator.core.decisions import set_status
from annotator.core.errors import UserError
from annotator.core.progress import Progress
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
from annotator.ui.runner import Runner

OF_CHOSEN = (
    "article.details",
    "articles.tags",
    "articles.assign",
    "articles.new",
    "articles.in_progress",
    "articles.done",
)
"""The actions that act on the articles that are chosen in the list."""


_AT_ONCE = 200
"""So many articles are read and written without a pause; of more it is done in the background."""


class Said(NamedTuple):
    """How many of some articles have each tag, and are assigned to each annotator."""

    tags: dict[str, int]
    annotators: dict[str, int]


class Describing(Controller):
    """Works on the articles that are chosen in the list, or on the open one."""

    def __init__(
        self,
        project: Project | None,
        articles: ArticleList,
        batching: Batching,
        runner: Runner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._runner = runner
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
        self._with_said(project, self._tag)

    def _tag(self, project: Project, keys: list[int], said: Said) -> None:
        tagging = Tagging(len(keys), said.tags, tuple(project.tags()))
        wanted = TagsDialog.ask(tagging, self._window)
        if wanted is None:
            return
        if len(keys) <= _AT_ONCE:
            project.tag(keys, add=wanted.add, remove=wanted.remove)
            self._show(keys)
            return
        self._batching.write(
            lambda file, _: file.tag(keys, add=wanted.add, remove=wanted.remove),
            self.tr("Saving tags…"),
            lambda _: self._show(keys),
        )

    def _ask_annotators(self, project: Project) -> None:
        self._with_said(project, self._assign)

    def _assign(self, project: Project, keys: list[int], said: Said) -> None:
        names = AssignDialog.ask(len(keys), said.annotators, project.annotators(), self._window)
        if names is None:
            return
        if len(keys) <= _AT_ONCE:
            project.assign(keys, names)
            self._show(keys)
            return
        self._batching.write(
            lambda file, _: file.assign(keys, names),
            self.tr("Saving who annotates what…"),
            lambda _: self._show(keys),
        )

    def _with_said(self, project: Project, ask: Callable[[Project, list[int], Said], None]) -> None:
        """Ask about the chosen articles, once it is known what is said of them."""
        keys = self._articles.chosen_keys()
        if len(keys) > _AT_ONCE:
            self._runner.run(
                partial(_read_said, project, keys),
                done=lambda said: self._guarded(lambda project: ask(project, keys, said)),
                failed=self.failed.emit,
                wanted=lambda: self._project is project,
            )
        elif keys:
            ask(project, keys, Said(*project.file.said_of(keys)))

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


def _read_said(project: Project, keys: list[int], _progress: Progress) -> Said:
    with project.file.reader() as reader:
        return Said(*reader.said_of(keys))
