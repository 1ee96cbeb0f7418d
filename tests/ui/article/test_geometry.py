"""Rectangles of spans: halves of ligatures, two directions, several lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from annotator.core.graphemes import is_grapheme_boundary
from annotator.core.spans import Span
from annotator.ui.article.geometry import EDGE_PAD
from annotator.ui.article.letters import LineLetters

from .conftest import span_of

WORD = "سافر لأرمينيا أمس"
MIXED = (
    "وقال نحو 5 آلاف قتيل وفق 12 مصدراً في Reuters News من 2020 إلى 2021، "
    "وكان 7 منهم Z و B هنا والأردن"
)


def pieces_of(view, span):
    return view.text_geometry.pieces(*view.positions.units(span))


def test_a_name_inside_its_word_lies_in_the_words_rectangle(show):
    view = show(WORD)
    (word,) = pieces_of(view, span_of(WORD, "لأرمينيا"))
    (name,) = pieces_of(view, span_of(WORD, "أرمينيا"))
    (rest,) = pieces_of(view, span_of(WORD, "رمينيا"))
    assert word.rect.contains(name.rect)
    # The lam is left out, the alef that is drawn with it is in: the edge is between them.
    assert rest.rect.right() + 1 < name.rect.right() < word.rect.right() - EDGE_PAD - 1
    assert name.from_right
    assert name.starts
    assert name.ends


def test_the_two_letters_of_a_ligature_share_its_width(show):
    view = show(WORD)
    lam, alef = span_of(WORD, "ل"), span_of(WORD, "أ")
    ((one,), (other,)) = pieces_of(view, lam), pieces_of(view, alef)
    assert one.rect.width() - EDGE_PAD == pytest.approx(other.rect.width())
    assert one.rect.left() == pytest.approx(other.rect.right())


@pytest.mark.parametrize("width", range(300, 760, 37))
def test_the_letters_of_a_mixed_line_lie_side_by_side(show, width):
    view = show(MIXED, size=(width, 700))
    geometry, positions = view.text_geometry, view.positions
    for found in geometry._lines(0, positions.length):
        letters = LineLetters(found.line, found.base, positions)
        cells = sorted((min(cell), max(cell)) for _, cell in letters.cells())
        for (_, right), (left, _) in pairwise(cells):
            assert left == pytest.approx(right, abs=0.6)


@pytest.mark.parametrize("width", range(300, 760, 37))
def test_every_caret_place_of_a_line_stands_elsewhere(show, width):
    view = show(MIXED, size=(width, 700))
    for found in view.text_geometry._lines(0, view.positions.length):
        places = [round(x, 1) for x, _ in view.text_geometry.caret_places(found.start)]
        assert len(set(places)) == len(places)


def test_a_span_in_two_directions_has_a_piece_for_each_run(show):
    text = "زار Apple مصر"
    view = show(text)
    (apple,) = pieces_of(view, span_of(text, "Apple"))
    assert not apple.from_right
    halves = pieces_of(view, span_of(text, "زار App"))
    assert [piece.from_right for piece in halves] == [True, False]
    assert [piece.starts for piece in halves] == [True, False]
    assert [piece.ends for piece in halves] == [False, True]
    # "App" is the left part of Apple, which stands left of زار: the two do not touch.
    assert halves[1].rect.right() < halves[0].rect.left() - 1


def test_a_long_span_has_a_piece_a_line_without_hanging_space(show):
    text = "كلمة " * 60 + "نهاية"
    view = show(text, size=(400, 600))
    pieces = pieces_of(view, Span(0, len(text)))
    assert len(pieces) > 5
    page = view.document().textWidth()
    assert all(0 < piece.rect.left() < piece.rect.right() < page for piece in pieces)
    assert [piece.starts for piece in pieces] == [True] + [False] * (len(pieces) - 1)
    assert [piece.ends for piece in pieces] == [False] * (len(pieces) - 1) + [True]


def test_only_the_lines_asked_for_are_measured(show):
    text = "كلمة " * 400
    view = show(text, size=(400, 300))
    units = view.positions.units(Span(0, len(text) - 1))
    visible = view.text_geometry.visible(100, 200)
    inside = view.text_geometry.pieces(*units, visible)
    assert 1 < len(inside) < 6
    assert not inside[0].starts


@pytest.mark.parametrize("y", [-500, 0, 33, 100, 400, 777, 1500, 10**7])
def test_a_height_finds_the_same_line_before_and_after_all_is_laid_out(show, y):
    text = "\n".join(f"سطر رقم {number} من النص" for number in range(3000))
    view = show("")
    view.set_text(text)
    early = view.text_geometry.visible(y, y)
    view.text_geometry.visible(10**7, 10**7)
    assert view.text_geometry.visible(y, y) == early


def test_a_point_finds_the_letter_that_is_drawn_there(show):
    view = show(MIXED, size=(500, 700))
    geometry = view.text_geometry
    for at in range(len(MIXED)):
        if MIXED[at].isspace() or not is_grapheme_boundary(MIXED, at):
            continue
        start, end = view.positions.units(Span(at, at + 1))
        for piece in geometry.pieces(start, end):
            assert geometry.letter_at(piece.rect.center()) == start


def test_no_letter_beside_the_text(show):
    view = show(WORD)
    (word,) = pieces_of(view, Span(0, len(WORD)))
    assert view.text_geometry.letter_at(QPointF(2, word.rect.center().y())) is None
    assert view.text_geometry.letter_at(word.rect.center() + QPointF(0, 300)) is None


def test_an_empty_article_has_a_caret(show):
    view = show("")
    assert view.text_geometry.caret_rect(0).height() > 10
    assert view.text_geometry.unit_at(QPointF(50, 50)) == 0


@pytest.mark.parametrize("text", ["Reuters", "2020", "Apple في مصر", '"كذا"', "مصر"])
def test_every_paragraph_starts_at_the_right(show, text):
    view = show(f"{text}\nسطر")
    first = view.text_geometry.caret_places(0)[-1]
    below = view.text_geometry.caret_places(view.positions.length)[-1]
    assert first == (pytest.approx(below[0], abs=2), 0)
