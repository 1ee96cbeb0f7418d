"""A search over 30,000 articles, until its first lines can be shown, and until all is counted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.services.concordance import Search, search_all
from annotator.storage import Concordance, Narrowing, ProjectFile
from annotator.storage.query import parse_query
from tests.benchmarks.corpora import texts

pytestmark = pytest.mark.timeout(900)  # the project is made with the first of them

ARTICLES = 30_000
SHOWN = 40

WORD = "واشنطن"
PHRASE = '"وزير الخارجية"'


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("search") / "corpus.annotator"
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        file.add_articles(
            AnnotatedArticle(Article(f"a{n}", text))
            for n, text in enumerate(islice(texts(), ARTICLES))
        )
        assert file.article_count() == ARTICLES
    return path


@pytest.fixture
def bare(corpus: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(corpus)
    yield connection
    connection.close()


def _count(connection: sqlite3.Connection, match: str) -> int:
    (count,) = connection.execute(
        "SELECT count(*) FROM article_search WHERE article_search MATCH ?", (match,)
    ).fetchone()
    return int(count)


@pytest.mark.parametrize("text", [WORD, PHRASE], ids=["word", "phrase"])
def test_first_lines_from_30000_articles(measure, corpus: Path, bare, text: str):
    shown = []

    def first_lines() -> None:
        with Concordance(corpus, "salma") as concordance:
            found = next(concordance.found(parse_query(text), Narrowing()))
            shown[:] = concordance.lines(found.hits[:SHOWN])

    measure(
        first_lines,
        lambda: _count(bare, text.replace("ة", "ه")),
        "count(*) of the same words in FTS5, spelt in one way",
        rounds=20,
    )
    assert shown


def test_all_hits_in_30000_articles(measure, corpus: Path, bare):
    hits = []

    def all_hits() -> None:
        hits.clear()
        search_all(corpus, "salma", Search(WORD), hits.extend)

    measure(
        all_hits,
        lambda: _count(bare, WORD),
        "count(*) of the same word in FTS5, spelt in one way",
        rounds=10,
    )
    assert len(hits) >= _count(bare, WORD)
