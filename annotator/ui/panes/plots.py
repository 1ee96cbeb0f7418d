"""Charts drawn: bars that stand or lie, and a bar that is current and told in words.

Axes go with the direction of reading. In Arabic the first day stands at the right, bars that lie
begin at the right beside their names, and minutes grow to the left: who reads a row of
days from right to left looks for the next one at the left, and newspapers print it so.
"""

from __future__ import annotations

from math import ceil, floor, log10

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QWidget,
)

from annotator.ui.article.palette import ink, shades
from annotator.ui.panes.charts import Bar, Chart
from annotator.ui.panes.drawing import smaller
from annotator.ui.text import set_apart, shown
from annotator.ui.theme import current_theme

_PAD = 8
_LINES = 4
"""How many lines the grid has, or a few less."""

_WIDEST = 46.0
_ROW = 26
_COLUMN = 180
"""Heights in pixels: of a lying bar, of a plot of standing ones."""


class Plot(QWidget):
    """What all plots share: a bar that is current, by keys or the mouse, and told in words."""

    told = Signal(str)
    """The current bar in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: Chart | None = None
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_chart(self, chart: Chart) -> None:
        """Draw another chart."""
        self.chart = chart
        self._current = -1
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription("")
        self.updateGeometry()
        self.update()

    def current(self) -> int:
        """Return the number of the current bar, -1 for none."""
        return self._current

    def set_current(self, number: int) -> None:
        """Make a bar current and tell it."""
        chart = self.chart
        if chart is None or not chart.bars or number == self._current:
            return
        self._current = max(-1, min(number, len(chart.bars) - 1))
        said = chart.said(chart.bars[self._current]) if self._current >= 0 else ""
        self.setAccessibleDescription(said)
        self.told.emit(said)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar as the eye sees them; Home and End are the first and the last."""
        last = len(self.chart.bars) - 1 if self.chart else -1
        steps = self._steps()
        if event.key() in steps:
            self.set_current(min(max(self._current + steps[Qt.Key(event.key())], 0), last))
        elif event.key() == Qt.Key.Key_Home:
            self.set_current(0)
        elif event.key() == Qt.Key.Key_End:
            self.set_current(last)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the bar under the mouse."""
        self.set_current(self.bar_at(event.position()))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def bar_at(self, point: QPointF) -> int:
        """Return the number of the bar at a point, -1 for none."""
        raise NotImplementedError  # Qt's own metaclass leaves no room for an abstract class

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart, and a frame while the keyboard is here."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(smaller(self.font()))
        chart = self.chart
        if chart is None or not chart.bars:
            painter.setPen(QColor(theme.faint))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            none = self.tr("Nothing yet: it comes with the first decisions")
            painter.drawText(self.rect(), flags, none)
        else:
            self._draw(painter, chart)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _draw(self, painter: QPainter, chart: Chart) -> None:
        raise NotImplementedError  # Qt's own metaclass leaves no room for an abstract class

    def _steps(self) -> dict[Qt.Key, int]:
        raise NotImplementedError  # Qt's own metaclass leaves no room for an abstract class

    def _colour(self, chart: Chart, bar: Bar, number: int) -> QColor:
        series = chart.series[number]
        tints = ink(bar.colour or series.colour, shades(self.palette()))
        return tints.fill if series.pale else tints.line

    def _right_to_left(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft


class ColumnPlot(Plot):
    """Bars that stand on an axis of time or of amounts, stacked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_COLUMN)

    def sizeHint(self) -> QSize:
        """Return the size that a dialog gives it."""
        return QSize(420, _COLUMN)

    def bar_at(self, point: QPointF) -> int:
        """Return the number of the column at a point, -1 beside the axis."""
        area = self._area()
        count = len(self.chart.bars) if self.chart else 0
        if not count or not area.left() <= point.x() <= area.right():
            return -1
        place = (point.x() - area.left()) / area.width()
        return min(count - 1, int((1 - place if self._right_to_left() else place) * count))

    def _steps(self) -> dict[Qt.Key, int]:
        forward = -1 if self._right_to_left() else 1
        return {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward}

    def _area(self) -> QRectF:
        metrics = QFontMetrics(smaller(self.font()))
        scale = metrics.horizontalAdvance("99,999") + _PAD
        area = QRectF(self.rect()).adjusted(_PAD, _PAD + 4, -_PAD, -metrics.height() - _PAD)
        return (
            area.adjusted(0, 0, -scale, 0)
            if self._right_to_left()
            else area.adjusted(scale, 0, 0, 0)
        )

    def _draw(self, painter: QPainter, chart: Chart) -> None:
        theme, area = current_theme(), self._area()
        metrics = QFontMetrics(painter.font())
        step = nice_step(max(sum(bar.values) for bar in chart.bars) / _LINES)
        top = step * max(1, ceil(max(sum(bar.values) for bar in chart.bars) / step))
        self._draw_grid(painter, area, step, top)
        room = area.width() / len(chart.bars)
        width = min(_WIDEST, max(1.0, room * 0.72)) if chart.gaps else max(1.0, room - 1)
        widest = max(metrics.horizontalAdvance(bar.short) for bar in chart.bars) + 2 * _PAD
        every = max(1, ceil(widest / room))
        for number, bar in enumerate(chart.bars):
            place = (number + 0.5) * room
            middle = area.right() - place if self._right_to_left() else area.left() + place
            if number == self._current:
                behind = QRectF(middle - room / 2, area.top(), room, area.height())
                painter.fillRect(behind, QColor(theme.hover))
            y = area.bottom()
            for series, value in enumerate(bar.values):
                height = value / top * area.height()
                y -= height
                painter.fillRect(
                    QRectF(middle - width / 2, y, width, height), self._colour(chart, bar, series)
                )
            if number % every == 0:
                painter.setPen(QColor(theme.faint))
                under = QRectF(middle - widest / 2, area.bottom() + 3, widest, metrics.height())
                painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), bar.short)

    def _draw_grid(self, painter: QPainter, area: QRectF, step: float, top: float) -> None:
        theme = current_theme()
        for line in range(round(top / step) + 1):
            y = area.bottom() - line * step / top * area.height()
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(theme.faint))
            right_to_left = self._right_to_left()
            left = area.right() + 6 if right_to_left else 0.0
            side = Qt.AlignmentFlag.AlignLeft if right_to_left else Qt.AlignmentFlag.AlignRight
            painter.drawText(
                QRectF(
                    left, y - 10, area.left() - 6 if not right_to_left else self.width() - left, 20
                ),
                int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter),
                f"{round(line * step):,}",
            )


class RowPlot(Plot):
    """Bars that lie beside their names, with a figure at their end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size that all bars need."""
        return QSize(300, max(4, len(self.chart.bars) if self.chart else 0) * _ROW + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which bars would be cut."""
        return self.sizeHint()

    def bar_at(self, point: QPointF) -> int:
        """Return the number of the row at a point, -1 below the last one."""
        number = floor((point.y() - _PAD) / _ROW)
        return number if self.chart and 0 <= number < len(self.chart.bars) else -1

    def _steps(self) -> dict[Qt.Key, int]:
        return {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}

    def _draw(self, painter: QPainter, chart: Chart) -> None:
        theme, direction = current_theme(), self.layoutDirection()
        metrics = QFontMetrics(painter.font())
        widest = max(metrics.horizontalAdvance(bar.short) for bar in chart.bars)
        names = min(widest + 4, self.width() * 2 // 5)
        figures = max(metrics.horizontalAdvance(bar.remark) for bar in chart.bars) + 10
        length = self.width() - names - figures - 3 * _PAD
        most = max(sum(bar.values) for bar in chart.bars) or 1.0
        whole = self.rect()
        leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)

        def placed(rect: QRect) -> QRect:
            return QStyle.visualRect(direction, whole, rect)

        for number, bar in enumerate(chart.bars):
            y = _PAD + number * _ROW
            if number == self._current:
                painter.fillRect(QRect(0, y, whole.width(), _ROW), QColor(theme.hover))
            painter.setPen(QColor(theme.text))
            text = metrics.elidedText(shown(bar.short), Qt.TextElideMode.ElideRight, names)
            at = int(leading | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(placed(QRect(_PAD, y, names, _ROW)), at, set_apart(text))
            x = float(_PAD + names + _PAD)
            for series, value in enumerate(bar.values):
                end = x + value / most * length
                part = QRect(round(x), y + 5, round(end) - round(x), _ROW - 10)
                colour = self._colour(chart, bar, series)
                painter.fillRect(placed(part), colour)
                if chart.series[series].pale and part.width() > 1:
                    painter.setPen(QPen(ink(bar.colour, shades(self.palette())).line, 1))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(QRectF(placed(part)).adjusted(0.5, 0.5, -0.5, -0.5))
                x = end
            painter.setPen(QColor(theme.faint))
            after = QRect(round(x) + 6, y, figures, _ROW)
            painter.drawText(placed(after), at, bar.remark)


def nice_step(least: float) -> int:
    """Return the smallest of 1, 2, 5, 10, 20, 50, … that is not below ``least``."""
    if least <= 1:
        return 1
    power = 10 ** floor(log10(least))
    return int(next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least))
