"""The labels of a set as a list: colour and name, id, key, and how many spans have it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.labels import Label, LabelSet
from annotator.ui.actions.keys import shown_key
from annotator.ui.article.palette import ink, shades
from annotator.ui.panes.drawing import Part, bold, draw_line, smaller
from annotator.ui.text import ltr
from annotator.ui.theme import current_theme

LABEL = int(Qt.ItemDataRole.UserRole)
"""The role under which a row gives its :class:`Label`."""

SPANS = LABEL + 1
"""The role under which a row gives how many spans have its label (None while unknown)."""

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_ROW = 46
_DOT = "\u00a0·\u00a0"


class LabelModel(QAbstractListModel):
    """The labels in their order."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._labels: tuple[Label, ...] = ()
        self._spans: Mapping[str, int] | None = None

    def show(self, labels: LabelSet, spans: Mapping[str, int] | None) -> None:
        """List ``labels`` with the number of spans of each."""
        same = len(self._labels) == len(labels.labels)
        if not same:
            self.beginResetModel()
        self._labels, self._spans = labels.labels, spans
        if not same:
            self.endResetModel()
        elif self._labels:
            self.dataChanged.emit(self.index(0), self.index(len(self._labels) - 1))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of labels."""
        return 0 if parent.isValid() else len(self._labels)

    def row_of(self, label_id: str) -> int:
        """Return the row of a label; the first one for one that is not there."""
        return next((row for row, one in enumerate(self._labels) if one.id == label_id), 0)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a label's name, its id as the tooltip, or the label itself."""
        if not index.isValid() or index.row() >= len(self._labels):
            return None
        label = self._labels[index.row()]
        spans = None if self._spans is None else self._spans.get(label.id, 0)
        said = {
            LABEL: label,
            SPANS: spans,
            Qt.ItemDataRole.DisplayRole: label.name(self._language),
            Qt.ItemDataRole.ToolTipRole: label.description.get(self._language, ""),
            Qt.ItemDataRole.AccessibleTextRole: f"{label.name(self._language)}, {label.id}",
        }
        return said.get(role)


class LabelRow(QStyledItemDelegate):
    """A label in its colours, under it its id and its spans; its key at the other side."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row."""
        return QSize(190, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        label, spans = index.data(LABEL), index.data(SPANS)
        if not isinstance(label, Label):
            return
        theme, tints = current_theme(), ink(label.colour, shades(QApplication.palette()))
        direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        row: QRect = option.rect.adjusted(3, 1, -3, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(theme.chosen))
            painter.drawRoundedRect(QRectF(row), 6, 6)
        swatch = QRect(row.left() + 8, row.top() + 9, 14, 14)
        painter.setBrush(tints.line)
        painter.drawRoundedRect(QRectF(QStyle.visualRect(direction, row, swatch)), 4, 4)
        font, small = option.font, smaller(option.font)
        faint = QColor(theme.faint)
        key = shown_key(label.key) if label.key else ""
        width = QFontMetrics(small).horizontalAdvance(key) + 6
        words = row.adjusted(30, 4, -width - 10, -row.height() // 2)
        draw_line(
            painter,
            QStyle.visualRect(direction, row, words),
            [Part(str(index.data()), bold(font), tints.name)],
            direction,
        )
        below = row.adjusted(30, row.height() // 2 - 2, -10, -4)
        parts = [Part(ltr(label.id), small, faint)]
        if isinstance(spans, int):
            parts += [Part(_DOT, small, faint), Part(str(spans), small, faint)]
        draw_line(painter, QStyle.visualRect(direction, row, below), parts, direction)
        at_end = QRect(row.right() - width - 4, row.top() + 4, width, row.height() // 2 - 2)
        draw_line(
            painter,
            QStyle.visualRect(direction, row, at_end),
            [Part(key, small, faint)],
            direction,
        )
        painter.restore()
