"""The page of the undo history: every step of the article, and a way back to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotated import AnnotatedArticle
from annotator.ui.panes.drawing import Part, bold, draw_line, smaller
from annotator.ui.panes.history_model import ROW, HistoryModel, HistoryRow, Place
from annotator.ui.panes.page import SidePage
from annotator.ui.panes.rows_view import RowsView
from annotator.ui.queue import Queue
from annotator.ui.theme import Theme, current_theme

if TYPE_CHECKING:
    from annotator.ui.workbench import Workbench

ROW_HEIGHT = 46
_GUTTER = 30
_DOT = 4.5
_SEPARATOR = "\u00a0·\u00a0"
_Index = QModelIndex | QPersistentModelIndex


class HistoryDelegate(QStyledItemDelegate):
    """A line down the side with a dot a step: full when done, hollow when undone, ringed now."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row."""
        return QSize(160, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        if row is None:
            return
        assert isinstance(row, HistoryRow)
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option, theme)
        last = index.row() == index.model().rowCount() - 1
        self._draw_dot(painter, option, row.place, theme, last=last)
        self._draw_words(painter, option, row, theme)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect.adjusted(6, 1, -6, -1)).adjusted(0.5, 0.5, -0.5, -0.5)
        current = bool(state & QStyle.StateFlag.State_Selected)
        if current or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(box, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)

    def _draw_dot(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: Place,
        theme: Theme,
        *,
        last: bool,
    ) -> None:
        rect: QRect = option.rect
        logical = QRect(rect.left() + 6, rect.top(), _GUTTER, rect.height())
        gutter = QRectF(QStyle.visualRect(option.direction, rect, logical))
        middle = gutter.center()
        painter.setPen(QPen(QColor(theme.thumb), 1.4))
        painter.drawLine(
            QPointF(middle.x(), gutter.top()),
            QPointF(middle.x(), middle.y() if last else gutter.bottom() + 1),
        )
        accent, ground = QColor(theme.accent), QColor(theme.side)
        hollow = place in {Place.UNDONE, Place.ARRIVED}
        radius = 3.0 if place is Place.ARRIVED else _DOT
        painter.setPen(QPen(QColor(theme.thumb) if hollow else accent, 1.6))
        painter.setBrush(ground if hollow else accent)
        painter.drawEllipse(middle, radius, radius)
        if place is Place.NOW:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius + 3.5, radius + 3.5)

    def _draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, row: HistoryRow, theme: Theme
    ) -> None:
        rect: QRect = option.rect.adjusted(6, 0, -12, 0)
        inner = QStyle.visualRect(option.direction, rect, rect.adjusted(_GUTTER, 0, 0, 0))
        faint = QColor(theme.faint)
        strong = QColor(theme.off if row.place in {Place.UNDONE, Place.ARRIVED} else theme.text)
        font, small = option.font, smaller(option.font)
        half = inner.height() // 2
        parts = [Part(row.name, bold(font) if row.place is Place.NOW else font, strong)]
        if row.what:
            parts += [Part(_SEPARATOR, font, faint), Part(row.what, font, strong)]
        below = [text for text in (row.at, row.by) if text]
        if row.batch:
            below.insert(0, self.tr("in several articles"))
        if not below:
            draw_line(painter, inner, parts, option.direction)
            return
        draw_line(painter, inner.adjusted(0, 4, 0, -half), parts, option.direction)
        line: list[Part] = []
        for text in below:
            line += [Part(_SEPARATOR, small, faint)] if line else []
            line.append(Part(text, small, faint if strong.name() == theme.text else strong))
        draw_line(painter, inner.adjusted(0, half - 2, 0, -5), line, option.direction)


class HistoryPage(SidePage):
    """Lists the steps while it is to be seen; Enter or a click goes to one."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.model = HistoryModel(self)
        self.list = RowsView(ROW_HEIGHT, self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HistoryDelegate(self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAccessibleName(self.tr("Steps of this article, the newest first"))
        self._none = QLabel(self)
        self._none.setObjectName("faint")
        self._none.setWordWrap(True)
        self._none.setContentsMargins(14, 10, 14, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self.list)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)

    def show_state(self, state: AnnotatedArticle | None, queue: Queue) -> None:
        """List the steps anew, if anyone sees them."""
        if self.isVisible():
            self._refresh()

    def front(self) -> QWidget:
        """Return the list."""
        return self.list

    def showEvent(self, event: QShowEvent) -> None:
        """List the steps as they are now."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        session = self._bench.annotating.session
        self.model.show(session)
        self._none.setText(
            self.tr("Nothing has been decided in this article yet.")
            if session
            else self.tr("No article is open.")
        )
        self._none.setVisible(self.model.rowCount() <= 1)
        now = self.model.index(self.model.now())
        self.list.setCurrentIndex(now)
        self.list.scrollTo(now)

    def _go(self, index: QModelIndex) -> None:
        done = self.model.steps_done_at(index.row())
        if done is not None:
            self._bench.stepping.go_to(done)
