"""The window that searches all articles, by keyboard: lines, the way into an article, labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.services.project import create_project
from annotator.ui.dialogs.concordance import ConcordanceDialog
from annotator.ui.fonts import reading_font
from annotator.ui.kwic.drawing import LaidOut
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, shown

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

TEXTS = (
    "زارَ الوزير أذربيجانَ أمس.",
    "عاد من أذربيجـان إلى باكو، وقال إن أذربيجان بعيدة.",
    "لا شيء هنا عن باكو.",
)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, on: QWidget | None = None) -> None:
    target = on or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


def write(text: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    for letter in text:  # QTest types Latin-1 only
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))


@pytest.fixture(params=["ar", "en"])
def window(open_desk: OpenDesk, tmp_path: Path, request: pytest.FixtureRequest) -> MainWindow:
    path = tmp_path / "p.annotator"
    with create_project(path) as project:
        project.file.add_articles(
            AnnotatedArticle(
                Article(f"a{n}", text, f"Title {n}"),
                entities=(Entity("e1", Span(12, 21), "LOC", Status.SUGGESTED, "names"),)
                if n == 1
                else (),
            )
            for n, text in enumerate(TEXTS, 1)
        )
    return shown(open_desk(path, language=request.param, theme="dark"))


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> ConcordanceDialog:
    press(Key.Key_F, CTRL | SHIFT)
    opened = window.workbench.searching.dialog
    assert opened is not None
    qtbot.waitUntil(opened.isActiveWindow)
    return opened


def ask(window: MainWindow, qtbot: QtBot, text: str) -> list[str]:
    """Type a search and return what stands in its lines once it is over."""
    dialog = window.workbench.searching.dialog
    assert dialog is not None
    dialog.line.setFocus()
    dialog.line.clear()
    write(text)
    qtbot.waitUntil(lambda: not window.workbench.searching.busy)
    return words(dialog)


def words(dialog: ConcordanceDialog) -> list[str]:
    lines = dialog.lines.lines
    return [str(lines.index(row).data()) for row in range(lines.rowCount())]


def labels(window: MainWindow) -> list[tuple[int, str, str]]:
    assert window.project is not None
    found = []
    for key, text in enumerate(TEXTS, 1):
        state = window.project.file.timeline(key, window.project.annotator).state
        found += [
            (key, entity.span.of(text), entity.label)
            for entity in state.entities
            if entity.status is Status.ACCEPTED
        ]
    return found


def test_a_search_lists_its_lines_and_counts(
    window: MainWindow, dialog: ConcordanceDialog, qtbot: QtBot
) -> None:
    assert ask(window, qtbot, "اذربيجان") == ["أذربيجانَ", "أذربيجـان", "أذربيجان"]
    counts = [dialog.tr("%n hit(s)", "", 3), dialog.tr("in %n article(s)", "", 2)]
    assert dialog.said.text() == " ".join(counts)
    assert ask(window, qtbot, "باكو -اذربيجان") == ["باكو"]
    assert ask(window, qtbot, "طوكيو") == []
    assert dialog.said.text() == dialog.tr("Nothing found.")
    assert ask(window, qtbot, "") == []
    assert dialog.said.text() == ""


def test_what_is_wrong_is_said_beside_the_line(
    window: MainWindow, dialog: ConcordanceDialog, qtbot: QtBot
) -> None:
    assert ask(window, qtbot, '"باكو') == []
    said = dialog.said.text()
    assert said
    assert said != dialog.tr("Nothing found.")
    assert dialog.line.hasFocus()


def test_enter_opens_the_article_at_the_hit_to_be_labelled(
    window: MainWindow, dialog: ConcordanceDialog, qtbot: QtBot
) -> None:
    ask(window, qtbot, "باكو")
    press(Key.Key_Return)
    assert dialog.lines.hasFocus()
    press(Key.Key_Down)
    press(Key.Key_Return)
    qtbot.waitUntil(window.isActiveWindow)
    session = window.annotating.session
    assert session is not None
    assert session.key == 3
    assert window.view.selection() == Span(14, 18)
    assert dialog.isVisible()
    press(Key.Key_2, on=window.view)
    assert labels(window) == [(3, "باكو", "LOC")]
    (entity,) = dialog.lines.lines.line(1).entities
    assert (entity.label, entity.status) == ("LOC", Status.ACCEPTED)


def test_a_digit_labels_the_line_and_goes_on(
    window: MainWindow, dialog: ConcordanceDialog, qtbot: QtBot
) -> None:
    ask(window, qtbot, "اذربيجان")
    press(Key.Key_Down)
    press(Key.Key_2)
    press(Key.Key_2)
    assert labels(window) == [(1, "أذربيجانَ", "LOC"), (2, "أذربيجـان", "LOC")]
    assert dialog.lines.currentIndex().row() == 2
    press(Key.Key_Z, CTRL)
    assert labels(window) == [(1, "أذربيجانَ", "LOC")]
    press(Key.Key_Z, CTRL)
    assert labels(window) == []
    press(Key.Key_Z, CTRL | SHIFT)
    assert labels(window) == [(1, "أذربيجانَ", "LOC")]


def test_several_lines_are_labelled_as_one_step(
    window: MainWindow, dialog: ConcordanceDialog, qtbot: QtBot
) -> None:
    ask(window, qtbot, "اذربيجان")
    press(Key.Key_Down)
    press(Key.Key_A, CTRL)
    press(Key.Key_4)
    assert [label for _, _, label in labels(window)] == ["MISC"] * 3
    assert dialog.said.text().startswith(
        dialog.tr("%n line(s) labelled: {label}", "", 3).partition(":")[0]
    )
    # The open article is one of them: its own undo takes the whole step back.
    window.activateWindow()
    window.view.setFocus()
    press(Key.Key_Z, CTRL, on=window.view)
    assert labels(window) == []


def test_the_arabic_keyboard_layout_labels(
    window: MainWindow, dialog: ConcordanceDialog, qtbot: QtBot
) -> None:
    ask(window, qtbot, "باكو")
    press(Key.Key_Down)
    for down in (True, False):
        QTest.simulateEvent(dialog.lines, down, ord("٢"), NONE, "٢", False)
    assert labels(window) == [(2, "باكو", "LOC")]


def test_narrowed_by_label_and_sorted(
    window: MainWindow, dialog: ConcordanceDialog, qtbot: QtBot
) -> None:
    row = dialog.narrowing
    row.label.setFocus()
    while row.label.currentData() != "LOC":
        press(Key.Key_Down)
    assert ask(window, qtbot, "اذربيجان") == ["أذربيجانَ"]
    row.relation.setCurrentIndex(0)
    row.order.setCurrentIndex(row.order.findData("before"))
    ask(window, qtbot, "اذربيجان")
    before = [dialog.lines.lines.line(at).before.split()[-1] for at in range(3)]
    assert before == ["الوزير", "إن", "من"]


def test_typing_stops_the_earlier_search(
    window: MainWindow, dialog: ConcordanceDialog, qtbot: QtBot
) -> None:
    write("اذربيجان")
    dialog.line.clear()
    write("باكو")
    qtbot.waitUntil(lambda: not window.workbench.searching.busy)
    assert words(dialog) == ["باكو", "باكو"]


def test_a_selected_name_is_searched_for(window: MainWindow, qtbot: QtBot) -> None:
    window.view.select(Span(12, 21))
    press(Key.Key_F, CTRL | SHIFT, on=window.view)
    searching = window.workbench.searching
    assert searching.dialog is not None
    assert searching.dialog.line.text() == "أذربيجانَ"
    qtbot.waitUntil(lambda: not searching.busy)
    assert len(words(searching.dialog)) == 3


def test_it_closes_with_the_window(window: MainWindow, dialog: ConcordanceDialog) -> None:
    press(Key.Key_Escape)
    assert not dialog.isVisible()
    press(Key.Key_F, CTRL | SHIFT, on=window.view)
    assert window.workbench.searching.dialog is dialog
    window.close()
    assert window.workbench.searching.dialog is None


def test_a_line_keeps_the_shapes_of_its_letters(qapp: QApplication) -> None:
    laid_out = LaidOut("عن لأرمينيا 2018 NATO ثم", reading_font(17))
    ((left, right),) = laid_out.runs(Span(4, 11))
    ((whole_left, whole_right),) = laid_out.runs(Span(3, 11))
    assert left == whole_left
    assert left < right < whole_right
    assert laid_out.runs(Span(-5, 0)) == []
