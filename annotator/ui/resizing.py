"""Keys that move the edges of the current span."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.core import decisions
from annotator.core.entities import Entity
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.services import quoting
from annotator.services.words import Edge, Unit
from annotator.ui.annotating import Annotating
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller
from annotator.ui.moves import moved_edge


class Resizing(Controller):
    """Moves edges by a letter, what is attached to a word, or a word.

    Of a quote that is the part in which the caret stands: the speaker, the cue; else what was
    said.
    """

    def __init__(
        self, annotating: Annotating, view: ArticleView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._annotating = annotating
        self._view = view

    def move_edge(self, edge: str, unit: str, direction: str) -> None:
        """Move the start or end of the current record by a ``unit``.

        ``direction`` is ``out``, ``in``, or ``flip``: with what is attached, or without.
        """
        state, record = self._annotating.state, self._annotating.current()
        if state is None or record is None:
            return
        before = (
            quoting.part_at(record, self._view.caret(), Edge(edge))
            if isinstance(record, Quote)
            else record.span
        )
        after = moved_edge(state.text, before, Edge(edge), Unit(unit), direction)
        if isinstance(record, Entity) and "\n" in after.of(state.text):
            after = before  # a quote may go on in the next paragraph, a name does not
        decided = after != before and self._annotating.perform(
            lambda state, actor: (
                quoting.resize_part(state, record, before, after, actor)
                if isinstance(record, Quote)
                else decisions.resize(state, record.id, after, actor)
            )
        )
        if not decided:
            self.noted.emit(self.tr("The boundary cannot move further."))
            return
        if isinstance(record, Quote) and not after.start <= self._view.caret() <= after.end:
            self._view.set_caret(after.start)
        self._view.scroll_to(after if edge == Edge.START else Span(after.end - 1, after.end))
