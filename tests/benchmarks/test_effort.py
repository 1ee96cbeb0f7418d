"""The effort simulator counts what a person would do, on an article worked out by hand."""

from __future__ import annotations

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.suggest.memory import Memory
from tests.benchmarks.effort import Annotator, Effort, Gold, Name, Way, pseudo_articles

TEXT = "زار بومبيو باكو ثم لأرمينيا وقال جون كيري إن باكو بعيدة"


def names(*labelled: tuple[str, str]) -> tuple[Name, ...]:
    found = []
    at = 0
    for string, label in labelled:
        at = TEXT.index(string, at)
        found.append(Name(Span(at, at + len(string)), label))
        at += len(string)
    return tuple(found)


GOLD = Gold(
    Article("a", TEXT),
    names(
        ("بومبيو", "PER"),
        ("باكو", "LOC"),
        ("لأرمينيا", "LOC"),
        ("جون كيري", "PER"),
        ("باكو", "LOC"),
    ),
)


def opened(*suggested: tuple[str, str, float]) -> AnnotatedArticle:
    entities = tuple(
        Entity(
            f"e{number}",
            Span(TEXT.index(string), TEXT.index(string) + len(string)),
            label,
            Status.SUGGESTED,
            "names",
            score,
        )
        for number, (string, label, score) in enumerate(suggested, 1)
    )
    return AnnotatedArticle(GOLD.article, entities=entities)


RIGHT = (("بومبيو", "PER", 0.9), ("باكو", "LOC", 0.9), ("أرمينيا", "LOC", 0.9))


@pytest.mark.parametrize(
    ("suggested", "each", "rest"),
    [
        pytest.param((), 3 * 2 + 2 + 1 + 1, 4 * 2 + 1, id="by hand: باكو is echoed"),
        pytest.param(
            RIGHT, 3 + 2 + 1 + 1, 2 + 2 + 1, id="right ones; a proclitic left out is right"
        ),
        pytest.param((*RIGHT, ("جون", "PER", 0.9)), 3 + 1 + 1 + 1, 1 + 2 + 1, id="an edge"),
        pytest.param((*RIGHT, ("جون كيري", "ORG", 0.9)), 3 + 1 + 1 + 1, 1 + 2 + 1, id="a label"),
        pytest.param((*RIGHT, ("جون", "LOC", 0.9)), 3 + 2 + 1 + 1, 2 + 2 + 1, id="both"),
        pytest.param((*RIGHT, ("بعيدة", "LOC", 0.9)), 3 + 2 + 1 + 1 + 1, 5 + 1, id="a wrong one"),
        pytest.param((*RIGHT, ("بعيدة", "LOC", 0.1)), 3 + 2 + 1 + 1, 5, id="a wrong one, hidden"),
    ],
)
def test_decisions(suggested, each, rest):
    for accept_rest, expected in ((False, each), (True, rest)):
        annotator = Annotator(opened(*suggested), GOLD, Memory(), Way(accept_rest))
        done = annotator.work()
        assert annotator.decisions == expected
        assert done.status is ArticleStatus.DONE
        accepted = [e for e in done.entities if e.status is Status.ACCEPTED]
        assert [e.label for e in accepted] == [name.label for name in GOLD.names]
        assert all(e.span.end == n.span.end for e, n in zip(accepted, GOLD.names, strict=True))


def test_memory_spares_the_next_article():
    memory = Memory()
    Annotator(opened(), GOLD, memory, Way()).work()
    assert memory.best(("بومبيو",)) == ("PER", pytest.approx(2 / 3))


def test_pseudo_articles():
    sentences = [(["زار", "بومبيو"], ["O", "B-PER"]), (["باكو", "."], ["B-LOC", "O"])] * 3
    first, second = pseudo_articles(sentences, words=8)
    assert first.article.text == "زار بومبيو\nباكو .\nزار بومبيو\nباكو ."
    assert [(n.span.of(first.article.text), n.label) for n in first.names] == [
        ("بومبيو", "PER"),
        ("باكو", "LOC"),
    ] * 2
    assert len(second.names) == 2


def test_effort_is_decisions_a_name():
    assert Effort(12, 10).plus(Effort(2, 0)).each == 1.4
    assert Effort().each == 0
