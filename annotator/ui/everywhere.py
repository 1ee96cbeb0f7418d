"""Label, unlabel or relabel every occurrence of the words at hand: the keys L, U and R."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.errors import UserError
from annotator.core.every import Doing, every
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.services.every import Asked, Place, Search, asked, in_all_articles, in_article, items
from annotator.services.project import Project
from annotator.services.session import ArticleSession
from annotator.storage import BatchOutcome, Concordance, Hit, Line, ProjectFile
from annotator.ui.actions.build import Actions
from annotator.ui.annotating import Annotating
from annotator.ui.article.view import ArticleView
from annotator.ui.batching import Batching
from annotator.ui.controller import Controller
from annotator.ui.every.dialog import EveryDialog, Occasion
from annotator.ui.every.model import Choice
from annotator.ui.runner import Task
from annotator.ui.surroundings import Surroundings

_WIDTH = 110
"""Characters of context on each side of a place."""


class Everywhere(Controller):
    """Opens the dialog on the current entity, the selection or the word at the caret.

    What is found in all articles comes from the runner, some places at a time.
    """

    _came = Signal(object, object)
    """Places that a search has found, with that search; from its thread."""

    def __init__(
        self,
        around: Surroundings,
        project: Project | None,
        annotating: Annotating,
        view: ArticleView,
        *,
        batching: Batching,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._around = around
        self._project = project
        self._annotating = annotating
        self._view = view
        self._batching = batching
        self._window = window
        self._actions: Actions | None = None
        self._task: Task[bool] | None = None
        self._search: Search | None = None
        self._lines: Concordance | None = None
        self._label = ""
        self._left: tuple[Doing, str, Choice, int] | None = None
        self.dialog: EveryDialog | None = None
        self._came.connect(self._add)

    def attach(self, actions: Actions) -> None:
        """Get to know the actions, for the keys that open the dialog."""
        self._actions = actions

    def label(self) -> None:
        """Label every occurrence."""
        self._ask(Doing.LABEL)

    def unlabel(self) -> None:
        """Take the label from every occurrence."""
        self._ask(Doing.UNLABEL)

    def relabel(self) -> None:
        """Give every occurrence that is labelled another label."""
        self._ask(Doing.RELABEL)

    def close(self) -> None:
        """Give the project up."""
        if self.dialog is not None:
            self.dialog.reject()
        self._project = None

    # The dialog

    def _ask(self, doing: Doing) -> None:
        session, project = self._annotating.session, self._project
        if session is None or project is None or self.dialog is not None:
            return
        wanted = asked(
            session.state,
            current=self._view.current(),
            selection=self._view.selection(),
            caret=self._view.caret(),
        )
        if wanted is None:
            self.noted.emit(self.tr("There is no word here; select some, or go to an entity."))
            return
        label_set = project.label_set
        if not label_set.labels:
            self.noted.emit(self.tr("This project has no labels."))
            return
        label = self._first_label(doing, wanted, [one.id for one in label_set])
        hit = Hit(session.key, *wanted.span)
        occasion = Occasion(doing, wanted, hit, label, project.annotator, self._key(doing))
        try:
            self._lines = Concordance(project.path, project.annotator)
        except UserError as error:
            self.failed.emit(error)
            return
        self.dialog = EveryDialog(occasion, label_set, self._around.language, self._window)
        if self._left is not None and self._left[:2] == (doing, wanted.text):
            self.dialog.take_up(*self._left[2:])
        self._left = None
        self.dialog.asked.connect(partial(self._find, project, session))
        self.dialog.place_asked.connect(partial(self._show_place, doing, wanted))
        self.dialog.finished.connect(partial(self._finished, project, session))
        self.dialog.open()
        self.dialog.search()

    def _show_place(self, doing: Doing, wanted: Asked, hit: Hit) -> None:
        """Leave the dialog for the article; asked for the same words again, it is as it was."""
        dialog = self.dialog
        if dialog is not None:
            self._left = (
                doing,
                wanted.text,
                dialog.view.places.choice,
                dialog.scope.currentIndex(),
            )
            dialog.reject()
            self.place_asked.emit(hit.article, hit.span)

    def _first_label(self, doing: Doing, wanted: Asked, labels: Sequence[str]) -> str:
        """Return the label that is chosen at first: the one at hand, or the one given last."""
        others = [label for label in labels if label != wanted.label]
        if doing is Doing.RELABEL:
            return self._label if self._label in others else (others or labels)[0]
        return next((label for label in (wanted.label, self._label) if label in labels), labels[0])

    def _key(self, doing: Doing) -> str:
        keys = self._actions.specs[f"every.{doing.name.lower()}"].keys if self._actions else ()
        return keys[0] if keys else ""

    # Searching

    def _find(
        self, project: Project, session: ArticleSession, search: Search, everywhere: bool
    ) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        self._stop()
        self._search = search
        dialog.begin(self._read_lines)
        if not everywhere:
            dialog.add(in_article(session.state, session.key, search))
            dialog.end()
            return

        def work(progress: Progress) -> bool:
            show = partial(self._came.emit, search)
            with project.file.reader() as reader:
                return in_all_articles(reader, search, show, progress)

        self._task = self._around.runner.run(
            work,
            done=partial(self._found, search),
            failed=partial(self._failed, search),
            stopped=partial(self._found, search, complete=False),
            progress=partial(self._progressed, search),
        )

    def _add(self, search: Search, places: Sequence[Place]) -> None:
        if self.dialog is not None and self._search is search:
            self.dialog.add(places)

    def _progressed(self, search: Search, done: int, total: int | None) -> None:
        if self.dialog is not None and self._search is search:
            self.dialog.progressed(done, total)

    def _found(self, search: Search, complete: bool = False) -> None:
        if self.dialog is not None and self._search is search:
            self._task = None
            self.dialog.end(complete=complete)

    def _failed(self, search: Search, error: BaseException) -> None:
        self._found(search)
        self.failed.emit(error)

    def _stop(self) -> None:
        self._search = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _read_lines(self, hits: Sequence[Hit]) -> list[Line]:
        least = self._annotating.queue.least
        return self._lines.lines(hits, width=_WIDTH, least=least) if self._lines else []

    # Doing it

    def _finished(self, project: Project, session: ArticleSession, result: int) -> None:
        self._stop()
        dialog, self.dialog = self.dialog, None
        if self._lines is not None:
            self._lines.close()
            self._lines = None
        if dialog is None:
            return
        hits, order = dialog.ticked(), dialog.order()
        dialog.deleteLater()
        self._window.activateWindow()
        self._view.setFocus()
        if result != EveryDialog.DialogCode.Accepted or not hits:
            return
        self._label = order.label
        if {hit.article for hit in hits} == {session.key}:
            spans: list[Span] = [hit.span for hit in hits]
            if self._annotating.perform(lambda state, actor: every(state, spans, order, actor)):
                self.noted.emit(self._told(order.doing, len(hits)))
            return
        annotator, actor = project.annotator, project.batches.actor()
        header = project.batches.header(order.doing.value, {"label": order.label})

        def work(file: ProjectFile, progress: Progress) -> BatchOutcome:
            made = items(hits, annotator, order, actor)
            return file.record_batch(header, made, progress=_Of(progress, len(made)))

        def said(outcome: BatchOutcome) -> str:
            where = self.tr("That was in %n article(s).", "", len(outcome.touched))
            return f"{self._told(order.doing, len(hits))} {where}"

        self._batching.run(work, self.tr("Saving in all articles…"), said)

    def _told(self, doing: Doing, count: int) -> str:
        """Return what was done to so many places."""
        if doing is Doing.LABEL:
            return self.tr("%n occurrence(s) labelled.", "", count)
        if doing is Doing.UNLABEL:
            return self.tr("%n occurrence(s) unlabelled.", "", count)
        return self.tr("%n occurrence(s) relabelled.", "", count)


class _Of(Progress):
    """A progress whose total is known though the work reports none."""

    def __init__(self, whole: Progress, total: int) -> None:
        super().__init__(lambda done, _: whole.at(done, total))
        self._whole = whole

    def check(self) -> None:
        """Stop when the whole is to stop."""
        self._whole.check()
