"""A page of Arabic text: set, scrolled and drawn. What else is on it, subclasses paint."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QPointF, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.core.spans import Span
from annotator.ui.article.geometry import Geometry
from annotator.ui.article.page import GUTTER, PageStyle, make_page
from annotator.ui.article.painting import MarkPainter
from annotator.ui.article.palette import shades
from annotator.ui.article.positions import Positions


class PageCanvas(QTextEdit):
    """Shows one text, read-only, in a centred column.

    Positions are code points of the stored text; ``units`` (UTF-16, see positions.py) stay
    between the classes of this package.

    A QTextEdit gives scrolling, lazy layout of long texts and a voice for screen readers; the
    drawing is done here, since Qt's own selection would recolour letters.
    """

    zoom_asked = Signal(int)
    """Ctrl and the wheel: steps, positive for larger."""

    positions: Positions
    text_geometry: Geometry
    mark_painter: MarkPainter
    _page_style = PageStyle()
    _page: QTextDocument | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setCursorWidth(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.set_text("")

    def set_text(self, text: str) -> None:
        """Show another text from its start."""
        self._set_page(text)
        self.verticalScrollBar().setValue(0)

    def page_style(self) -> PageStyle:
        """Return how the page is set."""
        return self._page_style

    def set_page_style(self, style: PageStyle) -> None:
        """Set the page anew; the line at the top stays there."""
        top = self.top()
        self._page_style = style
        self._set_page(self.positions.text)
        self.set_top(top)

    def _set_page(self, text: str) -> None:
        style = self._page_style
        self.positions = Positions(text, diacritics=style.diacritics, tatweel=style.tatweel)
        old, self._page = self._page, make_page(self.positions, style, self)
        with QSignalBlocker(self):
            self.setDocument(self._page)
        if old is not None:
            old.deleteLater()
        self.text_geometry = Geometry(self.document(), self.positions)
        self._make_painter()
        self._centre_column()
        self.viewport().update()

    # Scrolling

    def scroll_to(self, span: Span) -> None:
        """Bring a span into sight with some text around it; stay when it is well in sight."""
        pieces = self.text_geometry.pieces(*self.positions.units(span))
        if not pieces:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        reach = self.mark_painter.reach
        top, bottom = pieces[0].rect.top() - reach, pieces[-1].rect.bottom() + reach
        if top < bar.value() or bottom > bar.value() + height:
            bar.setValue(round(top - height / 4))

    def place_of(self, span: Span) -> QRect:
        """Return where the first line of a span is on the screen; empty if it is nowhere."""
        pieces = self.text_geometry.pieces(*self.positions.units(span))
        if not pieces:
            return QRect()
        rect = pieces[0].rect.translated(-self.offset()).toAlignedRect()
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def top(self) -> int:
        """Return the position of the first letter in sight."""
        top = self.verticalScrollBar().value() + GUTTER
        start, _ = self.text_geometry.visible(top, top)
        return self.positions.unit_to_caret(start)

    def set_top(self, at: int) -> None:
        """Scroll so that the line of a position is the first in sight."""
        rect = self.text_geometry.caret_rect(self.positions.caret_to_unit(at))
        self.verticalScrollBar().setValue(round(rect.top() - GUTTER))

    def offset(self) -> QPointF:
        """Return the page's point that is at the viewport's top left corner, in pixels."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def column_edges(self) -> tuple[float, float]:
        """Return the left and right edge of the page inside the viewport, in pixels."""
        return 0.0, self.document().textWidth()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl held, ask for another size."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif steps := event.angleDelta().y() // 120:
            self.zoom_asked.emit(steps)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred."""
        self._centre_column()
        super().resizeEvent(event)

    def _centre_column(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        spare = self.contentsRect().width() - bar - self._page_style.column - 2 * GUTTER
        left = max(0, spare // 2)
        # Margins keep the page's width, to the pixel, so a wider window lays out nothing anew.
        margins = QMargins(left, 0, max(0, spare - left), 0)
        if self.viewportMargins() != margins:
            self.setViewportMargins(margins)

    # Drawing

    def paint_behind(self, painter: QPainter, visible: tuple[int, int]) -> None:
        """Paint what lies behind the letters of the units ``visible``, in pixels of the page."""

    def paint_over(self, painter: QPainter, visible: tuple[int, int]) -> None:
        """Paint what lies between and over the lines of the units ``visible``."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the letters between what lies behind and over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.offset())
        clip = QRectF(event.rect()).translated(self.offset())
        painter.setClipRect(clip)
        reach = self.mark_painter.reach
        visible = self.text_geometry.visible(clip.top() - reach, clip.bottom() + reach)
        self.paint_behind(painter, visible)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = clip
        context.palette = self.palette()
        self.document().documentLayout().draw(painter, context)
        self.paint_over(painter, visible)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._make_painter()
            self.viewport().update()

    def _make_painter(self) -> None:
        self.mark_painter = MarkPainter(self._page_style, shades(self.palette()))
