"""Evaluation of files and projects: who is matched with whom, and what is said of the rest."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.jsonl import to_line
from annotator.review.entity_scores import Score
from annotator.services.evaluating import evaluate
from annotator.services.project import create_project

TEXTS = ("قال مايك بومبيو: «نعم نعم»", "عاد بوتين")


@pytest.fixture
def gold() -> list[AnnotatedArticle]:
    quote = Quote("q1", QuoteType.DIRECT, (Span(18, 25),), cue=(Span(0, 3),), source=Span(4, 15))
    return [
        AnnotatedArticle(
            Article("a", TEXTS[0]), entities=(Entity("e1", Span(4, 15), "PER"),), quotes=(quote,)
        ),
        AnnotatedArticle(Article("b", TEXTS[1]), entities=(Entity("e1", Span(4, 9), "PER"),)),
    ]


def write(path: Path, articles: list[AnnotatedArticle]) -> Path:
    path.write_bytes(b"".join(to_line(article) for article in articles))
    return path


def test_a_file_against_itself_is_perfect(tmp_path: Path, gold: list[AnnotatedArticle]):
    path = write(tmp_path / "gold.jsonl", gold)
    result = evaluate(path, path)
    assert result.entities.exact == Score(2, 2, 2)
    assert result.quotes.direct_exact == Score(1, 1, 1)
    assert result.as_json()["errors"] == []
    assert not result.problems


def test_articles_are_matched_by_text_not_by_place(tmp_path: Path, gold: list[AnnotatedArticle]):
    result = evaluate(write(tmp_path / "gold.jsonl", gold), write(tmp_path / "p.jsonl", gold[::-1]))
    assert result.entities.exact == Score(2, 2, 2)


def test_rests_of_both_sides_are_told(tmp_path: Path, gold: list[AnnotatedArticle]):
    other = AnnotatedArticle(Article("c", "نص آخر"))
    result = evaluate(
        write(tmp_path / "gold.jsonl", gold), write(tmp_path / "p.jsonl", [gold[0], other])
    )
    assert result.entities.exact == Score(1, 1, 2)
    assert [(problem.kind, problem.article) for problem in result.problems] == [
        ("unmatched", "b"),
        ("unmatched", "c"),
    ]


def test_a_project_can_be_gold(tmp_path: Path, gold: list[AnnotatedArticle]):
    path = tmp_path / "p.annotator"
    with create_project(path, annotator="salma") as project:
        project.file.add_articles(gold)
    assert evaluate(path, write(tmp_path / "p.jsonl", gold)).entities.exact == Score(2, 2, 2)


def test_optional_gold_is_neither_asked_for_nor_held_against(
    tmp_path: Path, gold: list[AnnotatedArticle]
):
    (entity,) = gold[1].entities
    optional = replace(gold[1], entities=(replace(entity, extra={"optional": True}),))
    for name, found in (("with", gold[1]), ("without", replace(gold[1], entities=()))):
        result = evaluate(
            write(tmp_path / "gold.jsonl", [optional]), write(tmp_path / f"{name}.jsonl", [found])
        )
        assert result.entities.exact == result.entities.overlap == Score(0, 0, 0)


def test_suggestions_are_scored_when_there_is_no_other_file(
    tmp_path: Path, gold: list[AnnotatedArticle]
):
    result = evaluate(write(tmp_path / "gold.jsonl", gold), engines=["quotes"])
    assert result.entities.exact.predicted == 0
    assert result.quotes.direct_exact == Score(1, 1, 1)


def test_rejected_suggestions_do_not_count(tmp_path: Path, gold: list[AnnotatedArticle]):
    (entity,) = gold[1].entities
    found = replace(gold[1], entities=(replace(entity, status=Status.REJECTED),))
    result = evaluate(
        write(tmp_path / "gold.jsonl", gold[1:]), write(tmp_path / "p.jsonl", [found])
    )
    assert result.entities.exact == Score(0, 0, 1)
