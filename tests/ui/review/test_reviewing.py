"""The review window, driven by the keyboard to the end of an adjudication."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.core.verdicts import Choice, Fault
from annotator.services.project import open_project
from annotator.services.reviewing import Review, Row
from annotator.services.reviews import make_review, open_review
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.review.alike_dialog import AlikeDialog
from annotator.ui.review.model import Order
from annotator.ui.review.remark_dialog import RemarkDialog
from annotator.ui.review.window import ReviewWindow
from tests.services.colleagues import article, salma, write
from tests.ui.conftest import OpenDesk
from tests.ui.review.conftest import OpenReview, press


def settled(path: Path) -> dict[str, Choice]:
    """Return the choices on disk, by the words that they are about."""
    review = open_review(path)
    found = {row.text: row.verdict.choice for row in review.rows() if row.verdict is not None}
    review.close()
    return found


def marked(path: Path) -> set[tuple[str, str]]:
    """Return what the reviewer's set holds on disk."""
    with open_project(path, annotator="حكم", read_only=True) as project:
        keys = project.file.article_keys().values()
        states = [project.open_article(key).state for key in keys]
        return {(e.span.of(s.text), e.label) for s in states for e in s.entities}


# In an Arabic layout A sends ش, N ى, X ء; B sends two letters there, so S (س) does the same.
LAYOUTS = {"en": ("A", "B", "X"), "ar": ("ش", "س", "ء")}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_review_is_decided_to_its_end_by_single_keys(
    open_window: OpenReview, qtbot: QtBot, path: Path, language: str
) -> None:
    window = open_window(path, language)
    model = window.pane.model
    assert [model.row(n).text for n in range(3)] == ["بالقاهرة", "لن نقبل التهديد", "باريس"]
    take_a, take_b, neither = LAYOUTS[language]
    for key, place in ((take_a, 1), (take_b, 2), (neither, None)):
        press(qtbot, window, key)
        if place is not None:
            assert window.stepping.row == model.row(place), "goes on by itself"
    assert model.settled() == 3
    window.close()
    assert settled(path) == {
        "بالقاهرة": Choice.TAKEN,
        "لن نقبل التهديد": Choice.TAKEN,
        "باريس": Choice.NEITHER,
    }
    assert ("القاهرة", "LOC") in marked(path)
    assert not any(text == "باريس" for text, _ in marked(path))


def test_opened_again_it_goes_on_where_it_was(
    open_window: OpenReview, qtbot: QtBot, path: Path
) -> None:
    window = open_window(path)
    press(qtbot, window, "A")
    window.close()
    again = open_window(path)
    assert again.pane.model.settled() == 1
    assert again.stepping.row == again.pane.model.row(1)


def test_an_article_that_cannot_be_read_is_told_and_the_open_one_stays(
    open_window: OpenReview, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(path)
    rows = [window.pane.model.row(n) for n in range(3)]
    far = next(row for row in rows if row.article != window.stepping.row.article)
    told: list[UserError] = []
    monkeypatch.setattr(ErrorDialog, "ask", lambda error, *_: told.append(error))
    error = UserError(message("gone"))
    monkeypatch.setattr(window.stepping._review.project, "open_article", Mock(side_effect=error))
    before = window.stepping.row
    window.pane.asked.emit(far)
    assert told == [error]
    assert window.stepping.row == before
    assert window.stepping.session.key == before.article


def test_what_reads_a_review_that_is_closed_holds_nothing_up(
    open_desk: OpenDesk, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading: list[Progress] = []
    go = threading.Event()

    def waits(_review: Review, progress: Progress) -> Iterator[Row]:
        reading.append(progress)
        go.wait(10)
        yield from ()

    monkeypatch.setattr(Review, "rows", waits)
    desk = open_desk(path)
    qtbot.waitUntil(lambda: bool(reading))
    desk.welcome()
    assert reading[0].cancelled
    go.set()


FAR = "ثم عاد إلى باريس غدا.", "ثم مضى إلى برلين غدا."
FILLER = "\n".join(["كلام كثير لا خلاف فيه بين من قرأه اليوم في المدينة البعيدة. " * 6] * 60)


@pytest.fixture
def far_apart(tmp_path: Path, sources: list[Path]) -> Path:
    """A review of one long article whose disagreements are screens apart."""
    text = "\n".join(part for sentence in FAR for part in (FILLER, sentence))
    for source, name, label in zip(sources, ("سلمى", "عمر"), ("LOC", "ORG"), strict=True):
        source.unlink()
        write(source, [article("a1", text, name, [("باريس", label), ("برلين", label)])])
    made = tmp_path / "far.annotator"
    make_review(made, sources, reviewer="حكم").close()
    return made


def in_sight(window: ReviewWindow) -> bool:
    """Whether the article shows the current disagreement."""
    row, page = window.stepping.row, window.view.viewport()
    place = window.view.place_of(Span(row.start, row.end))
    return page.rect().contains(page.mapFromGlobal(place.center()))


def test_the_article_shows_the_current_disagreement_whatever_the_size(
    open_window: OpenReview, qtbot: QtBot, far_apart: Path
) -> None:
    window = open_window(far_apart)
    assert in_sight(window), "when the review opens"
    for number in range(2):
        window.stepping.go_to(window.pane.model.row(number))
        for size in ((700, 300), (1600, 1000), (1340, 840)):
            window.resize(*size)
            QApplication.processEvents()
            assert in_sight(window), (number, size)
    for _ in range(4):
        window.actions_table["reading.larger"].trigger()
    assert in_sight(window), "in larger letters"


def test_undo_goes_back_over_articles_and_shows_where(
    open_window: OpenReview, qtbot: QtBot, path: Path
) -> None:
    window = open_window(path)
    model = window.pane.model
    press(qtbot, window, "A", "A", "A")
    assert model.settled() == 3
    for left in (2, 1, 0):
        window.actions_table["edit.undo"].trigger()
        assert model.settled() == left
        assert window.stepping.row == model.row(left)
    assert not window.actions_table.enabled("edit.undo")
    for done in (1, 2, 3):
        window.actions_table["edit.redo"].trigger()
        assert model.settled() == done
    window.close()
    assert len(settled(path)) == 3


def test_all_and_nothing_and_open_again(open_window: OpenReview, qtbot: QtBot, path: Path) -> None:
    window = open_window(path)
    press(qtbot, window, "O", Qt.Key.Key_Delete)
    press(qtbot, window, "P", "P", "P")
    model = window.pane.model
    assert [model.row(n).verdict is None for n in range(3)] == [False, False, True]
    window.stepping.go_to(model.row(0))
    press(qtbot, window, "R")
    assert model.row(0).verdict is None
    assert window.stepping.row == model.row(0)
    window.close()
    assert settled(path) == {"لن نقبل التهديد": Choice.NOTHING}


def test_by_hand_with_other_edges_and_another_label(
    open_window: OpenReview, qtbot: QtBot, path: Path
) -> None:
    window = open_window(path)
    press(qtbot, window, "E")
    assert window.hand.active
    text = window.view.positions.text
    assert window.view.selection().of(text) == "القاهرة"
    # From the end of the word on to the left, as the eye sees it: the colon goes with it.
    qtbot.keyClick(window.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert window.view.selection().of(text) == "القاهرة:"
    label = window.project.label_set.get("ORG")
    press(qtbot, window, label.key)
    assert not window.hand.active
    assert window.pane.model.row(0).verdict.choice is Choice.EDITED
    window.close()
    assert ("القاهرة:", "ORG") in marked(path)


def test_editing_is_left_by_escape_and_kept_by_enter(
    open_window: OpenReview, qtbot: QtBot, path: Path
) -> None:
    window = open_window(path)
    press(qtbot, window, "E", Qt.Key.Key_Escape)
    assert not window.hand.active
    assert window.pane.model.settled() == 0
    press(qtbot, window, "E", Qt.Key.Key_Return)
    assert window.pane.model.row(0).verdict.choice is Choice.EDITED
    # A quote by hand: its content is what is selected.
    press(qtbot, window, "E")
    qtbot.keyClick(
        window.view,
        Qt.Key.Key_Right,
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
    )
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.pane.model.row(1).verdict.choice is Choice.EDITED


def test_all_that_is_alike_is_one_step_and_can_be_unticked(
    open_window: OpenReview,
    qtbot: QtBot,
    tmp_path: Path,
    sources: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [f"عاد إلى باريس مرة {number}" for number in range(5)]
    for source, name, label in zip(sources, ("سلمى", "عمر"), ("LOC", "ORG"), strict=True):
        source.unlink()
        write(source, [article(t[-1], t, name, [("باريس", label)]) for t in texts])
    path = tmp_path / "alike.annotator"
    make_review(path, sources, reviewer="حكم").close()
    window = open_window(path)
    listed: list[int] = []

    def untick_one(dialog: AlikeDialog) -> int:
        listed.append(dialog.list.model().rowCount())
        dialog.show()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return):
            qtbot.keyClick(dialog.list, key)
        return dialog.result()

    monkeypatch.setattr(AlikeDialog, "exec", untick_one)
    press(qtbot, window, "L", "B")
    model = window.pane.model
    qtbot.waitUntil(lambda: model.settled() == 4)
    assert listed == [5]
    assert model.row(1).verdict is None
    assert window.stepping.row == model.row(1), "it goes on to what is still open"
    window.actions_table["edit.undo"].trigger()
    qtbot.waitUntil(lambda: model.settled() == 0)
    window.actions_table["edit.redo"].trigger()
    qtbot.waitUntil(lambda: model.settled() == 4)


def test_why_is_saved_with_the_decision_or_after_it(
    open_window: OpenReview, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(path)

    def say(dialog: RemarkDialog) -> int:
        dialog.faults[Fault.SLIP].setChecked(True)
        dialog.note.setPlainText("الباء زائدة")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RemarkDialog, "exec", say)
    press(qtbot, window, "M", "A")
    verdict = window.pane.model.row(0).verdict
    assert (verdict.fault, verdict.note, verdict.by) == (Fault.SLIP, "الباء زائدة", "حكم")
    press(qtbot, window, "A")
    window.stepping.go_to(window.pane.model.row(1))
    press(qtbot, window, "M")
    verdict = window.pane.model.row(1).verdict
    assert (verdict.choice, verdict.fault) == (Choice.TAKEN, Fault.SLIP)


def test_names_are_hidden_and_stay_so(open_window: OpenReview, path: Path) -> None:
    window = open_window(path)
    assert "سلمى" in window.bar.names.text()
    window.actions_table["review.anonymous"].trigger()
    assert "سلمى" not in window.bar.names.text() + window.figures.legend.text()
    window.close()
    again = open_window(path)
    assert "سلمى" not in again.bar.names.text() + again.figures.legend.text()
    assert again.actions_table["review.anonymous"].isChecked()


def test_the_list_is_narrowed_and_ordered(
    open_window: OpenReview, qtbot: QtBot, path: Path
) -> None:
    window = open_window(path)
    pane, model = window.pane, window.pane.model
    assert [pane.kinds.item(n).text() for n in range(pane.kinds.count())] == [
        "All · 3",
        "Label · 1",
        "Boundary · 1",
        "Quote's content · 1",
    ]
    pane.kinds.setCurrentRow(1)
    assert [model.row(n).text for n in range(model.rowCount())] == ["باريس"]
    pane.kinds.setCurrentRow(0)
    press(qtbot, window, "A")
    pane.open_only.setChecked(True)
    assert model.rowCount() == 2
    window.list_everything()
    assert model.rowCount() == 3
    pane.order.setCurrentIndex(pane.order.findData(Order.LEAST_AGREED))
    pane.order.activated.emit(0)
    assert model.row(0).text == "باريس", (
        "half of the second article agrees, two thirds of the first"
    )
    pane.scope.setCurrentIndex(1)
    pane.scope.activated.emit(1)
    assert {model.row(n).article for n in range(model.rowCount())} == {window.stepping.row.article}


def test_the_list_keeps_the_current_one_when_it_is_narrowed(
    open_window: OpenReview, path: Path
) -> None:
    window = open_window(path)
    pane, last = window.pane, window.pane.model.row(2)
    window.stepping.go_to(last)
    pane.kinds.setCurrentRow(1)
    assert pane.model.row(pane.view.currentIndex().row()) == last
    window.list_everything()
    assert pane.view.currentIndex().row() == 2
    assert window.stepping.row == last


def test_of_three_the_one_who_stands_apart_is_filtered(
    open_window: OpenReview, tmp_path: Path, sources: list[Path]
) -> None:
    path = tmp_path / "three.annotator"
    third = write(tmp_path / "c.jsonl", salma("هند"))
    make_review(path, [*sources, third], reviewer="حكم").close()
    pane = open_window(path).pane
    assert [pane.annotator.itemText(n) for n in range(4)] == [
        "Anybody apart",
        "A apart",
        "B apart",
        "C apart",
    ]
    listed = []
    for place in range(4):
        pane.annotator.setCurrentIndex(place)
        pane.annotator.activated.emit(place)
        listed.append(pane.model.rowCount())
    assert listed == [3, 0, 3, 0]


def test_the_keys_act_in_the_list_too(open_window: OpenReview, qtbot: QtBot, path: Path) -> None:
    window = open_window(path)
    listed = window.pane.view
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert window.stepping.row == window.pane.model.row(1)
    assert window.view.current() == window.stepping.row.key
    qtbot.keyClick(listed, "B")
    assert window.pane.model.row(1).verdict.taken == ("عمر",)
    assert listed.currentIndex().row() == 2
    assert listed.hasFocus()


def test_another_theme_colours_the_figures_anew(open_window: OpenReview, path: Path) -> None:
    window = open_window(path)
    before = window.figures.matrix.item(0, 0).background().color()
    window.actions_table["theme.dark"].trigger()
    assert window.figures.matrix.item(0, 0).background().color() != before


def test_figures_of_all_and_of_one_article(open_window: OpenReview, qtbot: QtBot, path: Path):
    window = open_window(path)
    table, matrix = window.figures.table, window.figures.matrix

    def exact() -> str:
        return table.item(0, 1).text()

    assert exact() == "0.60"  # 3 of 5 on each side
    cells = [[int(matrix.item(r, c).text()) for c in range(4)] for r in range(4)]
    assert sum(map(sum, cells)) == 5
    assert table.item(0, 0).toolTip()
    window.figures.scope.setCurrentIndex(1)
    window.figures.scope.activated.emit(1)
    qtbot.waitUntil(lambda: exact() == "0.67")


def test_the_trend_is_a_bar_for_each_stretch_of_articles(
    open_window: OpenReview, path: Path
) -> None:
    window = open_window(path)
    assert window.figures.tabs.isTabVisible(1)
    bars = window.figures.trend.plot.chart.bars
    assert [(bar.name, round(bar.values[0]), bar.cells[1]) for bar in bars] == [
        ("1", 67, "1"),
        ("2", 50, "1"),
    ]
