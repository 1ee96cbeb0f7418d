"""A page's left mouse button: what is pressed, dragged and clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent

from annotator.core.spans import Span
from annotator.ui.article.mouse import Clicks

if TYPE_CHECKING:
    from annotator.ui.article.page_view import PageView


class Pointing(QObject):
    """Hears a page's mouse: selects, scrolls while a drag leaves the page, tells of clicks."""

    clicked = Signal(int)
    """A letter was clicked and nothing is selected."""

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self._page = page
        self._clicks = Clicks("")
        self._pressed = False
        self._dragged = False
        self._second = QElapsedTimer()
        self._scrolling = QTimer(self, interval=40)
        self._scrolling.timeout.connect(self._scroll)
        self._last = QPointF()
        self._before: Span | None = None

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:
        """Return whether an event of the viewport was one of the left button's, and is done."""
        if not isinstance(event, QMouseEvent):
            return False
        kind, left = event.type(), event.button() is Qt.MouseButton.LeftButton
        if kind is QEvent.Type.MouseButtonPress and left:
            self._press(event)
        elif kind is QEvent.Type.MouseButtonDblClick and left:
            self._double(event)
        elif kind is QEvent.Type.MouseMove and self._pressed:
            self._drag(event.position())
        elif kind is QEvent.Type.MouseButtonRelease and left:
            self._release(event)
        else:
            return False
        return True

    def _press(self, event: QMouseEvent) -> None:
        self._pressed, self._dragged = True, False
        self._last, self._before = event.position(), self._page.selection()
        letter = self._page.letter_at(event.position())
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        third = self._second.isValid() and self._second.elapsed() < interval
        if third and letter is not None:
            self._take(self._clicks.triple(letter))
            return
        self._clicks = Clicks(self._page.positions.text)
        at = self._page.caret_at(event.position())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            anchor = self._page.anchor()
            self._clicks.press(anchor)
            self._page.set_selection(anchor, at)
            return
        self._clicks.press(at)
        self._page.set_caret(at)

    def _double(self, event: QMouseEvent) -> None:
        self._pressed, self._dragged = True, True
        letter = self._page.letter_at(event.position())
        if letter is None:
            return
        self._second.start()
        self._take(self._clicks.double(letter, self._before))

    def _take(self, span: Span) -> None:
        self._dragged = True
        self._page.select(span)

    def _drag(self, point: QPointF) -> None:
        far = (
            point - self._last
        ).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        if not self._dragged and not far:
            return
        self._dragged, self._last = True, point
        self._page.set_selection(*self._clicks.drag(self._page.caret_at(point)))
        outside = not self._page.viewport().rect().contains(point.toPoint())
        if outside and not self._scrolling.isActive():
            self._scrolling.start()

    def _scroll(self) -> None:
        height = self._page.viewport().height()
        beyond = min(self._last.y(), 0) + max(self._last.y() - height, 0)
        if not self._pressed or not beyond:
            self._scrolling.stop()
            return
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond))
        self._page.set_selection(*self._clicks.drag(self._page.caret_at(self._last)))

    def _release(self, event: QMouseEvent) -> None:
        self._pressed = False
        self._scrolling.stop()
        letter = self._page.letter_at(event.position())
        if not self._dragged and letter is not None:
            self.clicked.emit(letter)
