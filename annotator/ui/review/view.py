"""The article under review: everybody's spans over and under the lines."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.labels import LabelSet
from annotator.core.spans import Span
from annotator.review.records import MatchedArticle, Record
from annotator.ui.article.page import PageStyle
from annotator.ui.article.page_view import PageView
from annotator.ui.article.painting import MarkPieces
from annotator.ui.review.marks import ReviewMarks, Sheet
from annotator.ui.review.words import kind_name, record_name
from annotator.ui.text import isolated

_LEADING, _MORE = 4.0, 0.35
"""Least distance of base lines of two annotators, and for each one more: names stand on both sides
of the lines."""


class ReviewView(PageView):
    """Renders a :class:`Sheet` and owns nothing of it."""

    chosen = Signal(str)
    """The key of the disagreement that was clicked."""

    def __init__(self, annotators: int = 2, parent: QWidget | None = None) -> None:
        article = Article("", "")
        nothing = Sheet(MatchedArticle(article, {}), (), AnnotatedArticle(article), ())
        self._leading = _LEADING + _MORE * max(annotators - 2, 0)
        self._labels, self._language = LabelSet("", ()), ""
        self._marks = ReviewMarks(nothing, self._labels, "")
        self._in_sight: list[MarkPieces] = []
        super().__init__(parent)
        self.setAccessibleName(self.tr("Article"))

    def set_page_style(self, style: PageStyle) -> None:
        """Set the page anew, with room for names on both sides of each line."""
        super().set_page_style(replace(style, leading=max(style.leading, self._leading)))
        self._scroll_to_current()

    def show_sheet(self, sheet: Sheet, labels: LabelSet, language: str) -> None:
        """Show an article; when it is the same one, where the reader is stays."""
        same = sheet.matched.article == self._marks.sheet.matched.article
        current = self._marks.current if same else ""
        self._labels, self._language = labels, language
        self._marks = ReviewMarks(sheet, labels, language).with_current(current)
        if not same:
            self.set_text(sheet.matched.article.text)
        self.viewport().update()

    def current(self) -> str:
        """Return the key of the chosen disagreement, "" for none."""
        return self._marks.current

    def set_current(self, key: str) -> None:
        """Choose a disagreement and bring it into sight; what it is, is said."""
        self._marks = self._marks.with_current(key)
        found = self._marks.disagreement(key)
        self.setAccessibleDescription(self._described(key))
        if found is not None:
            self.set_caret(found.extent.start)
            self._scroll_to_current()
        self.viewport().update()

    def on_click(self, at: int) -> None:
        """Choose the shortest disagreement at a letter; clicking on goes to the ones around."""
        keys = [found.key for found in self._marks.at(at)]
        if keys:
            now = keys.index(self.current()) if self.current() in keys else -1
            self.chosen.emit(keys[(now + 1) % len(keys)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen disagreement in sight: in another width its line is elsewhere."""
        super().resizeEvent(event)
        self._scroll_to_current()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tool tip what everybody has under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            letter = self.letter_at(QPointF(event.pos()))
            found = self._marks.at(letter) if letter is not None else []
            text = "\n\n".join(self._described(one.key) for one in found)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def paint_behind(self, painter: QPainter, visible: tuple[int, int]) -> None:
        """Paint tints and bars."""
        span = self.positions.exact_span(*visible)
        self._in_sight = [
            MarkPieces(mark, self.text_geometry.pieces(*self.positions.units(mark.span), visible))
            for mark in self._marks.marks(*span)
        ]
        self.mark_painter.paint(painter, self._in_sight)
        super().paint_behind(painter, visible)

    def paint_over(self, painter: QPainter, visible: tuple[int, int]) -> None:
        """Write whose bar it is, and its label."""
        self.mark_painter.paint_names(painter, self._in_sight, self.column_edges())
        super().paint_over(painter, visible)

    def _scroll_to_current(self) -> None:
        found = self._marks.disagreement(self.current())
        if found is not None:
            self.scroll_to(found.extent)

    def _described(self, key: str) -> str:
        """Return what everybody has at a disagreement, a line each."""
        found = self._marks.disagreement(key)
        if found is None:
            return ""
        text = self._marks.sheet.matched.article.text
        lines = [", ".join(map(kind_name, found.kinds))]
        for letter, side in zip(self._marks.sheet.letters, found.sides, strict=True):
            if side.record is None:
                said = self.tr("nothing")
            else:
                name = record_name(side.record, self._labels, self._language)
                spans = _spans(side.record)
                words = " … ".join(" ".join(span.of(text).split())[:80] for span in spans)
                said = f"{name}: {isolated(words)}"
            lines.append(f"{letter}: {said}")
        return "\n".join(lines)


def _spans(record: Record) -> tuple[Span, ...]:
    return (record.span,) if isinstance(record, Entity) else record.content
