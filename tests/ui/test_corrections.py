"""An annotator steps through what came back from a review."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.bundled import seeds
from annotator.core.verdicts import Choice, Fault
from annotator.review.settling import Ruling
from annotator.services.feedback import write_feedback
from annotator.services.reviews import make_review
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.corrections_page import CorrectionsPage
from tests.ui.conftest import OpenDesk, shown

SEEDS = [seeds() / "review" / "salma.jsonl", seeds() / "review" / "yusuf.jsonl"]


@pytest.fixture
def back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What went back to yusuf, who was wrong in three places, and sits at this machine."""
    monkeypatch.setattr("annotator.services.project.default_annotator", lambda: "yusuf")
    review = make_review(tmp_path / "r.annotator", SEEDS, reviewer="نور")
    wanted = {
        "بواشنطن": Ruling(Choice.TAKEN, ("salma",), fault=Fault.SLIP, note="الباء ليست من الاسم"),
        "الأذربيجاني": Ruling(Choice.NOTHING, note="صفة نسبة"),
        "أن اتفاقات وقف النار السابقة لم تصمد": Ruling(Choice.TAKEN, ("salma",)),
    }
    for row in list(review.rows()):
        if row.text in wanted:
            review.decide(row.article, row.key, wanted[row.text])
    write_feedback(review, tmp_path / "back")
    review.close()
    return tmp_path / "back" / "yusuf.jsonl"


def page_of(window: MainWindow) -> CorrectionsPage:
    window.show_page("corrections")
    return window.side.page(CorrectionsPage)


def test_the_page_says_what_it_was_and_why(open_desk: OpenDesk, back: Path, qtbot: QtBot) -> None:
    window = shown(open_desk(back, language="en"))
    page = page_of(window)
    assert window.side.page_in_front() == "corrections"
    assert page.count() == 3
    tabs = window.side.tabs.tabBar()
    assert sum(tabs.tabRect(at).width() for at in range(tabs.count())) <= tabs.width()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    told = page.why.text()
    assert "بواشنطن" in told
    assert "A slip" in told
    assert "الباء ليست من الاسم" in told
    assert window.side.page_in_front() == "corrections"


def test_the_keys_act_from_the_article(open_desk: OpenDesk, back: Path, qtbot: QtBot) -> None:
    window = shown(open_desk(back, language="en"))
    window.view.setFocus()
    assert not window.actions_table["correction.understood"].isEnabled()
    qtbot.keyClick(window.view, "V")
    assert window.side.page_in_front() == "corrections"
    page = window.side.page(CorrectionsPage)
    assert page.taken.isEnabled()
    assert "Y" in page.taken.toolTip()
    qtbot.keyClick(window.view, "Y")
    assert page.count() == 2
    page.list.setFocus()
    qtbot.keyClick(page.list, "Z")
    state = window.annotating.state
    assert state is not None
    assert "بواشنطن" in {e.span.of(state.text) for e in state.entities}
    qtbot.keyClick(window.view, "Y")
    assert page.count() == 0
    assert not window.actions_table["correction.next"].isEnabled()


def test_stepping_through_to_the_end(open_desk: OpenDesk, back: Path, qtbot: QtBot) -> None:
    window = shown(open_desk(back, language="en"))
    page = page_of(window)
    page.list.selectRow(0)
    qtbot.keyClick(page.taken, Qt.Key.Key_Space)
    assert page.count() == 2
    assert "بواشنطن" in page.why.text()
    qtbot.keyClick(page.mine, Qt.Key.Key_Space)
    state = window.annotating.state
    assert state is not None
    assert "بواشنطن" in {e.span.of(state.text) for e in state.entities}
    assert window.side.page_in_front() == "corrections"  # a quote is next, and here as well
    qtbot.keyClick(page.taken, Qt.Key.Key_Space)
    assert not page.is_wanted()
    assert window.side.page_in_front() != "corrections"
    window.actions_table["edit.undo"].trigger()
    assert page.count() == 1
