"""The record of ``stats --json``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import Actor, accept, finish, reject, relabel
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.services.project import create_project
from annotator.services.session import ArticleSession
from annotator.services.stats import acceptance, by_minute, median_seconds, project_stats
from annotator.storage import Outcome, Period


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
        stats = project_stats(project.file)
        assert {key: stats[key] for key in ("articles", "entities", "quotes", "suggestions")} == {
            "articles": {"total": 2, "new": 1, "in_progress": 0, "done": 1, "reviewed": 0},
            "entities": {"LOC": 1, "ORG": 1, "PER": 1},
            "quotes": {"direct": 1, "mixed": 0, "indirect": 0},
            "suggestions": {
                "camel": {"accepted": 1, "rejected": 1, "pending": 1},
                "quotes": {"accepted": 1, "rejected": 0, "pending": 1},
            },
        }


DAY = "2026-11-22"


def test_work_by_day_label_and_engine(tmp_path: Path) -> None:
    entities = (
        Entity("e1", Span(0, 2), "LOC", Status.SUGGESTED, "camel"),
        Entity("e2", Span(3, 5), "LOC", Status.SUGGESTED, "camel"),
        Entity("e3", Span(6, 8), "PER", Status.SUGGESTED, "memory"),
        Entity("e4", Span(9, 11), "PER", Status.SUGGESTED, "conll2003"),
    )
    quotes = (
        Quote("q1", QuoteType.MIXED, (Span(0, 2),), status=Status.SUGGESTED, origin="quotes"),
    )
    salma = Actor("salma", f"{DAY}T12:00:00Z")
    with create_project(tmp_path / "p.annotator", annotator="salma") as project:
        article = AnnotatedArticle(Article("a", "aa bb cc dd"), entities=entities, quotes=quotes)
        (key,) = project.file.add_articles([article]).keys
        session: ArticleSession = project.open_article(key)
        session.perform(accept(session.state, ["e1", "e4"], salma))
        session.perform(relabel(session.state, ["e2"], "ORG", salma))
        session.perform(reject(session.state, ["e3", "q1"], salma))
        session.perform(finish(session.state, salma))
        project.file.add_time(key, "salma", date.fromisoformat(DAY), 125)
        stats = project_stats(project.file)
        nobody = project_stats(project.file, Period("omar"))
    counts = {"accepted": 0, "corrected": 0, "added": 0, "rejected": 0}
    assert stats["decisions"] == {
        "entities": {**counts, "accepted": 2, "corrected": 1, "rejected": 1},
        "quotes": {**counts, "rejected": 1},
    }
    assert stats["days"] == {
        DAY: {
            "accepted": 2,
            "corrected": 1,
            "added": 0,
            "rejected": 2,
            "articles": 1,
            "seconds": 125,
        }
    }
    assert stats["labels"] == {
        "LOC": {**counts, "accepted": 1},
        "ORG": {**counts, "corrected": 1},
        "PER": {**counts, "accepted": 1, "rejected": 1},
    }
    assert stats["engines"] == {
        "camel": {**counts, "accepted": 1, "corrected": 1, "acceptance": 0.5},
        "memory": {**counts, "rejected": 1, "acceptance": 0.0},
        "quotes": {**counts, "rejected": 1, "acceptance": 0.0},
    }
    assert stats["time"] == {
        "seconds": 125, "articles": 1, "median_seconds": 125, "minutes": {"2": 1}
    }  # fmt: skip
    assert (nobody["days"], nobody["engines"], nobody["time"]["seconds"]) == ({}, {}, 0)


@pytest.mark.parametrize(
    ("durations", "median"),
    [({}, None), ({7: 1}, 7), ({7: 1, 9: 1}, 8), ({7: 3, 90: 2}, 7), ({1: 1, 5: 1, 100: 1}, 5)],
)
def test_median(durations: dict[int, int], median: float | None) -> None:
    assert median_seconds(durations) == median


def test_minutes_and_acceptance() -> None:
    assert by_minute({0: 1, 59: 2, 60: 3, 3600: 1}.items()) == {0: 3, 1: 3, 60: 1}
    assert acceptance({Outcome.ADDED: 3}) is None
    assert acceptance({Outcome.ACCEPTED: 3, Outcome.CORRECTED: 1, Outcome.ADDED: 9}) == 0.75
