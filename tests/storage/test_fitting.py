"""Rows of a damaged project made to fit: however many there are, few are held at a time."""

from __future__ import annotations

import sqlite3
import tracemalloc
from collections import Counter
from contextlib import closing
from pathlib import Path

from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.storage import ProjectFile
from annotator.storage.fitting import fit_together

ARTICLES = 60
_LONGER = "UPDATE article_text SET text = text || replace(hex(zeroblob(100000)), '00', 'ب ')"


def test_a_repair_does_not_hold_all_texts(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        file.add_articles(
            AnnotatedArticle(
                Article(f"a{n}", f"قال بايدن {n}"),
                entities=tuple(Entity(f"e{k}", Span(k, 9), "PER") for k in range(3)),
            )
            for n in range(ARTICLES)
        )
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(_LONGER)
        connection.execute("DELETE FROM article WHERE key > 30")
        connection.execute("UPDATE entity SET \"end\" = 900000 WHERE id = 'e1'")
        (size,) = connection.execute("SELECT sum(length(text)) FROM article_text").fetchone()
        lost: Counter[str] = Counter()
        told: Counter[str] = Counter()
        tracemalloc.start()
        try:
            fit_together(connection, lambda _, what, count=1: told.update({what: count}), lost)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert peak < size / 2, f"{peak} bytes for {size} characters"
    assert told["name"] == 30
    assert lost["entity"] == ARTICLES
