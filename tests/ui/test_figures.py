"""The window of progress, opened by its key on a project with some work in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor, accept, finish, reject, relabel
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.services.project import create_project, open_project
from annotator.services.stats import Work
from annotator.storage import Outcome
from annotator.ui.article.palette import contrast, shades
from annotator.ui.dialogs.figures import FiguresDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.charts import (
    MOST_COLUMNS,
    acceptance_by_engine,
    decisions_by_day,
    minutes_by_article,
)
from annotator.ui.panes.plots import nice_step
from tests.ui.conftest import OpenDesk, shown

Key = Qt.Key
TODAY = datetime.now(UTC).astimezone().date()
BEFORE = TODAY - timedelta(days=9)


def _noon(day: date) -> str:
    local = datetime(day.year, day.month, day.day, 12, tzinfo=datetime.now(UTC).astimezone().tzinfo)
    return local.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@pytest.fixture
def worked(tmp_path: Path) -> Path:
    """A project in which salma and omar have decided: nine days ago, and today."""
    path = tmp_path / "worked.annotator"
    entities = tuple(
        Entity(f"e{n}", Span(3 * n, 3 * n + 2), label, Status.SUGGESTED, "camel", 0.9)
        for n, label in enumerate(("LOC", "LOC", "PER", "ORG"))
    )
    article = AnnotatedArticle(Article("a", "aa bb cc dd"), entities=entities)
    other = replace(article, article=Article("b", "aa bb cc ee"))
    with create_project(path) as project:
        keys = project.file.add_articles([article, other]).keys
    for name, day, key, decide in (
        ("salma", BEFORE, keys[0], accept),
        ("salma", TODAY, keys[1], reject),
        ("omar", TODAY, keys[1], accept),
    ):
        with open_project(path, annotator=name) as project:
            session = project.open_article(key)
            actor = Actor(name, _noon(day))
            session.perform(decide(session.state, ["e0", "e1"], actor))
            session.perform(relabel(session.state, ["e2"], "MISC", actor))
            session.perform(finish(session.state, actor))
            project.file.add_time(key, name, day, 150)
    return path


@pytest.fixture
def open_figures(
    open_desk: OpenDesk, worked: Path, qtbot: QtBot
) -> Callable[..., tuple[MainWindow, FiguresDialog]]:
    def opened(**looks: str) -> tuple[MainWindow, FiguresDialog]:
        window = shown(open_desk(worked, **looks))
        QTest.keyClick(QApplication.focusWidget(), Key.Key_F9)
        dialog = window.workbench.figures.dialog
        assert dialog is not None
        qtbot.waitUntil(lambda: bool(dialog.days.plot.chart.bars))
        return window, dialog

    return opened


@pytest.mark.parametrize("language", ["ar", "en"])
def test_f9_shows_the_work_and_the_window_goes_on(
    open_figures, language: str, qtbot: QtBot
) -> None:
    window, dialog = open_figures(language=language)
    assert not dialog.isModal()
    chart = dialog.days.plot.chart
    assert [sum(bar.values) for bar in chart.bars] == [3, *[0] * 8, 6]
    assert "9" in dialog.said.text()
    assert {bar.name: sum(bar.values) for bar in dialog.labels.plot.chart.bars}.keys() >= {
        window.workbench.label_set.get("LOC").name(language)
    }
    window.activateWindow()
    window.view.setFocus()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.keyClick(window.view, Key.Key_Tab)
    assert window.view.current()


def test_by_annotator_and_period(open_figures, qtbot: QtBot) -> None:
    _, dialog = open_figures(language="en")
    assert [dialog.who.itemText(row) for row in range(dialog.who.count())] == [
        "Everybody",
        "omar",
        "salma",
    ]
    dialog.who.setFocus()
    QTest.keyClick(dialog.who, Key.Key_End)
    qtbot.waitUntil(lambda: [sum(b.values) for b in dialog.days.plot.chart.bars][-1] == 3)
    assert len(dialog.days.plot.chart.bars) == 10
    dialog.when.setFocus()
    QTest.keyClick(dialog.when, Key.Key_Down)  # today
    qtbot.waitUntil(lambda: len(dialog.days.plot.chart.bars) == 1)
    assert dialog.engines.plot.chart.bars[0].remark.strip("\u2066\u2069") == "0%"


@pytest.mark.parametrize(
    ("language", "towards_later"), [("ar", Key.Key_Left), ("en", Key.Key_Right)]
)
def test_a_plot_is_read_by_keys_along_the_reading_direction(
    open_figures, language: str, towards_later: Qt.Key
) -> None:
    _, dialog = open_figures(language=language)
    plot = dialog.days.plot
    plot.setFocus()
    QTest.keyClick(plot, Key.Key_Home)
    assert BEFORE.isoformat() in dialog.days.said()
    QTest.keyClick(plot, towards_later)
    assert (BEFORE + timedelta(days=1)).isoformat() in dialog.days.said()
    QTest.keyClick(plot, Key.Key_End)
    said = QAccessible.queryAccessibleInterface(plot).text(QAccessible.Text.Description)
    assert TODAY.isoformat() in said
    # The mouse finds the same bars: the first day at the side where reading begins.
    edge = plot.width() - 70 if language == "ar" else 70
    assert plot.bar_at(QPointF(edge, 50)) == 0


def test_each_plot_has_a_table_of_the_same_figures(open_figures) -> None:
    _, dialog = open_figures(language="en")
    dialog.tables.setFocus()
    QTest.keyClick(dialog.tables, Key.Key_Space)
    for view in dialog.views:
        chart = view.plot.chart
        assert view.table.isVisible()
        assert not view.plot.isVisible()
        assert view.table.accessibleName() == chart.title
        assert view.table.rowCount() == len(chart.bars) > 0
        for row, bar in enumerate(chart.bars):
            cells = [view.table.item(row, column).text() for column in range(len(bar.cells) + 1)]
            assert cells == [bar.name, *bar.cells]


def test_finishing_an_article_counts_anew(open_figures, qtbot: QtBot) -> None:
    window, dialog = open_figures(language="en")
    window.annotating.done()
    qtbot.waitUntil(lambda: dialog.days.plot.chart.bars[-1].cells[4] == "3")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bars_stand_out_from_the_page(open_figures, theme: str) -> None:
    _, dialog = open_figures(theme=theme)
    for view in dialog.views:
        plot = view.plot
        for bar in plot.chart.bars:
            for number, series in enumerate(plot.chart.series):
                if not series.pale:
                    colour = plot._colour(plot.chart, bar, number)
                    assert contrast(colour, shades(plot.palette()).base) >= 3


def test_closing_the_window_closes_the_figures(open_figures) -> None:
    window, _ = open_figures()
    window.close()
    assert window.workbench.figures.dialog is None


@pytest.mark.parametrize("days", [1, MOST_COLUMNS, MOST_COLUMNS + 1, 400, 3000])
def test_however_many_days_none_is_lost(days: int) -> None:
    first = date(2024, 1, 15)
    work = Work(
        {
            (first + timedelta(days=number)).isoformat(): {Outcome.ACCEPTED: 1}
            for number in range(days)
        }
    )
    chart = decisions_by_day(work)
    assert sum(sum(bar.values) for bar in chart.bars) == days
    assert len(chart.bars) <= max(MOST_COLUMNS, 101)


def test_minutes_keep_every_article() -> None:
    chart = minutes_by_article(Work(durations={30: 2, 200: 5, 260: 3, 9000: 1}))
    assert sum(sum(bar.values) for bar in chart.bars) == 11
    assert "+" in chart.bars[-1].name
    assert minutes_by_article(Work()).bars == ()


def test_an_engine_without_decisions_has_no_share() -> None:
    work = Work(engines={"camel": {Outcome.ADDED: 2}, "memory": {Outcome.ACCEPTED: 3}})
    assert [bar.values[0] for bar in acceptance_by_engine(work).bars] == [100.0]


@pytest.mark.parametrize(("least", "step"), [(0, 1), (1, 1), (1.2, 2), (3, 5), (7, 10), (120, 200)])
def test_grid_steps(least: float, step: int) -> None:
    assert nice_step(least) == step
