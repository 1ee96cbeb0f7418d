"""Where the reviewer is: the open article, the current disagreement, and the ways on from it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.errors import UserError
from annotator.core.history import History
from annotator.review.records import Disagreement
from annotator.services.reviewing import Review, Row
from annotator.services.session import ArticleSession, Changed
from annotator.ui.controller import Controller
from annotator.ui.review.list_pane import ListPane
from annotator.ui.review.marks import Sheet
from annotator.ui.review.view import ReviewView


class Stepping(Controller):
    """Goes from disagreement to disagreement; list and article follow."""

    went = Signal()
    """Another disagreement is current, or the same was gone to again."""
    stopped = Signal()
    """There is nothing open to go to."""
    sheet_asked = Signal()
    """The open article is to be shown anew."""
    article_changed = Signal(object)
    """The :class:`Changed` of a step that was saved in the open article."""

    def __init__(self, review: Review, pane: ListPane, view: ReviewView, window: QWidget) -> None:
        super().__init__(window)
        self._review = review
        self._pane, self.view, self.model = pane, view, pane.model
        self.row: Row | None = None
        self.session: ArticleSession | None = None
        self._leave: Callable[[], None] | None = None
        pane.asked.connect(self.go_to)
        self.model.modelReset.connect(self._list_current)
        view.chosen.connect(self._go_to_key)

    @property
    def history(self) -> History:
        """What can be undone and redone next in the open article."""
        return self.session.history if self.session else History()

    def start(self) -> None:
        """Go to the first open disagreement, or else to the first."""
        model = self.model
        if self.row is not None:
            found = model.find(self.row.article, self.row.key)
        else:
            place = model.next_open(-1, 1)
            found = model.row(0 if place is None else place)
        if found is not None:
            self.go_to(found)

    def next(self) -> None:
        """Go to the next open disagreement of the list, from the last on to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the open disagreement before."""
        self._step(-1)

    def go_to(self, row: Row) -> None:
        """Make a disagreement current and show it in its article."""
        if not self.open_article(row.article):
            return
        self.row = self.model.find(row.article, row.key)
        self.view.set_current(row.key)
        self._pane.show_current(row)
        self.went.emit()

    def open_article(self, article: int) -> bool:
        """Open an article, given by its key; which disagreement is current stays.

        False where it cannot be read: then the one that is open stays.
        """
        if self.session is not None and self.session.key == article:
            return True
        try:
            session = self._review.session(article)
            self._review.article(article)  # held from here on: the sheet does not read it again
        except UserError as error:
            self.failed.emit(error)
            return False
        if self._leave is not None:
            self._leave()
        self.session = session
        self._leave = session.subscribe(self._on_change)
        self._pane.show_article(article)
        self.sheet_asked.emit()
        return True

    def found(self) -> Disagreement | None:
        """Return the current disagreement."""
        row = self.row
        if row is None:
            return None
        return next((d for d in self._review.disagreements(row.article) if d.key == row.key), None)

    def sheet(self, letters: tuple[str, ...]) -> Sheet | None:
        """Return what the article view shows; ``letters`` are those of all annotators."""
        session = self.session
        if session is None:
            return None
        matched = self._review.article(session.key)
        places = {name: at for at, name in enumerate(self._review.annotators)}
        own = tuple(letters[places[name]] for name in matched.sets)
        return Sheet(matched, self._review.disagreements(session.key), session.state, own)

    def refresh(self) -> None:
        """Have the current row as it stands now, and the article shown anew."""
        if self.row is not None:
            self.row = self.model.find(self.row.article, self.row.key)
        self.sheet_asked.emit()

    def close(self) -> None:
        """Give the review up."""
        if self._leave is not None:
            self._leave()
        self._leave = self.session = None

    def _go_to_key(self, key: str) -> None:
        row = self.model.find(self.session.key, key) if self.session else None
        if row is not None:
            self.go_to(row)

    def _step(self, step: int) -> None:
        model, row = self.model, self.row
        place = model.place_of(row.article, row.key) if row else None
        start = place if place is not None else -1 if step > 0 else model.rowCount()
        there = model.next_open(start, step)
        found = None if there is None else model.row(there)
        if found is not None:
            self.go_to(found)
            return
        done = model.settled() == len(model.every())
        self.noted.emit(
            self.tr("Every disagreement is settled.")
            if done
            else self.tr("Nothing that is listed is open.")
        )
        self.stopped.emit()

    def _on_change(self, change: Changed) -> None:
        session = self.session
        if session is not None:
            self.model.update_article(session.key, session.state.verdicts)
            self.refresh()
            self.article_changed.emit(change)

    def _list_current(self) -> None:
        """Choose the current one in the list.

        What is listed anew has none, and Qt goes to the first as soon as the list has the keyboard.
        """
        if self.row is not None:
            self._pane.show_current(self.row)
