"""The guidelines beside the article, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.spans import Span
from annotator.services.guidelines import default_guidelines
from annotator.ui.main_window import MainWindow
from annotator.ui.panes import guidelines_page
from annotator.ui.panes.guidelines_page import GuidelinesPage
from annotator.ui.panes.markdown import MarkdownView
from tests.ui.conftest import OpenDesk, shown
from tests.ui.test_main_job import press, press_letter

Key = Qt.Key
TEXT = 'وصل الوزير سامي النجار إلى باريس. وقال النجار "إن العمل مستمر وجيد".'


@pytest.fixture(params=["ar", "en"])
def window(request: pytest.FixtureRequest, open_desk: OpenDesk, tmp_path: Path) -> MainWindow:
    """An article with a person, a place and a quote, the guidelines in front."""
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    made = shown(open_desk(path, language=request.param))
    for words, key in (("سامي النجار", Key.Key_1), ("باريس", Key.Key_2)):
        start = TEXT.index(words)
        made.view.select(Span(start, start + len(words)))
        press(key)
    start = TEXT.index("إن العمل")
    made.view.select(Span(start, TEXT.index('".')))
    press_letter("Q")
    made.annotating.let_go()
    press(Key.Key_F2)
    return made


@pytest.fixture
def page(window: MainWindow) -> GuidelinesPage:
    return window.side.page(GuidelinesPage)


def language(window: MainWindow) -> str:
    return window._around.language


def test_f2_shows_all_and_escape_goes_back_to_the_article(
    window, page: GuidelinesPage, qtbot
) -> None:
    assert page.isVisible()
    assert page.view.hasFocus()
    said = page.view.toPlainText()
    assert "PER" in said
    assert "MISC" in said
    assert "**" not in said
    qtbot.waitUntil(lambda: not window._around.runner.busy)  # else Escape stops what runs
    press(Key.Key_Escape)
    assert window.view.hasFocus()


def test_the_section_of_the_current_span_is_shown(window, page: GuidelinesPage) -> None:
    state = window.annotating.state
    for entity in state.entities:
        window.annotating.go_to(entity.id)
        said = page.view.toPlainText()
        assert entity.label in said.splitlines()[0]
        assert "MISC" not in said
    window.view.setFocus()
    press(Key.Key_3)  # another label, another section
    assert "ORG" in page.view.toPlainText().splitlines()[0]
    window.annotating.go_to(state.quotes[0].id)
    window.side.show_page("guidelines")
    assert "Quote" in page.view.toPlainText().splitlines()[0]
    page.whole.click()
    assert "MISC" in page.view.toPlainText()


def test_a_paragraph_has_the_direction_of_its_words(window, page: GuidelinesPage) -> None:
    page.view.show_markdown("# إرشادات\n\nعربي\n\nEnglish\n\n- بند\n- item\n")
    document = page.view.document()
    found = []
    block = document.begin()
    while block.isValid():
        found.append(block.textDirection())
        block = block.next()
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert found == [right, right, left, right, left]


def test_nothing_is_loaded_or_followed(qtbot, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    widget = MarkdownView()
    qtbot.addWidget(widget)
    shot = QPixmap(400, 400)
    shot.fill()
    shot.save(str(picture))
    assert _height(widget, f"a![x]({picture.as_uri()})\n") < shot.height()
    assert _height(widget, f'a<img src="{picture.as_uri()}">\n') < shot.height()
    widget.show_markdown("[a link](https://example.org)")
    assert widget.toPlainText() == "a link"
    flags = widget.textInteractionFlags()
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def _height(widget: MarkdownView, text: str) -> float:
    widget.show_markdown(text)
    return widget.document().size().height()


def test_what_is_written_is_kept(window, page: GuidelinesPage, open_desk, tmp_path) -> None:
    page.edit.click()
    assert page.editor.hasFocus()
    assert page.editor.toPlainText() == default_guidelines(language(window))
    page.editor.selectAll()
    page.editor.insertPlainText("## PER\nأسماء فقط\n")
    QTest.keyClicks(page.editor, "faxm")
    press(Key.Key_Escape)
    assert page.view.isVisible()
    assert page.view.hasFocus()
    assert window.project.state("guidelines") == "## PER\nأسماء فقط\nfaxm"
    assert page.view.toPlainText() == "PER\nأسماء فقط faxm"
    window.annotating.go_to(window.annotating.state.entities[0].id)
    assert page.view.toPlainText().startswith("PER")


def test_what_is_being_written_is_kept_when_the_window_closes(window, page) -> None:
    page.edit.click()
    page.editor.setPlainText("# half")
    project = window.project
    kept = []
    release = window.release

    def look() -> object:
        made = release()
        kept.append(project.state("guidelines"))
        return made

    window.release = look
    window.close()
    QApplication.processEvents()
    assert kept == ["# half"]


def test_import_and_export(window, page, monkeypatch, tmp_path: Path) -> None:
    given, written = tmp_path / "in.md", tmp_path / "out.md"
    given.write_text("# ours\n", encoding="utf-8")
    monkeypatch.setattr(guidelines_page, "ask_markdown", lambda *_: given)
    monkeypatch.setattr(guidelines_page, "ask_save", lambda *_: written)
    page.take_file()
    assert page.view.toPlainText() == "ours"
    page.give_file()
    assert written.read_text(encoding="utf-8") == "# ours\n"
    page.take_default()
    assert page.text() == default_guidelines(language(window))
