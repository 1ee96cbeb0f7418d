"""The record of ``stats --json``."""

from __future__ import annotations

from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.services.project import create_project
from annotator.services.stats import project_stats


def test_the_keys_of_the_contract(tmp_path: Path) -> None:
    entities = (
        Entity("e1", Span(0, 2), "LOC", Status.ACCEPTED, "camel"),
        Entity("e2", Span(3, 5), "LOC", Status.REJECTED, "camel"),
        Entity("e3", Span(6, 8), "PER", Status.SUGGESTED, "camel"),
        Entity("e4", Span(9, 11), "PER"),
        Entity("e5", Span(9, 11), "ORG", Status.ACCEPTED, "conll2003"),
    )
    quotes = (
        Quote("q1", QuoteType.DIRECT, (Span(0, 2),), origin="quotes"),
        Quote("q2", QuoteType.MIXED, (Span(0, 2),), status=Status.SUGGESTED, origin="quotes"),
    )
    with create_project(tmp_path / "p.annotator") as project:
        project.file.add_articles(
            [
                AnnotatedArticle(
                    Article("a", "aa bb cc dd"), "salma", ArticleStatus.DONE, entities, quotes
                ),
                AnnotatedArticle(Article("b", "nothing yet")),
            ]
        )
        assert project_stats(project.file) == {
            "articles": {"total": 2, "new": 1, "in_progress": 0, "done": 1, "reviewed": 0},
            "entities": {"LOC": 1, "ORG": 1, "PER": 1},
            "quotes": {"direct": 1, "mixed": 0, "indirect": 0},
            "suggestions": {
                "camel": {"accepted": 1, "rejected": 1, "pending": 1},
                "quotes": {"accepted": 1, "rejected": 0, "pending": 1},
            },
        }
