"""Every occurrence labelled, unlabelled and relabelled in the real window, by the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.every import Standing
from annotator.core.spans import Span
from annotator.services.every import items
from annotator.services.project import create_project
from annotator.storage import BatchItem
from annotator.ui.every.dialog import EveryDialog
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, shown

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier

TEXT = "زار بومبيو باكو ثم غادر إلى باكُو، وقال في باكو القديمة إنه عاد لباكو وباكـو جميلة."
OTHERS = ("لا شيء هنا.", "الطريق إلى باكو طويل وبباكو ناس.", "باكو باكو باكو.")
FIRST = Span(11, 15)
SPELT = ["باكو", "باكُو", "باكو", "باكو", "باكـو"]

Open = Callable[..., MainWindow]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, on: QWidget | None = None) -> None:
    """Press a key where the focus is."""
    target = on or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


def entity(text: str, at: int, end: int, label: str, status: Status = Status.ACCEPTED) -> Entity:
    return Entity(f"x{at}", Span(at, end), label, status, "names")


@pytest.fixture
def open_project(open_desk: OpenDesk, tmp_path: Path) -> Open:
    """Open a project of four articles; in the first one stands what ``entities`` says."""

    def open_one(*entities: Entity, language: str = "ar", theme: str = "light") -> MainWindow:
        path = tmp_path / "p.annotator"
        with create_project(path, annotator="salma") as project:
            first = AnnotatedArticle(Article("a0", TEXT, "زيارة"), entities=entities)
            rest = (
                AnnotatedArticle(Article(f"a{number}", text, f"مقال {number}"))
                for number, text in enumerate(OTHERS, 1)
            )
            project.file.add_articles([first, *rest])
        return shown(open_desk(path, language=language, theme=theme))

    return open_one


def dialog_of(window: MainWindow) -> EveryDialog:
    dialog = window.workbench.everywhere.dialog
    assert dialog is not None
    return dialog


def begin(window: MainWindow, qtbot: QtBot, key: Qt.Key = Key.Key_L, at: int = 12) -> EveryDialog:
    """Put the caret into a word and press the key."""
    window.view.set_caret(at)
    press(key, on=window.view)
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


def labels(window: MainWindow, key: int = 1) -> list[tuple[str, str]]:
    project = window.project
    assert project is not None
    state = project.open_article(key).state
    standing = [e for e in state.entities if e.status is Status.ACCEPTED]
    return [(e.span.of(state.text), e.label) for e in standing]


def idle(window: MainWindow) -> bool:
    assert window.project is not None
    return not window._around.runner.busy and not window.project.file.is_lent


def standings(dialog: EveryDialog) -> list[Standing]:
    places = dialog.view.places
    return [places.found(row).standing for row in range(places.rowCount())]


def test_all_in_the_article_in_one_step(open_project: Open, qtbot: QtBot) -> None:
    window = open_project()
    dialog = begin(window, qtbot)
    assert dialog.view.hasFocus()
    lines = [dialog.view.places.line(row) for row in range(5)]
    assert [line.keyword for line in lines if line] == SPELT
    press(Key.Key_2)
    press(Key.Key_Return)
    assert window.workbench.everywhere.dialog is None
    assert labels(window) == [(word, "LOC") for word in SPELT]
    qtbot.waitUntil(window.view.hasFocus)
    press(Key.Key_Z, CTRL)
    assert labels(window) == []
    press(Key.Key_Y, CTRL)
    assert len(labels(window)) == 5


def test_space_leaves_out_and_conflicts_are_left_out_at_first(
    open_project: Open, qtbot: QtBot
) -> None:
    first = TEXT.index("باكُو")
    fourth = TEXT.index("لباكو") + 1
    window = open_project(
        entity(TEXT, *FIRST, "PER"),
        entity(TEXT, first, first + 5, "LOC", Status.SUGGESTED),
        entity(TEXT, fourth, fourth + 4, "LOC", Status.REJECTED),
        entity(TEXT, TEXT.index("باكو القديمة"), TEXT.index(" إنه"), "LOC"),
    )
    window.view.select(Span(fourth, fourth + 4))
    press(Key.Key_L, on=window.view)
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    press(Key.Key_2)
    assert standings(dialog) == [
        Standing.LABELLED,
        Standing.SUGGESTED,
        Standing.OVERLAPS,
        Standing.REJECTED,
        Standing.FREE,
    ]
    assert [hit.start for hit in dialog.ticked()] == [first, TEXT.index("باكـو")]
    assert dialog.view.currentIndex().row() == 3  # where the person was
    press(Key.Key_Home)
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert [hit.start for hit in dialog.ticked()] == [FIRST.start, TEXT.index("باكـو")]
    press(Key.Key_A, CTRL)
    press(Key.Key_Space)
    assert len(dialog.ticked()) == 5
    press(Key.Key_Minus)
    assert dialog.ticked() == []
    assert not dialog.go.isEnabled()
    press(Key.Key_Plus)
    assert len(dialog.ticked()) == 5
    press(Key.Key_Asterisk)
    assert len(dialog.ticked()) == 2
    press(Key.Key_Home)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert labels(window) == [
        ("باكو", "LOC"),
        ("باكُو", "LOC"),
        ("باكو القديمة", "LOC"),
        ("باكـو", "LOC"),
    ]
    state = window.annotating.state
    assert state is not None
    assert state.entity(f"x{first}").status is Status.ACCEPTED  # accepted, not doubled
    assert len(window.annotating.history.done) == 1


def test_in_all_articles_and_back_from_any_of_them(open_project: Open, qtbot: QtBot) -> None:
    window = open_project()
    dialog = begin(window, qtbot)
    press(Key.Key_2)
    press(Key.Key_L)
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.view.places.rowCount() == 10
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(labels(window)) == 5 and idle(window))
    assert labels(window, 3) == [("باكو", "LOC")] * 2
    assert labels(window, 4) == [("باكو", "LOC")] * 3
    window.workbench.leafing.open_article(4)
    press(Key.Key_Z, CTRL, on=window.view)
    qtbot.waitUntil(lambda: not labels(window) and idle(window))
    assert [labels(window, key) for key in (2, 3, 4)] == [[], [], []]
    press(Key.Key_Y, CTRL, on=window.view)
    qtbot.waitUntil(lambda: len(labels(window)) == 5 and idle(window))
    assert len(labels(window, 4)) == 3


def test_unlabel_and_relabel(open_project: Open, qtbot: QtBot) -> None:
    window = open_project()
    begin(window, qtbot)
    press(Key.Key_2)
    press(Key.Key_Return)
    qtbot.waitUntil(window.view.hasFocus)
    window.view.set_current(window.annotating.state.entities[0].id)
    press(Key.Key_R, on=window.view)
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    press(Key.Key_3)
    assert len(dialog.ticked()) == 5
    press(Key.Key_Return)
    assert labels(window) == [(word, "ORG") for word in SPELT]
    qtbot.waitUntil(window.view.hasFocus)
    press(Key.Key_U, on=window.view)
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert labels(window) == [("باكو", "ORG")]


def test_another_label_keeps_what_was_ticked_by_hand(open_project: Open, qtbot: QtBot) -> None:
    window = open_project(entity(TEXT, *FIRST, "PER"))
    dialog = begin(window, qtbot, at=TEXT.index("باكو القديمة") + 1)
    press(Key.Key_2)
    row = dialog.view.currentIndex().row()
    press(Key.Key_Space)
    press(Key.Key_Home)
    press(Key.Key_Space)
    ticked = dialog.ticked()
    assert row > 0
    assert FIRST.start in [hit.start for hit in ticked]
    press(Key.Key_3)
    assert dialog.ticked() == ticked
    assert dialog.view.currentIndex().row() == 0
    press(Key.Key_L)
    qtbot.waitUntil(dialog.go.isEnabled)
    assert set(ticked) <= set(dialog.ticked())
    assert len(dialog.ticked()) == 9
    press(Key.Key_Minus)
    press(Key.Key_2)
    qtbot.waitUntil(lambda: not dialog.bar.isVisible())
    assert dialog.ticked() == []
    press(Key.Key_Escape, on=dialog)


def test_a_place_is_shown_in_its_article_and_the_ticks_are_kept(
    open_project: Open, qtbot: QtBot
) -> None:
    window = open_project()
    dialog = begin(window, qtbot)
    press(Key.Key_L)
    qtbot.waitUntil(dialog.go.isEnabled)
    press(Key.Key_Space)
    press(Key.Key_End)
    press(Key.Key_Return, CTRL)
    assert window.workbench.everywhere.dialog is None
    qtbot.waitUntil(window.view.hasFocus)
    session = window.annotating.session
    assert session is not None
    assert session.key == 4
    assert window.view.selection() == Span(10, 14)
    press(Key.Key_L, on=window.view)
    again = dialog_of(window)
    qtbot.waitUntil(again.go.isEnabled)
    assert again.view.places.rowCount() == 10
    assert len(again.ticked()) == 9
    press(Key.Key_Escape, on=again)


def test_where_nothing_stands_it_says_so(open_project: Open, qtbot: QtBot) -> None:
    window = open_project()
    dialog = begin(window, qtbot, Key.Key_U, at=2)
    assert dialog.view.isHidden() or not dialog.view.isVisible()
    assert not dialog.go.isEnabled()
    press(Key.Key_Escape, on=dialog)
    assert window.workbench.everywhere.dialog is None
    window.view.set_caret(len(TEXT))
    assert labels(window) == []


def test_the_same_letters_alone(open_project: Open, qtbot: QtBot) -> None:
    window = open_project()
    at = TEXT.index("إنه")
    dialog = begin(window, qtbot, at=at + 1)
    count = dialog.view.places.rowCount()
    dialog.same.setChecked(True)
    assert 0 < dialog.view.places.rowCount() <= count
    press(Key.Key_Escape, on=dialog)


def test_an_arabic_layout_and_the_mouse(open_project: Open, qtbot: QtBot) -> None:
    window = open_project(language="en")
    window.view.set_caret(12)
    assert QKeySequence("م") in window.actions_table["every.label"].shortcuts()
    press(Key.Key_L, on=window.view)
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    view = dialog.view
    row = view.visualRect(view.places.index(1))
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(row.left() + 18, row.center().y())
    )
    assert not view.places.is_ticked(1)
    press(Key.Key_Escape, on=dialog)
    assert labels(window) == []


def label_everywhere(window: MainWindow, qtbot: QtBot) -> None:
    dialog = begin(window, qtbot)
    press(Key.Key_2)
    press(Key.Key_L)
    qtbot.waitUntil(dialog.go.isEnabled)
    press(Key.Key_Return)


def test_escape_stops_the_saving_and_nothing_has_changed(
    open_project: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_project()
    noted: list[str] = []
    window.workbench.noted.connect(noted.append)

    def stopped_first(*args: object) -> list[BatchItem]:
        window._around.runner.cancel_all()
        return items(*args)

    monkeypatch.setattr("annotator.ui.everywhere.items", stopped_first)
    label_everywhere(window, qtbot)
    qtbot.waitUntil(lambda: bool(noted) and idle(window))
    assert [labels(window, key) for key in (1, 3, 4)] == [[], [], []]
    assert noted == [window.workbench.batching.tr("Stopped; nothing has changed.")]
    assert window.project.batches.recent() == []
    monkeypatch.undo()
    label_everywhere(window, qtbot)
    qtbot.waitUntil(lambda: len(labels(window)) == 5 and idle(window))


def test_what_was_decided_since_stays_and_is_said(open_project: Open, qtbot: QtBot) -> None:
    window = open_project(language="en")
    label_everywhere(window, qtbot)
    qtbot.waitUntil(lambda: len(labels(window)) == 5 and idle(window))
    qtbot.waitUntil(window.view.hasFocus)
    window.view.set_current(window.annotating.state.entities[0].id)
    press(Key.Key_1)
    window.workbench.leafing.open_article(4)
    noted: list[str] = []
    window.workbench.noted.connect(noted.append)
    press(Key.Key_Z, CTRL, on=window.view)
    qtbot.waitUntil(lambda: bool(noted) and idle(window))
    assert noted == ["Taken back in 3 articles. 1 place stays as decided since."]
    assert labels(window) == [("باكو", "PER")]
    assert labels(window, 4) == []
    # In its own article that is one more step, which can be undone there alone.
    window.workbench.leafing.open_article(1)
    press(Key.Key_Z, CTRL, on=window.view)
    assert len(labels(window)) == 5
    assert labels(window, 4) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_it_speaks_the_language_of_the_window_and_names_its_controls(
    open_project: Open, qtbot: QtBot, language: str, theme: str
) -> None:
    window = open_project(entity(TEXT, *FIRST, "PER"), language=language, theme=theme)
    window.view.select(Span(28, 33))
    press(Key.Key_L, on=window.view)
    dialog = dialog_of(window)
    qtbot.waitExposed(dialog)
    right = dialog.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert right == (language == "ar")
    spoken = [
        dialog.windowTitle(),
        dialog.counts.text(),
        dialog.scope.itemText(1),
        dialog.same.text(),
        *(button.text().replace("Ctrl+Enter", "") for button in dialog.findChildren(QPushButton)),
    ]
    for text in spoken:
        assert any("a" <= letter.lower() <= "z" for letter in text) == (language == "en"), text
    for control in dialog.findChildren(QWidget):
        if isinstance(control, QComboBox | QTableView):
            assert control.accessibleName()
    heard = dialog.view.places.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "باكو" in heard
    dialog.view.grab()
    press(Key.Key_Escape, on=dialog)
