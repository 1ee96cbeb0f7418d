"""Notes and flags: what an annotator says of a span, a quote or an article to who comes after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from annotator.core import decisions
from annotator.core.entities import Entity
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.ui.annotating import Annotating
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller
from annotator.ui.note_editor import NoteEditor
from annotator.ui.panes.words import UNSURE


class Remarks(Controller):
    """Writes notes and flags on the current record and on the open article."""

    def __init__(self, annotating: Annotating, view: ArticleView, parent: QWidget) -> None:
        super().__init__(parent)
        self._annotating = annotating
        self._view = view
        self.editor = NoteEditor(parent)
        self.editor.saved.connect(self._save)
        self._write: Callable[[str], object] | None = None

    def note(self) -> None:
        """Write a note on the current record."""
        record = self._annotating.current()
        if record is None:
            return
        self._write = lambda note: self._annotating.perform(
            lambda state, by: decisions.annotate_note(state, record.id, note, by)
        )
        self.editor.edit(self._title(record), record.note, self._view.place_of(_first(record)))

    def flag(self) -> None:
        """Flag the current record as unsure, or take the flag away."""
        record = self._annotating.current()
        if record is not None:
            self._annotating.perform(
                lambda state, by: decisions.toggle_flag(state, [record.id], UNSURE, by)
            )

    def note_article(self) -> None:
        """Write a note on the article."""
        state = self._annotating.state
        if state is None:
            return
        self._write = lambda note: self._annotating.perform(
            lambda state, by: decisions.annotate_article(state, note, by)
        )
        port = self._view.viewport()
        corner = port.mapToGlobal(QPoint(port.width() // 4, 8))
        place = QRect(corner.x(), corner.y(), port.width() // 2, 1)
        self.editor.edit(self.tr("Note on the article"), state.note, place)

    def flag_article(self) -> None:
        """Flag the article as unsure, or take the flag away."""
        self._annotating.perform(lambda state, by: decisions.toggle_article_flag(state, UNSURE, by))
        state = self._annotating.state
        if state is not None:
            self.noted.emit(
                self.tr("The article is flagged as unsure.")
                if UNSURE in state.flags
                else self.tr("The article is not flagged any more.")
            )

    def _save(self, note: str) -> None:
        write, self._write = self._write, None
        if write is not None:
            write(note)

    def _title(self, record: Entity | Quote) -> str:
        if isinstance(record, Quote):
            return self.tr("Note on the quote")
        state = self._annotating.state
        name = " ".join(record.span.of(state.text).split()) if state else ""
        return self.tr("Note on “{name}”").format(name=name)


def _first(record: Entity | Quote) -> Span:
    return record.span if isinstance(record, Entity) else record.content[0]
