"""Searching in the article by keyboard: Arabic spelling, hits lit up, a label for the hit."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.spans import Span
from annotator.services.project import create_project
from annotator.ui.article.palette import HIT_COLOUR, ink, shades
from annotator.ui.article.view import ArticleView
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, shown

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

TEXT = "زارَ الوزير أذربيجانَ أمس.\nوقال إن أذربيجـان بعيدة، ثم عاد من الأذربيجانيين إلى باكو."
OTHER = "في باكو وحدها: أذربيجان"


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    target = QApplication.focusWidget()
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
            AnnotatedArticle(Article(f"a{n}", text)) for n, text in enumerate((TEXT, OTHER), 1)
        )
    return shown(open_desk(path, language=request.param))


def found(window: MainWindow) -> list[str]:
    return [hit.of(window.view.positions.text) for hit in window.workbench.finding.hits]


def selected(window: MainWindow) -> str:
    span = window.view.selection()
    return span.of(window.view.positions.text) if span else ""


def test_from_hit_to_hit_and_a_label_for_it(window: MainWindow) -> None:
    bar = window.workbench.finding.bar
    press(Key.Key_F, CTRL)
    assert bar.isVisible()
    assert bar.line.hasFocus()
    write("اذربيجان")
    assert found(window) == ["أذربيجانَ", "أذربيجـان", "أذربيجان"]
    assert selected(window) == "أذربيجانَ"
    assert bar.count.text() == bar.tr("{number} of {hits}").format(number=1, hits=3)
    press(Key.Key_Return)
    assert selected(window) == "أذربيجـان"
    press(Key.Key_Return, SHIFT)
    press(Key.Key_Return, SHIFT)
    assert selected(window) == "أذربيجان"
    press(Key.Key_F3)
    press(Key.Key_F3)
    press(Key.Key_F3, SHIFT)
    assert selected(window) == "أذربيجانَ"
    press(Key.Key_Escape)
    assert not bar.isVisible()
    assert window.view.hasFocus()
    assert selected(window) == "أذربيجانَ"
    press(Key.Key_2)
    state = window.annotating.state
    assert state is not None
    assert [entity.span.of(state.text) for entity in state.entities] == ["أذربيجانَ"]


def test_hits_are_painted_and_gone_with_the_bar(window: MainWindow) -> None:
    view, finding = window.view, window.workbench.finding
    QApplication.processEvents()
    plain = view.viewport().grab().toImage()
    press(Key.Key_F, CTRL)
    write("أذربيجان")
    (span, *_) = finding.hits
    QApplication.processEvents()
    view.set_caret(0)
    colours = {_colour_below(view, hit) for hit in finding.hits}
    assert colours == {ink(HIT_COLOUR, shades(view.palette())).line.name()}
    press(Key.Key_Escape)
    QApplication.processEvents()
    assert _colour_below(view, span) == view.palette().base().color().name()
    view.set_caret(0)
    assert view.viewport().grab().toImage() == plain


def _colour_below(view: ArticleView, span: Span) -> str:
    """Return the colour of the bar that a hit stands on."""
    (piece, *_) = view.text_geometry.pieces(*view.positions.units(span))
    point = piece.rect.center() - view.offset()
    bottom = view.mark_painter.box(piece).bottom() - view.offset().y() + 4
    return view.viewport().grab().toImage().pixelColor(round(point.x()), round(bottom)).name()


def test_spelling_and_whole_words_can_be_asked_for(window: MainWindow) -> None:
    bar = window.workbench.finding.bar
    press(Key.Key_F, CTRL)
    write("أذربيجان")
    press(Key.Key_Tab)
    while QApplication.focusWidget() is not bar.exact:
        press(Key.Key_Tab)
    press(Key.Key_Space)
    assert found(window) == ["أذربيجان"]
    press(Key.Key_Space)
    press(Key.Key_Tab)
    press(Key.Key_Space)
    assert found(window) == ["أذربيجانَ", "أذربيجـان"]


def test_nothing_found_is_said(window: MainWindow) -> None:
    bar = window.workbench.finding.bar
    press(Key.Key_F, CTRL)
    write("طوكيو")
    assert found(window) == []
    assert bar.count.text() == bar.tr("Nothing found")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert window.view.hasFocus()


def test_f3_goes_on_after_the_bar_is_closed(window: MainWindow) -> None:
    press(Key.Key_F3)
    assert window.workbench.finding.bar.line.hasFocus()
    write("اذربيجان")
    press(Key.Key_Escape)
    press(Key.Key_F3)
    assert selected(window) == "أذربيجـان"
    assert found(window) == []


def test_what_is_selected_is_searched_for(window: MainWindow) -> None:
    press(Key.Key_End, CTRL)
    press(Key.Key_Right, CTRL | SHIFT)
    press(Key.Key_Right, CTRL | SHIFT)
    text = selected(window)
    assert "باكو" in text
    press(Key.Key_F, CTRL)
    assert window.workbench.finding.bar.line.text() == text


def test_another_article_is_searched_too(window: MainWindow) -> None:
    press(Key.Key_F, CTRL)
    write("اذربيجان")
    window.workbench.leafing.open_article(2)
    assert found(window) == ["أذربيجان"]


def test_the_arabic_keyboard_layout_opens_it(window: MainWindow) -> None:
    for down in (True, False):
        QTest.simulateEvent(window.view, down, ord("ب"), CTRL, "ب", False)
    assert window.workbench.finding.bar.isVisible()
