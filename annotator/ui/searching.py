"""Searching all articles: the window, its searches in the background, and what is decided there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.services.concordance import Outcome, Search, label_hits, search_all
from annotator.services.project import Project
from annotator.services.session import ArticleSession
from annotator.storage import BatchOutcome, Concordance, Hit, Line
from annotator.ui.actions.build import Actions
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller
from annotator.ui.dialogs.concordance import ConcordanceDialog
from annotator.ui.runner import Runner, Task

INITIATOR = "lines"
"""Who a change is from, for listeners that need to know."""

_PAUSE = 0.15
"""Seconds between two looks at what was found meanwhile."""

_LONGEST = 100
"""Letters of a selection that is taken over as what to search for."""


class Searching(Controller):
    """Makes one search at a time; a later one stops the earlier.

    It has a thread of its own: who searches does not wait for suggestions.
    """

    def __init__(
        self,
        project: Project | None,
        view: ArticleView,
        labels: Callable[[], LabelSet | None],
        language: str,
        window: QWidget,
        *,
        least: Callable[[], float],
    ) -> None:
        """Search ``project``; ``labels`` gives its labels as they are shown.

        ``least`` gives the score below which suggestions are hidden.
        """
        super().__init__(window)
        self._project = project
        self._view = view
        self._labels = labels
        self._language = language
        self._least = least
        self._window = window
        self._actions: Actions | None = None
        self._runner = Runner(self)
        self._task: Task[Outcome] | None = None
        self._reader: Concordance | None = None
        self._done: list[int] = []
        self._undone: list[int] = []
        self._leave = project.batches.listen(self._on_batch) if project else _nothing
        self._leave_session: Callable[[], None] = _nothing
        self._next_look = 0.0
        self.dialog: ConcordanceDialog | None = None

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return self._runner.busy

    def attach(self, actions: Actions) -> None:
        """Get to know the actions, for the keys of labels."""
        self._actions = actions

    def open(self, session: ArticleSession | None) -> None:
        """Show in the lines what is decided in the open article."""
        self._leave_session()
        self._leave_session = (
            session.subscribe(lambda _changed: self.forget_lines()) if session else _nothing
        )

    def close(self) -> None:
        """Give the project up and close the window."""
        self._leave()
        self._leave_session()
        self._runner.close()
        self._project = None
        if self._reader is not None:
            self._reader.close()
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def use_labels(self, label_set: LabelSet) -> None:
        """Make the window anew, when it is asked for again."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def show(self) -> None:
        """Show the window; what is selected in the article is searched for."""
        project = self._project
        if project is None:
            return
        dialog = self.dialog or self._made(project)
        self._show_labels()
        dialog.narrowing.set_names(project.file.annotators(), project.file.tags())
        text = ""
        if self._view.hasFocus() and (selected := self._view.selection()) is not None:
            text = selected.of(self._view.positions.text)
        if len(text) > _LONGEST or len(text.splitlines()) > 1:
            text = ""
        dialog.start(f'"{text}"' if len(text.split()) > 1 else text)

    def _show_labels(self) -> None:
        worn, actions = self._labels(), self._actions
        if self.dialog is not None and worn is not None and actions is not None:
            named = [(label.id, actions[f"label.{label.id}"]) for label in worn]
            self.dialog.set_labels(worn, named)

    def _made(self, project: Project) -> ConcordanceDialog:
        dialog = ConcordanceDialog(project.label_set, self._language, self._window)
        dialog.search_asked.connect(self._search)
        dialog.label_asked.connect(self._label)
        dialog.undo_asked.connect(self._undo)
        dialog.redo_asked.connect(self._redo)
        dialog.lines.opened.connect(self._open)
        self.dialog = dialog
        return dialog

    # Searching

    def _search(self, search: Search) -> None:
        project, dialog = self._project, self.dialog
        if project is None or dialog is None:
            return
        if self._task is not None:
            self._task.cancel()
            self._task = None
        dialog.lines.lines.clear(partial(self._read, search.narrowing.annotator))
        if search.is_empty:
            dialog.show_outcome(None)
            return
        self._next_look = 0.0
        found: deque[Sequence[Hit]] = deque()
        self._task = self._runner.run(
            partial(_work, project, search, found),
            done=partial(self._ended, found),
            failed=self._failed,
            progress=lambda hits, _total: self._take_some(found, hits),
        )

    def _take_some(self, found: deque[Sequence[Hit]], hits: int) -> None:
        """Show the first lines at once, and later ones now and then."""
        now = monotonic()
        if now >= self._next_look and found:
            self._next_look = now + _PAUSE
            self._take(found, hits)

    def _take(self, found: deque[Sequence[Hit]], hits: int) -> None:
        """Show the lines that have come."""
        if self.dialog is not None:
            while found:
                self.dialog.lines.lines.add(found.popleft())
            self.dialog.show_running(hits)

    def _ended(self, found: deque[Sequence[Hit]], outcome: Outcome) -> None:
        self._take(found, outcome.hits)
        if self.dialog is not None:
            self.dialog.show_outcome(outcome)

    def _failed(self, error: BaseException) -> None:
        if self.dialog is not None and isinstance(error, UserError):
            self.dialog.show_error(error)
        else:
            self.failed.emit(error)

    def _read(self, annotator: str, hits: Sequence[Hit]) -> list[Line]:
        project = self._project
        if project is None:
            return []
        if self._reader is None:
            self._reader = Concordance(project.path, project.annotator)
        return self._reader.lines(hits, annotator, least=self._least())

    # What is done with lines

    def _open(self, hit: Hit) -> None:
        self.place_asked.emit(hit.article, hit.span)
        self._window.activateWindow()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _label(self, label: str) -> None:
        project, dialog = self._project, self.dialog
        hits = dialog.lines.selected() if dialog else []
        if project is None or dialog is None or not hits:
            return
        outcome = self._guarded(lambda: label_hits(project, hits, label, INITIATOR))
        if outcome is None:
            return
        if outcome.key is not None:
            self._done.append(outcome.key)
            self._undone.clear()
        found = project.label_set.get(label)
        name = found.name(self._language) if found else label
        dialog.note_labelled(len(hits), name)
        if len(hits) == 1:
            dialog.lines.go_to(dialog.lines.currentIndex().row() + 1)

    def _undo(self) -> None:
        self._turn(self._done, self._undone, back=True)

    def _redo(self) -> None:
        self._turn(self._undone, self._done, back=False)

    def _turn(self, source: list[int], target: list[int], *, back: bool) -> None:
        """Turn the last step that was made in this window."""
        project, dialog = self._project, self.dialog
        if project is None or dialog is None or not source:
            return
        key = source[-1]
        turn = project.batches.undo if back else project.batches.redo
        if self._guarded(lambda: turn(key, INITIATOR)) is not None:
            target.append(source.pop())
            dialog.note_turned(back=back)

    def _guarded(self, step: Callable[[], BatchOutcome]) -> BatchOutcome | None:
        try:
            return step()
        except UserError as error:
            self.failed.emit(error)
            return None

    def _on_batch(self, _outcome: BatchOutcome) -> None:
        self.forget_lines()

    def forget_lines(self) -> None:
        """Read the lines again when they are seen."""
        if self.dialog is not None:
            self.dialog.lines.lines.forget_lines()


def _work(
    project: Project, search: Search, found: deque[Sequence[Hit]], progress: Progress
) -> Outcome:
    return search_all(project.path, project.annotator, search, found.append, progress)


def _nothing() -> None:
    """Leave nothing."""
