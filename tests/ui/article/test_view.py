"""The article view paints what the state says, and keeps nothing of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from annotator.core.entities import Reason, Status
from annotator.core.spans import Span
from annotator.ui.article.page import PageStyle
from annotator.ui.article.palette import ink, shades
from annotator.ui.article.view import ArticleView, Place
from annotator.ui.theme import DARK, LIGHT, QUOTE_COLOUR, palette_of

from .conftest import LABELS, article, point_in, quote, span_of

TEXT = 'زار مايك بومبيو أرمينيا، وقال "نعمل من لندن معاً" ثم سافر إلى باكو'
LOC = "#1d8a5b"


def colours(view: ArticleView, span: Span) -> set[str]:
    """Return the colours in the rectangle of a span."""
    image = view.viewport().grab().toImage()
    found = set()
    for piece in view.text_geometry.pieces(*view.positions.units(span)):
        box = view.mark_painter.box(piece).translated(-view.offset()).toRect()
        found |= {
            image.pixelColor(x, y).name()
            for x in range(box.left() + 3, box.right() - 2)
            for y in range(box.top() + 3, box.bottom() - 2)
        }
    return found


def tint(view: ArticleView, colour: str = LOC):
    return ink(colour, shades(view.palette()))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_an_accepted_entity_is_filled_and_nothing_else_is(show, theme):
    view = show(article(TEXT, ("أرمينيا", "LOC")), palette=QPalette(palette_of(theme)))
    fill = tint(view).fill.name()
    assert fill in colours(view, span_of(TEXT, "أرمينيا"))
    assert fill not in colours(view, span_of(TEXT, "زار مايك"))
    assert fill not in colours(view, span_of(TEXT, "سافر إلى باكو"))


def test_a_suggestion_is_outlined_and_nearly_not_filled(show):
    view = show(article(TEXT, ("أرمينيا", "LOC", Status.SUGGESTED)))
    inside = colours(view, span_of(TEXT, "أرمينيا"))
    assert tint(view).fill.name() not in inside
    assert tint(view).faint.name() in inside


def test_a_rejected_suggestion_is_not_shown(show):
    view = show(article(TEXT))
    without = view.grab().toImage()
    view.refresh(article(TEXT, ("أرمينيا", "LOC", Status.REJECTED)))
    assert view.grab().toImage() == without


def test_an_entity_inside_a_quote_stays_visible(show):
    state = article(TEXT, ("لندن", "LOC"), quotes=(quote(TEXT, "نعمل من لندن معاً"),))
    view = show(state)
    assert tint(view, QUOTE_COLOUR).faint.name() in colours(view, span_of(TEXT, "نعمل"))
    assert tint(view).fill.name() in colours(view, span_of(TEXT, "لندن"))


def test_a_refresh_repaints_the_lines_of_what_changed(show):
    state = article(TEXT, ("أرمينيا", "LOC", Status.SUGGESTED), ("باكو", "LOC", Status.SUGGESTED))
    view = show(state)
    accepted = replace(state.entities[0], status=Status.ACCEPTED)
    after = replace(state, entities=(accepted, *state.entities[1:]))
    view.refresh(after, ["e1"])
    QApplication.processEvents()
    at_once = view.grab().toImage()
    view.refresh(after)
    assert view.grab().toImage() == at_once
    assert tint(view).fill.name() in colours(view, span_of(TEXT, "أرمينيا"))


class Repaints(QObject):
    """Keeps the regions that a widget is asked to paint."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.regions = []
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self.regions.append(event.region())
        return False


def test_a_refresh_repaints_no_more_than_it_must(show):
    text = "\n".join(f"سطر {number} في أرمينيا" for number in range(8))
    state = article(text, ("أرمينيا", "LOC", Status.SUGGESTED))
    view = show(state)
    repaints = Repaints(view.viewport())
    view.refresh(replace(state, entities=()), ["e1"])
    QApplication.processEvents()
    (region,) = repaints.regions
    assert region.contains(point_in(view, text.index("أرمينيا")))
    assert not region.contains(point_in(view, span_of(text, "أرمينيا", 4).start))


def test_the_current_entity_has_a_ring(show, qtbot):
    view = show(article(TEXT, ("أرمينيا", "LOC")))
    before = view.grab().toImage()
    with qtbot.waitSignal(view.current_changed) as told:
        view.set_current("e1")
    assert told.args == ["e1"]
    assert view.grab().toImage() != before
    view.set_current(None)
    assert view.grab().toImage() == before


def test_choosing_a_quote_draws_the_way_to_a_speaker_far_above(show):
    text = "صرح جون سميث.\n" + "سطر آخر من الكلام.\n" * 8 + "«نعم نوافق»"
    said = quote(text, "نعم نوافق", speaker=span_of(text, "جون سميث"))
    view = show(article(text, quotes=(said,)), size=(900, 900))
    line = tint(view, QUOTE_COLOUR).line
    gutter = round(view.column_edges()[1] - 16)
    y = point_in(view, span_of(text, "سطر", 4).start).y()

    def in_the_gutter() -> bool:
        image = view.viewport().grab().toImage()
        around = [image.pixelColor(gutter + dx, y) for dx in (-1, 0, 1)]
        return any(
            abs(pixel.hue() - line.hue()) < 15 for pixel in around if pixel.saturation() > 60
        )

    assert not in_the_gutter()
    view.set_current("q1")
    assert in_the_gutter()


def test_names_follow_the_language(show):
    state = article(TEXT, ("أرمينيا", "LOC"))
    arabic, english = show(state), show(state, language="en")
    for view, name in ((arabic, "مكان"), (english, "Place")):
        sight = view._measured(view.text_geometry.visible(0, 600))
        assert [n.text for n in view.mark_painter.placed_names(sight, view.column_edges())] == [
            name
        ]
    assert arabic.grab().toImage() != english.grab().toImage()


def test_what_is_copied_is_the_stored_text(show):
    text = "جاءَ زيد., وذهب عمرو."
    view = show(text)
    view.set_page_style(PageStyle(diacritics=False))
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text


def test_the_text_cannot_be_changed(show):
    view = show(TEXT)
    QGuiApplication.clipboard().setText("غريب")
    view.select(span_of(TEXT, "زار"))
    for key in (Qt.Key.Key_A, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Tab):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.toPlainText() == TEXT
    assert not view.canPaste()
    assert not view.acceptDrops()


def test_hidden_diacritics_keep_place_and_selection(show):
    text = "قالَ مُحَمَّدٌ ذلكَ\nوالكلامُ طويلٌ"
    view = show(article(text, ("مُحَمَّدٌ", "PER")))
    name = span_of(text, "مُحَمَّدٌ")
    view.select(name)
    view.set_page_style(PageStyle(diacritics=False, size=28))
    assert "ّ" not in view.toPlainText()
    assert view.selection() == name
    view.set_page_style(PageStyle())
    assert view.selection() == name
    assert view.page_style() == PageStyle()


def test_a_place_can_be_come_back_to(show):
    text = "\n".join(f"سطر {number} من نص طويل" for number in range(200))
    view = show(text, size=(600, 400))
    span = span_of(text, "سطر 150")
    view.scroll_to(span)
    view.set_caret(span.end)
    place = view.place()
    assert place.caret == span.end
    again = show(text, size=(600, 400))
    again.set_article(article(text), LABELS, "ar", place)
    assert again.place() == place
    assert again.verticalScrollBar().value() == pytest.approx(
        view.verticalScrollBar().value(), abs=40
    )


def test_a_shown_article_starts_quietly_and_at_its_place(show, qtbot):
    state = article(TEXT, ("أرمينيا", "LOC"))
    view = show(TEXT)
    view.select(Span(0, 3))
    with qtbot.assertNotEmitted(view.current_changed):
        view.set_article(state, LABELS, "ar", Place(caret=9, record="e1"))
    assert (view.caret(), view.selection(), view.current()) == (9, None, "e1")


def test_scrolling_to_what_is_in_sight_does_not_move(show):
    text = "\n".join(f"سطر {number} من نص طويل" for number in range(200))
    view = show(text, size=(600, 400))
    view.scroll_to(span_of(text, "سطر 3"))
    assert view.verticalScrollBar().value() == 0
    view.scroll_to(span_of(text, "سطر 190"))
    piece, *_ = view.text_geometry.pieces(*view.positions.units(span_of(text, "سطر 190")))
    y = piece.rect.translated(-view.offset()).top()
    assert 0 < y < view.viewport().height() / 2


def test_the_tool_tip_says_who_suggested_and_how_surely(show):
    state = article(TEXT, ("أرمينيا", "LOC", Status.SUGGESTED))
    reasons = (Reason("camel", 0.934), Reason("gazetteer", None))
    entity = replace(state.entities[0], origin="camel", reasons=reasons, note="راجع")
    view = show(replace(state, entities=(entity,)), language="en")
    point = point_in(view, TEXT.index("مينيا"))
    tip = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), tip)
    assert QToolTip.text().splitlines() == [
        "Place, suggested",
        "Suggested by camel, 93%",
        "Suggested by gazetteer",
        "راجع",
    ]
    QToolTip.hideText()


def test_a_screen_reader_hears_the_article_and_its_current_record(show):
    view = show(article(TEXT, ("أرمينيا", "LOC")), language="en")
    assert view.accessibleName() == "Article"
    view.set_current("e1")
    assert view.accessibleDescription() == "Place, accepted"


def test_keys_that_are_not_the_carets_go_to_the_window(show):
    view = show(TEXT)
    for key, ours in ((Qt.Key.Key_Left, True), (Qt.Key.Key_A, False), (Qt.Key.Key_Tab, False)):
        event = _override(key)
        QApplication.sendEvent(view, event)
        assert event.isAccepted() is ours


def _override(key):
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)


def test_a_theme_change_recolours_the_page(show):
    view = show(article(TEXT, ("أرمينيا", "LOC")))
    light = tint(view).fill.name()
    view.setPalette(QPalette(palette_of(DARK)))
    found = colours(view, span_of(TEXT, "أرمينيا"))
    assert light not in found
    assert tint(view).fill.name() in found


@pytest.mark.parametrize("width", [1600, 1601])
def test_the_column_is_capped_and_centred(show, width):
    view = show(TEXT, size=(width, 500))
    left = view.viewport().mapTo(view, QPoint(0, 0)).x()
    assert view.viewport().width() == view.page_style().column + 64
    assert left == pytest.approx((width - view.viewport().width()) / 2, abs=12)
    assert show(TEXT, size=(500, 500)).viewport().width() > 470


def test_the_title_line_is_larger_and_bold(show):
    view = show("عنوان قصير\n\nنص المقال يأتي هنا في فقرة طويلة بعض الشيء.")
    title, body = view.document().firstBlock(), view.document().lastBlock()
    fonts = [
        block.layout().formats() or block.begin().fragment().charFormat() for block in (title, body)
    ]
    assert fonts[0].font().bold()
    assert not fonts[1].font().bold()
    assert fonts[0].font().pixelSize() > view.page_style().size
