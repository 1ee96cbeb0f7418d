"""The undo history as a list: what it says, and going to any of its steps, by keyboard."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

import annotator
from annotator.core import decisions
from annotator.core.edits import Edit, EntityChange
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.history_model import ROW, HistoryModel, Place
from annotator.ui.panes.history_page import HistoryPage
from annotator.ui.steps import _NAMES
from tests.ui.conftest import OpenDesk, shown

TEXT = "قال بايدن إن باكو بعيدة عن واشنطن وموسكو."
SPANS = (Span(4, 9), Span(13, 17), Span(27, 33), Span(35, 40))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "مقال.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def mark(window: MainWindow, *spans: Span) -> None:
    for span in spans:
        window.view.select(span)
        window.annotating.label("LOC")


def page_of(window: MainWindow) -> HistoryPage:
    return window.side.page(HistoryPage)


def rows(window: MainWindow) -> list[tuple[str, Place]]:
    model = page_of(window).model
    told = [model.index(row).data(ROW) for row in range(model.rowCount())]
    return [(row.what.strip("\u2068\u2069"), row.place) for row in told]


def spans_of(window: MainWindow) -> list[Span]:
    return [entity.span for entity in window.annotating.state.entities]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_step_is_gone_to_by_keyboard(
    open_desk: OpenDesk, qtbot: QtBot, article: Path, language: str
) -> None:
    window = shown(open_desk(article, language=language))
    mark(window, *SPANS)
    qtbot.keyClick(window.view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    page = page_of(window)
    assert page.list.hasFocus()
    words = [span.of(TEXT) for span in SPANS]
    newest_first = [(word, Place.DONE) for word in reversed(words)]
    assert rows(window) == [(words[3], Place.NOW), *newest_first[1:], ("", Place.DONE)]
    for _ in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert spans_of(window) == list(SPANS[:2])
    assert [place for _, place in rows(window)] == [
        *[Place.UNDONE] * 2,
        Place.NOW,
        *[Place.DONE] * 2,
    ]
    assert page.list.currentIndex().row() == 2
    for _ in range(9):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert spans_of(window) == []
    assert rows(window)[-1] == ("", Place.NOW)
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert spans_of(window) == list(SPANS)


def test_a_click_goes_to_a_step_and_what_follows_is_forgotten_by_another(
    open_desk: OpenDesk, qtbot: QtBot, article: Path
) -> None:
    window = shown(open_desk(article))
    mark(window, *SPANS[:3])
    window.show_page("history")
    page = page_of(window)
    rect = page.list.visualRect(page.model.index(2))
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert spans_of(window) == [SPANS[0]]
    mark(window, SPANS[3])
    assert [what for what, _ in rows(window)] == [SPANS[3].of(TEXT), SPANS[0].of(TEXT), ""]


def test_it_is_there_again_after_a_restart(open_desk: OpenDesk, article: Path) -> None:
    desk = open_desk(article)
    mark(shown(desk), *SPANS)
    shown(desk).annotating.undo()
    shown(desk).close()
    window = shown(open_desk(article.with_suffix(".annotator")))
    window.show_page("history")
    assert [place for _, place in rows(window)] == [
        Place.UNDONE,
        Place.NOW,
        *[Place.DONE] * 3,
    ]


def test_what_nobody_did_is_faint_and_no_way_to_go(open_desk: OpenDesk, article: Path) -> None:
    window = shown(open_desk(article))
    mark(window, SPANS[0])
    session = window.annotating.session
    found = Entity("e9", SPANS[1], "LOC", Status.SUGGESTED, "names")
    session.perform(Edit("suggest", (EntityChange(None, found),), undoable=False))
    window.show_page("history")
    assert [place for _, place in rows(window)] == [Place.ARRIVED, Place.NOW, Place.DONE]
    page = page_of(window)
    arrived = page.model.index(0)
    assert not arrived.flags() & Qt.ItemFlag.ItemIsEnabled
    assert page.model.steps_done_at(0) is None


def test_a_long_history_is_read_by_pages(open_desk: OpenDesk, article: Path, monkeypatch) -> None:
    window = shown(open_desk(article))
    session = window.annotating.session
    for number in range(250):
        edit = decisions.annotate_article(session.state, f"{number}", session.actor())
        session.perform(edit)
    read: list[int] = []
    steps = session.trail_steps
    monkeypatch.setattr(session, "trail_steps", lambda keys: read.append(len(keys)) or steps(keys))
    model = HistoryModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )
    read.clear()
    model.show(session)
    assert model.rowCount() == 251
    assert model.index(240).data()
    assert sum(read) <= 250
    assert model.steps_done_at(0) == 250
    assert model.steps_done_at(249) == 1
    assert model.steps_done_at(250) == 0
    assert model.steps_done_at(251) is None
    tester.deleteLater()
    model.deleteLater()


def test_every_step_has_a_name() -> None:
    """Steps are made under literal names all over the program; each is in the table."""
    named: set[str] = set()
    for path in Path(annotator.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if called in {"Edit", "_edit", "header"} and isinstance(first, ast.Constant):
                named.add(first.value)
    assert len(named) > 20
    assert named - {""} <= set(_NAMES)
