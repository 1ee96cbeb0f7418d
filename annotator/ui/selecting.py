"""Keys that let the selection grow and shrink, step by step."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.core.spans import Span
from annotator.services.words import nest_at
from annotator.ui.annotating import Annotating
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller
from annotator.ui.moves import grown, shrunk


class Selecting(Controller):
    """From the caret to the word, the words between marks, the sentence, the paragraph; and back.

    Where it began is remembered, so that the way back is the same.
    """

    def __init__(
        self, annotating: Annotating, view: ArticleView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._annotating = annotating
        self._view = view
        self._began = 0

    def grow(self) -> None:
        """Select the next larger piece of text around the selection or the caret."""
        chain, selected = self._chain()
        larger = grown(chain, selected)
        if larger is None:
            self.noted.emit(self.tr("The whole paragraph is selected."))
        else:
            self._view.select(larger)

    def shrink(self) -> None:
        """Select the next smaller piece; at last nothing, the caret where it was."""
        chain, selected = self._chain()
        smaller = shrunk(chain, selected)
        if smaller is None:
            self._view.set_caret(self._began)
        else:
            self._view.select(smaller)

    def _chain(self) -> tuple[list[Span], Span]:
        """Return the pieces around where the selection began, and what is selected."""
        state, selected = self._annotating.state, self._view.selection()
        if selected is None:
            self._began = self._view.caret()
        elif not selected.start <= self._began <= selected.end:
            self._began = selected.start
        text = state.text if state else ""
        return nest_at(text, self._began), selected or Span(self._began, self._began)
