"""A page with a caret and a selection, moved by keys and by the mouse, to the letter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from annotator.core.spans import Span
from annotator.ui.article.blink import Blink
from annotator.ui.article.canvas import PageCanvas
from annotator.ui.article.caret import CaretPaths, Direction, Step
from annotator.ui.article.keys import motion_of
from annotator.ui.article.page import PageStyle
from annotator.ui.article.pointing import Pointing

_CARET_WIDTH = 2.0
_BY_WORDS = frozenset({Step.CLITIC, Step.WORD, Step.SENTENCE})


class PageView(PageCanvas):
    """A page to read, to point at and to select in; positions are stored code points.

    Qt's own caret and mouse cannot stand between the halves of a lam-alef; these can.
    """

    selection_changed = Signal(object)
    """The selected valid :class:`Span`, or None."""
    caret_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._column_x: float | None = None
        self._last_selection: Span | None = None
        self._caret_line = QRectF()
        super().__init__(parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._blink = Blink(self)
        self._blink.changed.connect(self._update_caret)
        self.cursorPositionChanged.connect(self._on_caret)
        self.selectionChanged.connect(self._on_selection)
        pointing = Pointing(self)
        pointing.clicked.connect(self.on_click)
        self.viewport().installEventFilter(pointing)

    def set_text(self, text: str) -> None:
        """Show another text from its start, nothing selected."""
        super().set_text(text)
        self._last_selection = None
        with QSignalBlocker(self):
            self._place(0, 0)

    def set_page_style(self, style: PageStyle) -> None:
        """Set the page anew; caret, selection and the line at the top stay."""
        caret, selected = self.caret(), self.selection()
        super().set_page_style(style)
        top = self.top()
        with QSignalBlocker(self):
            self.set_caret(caret)
            if selected is not None:
                self.select(selected)
        self.set_top(top)

    # Caret and selection

    def caret(self) -> int:
        """Return the caret's position."""
        return self.positions.unit_to_caret(self.textCursor().position())

    def set_caret(self, at: int) -> None:
        """Move the caret, nothing selected, and scroll to it."""
        self.set_selection(at, at)

    def selection(self) -> Span | None:
        """Return the selected span, without white space at its edges and with whole graphemes."""
        cursor = self.textCursor()
        return self.positions.span(cursor.selectionStart(), cursor.selectionEnd())

    def select(self, span: Span) -> None:
        """Select ``span``, the caret at its end, and scroll to it."""
        self._place(*self.positions.units(span))

    def set_selection(self, anchor: int, caret: int) -> None:
        """Select from ``anchor`` to ``caret``, either of which may come first."""
        if anchor < caret:
            self._place(*self.positions.units(Span(anchor, caret)))
        elif caret < anchor:
            self._place(*reversed(self.positions.units(Span(caret, anchor))))
        else:
            unit = self.positions.caret_to_unit(caret)
            self._place(unit, unit)

    def anchor(self) -> int:
        """Return the end of the selection that stays when it is extended."""
        return self.positions.unit_to_caret(self.textCursor().anchor())

    def move_caret(self, step: Step, direction: Direction, *, extend: bool = False) -> None:
        """Move the caret; ``extend`` keeps the selection's other end."""
        cursor = self.textCursor()
        at, column = cursor.position(), None
        if step in (Step.ROW, Step.PAGE):
            forward = direction in (Direction.FORWARD, Direction.LEFT)
            column = self._column_x
            if column is None:
                column = self.text_geometry.caret_rect(at).x()
            by = self._paths.line_step(at, forward=forward)
            if step is Step.PAGE:
                by = self.viewport().height() * (0.85 if forward else -0.85)
            target = self._paths.row_target(at, column, by, forward=forward)
        else:
            target = self._paths.target(at, step, direction)
            if extend and step in _BY_WORDS:
                target = self._past_space(cursor.anchor(), target, step, direction)
        self._place(cursor.anchor() if extend else target, target)
        self._column_x = column

    def _past_space(self, anchor: int, unit: int, step: Step, direction: Direction) -> int:
        """Go on until the selection is another one: space at its edges does not count."""
        before = self.selection()
        while self.positions.span(min(anchor, unit), max(anchor, unit)) == before:
            further = self._paths.target(unit, step, direction)
            if further == unit:
                break
            unit = further
        return unit

    def _set_page(self, text: str) -> None:
        super()._set_page(text)
        self._paths = CaretPaths(self.document(), self.positions, self.text_geometry)

    def _place(self, anchor: int, caret: int) -> None:
        """Set the ends of the selection, in units."""
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        self._column_x = None
        self.setTextCursor(cursor)

    def _on_caret(self) -> None:
        self._update_caret()
        self._caret_line = self._caret_rect()
        self._blink.restart()
        self.caret_moved.emit(self.caret())

    def _on_selection(self) -> None:
        self.viewport().update()
        selected = self.selection()
        if selected != self._last_selection:
            self._last_selection = selected
            self.selection_changed.emit(selected)

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        """Keep the caret's keys from the window's actions, and no others."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(motion_of(event) is not None)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, copy, select all; leave the rest to the window."""
        motion = motion_of(event)
        if motion is not None:
            self.move_caret(motion.step, motion.direction, extend=motion.extend)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        else:
            event.ignore()

    def on_click(self, at: int) -> None:
        """Hear that the letter at ``at`` was clicked and nothing selected."""

    def caret_at(self, point: QPointF) -> int:
        """Return the caret position nearest to a point of the viewport."""
        return self.positions.unit_to_caret(self.text_geometry.unit_at(point + self.offset()))

    def letter_at(self, point: QPointF) -> int | None:
        """Return the letter under a point of the viewport, or None beside the text."""
        unit = self.text_geometry.letter_at(point + self.offset())
        return None if unit is None else self.positions.exact_span(unit, unit + 1).start

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is copied: the stored text, joints and diacritics included."""
        cursor = self.textCursor()
        span = self.positions.exact_span(cursor.selectionStart(), cursor.selectionEnd())
        data = QMimeData()
        data.setText(span.of(self.positions.text))
        return data

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the caret blink."""
        super().focusInEvent(event)
        self._blink.restart()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hold the caret still."""
        super().focusOutEvent(event)
        self._blink.stop()

    # Drawing

    def paint_behind(self, painter: QPainter, visible: tuple[int, int]) -> None:
        """Paint the selection."""
        cursor = self.textCursor()
        selected = (cursor.selectionStart(), cursor.selectionEnd())
        self.mark_painter.paint_selection(painter, self.text_geometry.pieces(*selected, visible))

    def paint_over(self, painter: QPainter, visible: tuple[int, int]) -> None:
        """Paint the caret."""
        self._caret_line = self._caret_rect()
        if self._blink.on:
            painter.fillRect(self._caret_line, self.palette().text())

    def _caret_rect(self) -> QRectF:
        rect = self.text_geometry.caret_rect(self.textCursor().position())
        # On whole pixels, or it would be a grey smear.
        return QRectF(round(rect.x()) - 1, round(rect.y()), _CARET_WIDTH, round(rect.height()))

    def _update_caret(self) -> None:
        """Ask for a repaint where the caret was last seen to stand."""
        rect = self._caret_line.translated(-self.offset())
        self.viewport().update(rect.toAlignedRect().adjusted(-1, -1, 1, 1))
