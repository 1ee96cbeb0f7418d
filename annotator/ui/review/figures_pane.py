"""The pane at the end side: how annotators agree, and which labels stand against which."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import LabelSet
from annotator.review.agreement.base import Figure, Metric
from annotator.review.agreement.breakdown import Point
from annotator.review.agreement.confusion import ConfusionMatrix
from annotator.review.entity_scores import NOTHING
from annotator.services.adjudicating import Figures
from annotator.ui.article.palette import mixed, shades
from annotator.ui.panes.chart_view import ChartView
from annotator.ui.panes.drawing import bold, smaller
from annotator.ui.panes.plots import ColumnPlot
from annotator.ui.panes.stacked import stacked
from annotator.ui.review.trend import trend_chart
from annotator.ui.review.words import label_name
from annotator.ui.text import told
from annotator.ui.theme import current_theme

_NAMES = 84
_ROW = 34
_WIDE, _COLUMN = 5, 52
"""More columns than these keep their width, and are scrolled."""
_HIGHEST = 340


class FiguresPane(QWidget):
    """A table of metrics, the sentence of the one that is chosen, and the matrix of labels."""

    asked = Signal(bool)
    """Other figures are wanted: of the open article alone (True), or of all."""

    def __init__(self, labels: LabelSet, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._labels, self._language = labels, language
        self._figures: Figures | None = None
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(self.tr("What is measured"))
        self.scope.addItem(self.tr("All articles"), userData=False)
        self.scope.addItem(self.tr("This article"), userData=True)
        self.table = _table(self, self.tr("Agreement"))
        self.table.setColumnCount(2)
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.says = QLabel(self)
        self.says.setObjectName("faint")
        self.says.setWordWrap(True)
        self.says.setMinimumHeight(58)
        self.says.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.legend = QLabel(self)
        self.legend.setObjectName("faint")
        self.legend.setWordWrap(True)
        self.matrix = _table(self, self.tr("Labels against labels"))
        self.matrix.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.trend = ChartView(ColumnPlot, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("More figures"))
        self.tabs.addTab(stacked(self.legend, self.matrix), self.tr("Labels"))
        self.tabs.addTab(self.trend, self.tr("Trend"))
        self.tabs.setTabVisible(1, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        for widget in (self.scope, self.table, self.says, self.tabs):
            column.addWidget(widget)
        column.setStretchFactor(self.table, 1)
        self.scope.activated.connect(lambda _: self.asked.emit(bool(self.scope.currentData())))
        self.table.currentCellChanged.connect(lambda row, *_: self._say(row))

    def show_sides(self, names: Sequence[str]) -> None:
        """Say whose labels stand in the rows, and whose in the columns."""
        if len(names) > 2:
            text = self.tr("Every two annotators added up, the earlier one in the rows.")
        else:
            text = self.tr("Rows: {rows}. Columns: {columns}.").format(
                rows=names[0], columns=names[-1]
            )
        nothing = self.tr("– means: nothing marked.")
        self.legend.setText(f"{text} {nothing}")

    def show_figures(self, figures: Figures) -> None:
        """Show what was measured."""
        self._figures = figures
        self.table.setRowCount(len(figures.metrics))
        for row, (metric, figure) in enumerate(figures.metrics):
            name = QTableWidgetItem(told(metric.name))
            value = QTableWidgetItem(_value(figure))
            value.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            value.setFont(bold(self.font()))
            for item in (name, value):
                item.setToolTip(_explained(metric, figure))
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole,
                    f"{told(metric.name)}: {_value(figure)}. {_explained(metric, figure)}",
                )
            self.table.setItem(row, 0, name)
            self.table.setItem(row, 1, value)
        if self.table.currentRow() < 0 and figures.metrics:
            self.table.setCurrentCell(0, 0)
        self._say(self.table.currentRow())
        self._show_matrix(figures.matrix)

    def show_trend(self, points: Sequence[Point]) -> None:
        """Show how agreement goes on; one point alone is no trend."""
        shown = len(points) > 1 and any(point.figure.value for point in points)
        self.tabs.setTabVisible(1, shown)
        if shown:
            self.trend.show_chart(trend_chart(points))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme on."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._figures is not None:
            self._show_matrix(self._figures.matrix)

    def _say(self, row: int) -> None:
        if self._figures is not None and 0 <= row < len(self._figures.metrics):
            self.says.setText(_explained(*self._figures.metrics[row]))

    def _show_matrix(self, matrix: ConfusionMatrix) -> None:
        names = [
            "–" if label == NOTHING else label_name(label, self._labels, self._language)
            for label in matrix.labels
        ]
        count = len(names)
        self.matrix.setRowCount(count)
        self.matrix.setColumnCount(count)
        for place, name in enumerate(names):
            for set_item in (
                self.matrix.setHorizontalHeaderItem,
                self.matrix.setVerticalHeaderItem,
            ):
                item = QTableWidgetItem(name)
                item.setToolTip(name)
                set_item(place, item)
        for header in (self.matrix.horizontalHeader(), self.matrix.verticalHeader()):
            header.setFont(smaller(self.font()))
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.matrix.verticalHeader().setMaximumWidth(_NAMES)
        modes, columns = QHeaderView.ResizeMode, self.matrix.horizontalHeader()
        columns.setSectionResizeMode(modes.Stretch if count <= _WIDE else modes.Fixed)
        columns.setDefaultSectionSize(_COLUMN)
        self.matrix.verticalHeader().setDefaultSectionSize(_ROW)
        most = max((cell for line in matrix.counts for cell in line), default=0)
        for row, line in enumerate(matrix.counts):
            for column, cell in enumerate(line):
                item = QTableWidgetItem(str(cell))
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setBackground(_ground(cell, most, same=row == column))
                if not cell:
                    item.setForeground(QColor(current_theme().faint))
                said = self.tr("{one} against {other}: {count}").format(
                    one=names[row], other=names[column], count=cell
                )
                item.setToolTip(said)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                self.matrix.setItem(row, column, item)
        bar = self.matrix.horizontalScrollBar().sizeHint().height() if count > _WIDE else 0
        self.matrix.setFixedHeight(min(_ROW * (count + 1) + 6 + bar, _HIGHEST))


class _Table(QTableWidget):
    """A table that is read and stepped through by the keyboard."""

    def sizeHint(self) -> QSize:
        """Return a size that leaves room to others."""
        return QSize(200, 200)


def _table(parent: QWidget, name: str) -> QTableWidget:
    table = _Table(parent)
    table.setObjectName("figures")
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setWordWrap(False)
    return table


def _value(figure: Figure) -> str:
    return "–" if figure.value is None else f"{figure.value:.2f}"


def _explained(metric: Metric, figure: Figure) -> str:
    """Return what a metric counts and leaves out, and why it has no figure where it has none."""
    parts = [told(metric.says)]
    if figure.reason is not None:
        parts.append(told(figure.reason))
    return " ".join(parts)


def _ground(count: int, most: int, *, same: bool) -> QColor:
    """Return the colour behind a cell: the more, the stronger; letters stay legible on it."""
    theme, page = current_theme(), shades(QApplication.palette())
    base = page.base
    if not count:
        return base
    colour = QColor(theme.accent if same else theme.warn)
    return mixed(colour, base, 0.12 + 0.28 * count / max(most, 1))
