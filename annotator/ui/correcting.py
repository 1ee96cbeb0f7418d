"""Keys on what came back from a review: each correction is taken as it is, or taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.review.corrections import corrections_in, keep_mine, understood
from annotator.review.records import Record
from annotator.ui.actions.spec import When
from annotator.ui.annotating import Annotating
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller

if TYPE_CHECKING:
    from annotator.ui.actions.build import Actions


class Correcting(Controller):
    """Steps through the corrections of the open article."""

    page_asked = Signal()
    """The page that says why is wanted in front."""

    def __init__(
        self, annotating: Annotating, view: ArticleView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._annotating = annotating
        self._view = view
        self._actions: Actions | None = None

    def attach(self, actions: Actions) -> None:
        """Get to know the keys."""
        self._actions = actions

    def tip(self, name: str) -> str:
        """Return what one of the two decisions does, with its key."""
        return self._actions[f"correction.{name}"].toolTip() if self._actions else ""

    def situation(self) -> frozenset[When]:
        """Return what can be done with the article's corrections now."""
        found = self._all()
        if not found:
            return frozenset()
        now = self._view.current()
        here = {When.CORRECTION} if any(record.id == now for record in found) else set()
        return frozenset({When.CORRECTIONS, *here})

    def next(self) -> None:
        """Go to the next correction, from the last on to the first."""
        found, current = self._all(), self._annotating.current()
        if not found:
            return
        here = current.sort_key if current else (self._view.caret(), 0, "")
        later = [record for record in found if record.sort_key > here]
        self._annotating.go_to([*later, found[0]][0].id)
        self.page_asked.emit()

    def understood(self) -> None:
        """Take the current correction as it is, and go to the next one."""
        self._decide(understood)

    def keep_mine(self) -> None:
        """Take the current correction back, and go to the next one."""
        self._decide(keep_mine)

    def _all(self) -> tuple[Record, ...]:
        state = self._annotating.state
        return corrections_in(state) if state is not None else ()

    def _decide(self, decide: Callable[[AnnotatedArticle, str, Actor], Edit]) -> None:
        record_id = self._view.current()
        before = [record.id for record in self._all()]
        if record_id not in before:
            return
        if not self._annotating.perform(lambda state, by: decide(state, record_id, by)):
            return
        left = self._all()
        if left:
            self._annotating.go_to(left[min(before.index(record_id), len(left) - 1)].id)
        else:
            self.noted.emit(self.tr("No correction is left in this article."))
