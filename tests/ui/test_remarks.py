"""Notes and flags in the real window, by the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.services.project import open_project
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.records import REMARKS
from tests.ui.conftest import OpenDesk, shown
from tests.ui.test_main_job import CTRL, press, press_letter

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = 'وصل الوزير سامي النجار إلى باريس. وقال النجار "إن العمل مستمر وجيد".'
NAME = Span(11, 22)


@pytest.fixture(params=["ar", "en"])
def window(request: pytest.FixtureRequest, open_desk: OpenDesk, tmp_path: Path) -> MainWindow:
    """The article above with a name, which is current."""
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    made = shown(open_desk(path, language=request.param))
    made.view.select(NAME)
    press(Key.Key_1)
    return made


def entity(window: MainWindow) -> Entity:
    assert window.annotating.state is not None
    (found,) = window.annotating.state.entities
    return found


def write(window: MainWindow, text: str) -> None:
    editor = window.workbench.remarks.editor
    assert editor.isVisible()
    editor.text.selectAll()
    editor.text.insertPlainText(text)


@pytest.mark.parametrize("layout", ["latin", "arabic"])
def test_a_note_is_written_with_m_and_enter(window: MainWindow, layout: str) -> None:
    press_letter("M" if layout == "latin" else "ة")
    editor = window.workbench.remarks.editor
    write(window, "أي سامي؟")
    press(Key.Key_Return, SHIFT, on=editor.text)
    QTest.keyClicks(editor.text, "ask")
    press(Key.Key_Return, on=editor.text)
    assert not editor.isVisible()
    assert entity(window).note == "أي سامي؟\nask"
    (mark,) = window.view._annotations.marks(*NAME)
    assert mark.name.endswith(" *")
    assert "أي سامي؟" in window.view._described(entity(window).id)
    press(Key.Key_Z, CTRL)
    assert entity(window).note == ""


def test_escape_leaves_the_note_as_it_was(window: MainWindow) -> None:
    press_letter("M")
    write(window, "nothing")
    press(Key.Key_Escape, on=window.workbench.remarks.editor.text)
    assert not window.workbench.remarks.editor.isVisible()
    assert entity(window).note == ""


def test_keys_of_the_work_are_letters_in_a_note(window: MainWindow) -> None:
    press_letter("M")
    editor = window.workbench.remarks.editor
    QTest.keyClicks(editor.text, "faxm 12")
    press(Key.Key_Return, on=editor.text)
    assert (entity(window).note, entity(window).flags) == ("faxm 12", ())


def test_f_flags_and_takes_the_flag_away(window: MainWindow) -> None:
    press_letter("F")
    assert entity(window).flags == ("unsure",)
    (mark,) = window.view._annotations.marks(*NAME)
    assert mark.name[-1] in "?؟"
    press_letter("F")
    assert entity(window).flags == ()


def test_a_quote_has_its_note_on_its_card(window: MainWindow) -> None:
    start = TEXT.index("إن العمل")
    window.view.select(Span(start, TEXT.index('".')))
    press_letter("Q")
    press_letter("F")
    press_letter("M")
    write(window, "من قال هذا؟")
    press(Key.Key_Return, on=window.workbench.remarks.editor.text)
    index = window.side.quotes.records.index(0)
    assert index.data(REMARKS)[1] == "من قال هذا؟"
    assert "من قال هذا؟" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    plain = window.side.quotes.itemDelegate().sizeHint(None, index).height()
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL)
    assert window.side.quotes.itemDelegate().sizeHint(None, index).height() < plain


def test_the_article_has_a_note_and_a_flag_that_are_kept(window: MainWindow) -> None:
    press(Key.Key_M, CTRL)
    write(window, "العنوان ناقص")
    press(Key.Key_Return, on=window.workbench.remarks.editor.text)
    press(Key.Key_M, CTRL | SHIFT)
    state = window.annotating.state
    assert state is not None
    assert (state.note, state.flags) == ("العنوان ناقص", ("unsure",))
    assert window.project is not None
    with open_project(window.project.path, read_only=True) as project:
        (again,) = project.file.annotated()
        assert (again.note, again.flags) == (state.note, state.flags)
    press(Key.Key_Z, CTRL)
    assert window.annotating.state is not None
    assert window.annotating.state.flags == ()


def test_a_note_stands_at_the_side_from_which_its_words_run(window: MainWindow) -> None:
    press_letter("M")
    editor = window.workbench.remarks.editor.text
    editor.setPlainText("سؤال\nask")
    tops = [editor.document().findBlockByNumber(row) for row in (0, 1)]
    lefts = [block.layout().lineAt(0).naturalTextRect().left() for block in tops]
    assert lefts[0] > editor.viewport().width() / 2 > lefts[1]
