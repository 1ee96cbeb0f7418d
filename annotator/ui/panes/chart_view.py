"""A chart with all that belongs to it: title, legend, plot, and the same figures as a table."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.visible import visible_name
from annotator.ui.article.palette import ink, shades
from annotator.ui.panes.charts import Chart
from annotator.ui.panes.plots import Plot


class ChartView(QWidget):
    """A chart with its title and legend, as a picture or as a table of the same figures."""

    def __init__(self, make: Callable[[QWidget], Plot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = make(self)
        self.table = QTableWidget(self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setMinimumHeight(120)
        self._title = QLabel(self)
        self._title.setObjectName("heading")
        self._legend = QLabel(self)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._said = QLabel(self)
        self._said.setObjectName("faint")
        self._said.setWordWrap(True)
        self._note = ""
        self.table.hide()
        self.plot.told.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._title, self._legend, self.plot, self.table, self._said):
            column.addWidget(widget)
        column.addStretch(1)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart, both ways."""
        self._title.setText(chart.title)
        self._note = chart.note
        self._legend.setVisible(chart.legend and bool(chart.bars))
        self.plot.show_chart(chart)
        self._dress_legend()
        self._tell("")
        table = self.table
        table.setAccessibleName(chart.title)
        table.clear()
        table.setColumnCount(1 + len(chart.columns))
        table.setRowCount(len(chart.bars))
        table.setHorizontalHeaderLabels([chart.head, *chart.columns])
        for row, bar in enumerate(chart.bars):
            for column, text in enumerate((bar.name, *bar.cells)):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                table.setItem(row, column, item)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)

    def show_as_table(self, *, table: bool) -> None:
        """Show the figures as a table, or as a picture."""
        self.plot.setVisible(not table)
        self.table.setVisible(table)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress_legend()

    def said(self) -> str:
        """Return what stands below the picture."""
        return self._said.text()

    def _tell(self, said: str) -> None:
        self._said.setText(said or self._note or "\u00a0")

    def _dress_legend(self) -> None:
        chart = self.plot.chart
        if chart is None:
            return
        paper = shades(self.palette())
        parts = [
            f'<span style="color:{ink(one.colour, paper).line.name()}">■</span>&nbsp;'
            f"{escape(visible_name(one.name))}"
            for one in chart.series
        ]
        self._legend.setText("&nbsp;&nbsp; ".join(parts))
