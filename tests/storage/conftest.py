"""A project to work on, and small articles to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.labels import Label, LabelSet
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.storage import ProjectFile

TEXT = 'قال بايدن إن "باكو" بعيدة عن واشنطن.'


@pytest.fixture
def label_set() -> LabelSet:
    labels = (
        Label("PER", {"ar": "شخص"}, "#112233", "1", {"en": "A person"}, "بايدن"),
        Label("LOC"),
    )
    return LabelSet("two", labels, {"PERS": "PER"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "project.annotator"


@pytest.fixture
def file(path: Path, label_set: LabelSet) -> Iterator[ProjectFile]:
    with ProjectFile.create(path, label_set=label_set) as opened:
        yield opened


@pytest.fixture
def annotated() -> Callable[..., AnnotatedArticle]:
    """Makes an article with one open entity, one accepted and one open quote."""

    def make(article_id: str = "a1", *, text: str = TEXT, **fields: object) -> AnnotatedArticle:
        entities = (
            Entity("e1", Span(4, 9), "PER", Status.SUGGESTED, "names", 0.5),
            Entity("e2", Span(14, 18), "LOC"),
        )
        quotes = (
            Quote(
                "q1",
                QuoteType.DIRECT,
                (Span(14, 18),),
                (Span(0, 3),),
                Span(4, 9),
                status=Status.SUGGESTED,
                origin="quotes",
            ),
        )
        made: dict[str, object] = {"entities": entities, "quotes": quotes, **fields}
        return AnnotatedArticle(Article(article_id, text, f"Title {article_id}"), **made)

    return make
