"""What happens at every decision, and when an article is opened for the first time."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from annotator.core import decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.progress import Progress
from annotator.services.project import open_project
from annotator.services.suggesting import suggest


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
