"""Keys that move the edges of the current span."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.core import decisions
from annotator.core.entities import Entity
from annotator.services.words import Edge, Unit
from annotator.ui.annotating import Annotating
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller
from annotator.ui.moves import moved_edge


class Resizing(Controller):
    """Moves edges by a letter, what is attached to a word, or a word."""

    def __init__(
        self, annotating: Annotating, view: ArticleView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._annotating = annotating
        self._view = view

    def move_edge(self, edge: str, unit: str, direction: str) -> None:
        """Move the start or end of the current entity by a ``unit``.

        ``direction`` is ``out``, ``in``, or ``flip``: with what is attached, or without.
        """
        state, entity = self._annotating.state, self._annotating.current()
        if state is None or not isinstance(entity, Entity):
            return
        span = moved_edge(state.text, entity.span, Edge(edge), Unit(unit), direction)
        if span == entity.span:
            self.noted.emit(self.tr("The boundary cannot move further."))
            return
        self._annotating.perform(
            lambda state, actor: decisions.resize(state, entity.id, span, actor)
        )
        self._view.scroll_to(span)
