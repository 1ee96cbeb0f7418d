"""The tutorial, gone through as a person would: by keys, in the real windows."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.config.labelsets import load_label_set
from annotator.config.settings import KEYS, LANGUAGE, RECENT_PROJECTS
from annotator.config.store import Settings
from annotator.core.edits import Edit
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.core.spans import Span
from annotator.services.project import create_project
from annotator.services.transfer import import_paths
from annotator.ui.actions.review import review_actions
from annotator.ui.actions.table import actions_for
from annotator.ui.app import Desk
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.review.window import ReviewWindow
from annotator.ui.samples import sample_article
from annotator.ui.tutorial.lesson import Lesson
from annotator.ui.tutorial.steps import LABELS, STEPS, Room, Standing, performed, taken_back
from tests.ui.conftest import OpenDesk, await_window, shown


def begun(desk: Desk, qtbot: QtBot) -> MainWindow:
    """Begin the tutorial, and wait for its suggestions."""
    assert desk.window is not None
    desk.window.actions_table["help.tutorial"].trigger()
    await_window(qtbot, desk)
    window = shown(desk)
    qtbot.waitUntil(lambda: len(window.annotating.state.pending()) > 10, timeout=20_000)
    return window


def test_two_minutes_by_keyboard(open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    own = tmp_path / "own.annotator"
    with create_project(own) as project:
        import_paths(project.file, [sample_article()])
    desk = open_desk(own)
    recent = desk.settings[RECENT_PROJECTS]
    window = begun(desk, qtbot)
    lesson, view = desk.lesson, window.view
    scratch = window.project.path
    assert lesson.owns(scratch)
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

    def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(view, key, held)

    def on_entity() -> None:
        while not (
            isinstance(window.annotating.current(), Entity)
            and window.annotating.current().status is Status.SUGGESTED
        ):
            press(Qt.Key.Key_Tab)

    assert lesson.at == 0
    press(Qt.Key.Key_Tab)
    assert lesson.at == 1
    press(Qt.Key.Key_Return)
    assert lesson.at == 2
    press(Qt.Key.Key_Delete)
    assert lesson.at == 3
    press(Qt.Key.Key_Z, ctrl)
    assert lesson.at == 4
    on_entity()
    label = window.annotating.current().label
    labels = list(window.project.label_set)
    other = next(one for one in labels if one.id != label and one.key)
    press(getattr(Qt.Key, f"Key_{other.key}"))
    assert lesson.at == 5
    on_entity()
    press(Qt.Key.Key_BracketLeft)  # a name that ends its paragraph has no letter behind it
    assert lesson.at == 6
    text = window.annotating.state.text
    start = text.index("التعبير")
    view.set_current(None)
    view.select(Span(start, start + len("التعبير")))
    press(getattr(Qt.Key, f"Key_{other.key}"))
    assert lesson.at == 7
    name = next(e for e in window.annotating.state.entities if e.span.of(text) == "واشنطن")
    window.annotating.go_to(name.id)
    press(Qt.Key.Key_L)
    every = window.workbench.everywhere.dialog
    qtbot.waitUntil(lambda: QApplication.activeWindow() is every)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lesson.at == 8)
    await_window(qtbot, desk)
    press(Qt.Key.Key_J)
    assert lesson.at == 9
    press(Qt.Key.Key_Return, ctrl)
    assert lesson.at == 10
    press(Qt.Key.Key_F1, ctrl)
    qtbot.waitUntil(lambda: isinstance(desk.window, ReviewWindow), timeout=20_000)
    assert lesson.at == 11
    review = desk.window
    await_window(qtbot, desk)
    qtbot.waitUntil(lambda: review.stepping.row is not None)
    qtbot.keyClick(review.view, Qt.Key.Key_A)
    assert lesson.at == 12
    qtbot.keyClick(review.view, Qt.Key.Key_Delete)
    assert lesson.at == 13
    qtbot.keyClick(review.view, Qt.Key.Key_F1, ctrl | shift)
    assert shown(desk).project.path == own
    assert not scratch.parent.exists()
    assert desk.settings[RECENT_PROJECTS] == recent
    assert shown(desk).annotating.state.entities == ()


def test_steps_are_skipped_and_it_is_left_for_the_welcome(
    open_desk: OpenDesk, qtbot: QtBot
) -> None:
    desk = open_desk(language="en")
    window = begun(desk, qtbot)
    strip = window.workbench.tutor.strip
    assert strip is not None
    first = strip.text.text()
    qtbot.mouseClick(strip.next, Qt.MouseButton.LeftButton)
    assert desk.lesson.at == 1
    assert strip.text.text() != first
    folder = window.project.path.parent
    qtbot.mouseClick(strip.leave, Qt.MouseButton.LeftButton)
    assert shown(desk).welcome is not None
    assert not folder.exists()
    assert desk.settings[RECENT_PROJECTS] == ()
    assert not shown(desk).actions_table.enabled("tutorial.skip")


def test_the_review_can_be_asked_for_again_when_it_was_stopped_or_failed(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    window = begun(desk, qtbot)
    desk.lesson.at = [step.room for step in STEPS].index(Room.REVIEW) - 1
    tutor, make = window.workbench.tutor, desk.lesson.make_review
    tutor.skip()
    desk.runner.cancel_all()
    qtbot.waitUntil(lambda: not desk.runner.busy)
    error = UserError(message("full"))
    told: list[UserError] = []
    monkeypatch.setattr(ErrorDialog, "ask", lambda error, *_: told.append(error))
    monkeypatch.setattr(desk.lesson, "make_review", Mock(side_effect=error))
    tutor.skip()
    qtbot.waitUntil(lambda: told == [error])
    monkeypatch.setattr(desk.lesson, "make_review", make)
    tutor.skip()
    qtbot.waitUntil(lambda: isinstance(desk.window, ReviewWindow))


def test_it_can_be_begun_again_in_the_middle(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    window = begun(desk, qtbot)
    window.workbench.tutor.skip()
    old = window.project.path
    again = begun(desk, qtbot)
    assert desk.lesson.at == 0
    assert again.project.path != old
    assert not old.exists()


def test_it_goes_on_in_another_language_and_says_the_persons_own_keys(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    Settings(tmp_path / "settings.toml")[KEYS] = {"suggestion.next": ("Alt+N",)}
    desk = open_desk(language="ar")
    window = begun(desk, qtbot)
    arabic = window.workbench.tutor.strip.text.text()
    assert "Alt+N" in arabic
    assert "Tab" not in arabic
    window.workbench.tutor.skip()
    window.actions_table["language.en"].trigger()
    strip = shown(desk).workbench.tutor.strip
    assert desk.lesson.at == 1
    assert "accepts it" in strip.text.text()
    assert desk.settings[LANGUAGE] == "en"


def test_other_windows_have_no_strip(open_desk: OpenDesk, seed_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    create_project(path).close()
    window = shown(open_desk(path))
    assert window.workbench.tutor.strip is None
    assert not window.actions_table["tutorial.leave"].isEnabled()


def test_every_step_names_actions_that_there_are() -> None:
    labels = load_label_set()
    specs = (*actions_for(labels, "en"), *review_actions(["A", "B"], labels, "en"))
    known = {spec.id for spec in specs}
    for step in STEPS:
        text = step.text.format(**dict.fromkeys(step.keys, "x"))
        assert "{" not in text
        assert set(step.keys.values()) <= known | {LABELS}


def test_the_review_comes_last_and_steps_can_be_done() -> None:
    rooms = [step.room for step in STEPS]
    assert rooms == sorted(rooms, key=lambda room: room is Room.REVIEW)
    lesson = Lesson()
    lesson.at = rooms.index(Room.REVIEW) - 1
    assert lesson.opens_review()
    lesson.at = len(STEPS) - 1
    assert not lesson.go_on()


def test_a_step_is_done_by_its_edit_alone() -> None:
    accept, reject = Edit("accept", ()), Edit("reject", ())
    nothing, one = Standing(), Standing((accept,))
    assert performed("accept")(nothing, one)
    assert not performed("reject")(nothing, one)
    assert not performed("accept")(one, one)
    assert not performed("accept")(Standing((reject,)), one)  # another article's history
    assert taken_back(one, Standing((), 1))
    assert not taken_back(nothing, one)
