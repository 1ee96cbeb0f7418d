"""What happens at every decision, and when an article is opened for the first time."""

from __future__ import annotations

import json
import sqlite3
from itertools import islice
from pathlib import Path
from time import process_time

import pytest

from annotator.core import decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.progress import Progress
from annotator.services.project import open_project
from annotator.services.suggesting import available_engines, suggest
from tests.benchmarks.corpora import texts


def test_decision_to_disk(measure, project_path: Path, tmp_path: Path):
    bare = sqlite3.connect(tmp_path / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE edits (id INTEGER PRIMARY KEY, record TEXT)")
    record = json.dumps({"kind": "do", "name": "accept", "before": "x" * 150, "after": "x" * 150})
    with open_project(project_path, annotator="salma") as project:
        session = project.open_article(2)
        (first, *_) = session.state.pending()
        turn = [decisions.accept, decisions.reopen]

        def decide() -> None:
            turn.reverse()
            session.perform(turn[1](session.state, [first.id], session.actor()))

        measure(
            decide,
            lambda: bare.execute("INSERT INTO edits (record) VALUES (?)", [record]),
            "one INSERT in sqlite3, WAL, synchronous FULL",
            rounds=200,
        )
        assert len(session.history.done) == 201
    bare.close()


def test_suggestions_for_the_seed(measure, suggested: AnnotatedArticle):
    from camel_tools.tokenizers.word import simple_word_tokenize

    measure(
        lambda: suggest(suggested.article, progress=Progress()),
        lambda: simple_word_tokenize(suggested.text),
        "camel-tools' tokenizer, once over the text",
        rounds=20,
    )
    assert suggested.entities
    assert suggested.quotes


READY = [engine.id for engine in available_engines() if engine.availability.ready]


@pytest.mark.parametrize("engine", READY)
def test_suggestions_by(measure, benchmark, engine: str):
    """Ten news articles through one engine alone."""
    from camel_tools.tokenizers.word import simple_word_tokenize

    articles = [Article(f"a{n}", text) for n, text in enumerate(islice(texts(), 10))]
    measure(
        lambda: [suggest(one, engines=[engine], progress=Progress()) for one in articles],
        lambda: [simple_word_tokenize(one.text) for one in articles],
        "camel-tools' tokenizer, once over the texts",
        rounds=3,
        clock=process_time,
    )
    taken = benchmark.extra_info["value"] / 1000
    benchmark.extra_info["articles_a_second"] = round(len(articles) / taken, 1)
