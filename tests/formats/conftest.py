"""Articles that a format may meet, and reading and writing in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.problems import Problem
from annotator.core.spans import Span
from annotator.formats.base import Reader, ReadOptions, WriteOptions
from annotator.formats.source import open_source


@pytest.fixture
def article():
    """Make an article in which the first occurrence of each string has that label."""

    def make(text: str, *marked: tuple[str, str], id_: str = "a1") -> AnnotatedArticle:
        entities = []
        for number, (string, label) in enumerate(marked, 1):
            start = text.index(string)
            entities.append(Entity(f"e{number}", Span(start, start + len(string)), label))
        return AnnotatedArticle(Article(id_, text), entities=tuple(entities))

    return make


@pytest.fixture
def read_file():
    """Return the articles and the problems of a file."""

    def read(format_: Reader, path: Path) -> tuple[list[AnnotatedArticle], list[Problem]]:
        items = list(format_.read(open_source(path), ReadOptions()))
        return (
            [item for item in items if isinstance(item, AnnotatedArticle)],
            [item for item in items if isinstance(item, Problem)],
        )

    return read


@pytest.fixture
def read_back(tmp_path: Path, read_file):
    """Write articles in a format and read the file."""

    def round_trip(format_, *articles: AnnotatedArticle, options: WriteOptions | None = None):
        path = tmp_path / "written"
        format_.write([format_.prepare(a, options or WriteOptions()) for a in articles], path)
        return read_file(format_, path)

    return round_trip
