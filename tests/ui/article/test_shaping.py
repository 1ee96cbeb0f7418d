"""Highlights leave the letters alone: the glyphs are the same with and without them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor

from annotator.core.entities import Status

from .conftest import article, quote, span_of

TEXT = "سافر المسؤول لأرمينيا والأردن يوم 27 مع Apple الجمعة"


def glyphs(view):
    """Return index and place of every glyph of the article."""
    found = []
    block = view.document().firstBlock()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount()):
            for run in layout.lineAt(number).glyphRuns():
                places = [(round(p.x(), 3), round(p.y(), 3)) for p in run.positions()]
                found.append((run.glyphIndexes(), places))
        block = block.next()
    return found


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.SUGGESTED])
def test_a_half_word_highlight_moves_no_glyph(show, status):
    view = show(article(TEXT))
    before = glyphs(view)
    view.refresh(article(TEXT, ("أرمينيا", "LOC", status), ("أردن", "LOC", status)))
    view.set_current("e1")
    view.grab()
    assert glyphs(view) == before


def test_a_selected_half_word_moves_no_glyph(show):
    view = show(article(TEXT))
    before = glyphs(view)
    view.select(span_of(TEXT, "رمين"))
    view.grab()
    assert glyphs(view) == before


def test_a_quote_with_its_parts_moves_no_glyph(show):
    view = show(article(TEXT))
    before = glyphs(view)
    state = article(TEXT, quotes=(quote(TEXT, "رمينيا والأر", cue="سافر", source="مسؤول"),))
    view.refresh(state)
    view.set_current("q1")
    view.grab()
    assert glyphs(view) == before


def test_the_comparison_sees_a_char_format(show):
    """Were highlights made with char formats, the tests above would fail."""
    view = show(article(TEXT))
    before = glyphs(view)
    cursor = QTextCursor(view.document())
    start, end = view.positions.units(span_of(TEXT, "أرمينيا"))
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    highlight = QTextCharFormat()
    highlight.setFontUnderline(True)
    cursor.mergeCharFormat(highlight)
    view.grab()
    assert glyphs(view) != before
