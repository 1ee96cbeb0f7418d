"""How the work goes: articles, decisions, acceptance and time, for whom and when one likes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article import ArticleStatus
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.services.stats import Work, median_seconds
from annotator.storage import Period
from annotator.ui.panes.chart_view import ChartView
from annotator.ui.panes.charts import (
    acceptance_by_engine,
    clock,
    decisions_by_day,
    decisions_by_label,
    minutes_by_article,
)
from annotator.ui.panes.plots import ColumnPlot, RowPlot
from annotator.ui.panes.words import status_name

_PERIODS = (
    (0, QT_TRANSLATE_NOOP("FiguresDialog", "All the time")),
    (1, QT_TRANSLATE_NOOP("FiguresDialog", "Today")),
    (7, QT_TRANSLATE_NOOP("FiguresDialog", "The last 7 days")),
    (30, QT_TRANSLATE_NOOP("FiguresDialog", "The last 30 days")),
    (365, QT_TRANSLATE_NOOP("FiguresDialog", "The last 365 days")),
)
"""Days back, today included; 0 is all."""


class FiguresDialog(QDialog):
    """Plots beside the window, which goes on working; each can be read as a table."""

    asked = Signal(object)
    """The :class:`Period` whose figures are wanted."""

    def __init__(
        self, label_set: LabelSet | None, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label_set, self._language = label_set, language
        self.setWindowTitle(self.tr("Progress"))
        self.setModal(False)
        self.who = QComboBox(self)
        self.who.setAccessibleName(self.tr("Annotator"))
        self.who.addItem(self.tr("Everybody"), None)
        self.when = QComboBox(self)
        self.when.setAccessibleName(self.tr("Period"))
        for days, title in _PERIODS:
            self.when.addItem(QCoreApplication.translate("FiguresDialog", title), days)
        self.tables = QCheckBox(self.tr("As &tables"), self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.days, self.minutes = ChartView(ColumnPlot, self), ChartView(ColumnPlot, self)
        self.labels, self.engines = ChartView(RowPlot, self), ChartView(RowPlot, self)
        self.views = (self.days, self.labels, self.engines, self.minutes)
        self._build()
        self._show_charts(Work())
        self.who.currentIndexChanged.connect(self.ask)
        self.when.currentIndexChanged.connect(self.ask)
        self.tables.toggled.connect(self._show_tables)
        self.resize(820, 700)

    def period(self) -> Period:
        """Return whose figures of which days are chosen."""
        days = int(self.when.currentData())
        since = _today() - timedelta(days=days - 1) if days else None
        return Period(self.who.currentData(), since)

    def ask(self) -> None:
        """Ask for the figures of what is chosen."""
        self.setCursor(Qt.CursorShape.BusyCursor)
        self.asked.emit(self.period())

    def show_annotators(self, annotators: Sequence[str]) -> None:
        """Offer these annotators; the chosen one stays chosen."""
        known = [self.who.itemData(row) for row in range(1, self.who.count())]
        for name in annotators:
            if name not in known:
                self.who.addItem(name, name)

    def show_work(self, work: Work, articles: dict[str, int]) -> None:
        """Show the figures of a period, and how many articles are in each status."""
        self.unsetCursor()
        self.said.setText("\n".join((self._articles(articles), self._decided(work))))
        self._show_charts(work)

    def _show_charts(self, work: Work) -> None:
        self.days.show_chart(decisions_by_day(work))
        self.labels.show_chart(decisions_by_label(work, self._label_set, self._language))
        self.engines.show_chart(acceptance_by_engine(work))
        self.minutes.show_chart(minutes_by_article(work))

    def _articles(self, articles: dict[str, int]) -> str:
        counts = [
            f"{status_name(status)} {articles.get(status.value, 0):,}" for status in ArticleStatus
        ]
        total = self.tr("%n article(s)", "", articles.get("total", 0))
        return " · ".join((total, *counts))

    def _decided(self, work: Work) -> str:
        parts = [
            self.tr("%n decision(s)", "", work.decisions),
            self.tr("%n article(s) finished", "", work.finished),
            self.tr("{time} at work").format(time=clock(sum(work.seconds.values()))),
        ]
        median = median_seconds(work.durations)
        if median is not None:
            parts.append(self.tr("{time} for an article (median)").format(time=clock(median)))
        return " · ".join(parts)

    def _show_tables(self, on: bool) -> None:
        for view in self.views:
            view.show_as_table(table=on)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.who)
        head.addWidget(self.when)
        head.addStretch(1)
        head.addWidget(self.tables)
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(4, 4, 4, 4)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(18)
        grid.addWidget(self.days, 0, 0, 1, 2)
        grid.addWidget(self.labels, 1, 0)
        grid.addWidget(self.engines, 1, 1)
        grid.addWidget(self.minutes, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(area, 1)
        column.addWidget(buttons)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
