"""The article with its entities and quotes: the heart of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.labels import LabelSet
from annotator.core.spans import Span
from annotator.ui.article.annotations import Annotations
from annotator.ui.article.hover import described
from annotator.ui.article.links import paint_link
from annotator.ui.article.marks import Link, Look, Mark, SpanIndex
from annotator.ui.article.page import GUTTER
from annotator.ui.article.page_view import PageView
from annotator.ui.article.painting import MarkPieces
from annotator.ui.article.palette import HIT_COLOUR, ink, shades


class Place(NamedTuple):
    """Where someone was in an article.

    Caret and first letter in sight as stored code points; the current record's id or "".
    """

    caret: int = 0
    top: int = 0
    record: str = ""


class ArticleView(PageView):
    """Renders an :class:`AnnotatedArticle` and owns nothing of it.

    Decisions are taken elsewhere and come back through :meth:`refresh`.
    """

    current_changed = Signal(str)
    """The id of the record that became current, by a click or by :meth:`set_current`; "" for
    none."""

    def __init__(
        self, parent: QWidget | None = None, *, origin_name: Callable[[str], str] = str
    ) -> None:
        self._origin_name = origin_name
        self._state = AnnotatedArticle(Article("", ""))
        self._label_set = LabelSet("", ())
        self._language = ""
        self._annotations = Annotations(self._state, self._label_set, "")
        self._in_sight: list[MarkPieces] = []
        self._hits: SpanIndex[Mark] = SpanIndex(())
        super().__init__(parent)
        self.setAccessibleName(self.tr("Article"))

    def set_article(
        self,
        state: AnnotatedArticle,
        label_set: LabelSet,
        language: str,
        place: Place | None = None,
    ) -> None:
        """Show an article; ``language`` (``ar``, ``en``) is that of the label names."""
        place = place or Place()
        self._state, self._label_set, self._language = state, label_set, language
        self._annotations = Annotations(state, label_set, language).with_current(place.record)
        self._hits = SpanIndex(())
        self.set_text(state.text)
        self.set_caret(place.caret)
        self.set_top(place.top)

    def set_label_set(self, label_set: LabelSet) -> None:
        """Show the labels as this set has them, from now on."""
        self._label_set = label_set
        self.refresh(self._state)

    def refresh(self, state: AnnotatedArticle, changed: Iterable[str] | None = None) -> None:
        """Show a later state of the same article; repaint the lines of the ``changed`` records.

        None repaints all that is in sight.
        """
        before, self._state = self._annotations, state
        after = Annotations(state, self._label_set, self._language).with_current(before.current)
        self._annotations = after
        if changed is None:
            self.viewport().update()
        else:
            self._update_lines(before, after, changed)

    def place(self) -> Place:
        """Return where the reader is."""
        return Place(self.caret(), self.top(), self._annotations.current)

    def current(self) -> str:
        """Return the id of the current record, "" for none."""
        return self._annotations.current

    def set_current(self, record_id: str | None) -> None:
        """Put the ring around an entity, or light up a quote with its cue and source."""
        new = record_id or ""
        before = self._annotations
        if new == before.current:
            return
        after = before.with_current(new)
        self._annotations = after
        self._update_lines(before, after, [before.current, new])
        self.setAccessibleDescription(self._described(new))
        self.current_changed.emit(new)

    def set_hits(self, spans: Iterable[Span], current: Span | None = None) -> None:
        """Light up what was searched for, one of them as the one that is gone to."""
        self._hits = SpanIndex(
            (span, Mark("", span, Look.HIT_CURRENT if span == current else Look.HIT, HIT_COLOUR))
            for span in spans
        )
        self.viewport().update()

    def on_click(self, at: int) -> None:
        """Make the innermost record at a letter current; clicking on goes to the ones around."""
        found = self._annotations.at(at)
        if found:
            now = found.index(self.current()) if self.current() in found else -1
            self.set_current(found[(now + 1) % len(found)])

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tool tip who marked or suggested what is under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            letter = self.letter_at(QPointF(event.pos()))
            records = self._annotations.at(letter) if letter is not None else []
            text = "\n\n".join(self._described(record) for record in records)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def paint_behind(self, painter: QPainter, visible: tuple[int, int]) -> None:
        """Paint entities, quotes and the chosen quote's link."""
        self._in_sight = self._measured(visible)
        self.mark_painter.paint(painter, self._in_sight)
        link = self._annotations.link()
        if link is not None:
            self._paint_link(painter, link)
        super().paint_behind(painter, visible)

    def paint_over(self, painter: QPainter, visible: tuple[int, int]) -> None:
        """Write the label names."""
        self.mark_painter.paint_names(painter, self._in_sight, self.column_edges())
        super().paint_over(painter, visible)

    def _measured(self, visible: tuple[int, int]) -> list[MarkPieces]:
        """Return the marks on the lines in sight, measured."""
        span = self.positions.exact_span(*visible)
        return [
            MarkPieces(mark, self.text_geometry.pieces(*self.positions.units(mark.span), visible))
            for mark in self._marks(*span)
        ]

    def _marks(self, start: int, end: int) -> list[Mark]:
        marks = self._annotations.marks(start, end)
        marks += [hit for _, hit in self._hits.within(start, end)]
        return sorted(marks, key=lambda mark: mark.look.value)

    def _paint_link(self, painter: QPainter, link: Link) -> None:
        ends = []
        for span in (link.content, link.speaker):
            start, _ = self.positions.units(span)
            pieces = self.text_geometry.pieces(start, start + 1)
            if not pieces:
                return
            rect = pieces[0].rect
            x = rect.right() - 4 if pieces[0].from_right else rect.left() + 4
            ends.append(QPointF(x, self.mark_painter.underline(pieces[0])))
        gutter = self.column_edges()[1] - GUTTER / 2
        colour = ink(link.colour, shades(self.palette())).line
        paint_link(painter, ends[0], ends[1], gutter, colour)

    def _update_lines(
        self, before: Annotations, after: Annotations, changed: Iterable[str]
    ) -> None:
        """Ask for a repaint of the lines of records as they were and as they are."""
        changed = set(changed)
        if before.link() != after.link():
            self.viewport().update()
            return
        top = self.verticalScrollBar().value()
        visible = self.text_geometry.visible(top, top + self.viewport().height())
        reach = self.mark_painter.reach
        for known in (before, after):
            for record_id in changed:
                for span in known.spans(record_id):
                    pieces = self.text_geometry.pieces(*self.positions.units(span), visible)
                    for piece in pieces:
                        # A name may move its neighbours along the whole line.
                        line = QRectF(0, piece.rect.top() - top, self.width(), piece.rect.height())
                        self.viewport().update(line.adjusted(0, -reach, 0, reach).toAlignedRect())

    def _described(self, record_id: str) -> str:
        record = self._annotations.record(record_id)
        if record is None:
            return ""
        label = self._label_set.get(getattr(record, "label", ""))
        name = label.name(self._language) if label else getattr(record, "label", "")
        return described(record, name, self._origin_name)
