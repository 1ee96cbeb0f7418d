"""Names and notes of strangers in the window: signs for what turns or parts, and never markup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.core.visible import PARTS, TURNS
from annotator.storage import ArticleRow
from annotator.ui.panes.article_model import ArticleModel
from annotator.ui.panes.chart_view import ChartView
from annotator.ui.panes.charts import Bar, Chart, Series
from annotator.ui.panes.label_bar import LabelChip
from annotator.ui.panes.plots import RowPlot
from annotator.ui.panes.status_line import StatusLine
from annotator.ui.theme import LIGHT, apply_theme
from annotator.ui.welcome.recent import RecentRow

TURNED = "\u202eخبر\u202d x\u200by"
SHOWN = f"{TURNS}خبر{TURNS} x{PARTS}y"
MARKUP = '<b>خبر</b><img src="file:///etc/hostname">'


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QWidget]:
    before = qapp.palette(), qapp.styleSheet()
    apply_theme(qapp, LIGHT)
    widget = QWidget()
    widget.show()
    yield widget
    widget.deleteLater()
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


def test_markup_in_a_tool_tip_is_text(dressed: QWidget, qtbot: QtBot) -> None:
    QToolTip.showText(QPoint(5, 5), MARKUP, dressed)
    tips = [w for w in QApplication.topLevelWidgets() if w.objectName() == "qtooltip_label"]
    assert tips
    assert all(tip.textFormat() is Qt.TextFormat.PlainText for tip in tips)
    QToolTip.hideText()


def test_markup_in_a_label_or_a_question_is_text(dressed: QWidget, qtbot: QtBot) -> None:
    label, box = QLabel(MARKUP, dressed), QMessageBox(dressed)
    box.setText(MARKUP)
    box.setInformativeText(MARKUP)
    box.ensurePolished()
    for part in (label, *box.findChildren(QLabel)):
        part.ensurePolished()
        assert part.textFormat() is Qt.TextFormat.PlainText
    meant = QLabel("<b>x</b>", dressed)
    meant.setTextFormat(Qt.TextFormat.RichText)
    meant.ensurePolished()
    assert meant.textFormat() is Qt.TextFormat.RichText


def test_a_legend_escapes_its_names(dressed: QWidget, qtbot: QtBot) -> None:
    view = ChartView(RowPlot, dressed)
    view.show_chart(
        Chart(
            "x", "", ("n",), (Series(MARKUP + TURNED, "#009e73"),), (Bar("a", "a", (1,), ("1",)),)
        )
    )
    legend = next(one.text() for one in view.findChildren(QLabel) if "■" in one.text())
    assert "&lt;img" in legend
    assert "<img" not in legend
    assert SHOWN in legend


class _OneRow:
    count = 1

    def rows(self, offset: int, limit: int) -> list[ArticleRow]:
        status = ArticleStatus.NEW
        return [ArticleRow(1, "a", TURNED, status, 0, 0, tags=(TURNED,), assigned=(TURNED,))]

    def row_of(self, key: int) -> int:
        return 0

    def close(self) -> None:
        pass


def test_the_list_of_articles_shows_signs(qapp: QApplication, qtbot: QtBot) -> None:
    model = ArticleModel()
    model.show(_OneRow())
    role = Qt.ItemDataRole
    for wanted in (role.DisplayRole, role.ToolTipRole, role.AccessibleTextRole):
        told = model.index(0).data(wanted)
        assert SHOWN in told
        assert "\u202e" not in told
        assert "\u200b" not in told
    model.deleteLater()


def test_the_bar_and_the_recent_list_show_signs(dressed: QWidget, qtbot: QtBot) -> None:
    chip = LabelChip(QAction(dressed), TURNED, "#009e73", "1", dressed)
    assert chip.text().startswith(SHOWN)
    row = RecentRow(Path("/tmp") / f"{TURNED}.annotator", "", dressed)
    assert row.title.text() == SHOWN
    assert "\u202e" not in row.toolTip()


def test_the_status_line_and_the_side_show_signs(dressed: QWidget, qtbot: QtBot) -> None:
    entity = Entity("e1", Span(0, 3), "PER", note=TURNED)
    state = AnnotatedArticle(Article("a", "خبر."), "s", (entity,), note=TURNED, flags=(TURNED,))
    line = StatusLine(dressed)
    line.show_state(state)
    assert SHOWN in line.texts()[0]
    line.note(f"\u2068{SHOWN}\u2069 {TURNED}")
    assert line.texts()[1] == f"\u2068{SHOWN}\u2069 {SHOWN}"
    saved = next(one for one in line.findChildren(QLabel) if one.text() == line.texts()[0])
    assert saved.toolTip() == SHOWN
    assert line.toolTip() == ""
