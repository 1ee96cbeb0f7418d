"""A place in the list: its box, the words in their line, and what stands there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.core.every import Found
from annotator.core.labels import LabelSet
from annotator.ui.every.model import EveryRole
from annotator.ui.kwic.drawing import KwicDelegate
from annotator.ui.panes.drawing import Part, draw_line, draw_warning, smaller
from annotator.ui.theme import current_theme

BOX_WIDTH = 38
SAID_WIDTH = 190
_SIGN = 15
_BOX = 16
_TICK = ((-4.0, 0.2), (-1.2, 3.0), (4.2, -3.2))
_GAP = 6

_Index = QModelIndex | QPersistentModelIndex


class EveryDelegate(KwicDelegate):
    """Draws the box at the leading edge and what stands at the place at the other one."""

    def __init__(self, label_set: LabelSet, say: Callable[[Found], str]) -> None:
        super().__init__()
        self.set_labels(label_set)
        self._say = say

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        theme, state = current_theme(), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = QColor(theme.chosen if chosen else theme.hover if hovered else theme.page)
        painter.fillRect(option.rect, ground)
        whole: QRect = option.rect
        box, words, said = columns(whole, option.direction)
        inner = QStyleOptionViewItem(option)
        inner.rect = words
        inner.state = state & ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, inner, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter, box, index.data(Qt.ItemDataRole.CheckStateRole))
        self._draw_said(painter, said, index.data(EveryRole.FOUND), option)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(whole).adjusted(1, 1, -1, -1))
        painter.restore()

    def _draw_box(self, painter: QPainter, box: QRect, check: object) -> None:
        if check is None:
            return
        theme = current_theme()
        ticked = check == Qt.CheckState.Checked
        middle = QRectF(box).center()
        square = QRectF(0, 0, _BOX, _BOX)
        square.moveCenter(middle)
        painter.setPen(QPen(QColor(theme.accent if ticked else theme.faint), 1.4))
        painter.setBrush(QColor(theme.accent if ticked else theme.page))
        painter.drawRoundedRect(square, 3.5, 3.5)
        if ticked:
            pen = QPen(QColor(theme.on_accent), 2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline([middle + QPointF(x, y) for x, y in _TICK])

    def _draw_said(
        self, painter: QPainter, rect: QRect, found: object, option: QStyleOptionViewItem
    ) -> None:
        if not isinstance(found, Found):
            return
        theme = current_theme()
        colour = QColor(theme.warn if found.standing.conflicts else theme.faint)
        inside = rect.adjusted(_GAP, 0, -_GAP, 0)
        if found.standing.conflicts:
            sign = QRect(inside.left(), inside.center().y() - _SIGN // 2, _SIGN, _SIGN)
            draw_warning(painter, QStyle.visualRect(option.direction, inside, sign), colour)
        rest = inside.adjusted(_SIGN + _GAP, 0, 0, 0)
        part = Part(self._say(found), smaller(option.font), colour)
        draw_line(
            painter, QStyle.visualRect(option.direction, inside, rest), [part], option.direction
        )


def columns(rect: QRect, direction: Qt.LayoutDirection) -> tuple[QRect, QRect, QRect]:
    """Return where the box, the words and what is said of the place go."""
    box = QRect(rect.left(), rect.top(), BOX_WIDTH, rect.height())
    said = QRect(rect.right() + 1 - SAID_WIDTH, rect.top(), SAID_WIDTH, rect.height())
    words = rect.adjusted(BOX_WIDTH, 0, -SAID_WIDTH, 0)
    return (
        QStyle.visualRect(direction, rect, box),
        QStyle.visualRect(direction, rect, words),
        QStyle.visualRect(direction, rect, said),
    )
