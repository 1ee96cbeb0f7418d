"""How a review is made and left, its keys, and that everything in it has a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from annotator.bundled import resource
from annotator.config.labelsets import bundled_label_sets, load_label_set
from annotator.core.errors import UserError
from annotator.services.reviews import open_review
from annotator.ui.actions.keys import bindings
from annotator.ui.actions.review import DECIDE, review_actions
from annotator.ui.article.keys import MOTIONS
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.dialogs.review_files import ReviewChoice, ReviewFilesDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.review.alike_dialog import AlikeDialog
from annotator.ui.review.remark_dialog import RemarkDialog
from tests.ui.conftest import OpenDesk
from tests.ui.review.conftest import OpenReview, press, shown
from tests.ui.test_accessible_names import nameless


def test_an_open_review_is_not_replaced(
    open_window: OpenReview, path: Path, sources: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(path)
    choice = ReviewChoice(tuple(sources), path, "agreed")
    monkeypatch.setattr(ReviewFilesDialog, "ask", lambda *_: choice)
    told: list[UserError] = []
    monkeypatch.setattr(ErrorDialog, "ask", lambda error, _: told.append(error))
    window.actions_table["review.make"].trigger()
    assert [error.where for error in told] == [str(path)]


@pytest.mark.parametrize("label_set_id", bundled_label_sets())
def test_no_key_is_bound_twice(label_set_id: str) -> None:
    titles = [f"Take {number}" for number in range(8)]
    specs = review_actions(titles, load_label_set(label_set_id), "ar")
    assert len({spec.id for spec in specs}) == len(specs)
    bound = Counter(sent.toString() for spec in specs for sent in bindings(spec.keys))
    assert [key for key, count in bound.items() if count > 1] == []
    moves = {(int(key), modifiers) for key, modifiers in MOTIONS}
    pressed = [sent[0] for spec in specs for sent in bindings(spec.keys)]
    assert not [c for c in pressed if (int(c.key()), c.keyboardModifiers()) in moves]


def test_every_action_has_arabic_text(qapp) -> None:
    translator = QTranslator()
    assert translator.load(str(resource("translations", "annotator_ar.qm")))
    for spec in DECIDE:
        for text in filter(None, (spec.text, spec.tip)):
            assert translator.translate("actions", text), text


@pytest.mark.parametrize(
    "make",
    [
        lambda rows: AlikeDialog(rows, "A", lambda row: row.text),
        lambda rows: RemarkDialog(None, ""),
        lambda rows: ReviewFilesDialog(),
    ],
)
def test_every_dialog_has_names(make: Callable, qtbot: QtBot, path: Path) -> None:
    review = open_review(path)
    dialog = make(list(review.rows()))
    review.close()
    qtbot.addWidget(dialog)
    assert list(nameless(dialog)) == []
    assert dialog.windowTitle()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_has_a_name(open_window: OpenReview, path: Path, language: str) -> None:
    assert list(nameless(open_window(path, language))) == []


def test_a_review_is_made_from_the_file_menu(
    open_desk: OpenDesk,
    qtbot: QtBot,
    tmp_path: Path,
    sources: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = open_desk(language="en")
    assert isinstance(desk.window, MainWindow)
    choice = ReviewChoice(tuple(sources), tmp_path / "made.annotator", "agreed")

    def choose(dialog: ReviewFilesDialog) -> int:
        assert not dialog.go.isEnabled()
        dialog.add(sources)
        assert dialog.go.isEnabled()
        dialog.path = choice.path
        assert dialog.choice() == choice
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ReviewFilesDialog, "exec", choose)
    desk.window.actions_table["review.make"].trigger()
    window = shown(desk, qtbot)
    assert window.pane.model.rowCount() == 3


def test_a_review_that_is_gone_before_it_opens_is_told(
    open_desk: OpenDesk,
    qtbot: QtBot,
    tmp_path: Path,
    sources: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = open_desk(language="en")
    choice = ReviewChoice(tuple(sources), tmp_path / "made.annotator", "agreed")
    monkeypatch.setattr(ReviewFilesDialog, "ask", lambda *_: choice)

    def gone(path: Path) -> None:
        raise UserError("gone", where=str(path))

    monkeypatch.setattr("annotator.ui.reviews.open_review", gone)
    told: list[UserError] = []
    monkeypatch.setattr(ErrorDialog, "ask", lambda error, _: told.append(error))
    desk.window.actions_table["review.make"].trigger()
    qtbot.waitUntil(lambda: bool(told))
    assert [error.where for error in told] == [str(choice.path)]
    assert isinstance(desk.window, MainWindow)


def test_a_rule_asks_for_what_it_needs(qtbot: QtBot, sources: list[Path]) -> None:
    dialog = ReviewFilesDialog()
    qtbot.addWidget(dialog)
    dialog.add(sources)
    asked = {}
    for place in range(dialog.rule.count()):
        dialog.rule.setCurrentIndex(place)
        asked[dialog.rule.currentData()] = dialog.threshold.isVisibleTo(dialog)
    assert [rule for rule, shown in asked.items() if shown] == ["threshold"]
    dialog.rule.setCurrentIndex(dialog.rule.findData("threshold"))
    dialog.threshold.setValue(3)
    assert dialog.choice().threshold == 3
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.list.setFocus()
    dialog.list.setCurrentRow(1)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.choice().sources == tuple(reversed(sources))
    assert dialog.list.currentRow() == 0


def path_of(window: QMainWindow) -> Path | None:
    return window.project.path if window.project is not None else None


def test_a_review_goes_by_the_order_and_the_threshold_that_were_chosen(
    open_desk: OpenDesk,
    qtbot: QtBot,
    tmp_path: Path,
    sources: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = open_desk(language="en")
    found = []
    for rule, threshold, files in (("priority", 2, sources[::-1]), ("threshold", 3, sources)):
        path = tmp_path / f"{rule}.annotator"
        choice = ReviewChoice(tuple(files), path, rule, threshold)
        monkeypatch.setattr(ReviewFilesDialog, "ask", lambda *_, choice=choice: choice)
        desk.window.actions_table["review.make"].trigger()
        qtbot.waitUntil(
            lambda path=path: desk.window.project is not None and desk.window.project.path == path
        )
        window = shown(desk, qtbot)
        setup = open_review(path).setup
        found.append((setup.annotators, setup.options.threshold))
        accepted = window.phrases.progress(window.pane.model)
        assert ("At least so many: 3" in accepted) == (rule == "threshold")
    assert found == [(("عمر", "سلمى"), 2), (("سلمى", "عمر"), 3)]


def test_another_language_keeps_the_review_open(
    open_desk: OpenDesk, qtbot: QtBot, path: Path
) -> None:
    desk = open_desk(path, language="en")
    press(qtbot, shown(desk, qtbot), "A")
    desk.window.actions_table["language.ar"].trigger()
    window = shown(desk, qtbot)
    assert window.pane.model.settled() == 1
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
