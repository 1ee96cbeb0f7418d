"""Narrow windows: every label stays in sight, and the article keeps its room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.config.labelsets import load_label_set
from annotator.review.merging import RuleOptions
from annotator.services.reviewing import Setup
from annotator.ui.panes.bar import Bar
from annotator.ui.panes.label_bar import LabelBar, LabelChip
from annotator.ui.review.bars import DecisionStrip
from annotator.ui.review.phrases import Phrases

_NAMES = ("Person", "Place", "Organisation", "Other", "Quote")
_TOOLS = ("Accept all suggestions", "Export", "Undo", "Redo", "Light / dark")


def labelled(labels: LabelBar) -> list[LabelChip]:
    labels.set_labels((QAction(name, labels), name, "#2f6fdb", "1") for name in _NAMES)
    return labels.findChildren(LabelChip)


def lines(chips: list[LabelChip]) -> int:
    return len({chip.y() for chip in chips})


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_labels_stand_above_the_tools_where_there_is_no_room_beside(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    window = QWidget()
    window.setLayoutDirection(direction)
    qtbot.addWidget(window)
    bar = Bar([QAction(name, window) for name in _TOOLS], window)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addStretch(1)
    chips = labelled(bar.labels)
    window.show()
    for width in range(1400, bar.minimumSizeHint().width(), -50):
        window.resize(width, 400)
        qtbot.waitUntil(lambda: lines(chips) <= 2)
        assert all(bar.labels.rect().contains(chip.geometry()) for chip in chips)
    window.resize(1400, 400)
    qtbot.waitUntil(lambda: lines(chips) == 1 and chips[0].y() < bar.height() // 2)


def test_every_label_of_a_review_is_in_sight(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    setup = Setup(("salma", "yusuf"), "root", "", RuleOptions())
    strip = DecisionStrip(Phrases(setup, load_label_set(), "en"), window)
    view = QWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(view, 1)
    column.addWidget(strip)
    strip.show_quote(None, None)
    chips = labelled(strip.labels)
    window.resize(300, 500)
    window.show()
    qtbot.waitUntil(lambda: lines(chips) > 1)
    assert all(strip.labels.rect().contains(chip.geometry()) for chip in chips)
    window.resize(1200, 500)
    qtbot.waitUntil(lambda: lines(chips) == 1)
    assert view.height() > strip.height()
