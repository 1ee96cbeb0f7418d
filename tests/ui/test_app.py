"""What holds the windows together: themes, faults, the log, what is remembered."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QtMsgType
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.services.project import create_project
from annotator.storage import Order, ProjectFile
from annotator.ui import app, log, main_window
from annotator.ui.article.palette import TEXT_CONTRAST, contrast
from annotator.ui.dialogs.errors import BugDialog, ErrorDialog
from annotator.ui.faults import Faults
from annotator.ui.fonts import NO_ARABIC_FONT
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.article_filter import OPEN
from annotator.ui.theme import DARK, LIGHT, THEMES, current_theme, palette_of
from tests.ui.conftest import OpenDesk, shown


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_legible_on_every_ground(qapp: QApplication, theme: str) -> None:
    colours = THEMES[theme]
    role = QPalette.ColorRole
    palette = palette_of(colours)
    text = palette.color(role.WindowText)
    for ground in ("page", "panel", "side", "bar", "foot", "card", "chosen", "hover"):
        assert contrast(text, QColor(getattr(colours, ground))) >= TEXT_CONTRAST, ground
    for ground in ("side", "card", "panel", "bar"):
        assert (
            contrast(palette.color(role.PlaceholderText), QColor(getattr(colours, ground))) >= 4.5
        )


def test_the_theme_is_switched_while_the_window_is_open(open_desk: OpenDesk, seed_path) -> None:
    window = shown(open_desk(seed_path, theme="light"))
    assert current_theme() is LIGHT
    window.actions_table["theme.switch"].trigger()
    assert current_theme() is DARK
    assert window.actions_table["theme.dark"].isChecked()
    chip = window.bar.labels.first()
    dark = chip.styleSheet()
    window.actions_table["theme.light"].trigger()
    assert chip.styleSheet() != dark


def test_the_window_is_as_it_was_left(open_desk: OpenDesk, tmp_path: Path, seed_path) -> None:
    article = tmp_path / "a.txt"
    article.write_bytes(seed_path.read_bytes())
    window = shown(open_desk(article))
    window.resize(1100, 640)  # the off-screen screen is narrower: only the height is compared
    window.panes.setSizes([180, 660, 260])
    window.side.tabs.setCurrentIndex(1)
    window.view.select(Span(100, 104))
    window.annotating.label("PER")
    left, current = window.side.tabs.currentIndex(), window.view.current()
    window.articles.filter.ask(statuses=OPEN, order=Order.TITLE, reverse=True, tag="سياسة")
    query = window.articles.query
    window.close()
    again = shown(open_desk(article))
    assert again.height() == 640
    assert again.panes.sizes()[0] == 180
    assert again.side.tabs.currentIndex() == left == 1
    assert again.view.current() == current
    assert again.articles.query == query


def test_tab_begins_at_the_caret(open_desk: OpenDesk, qtbot: QtBot, seed_path) -> None:
    window = shown(open_desk(seed_path, suggest=True))
    qtbot.waitUntil(lambda: not window.suggesting.running, timeout=60_000)
    pending = window.annotating.shown.pending()
    assert pending[0].sort_key[0] == 0
    window.annotating.next()
    assert window.view.current() == pending[0].id
    window.annotating.previous()
    assert window.view.current() == pending[-1].id


def test_a_label_without_anything_to_label_says_what_to_do(
    open_desk: OpenDesk, qtbot: QtBot, seed_path
) -> None:
    window = shown(open_desk(seed_path, language="en"))
    qtbot.mouseClick(window.bar.labels.first(), Qt.MouseButton.LeftButton)
    assert window.status.texts()[1] == "Select text, or go to a suggestion first."
    window.view.select(Span(0, 6))
    qtbot.mouseClick(window.bar.labels.first(), Qt.MouseButton.LeftButton)
    assert window.annotating.state.entities[0].label == "PER"


def test_a_record_chosen_in_a_list_lights_up_in_the_article(
    open_desk: OpenDesk, qtbot: QtBot, seed_path
) -> None:
    window = shown(open_desk(seed_path, suggest=True))
    qtbot.waitUntil(lambda: not window.suggesting.running, timeout=60_000)
    quotes = window.side.quotes
    quotes.setFocus()
    quotes.setCurrentIndex(quotes.model().index(2))
    quote = window.annotating.state.quotes[2]
    assert window.view.current() == quote.id
    window.view.set_current(window.annotating.state.quotes[0].id)
    assert quotes.currentIndex().row() == 0


def test_what_the_first_key_needs_is_loaded_in_the_background_once_the_window_shows(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[threading.Thread] = []
    monkeypatch.setattr(app, "default_cutter", lambda: prepared.append(threading.current_thread()))
    desk = open_desk()
    qtbot.waitUntil(lambda: bool(prepared))
    assert prepared[0] is not threading.main_thread()
    desk.renew()
    assert len(prepared) == 1


def test_who_annotates_does_not_wait_for_what_a_review_needs() -> None:
    late = {"numpy", "annotator.ui.review.window"}
    script = f"import sys, annotator.ui.app\nprint(*{late!r} & {{*sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split() == []


def test_an_english_window_counts_in_english(open_desk: OpenDesk, seed_path) -> None:
    window = shown(open_desk(seed_path, language="en"))
    assert "0 entities" in window.status.texts()[0]


@pytest.mark.parametrize("where", ["main", "thread"])
def test_an_error_that_nothing_caught_is_shown_on_the_main_thread(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, where: str
) -> None:
    told: list[tuple[str, threading.Thread]] = []
    monkeypatch.setattr(
        BugDialog, "ask", lambda text, *_: told.append((text, threading.current_thread()))
    )
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    faults = Faults()
    faults.install()

    def fail() -> None:
        raise RuntimeError("the reason")

    if where == "thread":
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    else:
        try:
            fail()
        except RuntimeError as error:
            sys.excepthook(RuntimeError, error, error.__traceback__)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    [(text, thread)] = told
    assert "RuntimeError: the reason" in text
    assert thread is threading.main_thread()
    assert "the reason" in caplog.text
    faults.deleteLater()


def test_qt_speaks_to_the_log_and_its_last_word_to_the_terminal(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    class Context:
        category = "qpa"

    log._log_qt(QtMsgType.QtWarningMsg, Context(), "careful")
    log._log_qt(QtMsgType.QtWarningMsg, Context(), "This plugin does not support raise()")
    assert [(r.name, r.levelno, r.getMessage()) for r in caplog.records] == [
        ("qt.qpa", logging.WARNING, "careful")
    ]
    assert capsys.readouterr().err == ""
    log._log_qt(QtMsgType.QtFatalMsg, Context(), "no display")
    assert capsys.readouterr().err == "no display\n"


def test_a_log_that_cannot_be_written_stops_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "state").write_text("a file in the way", encoding="utf-8")
    root = logging.getLogger()
    monkeypatch.setattr(log, "take_qt_messages", lambda: None)
    before, level = list(root.handlers), root.level
    try:
        log.start_log()
        [added] = [handler for handler in root.handlers if handler not in before]
        assert isinstance(added, logging.NullHandler)
    finally:
        root.handlers[:] = before
        root.setLevel(level)


def running(window: MainWindow) -> threading.Event:
    """Begin a batch that ends when the event that is returned is set."""
    go, begun = threading.Event(), threading.Event()

    def work(_file: ProjectFile, _progress: Progress) -> None:
        begun.set()
        go.wait(10)

    window.workbench.batching.write(work, "", lambda _: None)
    assert begun.wait(10)
    return go


def test_a_window_that_is_replaced_hears_the_end_of_what_it_ran(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    create_project(tmp_path / "p.annotator").close()
    desk = open_desk(tmp_path / "p.annotator", language="ar")
    window = shown(desk)
    go = running(window)
    window.actions_table["language.en"].trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    project = shown(desk).project
    assert project is not None
    assert project.file.is_lent
    go.set()
    with qtbot.waitSignal(window.destroyed):
        pass
    assert not project.file.is_lent


def test_a_project_is_the_first_window_and_what_is_wrong_with_the_settings_is_said_there(
    open_desk: OpenDesk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    create_project(tmp_path / "p.annotator").close()
    (tmp_path / "settings.toml").write_text("[", encoding="utf-8")
    monkeypatch.delattr(main_window, "WelcomePage")
    window = shown(open_desk(tmp_path / "p.annotator", language="en"))
    assert "settings cannot be read" in window.status.texts()[1]
    assert "settings.toml" in caplog.text


def test_an_error_that_was_read_is_not_kept(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(open_desk())
    monkeypatch.setattr(QDialog, "exec", lambda _: 0)
    ErrorDialog.ask(NO_ARABIC_FONT, window)
    window.show_keys()
    window.show_about()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(QDialog) == []
