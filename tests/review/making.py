"""Small sets for tests of review: who marked which words of one text as what."""

from __future__ import annotations

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.review.records import MatchedArticle

TEXT = "قال الرئيس السوري بشار الأسد بواشنطن إن قناة العربية في جامعة القاهرة أخطأت."
ARTICLE = Article("a1", TEXT)


def span(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start, start + len(part))


def quote(content: str, *, cue: str = "قال", source: str = "بشار الأسد", type_: str = "indirect",
          id_: str = "q1", nested_in: str | None = None) -> Quote:  # fmt: skip
    return Quote(
        id_, QuoteType(type_), (span(content),), (span(cue),), span(source), nested_in=nested_in
    )


def set_of(name: str, *marks: tuple[str, str], quotes: tuple[Quote, ...] = ()) -> AnnotatedArticle:
    entities = (Entity(f"e{n}", span(part), label) for n, (part, label) in enumerate(marks, 1))
    return AnnotatedArticle(
        ARTICLE, name, entities=in_reading_order(entities), quotes=in_reading_order(quotes)
    )


def matched(*sets: AnnotatedArticle) -> MatchedArticle:
    return MatchedArticle(ARTICLE, {one.annotator: one for one in sets})
