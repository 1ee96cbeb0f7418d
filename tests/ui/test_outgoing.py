"""The report and the feedback, from the review window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from annotator.bundled import seeds
from annotator.core.errors import UserError
from annotator.services.reviews import make_review
from annotator.ui.review.window import ReviewWindow
from tests.ui.conftest import OpenDesk

SEEDS = [seeds() / "review" / "salma.jsonl", seeds() / "review" / "yusuf.jsonl"]


@pytest.fixture
def window(tmp_path: Path, open_desk: OpenDesk, qtbot: QtBot) -> ReviewWindow:
    path = tmp_path / "r.annotator"
    make_review(path, SEEDS, reviewer="noor").close()
    found = open_desk(path, language="ar").window
    assert isinstance(found, ReviewWindow)
    qtbot.waitUntil(lambda: found.stepping.row is not None)
    found.view.setFocus()
    return found


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Answer the dialog that asks where with a path; returns what it proposed."""
    proposed: list[str] = []

    def chosen(_parent: object, _title: str, start: str) -> tuple[str, str]:
        proposed.append(start)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    return proposed


def test_the_report_speaks_as_the_window_and_hides_what_it_hides(
    window: ReviewWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "out.html"
    proposed = answer(monkeypatch, out)
    window.switch_names()
    with qtbot.waitSignal(window.outgoing.noted) as said:
        qtbot.keyClick(window.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert str(out) in said.args[0]
    assert proposed == [str(tmp_path / "r.html")]
    written = out.read_text(encoding="utf-8")
    assert 'lang="ar" dir="rtl"' in written
    assert "salma" not in written


def test_feedback_is_a_folder(
    window: ReviewWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer(monkeypatch, tmp_path / "back")
    with qtbot.waitSignal(window.outgoing.noted):
        qtbot.keyClick(window.view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert {"salma.jsonl", "yusuf.jsonl"} <= {p.name for p in (tmp_path / "back").iterdir()}


def test_a_folder_with_other_things_in_it_is_left_alone(
    window: ReviewWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("x", encoding="utf-8")
    failures: list[object] = []
    window.outgoing.failed.disconnect()
    window.outgoing.failed.connect(failures.append)
    with qtbot.waitSignal(window.outgoing.rested):
        window.outgoing.write_feedback(tmp_path / "mine")
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], UserError)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(("wanted", "corrections"), [("My decisions alone", 0), ("The rule", 1)])
def test_what_a_rule_accepted_goes_back_when_it_is_wanted(
    open_desk: OpenDesk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    wanted: str,
    corrections: int,
) -> None:
    path = tmp_path / "r.annotator"
    make_review(path, SEEDS, reviewer="noor", rule="priority").close()
    window = open_desk(path, language="en").window
    assert isinstance(window, ReviewWindow)
    qtbot.waitUntil(lambda: window.stepping.row is not None)
    answer(monkeypatch, tmp_path / "back")
    asked: list[str] = []

    def choose(box: QMessageBox) -> None:
        asked.append(box.text())
        next(button for button in box.buttons() if button.text().startswith(wanted)).click()

    monkeypatch.setattr(QMessageBox, "exec", choose)
    with qtbot.waitSignal(window.outgoing.noted):
        window.actions_table["review.feedback"].trigger()
    assert asked == ["13 disagreements wait for your decision."]
    written = (tmp_path / "back" / "yusuf.html").read_text(encoding="utf-8")
    assert ("By the rule: By annotator" in written) == bool(corrections)
