"""The sample review settled by the keyboard, as the page beside it says that it is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.core.verdicts import Choice, Fault
from annotator.services.project import open_project
from annotator.services.reviews import make_review
from annotator.ui.review.remark_dialog import RemarkDialog
from annotator.ui.samples import sample_review
from tests.ui.review.conftest import OpenReview, press

KEYS = "AAAAAABABBA"
"""What is right of the first eleven: Salma's (A) or Yusuf's (B), as seeds/review/README.md says."""
SAID = 'بأن "تقدماً طيباً" جار إحرازه بشأن القضية'


def test_the_sample_is_settled_to_its_end(
    open_window: OpenReview, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sample.annotator"
    make_review(path, sample_review(), reviewer="نور").close()
    window = open_window(path)
    press(qtbot, window, *KEYS)
    # What was said, by hand: from Yusuf's, without what is the newspaper's.
    text = window.view.positions.text
    start = text.index(SAID)
    press(qtbot, window, "E", "B")
    window.view.select(Span(start, start + len(SAID)))
    press(qtbot, window, Qt.Key.Key_Return)

    def say(dialog: RemarkDialog) -> int:
        dialog.show()
        chosen = dialog.faults[Fault.GUIDELINE]
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            qtbot.keyClick(chosen, key)
        assert dialog.result() == QDialog.DialogCode.Accepted
        return dialog.result()

    monkeypatch.setattr(RemarkDialog, "exec", say)
    press(qtbot, window, "M", "B")
    model = window.pane.model
    assert (model.settled(), model.pending()) == (13, 0)
    last = model.row(12)
    assert (last.verdict.choice, last.verdict.fault) == (Choice.TAKEN, Fault.GUIDELINE)
    window.close()
    with open_project(path, annotator="نور", read_only=True) as project:
        (key,) = project.file.article_keys().values()
        state = project.open_article(key).state
    marked = {(entity.span.of(text), entity.label) for entity in state.entities}
    assert {("واشنطن", "LOC"), ("باكو", "LOC"), ("دونالد ترمب", "PER")} <= marked
    assert not {"الأذربيجاني", "بواشنطن", "الرئيس الأميركي دونالد ترمب"} & {
        words for words, _ in marked
    }
    said = {quote.extent.of(text): quote for quote in state.quotes}
    assert SAID in said
    assert said["أن اتفاقات وقف النار السابقة لم تصمد"].source.of(text) == "بومبيو"
    assert len(state.quotes) == 11
