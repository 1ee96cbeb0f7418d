"""Articles that a format may meet, and reading and writing in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Reason, Status
from annotator.core.problems import Problem
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.core.verdicts import Choice, Fault, Verdict
from annotator.formats import belongs
from annotator.formats.base import Reader, ReadOptions, WriteOptions
from annotator.formats.files import files_of


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
        items = [
            item
            for file in files_of([path], belongs=belongs)
            for item in format_.read(file.open(), ReadOptions())
        ]
        return (
            [item for item in items if isinstance(item, AnnotatedArticle)],
            [item for item in items if isinstance(item, Problem)],
        )

    return read


@pytest.fixture
def write(tmp_path: Path):
    """Write articles in a format, to a file or a folder, and return where."""

    def written(format_, *articles: AnnotatedArticle, options: WriteOptions | None = None) -> Path:
        path = tmp_path / "written"
        if format_.folder:
            path.mkdir()
        format_.write([format_.prepare(a, options or WriteOptions()) for a in articles], path)
        return path

    return written


@pytest.fixture
def read_back(write, read_file):
    """Write articles in a format and read the file or folder."""

    def round_trip(format_, *articles: AnnotatedArticle, options: WriteOptions | None = None):
        return read_file(format_, write(format_, *articles, options=options))

    return round_trip


@pytest.fixture
def full_article() -> AnnotatedArticle:
    """An article in which no value is its default."""
    text = "قال وزير الخارجية في واشنطن: «لن نقبل هذا التهديد»."
    return AnnotatedArticle(
        Article("a1", text, "عنوان", {"source": "وكالة", "n": [1, {"x": None}]}),
        annotator="سلمى",
        status=ArticleStatus.REVIEWED,
        entities=(
            Entity(
                "e7",
                Span(21, 27),
                "LOC",
                Status.REJECTED,
                "camel",
                0.97,
                "salma",
                "ملاحظة",
                "2026-11-22T10:00:00Z",
                "2026-11-23T10:00:00Z",
                (Reason("camel", 0.97, "r1"), Reason("gazetteer", None, "")),
                ("unsure",),
                {"certainty": "low"},
            ),
        ),
        quotes=(
            Quote(
                "q3",
                QuoteType.MIXED,
                (Span(30, 37), Span(38, 49)),
                cue=(Span(0, 3),),
                source=Span(4, 8),
                speaker=Span(4, 17),
                verbatim=(Span(30, 49),),
                nested_in=None,
                closed=False,
                via=Span(4, 8),
                addressee=Span(9, 17),
                nonfact=True,
                optional=True,
                status=Status.SUGGESTED,
                origin="quotes",
                score=0.5,
                annotator="omar",
                note="n",
                created="c",
                modified="m",
                reasons=(Reason("quotes", 0.5, "marks"),),
                flags=("unsure", "ask"),
                extra={"level": 1},
            ),
            Quote("q4", QuoteType.DIRECT, (Span(38, 41),), nested_in="q3"),
        ),
        nonquotes=(Span(4, 8),),
        verdicts=(
            Verdict(
                "0a1b",
                "label",
                Choice.TAKEN,
                ("عمر", "هند"),
                ("e7",),
                Fault.SLIP,
                "سهو",
                "حكم",
                "2026-11-24T10:00:00Z",
            ),
        ),
        extra={"split": "train"},
        note="سؤال للمراجع",
        flags=("unsure",),
    )
