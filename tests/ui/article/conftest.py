"""A shown article to look at, point at and press keys in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.labels import Label, LabelSet
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.ui.article.view import ArticleView
from annotator.ui.theme import LIGHT, palette_of

LABELS = LabelSet(
    "test",
    (
        Label("PER", {"ar": "شخص", "en": "Person"}, "#2f6fdb"),
        Label("LOC", {"ar": "مكان", "en": "Place"}, "#1d8a5b"),
        Label("ORG", {"ar": "جهة", "en": "Organisation"}, "#b3541e"),
    ),
)


def span_of(text: str, part: str, number: int = 0) -> Span:
    """Return where ``part`` occurs in ``text`` for the ``number``-th time, from 0."""
    at = -1
    for _ in range(number + 1):
        at = text.index(part, at + 1)
    return Span(at, at + len(part))


def article(
    text: str,
    *entities: tuple[str, str] | tuple[str, str, Status],
    quotes: tuple[Quote, ...] = (),
) -> AnnotatedArticle:
    """Return an article with entities e1, e2, … given as (text, label[, status])."""
    made = [
        Entity(f"e{number}", span_of(text, part), label, *status)
        for number, (part, label, *status) in enumerate(entities, 1)
    ]
    return AnnotatedArticle(
        Article("a", text), entities=in_reading_order(made), quotes=in_reading_order(quotes)
    )


def quote(text: str, content: str, cue: str = "", source: str = "", **more) -> Quote:
    """Return the quote q1 of these parts of ``text``."""
    return Quote(
        "q1",
        QuoteType.DIRECT,
        (span_of(text, content),),
        cue=(span_of(text, cue),) if cue else (),
        source=span_of(text, source) if source else None,
        **more,
    )


@pytest.fixture
def show(qtbot) -> Callable[..., ArticleView]:
    """Return a function that shows a state (or a bare text) in a view of 900 by 600 pixels."""

    def shown(
        state: AnnotatedArticle | str, *, language: str = "ar", size=(900, 600), palette=None
    ) -> ArticleView:
        view = ArticleView()
        qtbot.addWidget(view)
        view.setPalette(palette or QPalette(palette_of(LIGHT)))
        view.resize(*size)
        view.show()
        view.set_article(article(state) if isinstance(state, str) else state, LABELS, language)
        view.setFocus()
        QApplication.processEvents()
        return view

    return shown


def point_in(view: ArticleView, at: int, share: float = 0.5) -> QPoint:
    """Return the viewport's point over the letter at stored ``at``.

    ``share`` says how far into the letter, from the side that is read first.
    """
    start, _ = view.positions.units(Span(at, at + 1))
    piece = view.text_geometry.pieces(start, start + 1)[0]
    rect = piece.rect.translated(-view.offset())
    x = (
        rect.right() - share * rect.width()
        if piece.from_right
        else rect.left() + share * rect.width()
    )
    return QPoint(round(x), round(rect.center().y()))
