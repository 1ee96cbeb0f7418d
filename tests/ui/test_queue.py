"""Which suggestions are shown, and in which order."""

from __future__ import annotations

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.ui.queue import Queue


def entity(name: str, start: int, score: float | None, status: Status = Status.SUGGESTED) -> Entity:
    return Entity(name, Span(start, start + 2), "PER", status, origin="camel", score=score)


STATE = AnnotatedArticle(
    Article("a", "x" * 40),
    entities=(
        entity("strong", 0, 0.9),
        entity("weak", 5, 0.3),
        entity("weak but accepted", 10, 0.2, Status.ACCEPTED),
        entity("unscored", 15, None),
        entity("even", 20, 0.5),
    ),
    quotes=(
        Quote(
            "quote",
            QuoteType.DIRECT,
            (Span(7, 9),),
            status=Status.SUGGESTED,
            origin="quotes",
            score=0.4,
        ),
    ),
)


def names(records) -> list[str]:
    return [record.id for record in records]


def test_nothing_is_hidden_at_first() -> None:
    queue = Queue()
    assert queue.shown(STATE) is STATE
    assert queue.hidden(STATE) == 0
    assert names(queue.waiting(STATE)) == ["strong", "weak", "quote", "unscored", "even"]


def test_the_weak_are_hidden_but_not_what_was_decided_or_has_no_score() -> None:
    queue = Queue(weakest=50)
    shown = queue.shown(STATE)
    assert names(shown.entities) == ["strong", "weak but accepted", "unscored", "even"]
    assert shown.quotes == ()
    assert queue.hidden(STATE) == 2
    assert names(queue.waiting(STATE)) == ["strong", "unscored", "even"]


def test_the_surest_come_first_and_of_equals_the_earlier() -> None:
    queue = Queue(surest_first=True)
    assert names(queue.waiting(STATE)) == ["unscored", "strong", "even", "quote", "weak"]


@pytest.mark.parametrize(
    ("current", "caret", "step", "expected"),
    [
        (None, 0, 1, "strong"),
        (None, 1, 1, "weak"),
        (None, 39, 1, "strong"),
        (None, 0, -1, "even"),
        (None, 15, -1, "quote"),
        ("weak", 0, 1, "quote"),
        ("weak", 0, -1, "strong"),
        ("even", 0, 1, "strong"),
    ],
)
def test_next_and_before_in_the_order_of_the_text(current, caret, step, expected) -> None:
    record = STATE.entity(current) if current else None
    found = Queue().neighbour(Queue().waiting(STATE), record, caret, step)
    assert found.id == expected


@pytest.mark.parametrize(
    ("current", "step", "expected"),
    [
        (None, 1, "unscored"),
        (None, -1, "weak"),
        ("strong", 1, "even"),
        ("even", -1, "strong"),
        ("weak", 1, "unscored"),
        ("weak but accepted", 1, "unscored"),
        ("weak but accepted", -1, "weak"),
    ],
)
def test_next_and_before_by_score(current, step, expected) -> None:
    queue = Queue(surest_first=True)
    record = STATE.entity(current) if current else None
    assert queue.neighbour(queue.waiting(STATE), record, 17, step).id == expected
