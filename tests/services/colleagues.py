"""Files as colleagues send them: two or three people on the same small articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import writer
from annotator.formats.base import WriteOptions

FIRST = "قال سامح شكري بالقاهرة: «لن نقبل التهديد».\nثم عاد إلى واشنطن."
SECOND = "زار بايدن إسرائيل، ثم باريس، والتقى ماكرون."

Marks = Sequence[tuple[str, str]]


def article(
    id_: str, text: str, annotator: str, marks: Marks, content: str = ""
) -> AnnotatedArticle:
    """One annotator's set: what is marked by its string, and a quote of this content."""

    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    entities = (Entity(f"e{n}", span(part), label) for n, (part, label) in enumerate(marks, 1))
    quotes = (
        (Quote("q1", QuoteType.DIRECT, (span(content),), (span("قال"),), span("سامح شكري")),)
        if content
        else ()
    )
    return AnnotatedArticle(
        Article(id_, text), annotator, entities=in_reading_order(entities), quotes=quotes
    )


def salma(annotator: str = "سلمى") -> list[AnnotatedArticle]:
    return [
        article(
            "a1",
            FIRST,
            annotator,
            [("سامح شكري", "PER"), ("القاهرة", "LOC"), ("واشنطن", "LOC")],
            "لن نقبل التهديد",
        ),
        article("a2", SECOND, annotator, [("بايدن", "PER"), ("باريس", "LOC")]),
    ]


def omar(annotator: str = "عمر") -> list[AnnotatedArticle]:
    return [
        article("a2", SECOND, annotator, [("بايدن", "PER"), ("باريس", "ORG")]),
        article(
            "a1",
            FIRST,
            annotator,
            [("سامح شكري", "PER"), ("بالقاهرة", "LOC"), ("واشنطن", "LOC")],
            "نقبل التهديد",
        ),
    ]


def write(path: Path, articles: Sequence[AnnotatedArticle], format_id: str = "jsonl") -> Path:
    format_ = writer(format_id)
    if format_.folder:
        path.mkdir()
    format_.write([format_.prepare(one, WriteOptions()) for one in articles], path)
    return path
