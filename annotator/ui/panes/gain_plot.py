"""What learning gained, as a picture: F1 before and after, each time of learning."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.storage import LearningRecord
from annotator.ui.panes.drawing import smaller
from annotator.ui.text import ltr
from annotator.ui.theme import current_theme

_MOST = 24
"""How many times of learning are drawn, the latest ones."""

_DOT = 4.0
_PAD = 12
_LINES = 5
"""Distance in percent between two lines of the grid is a multiple of this."""


class GainPlot(QWidget):
    """For each time a ring (before) joined to a dot (after); faint where the new model was worse.

    Time goes with the direction of reading: the latest stands at the left in Arabic.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records: Sequence[LearningRecord] = ()
        self.setMinimumHeight(180)
        self.setAccessibleName(self.tr("F1 on held-back articles, before and after"))

    def show_records(self, records: Sequence[LearningRecord]) -> None:
        """Draw these times of learning, the first one first."""
        self._records = records[-_MOST:]
        self.setAccessibleDescription(
            ", ".join(f"{r.f1_before:.1%} - {r.f1_after:.1%}" for r in self._records)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that a dialog gives it."""
        return QSize(460, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grid and the times of learning."""
        if not self._records:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(smaller(self.font()))
        metrics = QFontMetrics(painter.font())
        low, high = span_of(self._records)
        scale = metrics.horizontalAdvance("100%") + 10
        area = QRectF(self.rect()).adjusted(scale, _PAD, -scale, -metrics.height() - _PAD)
        step = _LINES * ceil((high - low) / 4 / _LINES)
        for percent in range(low, high + 1, step):
            y = _height(area, low, high, percent)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(theme.faint))
            left = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
            at = QRectF(0 if left else area.right() + 6, y - 10, scale - 6, 20)
            side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
            painter.drawText(
                at,
                int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter),
                ltr(f"{percent}%"),
            )
        for number, record in enumerate(self._records):
            x = self._across(area, number)
            before, after = (
                QPointF(x, _height(area, low, high, 100 * f1))
                for f1 in (record.f1_before, record.f1_after)
            )
            colour = QColor(theme.accent if record.kept else theme.faint)
            painter.setPen(QPen(colour, 1.5))
            painter.drawLine(before, after)
            painter.setBrush(QColor(theme.page))
            painter.drawEllipse(before, _DOT, _DOT)
            painter.setBrush(colour)
            painter.drawEllipse(after, _DOT, _DOT)
            painter.setPen(QColor(theme.faint))
            if len(self._records) <= _MOST // 2 or number == len(self._records) - 1:
                under = QRectF(x - 40, area.bottom() + 4, 80, metrics.height())
                painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), str(record.articles))

    def _across(self, area: QRectF, number: int) -> float:
        place = (number + 0.5) / len(self._records)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place = 1 - place
        return area.left() + place * area.width()


def span_of(records: Sequence[LearningRecord]) -> tuple[int, int]:
    """Return from which percent to which the picture goes, in whole lines of the grid."""
    figures = [100 * f1 for r in records for f1 in (r.f1_before, r.f1_after)]
    low = max(0, _LINES * floor(min(figures) / _LINES - 0.5))
    high = min(100, _LINES * ceil(max(figures) / _LINES + 0.5))
    return low, high


def _height(area: QRectF, low: int, high: int, percent: float) -> float:
    return area.bottom() - (percent - low) / (high - low) * area.height()
