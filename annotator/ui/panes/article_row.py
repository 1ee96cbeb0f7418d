"""How an article looks in the list: how far it is, its title, tags, and what still waits."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.article import ArticleStatus
from annotator.core.visible import visible_name
from annotator.storage import ArticleRow
from annotator.ui.panes.article_model import Role
from annotator.ui.panes.drawing import Part, draw_line, smaller
from annotator.ui.theme import Theme, current_theme

ROW_HEIGHT = 44

SYMBOLS = {
    ArticleStatus.NEW: "○",
    ArticleStatus.IN_PROGRESS: "●",
    ArticleStatus.DONE: "✓",
    ArticleStatus.REVIEWED: "✓✓",
}
"""How far an article is, at a glance and without colour."""

_FINISHED = frozenset({ArticleStatus.DONE, ArticleStatus.REVIEWED})
_GAP = 6
_SIGN = 10
_TITLE_SHARE = 0.5
"""Tags leave the title at least this share of the line."""

_Index = QModelIndex | QPersistentModelIndex


class ArticleDelegate(QStyledItemDelegate):
    """Draws a row; the open article stands on a rounded fill, chosen ones have an outline."""

    open_key: int | None = None
    """The article that the window shows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row."""
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = index.data(Role.ROW)
        if row is None:
            return
        assert isinstance(row, ArticleRow)
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option, theme, is_open=row.key == self.open_key)
        rect: QRect = option.rect.adjusted(16, 2, -14, -2)
        finished = row.status in _FINISHED and row.key != self.open_key
        text = QColor(theme.faint if finished else theme.text)
        line = _Line(painter, rect, option.direction, option.font, theme)
        sign, title = f"{SYMBOLS[row.status]}\u00a0\u00a0", row.title or row.id
        if row.pending:
            line.count(row.pending)
        if row.flags:
            line.flag()
        if row.noted:
            line.note()
        line.pills(row.tags, f"{sign}{title}")
        draw_line(
            painter,
            line.room(),
            [Part(sign, option.font, text), Part(title, option.font, text)],
            option.direction,
        )
        painter.restore()

    def _draw_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, is_open: bool
    ) -> None:
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect.adjusted(6, 2, -6, -2)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_open or chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.chosen if is_open else theme.hover))
            painter.drawRoundedRect(box, 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1.6))
            painter.drawRoundedRect(box, 6, 6)
        elif chosen and not is_open:
            painter.setPen(QColor(theme.accent))
            painter.drawRoundedRect(box, 6, 6)


class _Line:
    """A row's line, filled from its end: what is drawn takes room from the title."""

    def __init__(
        self,
        painter: QPainter,
        rect: QRect,
        direction: Qt.LayoutDirection,
        font: QFont,
        theme: Theme,
    ) -> None:
        self._painter, self._rect, self._direction = painter, rect, direction
        self._font, self._small, self._theme = font, smaller(font), theme
        self._taken = 0

    def room(self) -> QRect:
        """Return what is left for the title."""
        logical = self._rect.adjusted(0, 0, -self._taken, 0)
        return QStyle.visualRect(self._direction, self._rect, logical)

    def count(self, number: int) -> None:
        """Draw how many suggestions wait."""
        text = f"{number}"
        box = self._take(QFontMetrics(self._small).horizontalAdvance(text))
        self._painter.setFont(self._small)
        self._painter.setPen(QColor(self._theme.accent))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def flag(self) -> None:
        """Draw a small flag."""
        box = QRectF(self._sign())
        self._painter.setPen(QPen(QColor(self._theme.warn), 1.4))
        self._painter.drawLine(box.topLeft(), box.bottomLeft())
        self._painter.setBrush(QColor(self._theme.warn))
        middle = box.top() + box.height() * 0.28
        self._painter.drawPolygon(
            QPolygonF(
                [
                    box.topLeft(),
                    QPointF(box.right(), middle),
                    QPointF(box.left(), box.top() + box.height() * 0.56),
                ]
            )
        )

    def note(self) -> None:
        """Draw a small sheet with lines."""
        box = QRectF(self._sign()).adjusted(0.5, 0.5, -1.5, -0.5)
        self._painter.setPen(QPen(QColor(self._theme.faint), 1.2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box, 1.5, 1.5)
        for share in (0.35, 0.65):
            y = box.top() + box.height() * share
            self._painter.drawLine(QPointF(box.left() + 2.5, y), QPointF(box.right() - 2.5, y))

    def pills(self, tags: tuple[str, ...], title: str) -> None:
        """Draw as many tags as leave room for the title."""
        metrics = QFontMetrics(self._small)
        wanted = QFontMetrics(self._font).horizontalAdvance(title)
        least = min(wanted, round(self._rect.width() * _TITLE_SHARE))
        for tag in map(visible_name, reversed(tags)):
            width = metrics.horizontalAdvance(tag) + 12
            if self._rect.width() - self._taken - width - _GAP < least:
                return
            box = self._take(width)
            height = metrics.height() + 3
            pill = QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._theme.line))
            self._painter.drawRoundedRect(pill, height / 2, height / 2)
            self._painter.setFont(self._small)
            self._painter.setPen(QColor(self._theme.text))
            self._painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, tag)

    def _sign(self) -> QRect:
        box = self._take(_SIGN)
        return QRect(box.left(), box.center().y() - 5, _SIGN, 11)

    def _take(self, width: int) -> QRect:
        at = self._rect.right() + 1 - self._taken - width
        logical = QRect(at, self._rect.top(), width, self._rect.height())
        self._taken += width + _GAP
        return QStyle.visualRect(self._direction, self._rect, logical)
