"""What a page shows of an article, as an article: the check of an export compares it.

Its text is the page's paragraphs, a line each. An entity's label is what pointing at it tells; what
stands around the text (facts, quotes with their speakers, notes) is listed in its metadata.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from annotator.arabic.paragraphs import paragraphs
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.html_records import fact_rows, note_of, told_of

FACTS, SAID, NOTED = "facts", "said", "noted"
"""The lists around the text: facts by name, who said what, what was noted of what."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")


def clean(markup: str) -> str:
    """Return a text with the characters replaced that no page can have."""
    return _UNWRITABLE.sub("\ufffd", markup)


def headed(article: AnnotatedArticle) -> tuple[Span | None, list[Span]]:
    """Return the line of the text that is shown as the heading, if any, and its paragraphs."""
    text, title = article.text, article.article.title
    found = paragraphs(text)
    spans = [paragraph.span for paragraph in found]
    if found and found[0].is_title and title in ("", spans[0].of(text)):
        return spans[0], spans[1:]
    return None, spans


def title_of(article: AnnotatedArticle) -> str:
    """Return what an article is called: its title, else its first line, else its id."""
    own = article.article
    first = paragraphs(own.text[:400])[:1]
    return own.title or (first[0].span.of(own.text)[:100] if first else "") or own.id


def unshown(article: AnnotatedArticle) -> list[Entity | Quote]:
    """Return the records of which nothing is in a paragraph: they cover what joins two alone."""
    headline, spans = headed(article)
    spans = [headline, *spans] if headline else spans
    records: list[Entity | Quote] = [*article.entities, *article.quotes]
    return [
        record
        for record in records
        if not any(
            _placed(span, spans)
            for span in ([record.span] if isinstance(record, Entity) else record.content)
        )
    ]


def as_shown(
    article: AnnotatedArticle, title: str, names: dict[str, str], words: dict[str, str]
) -> AnnotatedArticle:
    """Return the article as its page shows it; ``names`` are those of labels."""
    headline, found = headed(article)
    text = article.text
    spans = [headline, *found] if headline else found
    lists = {
        FACTS: [list(row) for row in fact_rows(article, words)],
        SAID: [told_of(quote, text, words) for quote in article.quotes],
        NOTED: [note_of(entity, text) for entity in article.entities if note_of(entity, text)],
    }
    return made(
        headline.of(text) if headline else title,
        [span.of(text) for span in spans],
        [
            Entity(entity.id, place, told, entity.status)
            for entity in article.entities
            if (place := _placed(entity.span, spans))
            for told in [" · ".join(filter(None, (names[entity.label], entity.note)))]
        ],
        [
            Quote(quote.id, QuoteType.DIRECT, tuple(places), status=quote.status)
            for quote in article.quotes
            if (places := [p for part in quote.content if (p := _placed(part, spans))])
        ],
        lists,
    )


def made(
    title: str,
    lines: Sequence[str],
    entities: Sequence[Entity],
    quotes: Sequence[Quote],
    lists: dict[str, list[list[str]]],
) -> AnnotatedArticle:
    """Return the article of what a page shows, its records by their places."""
    return AnnotatedArticle(
        Article("", "\n".join(lines), title, dict(sorted(lists.items()))),
        entities=tuple(sorted(entities, key=lambda one: (one.span, one.id))),
        quotes=tuple(sorted(quotes, key=lambda one: (one.content, one.id))),
    )


def cleaned(shown: AnnotatedArticle) -> AnnotatedArticle:
    """Return what is shown with the characters replaced that no page can have."""
    own = shown.article
    lists = {name: [list(map(clean, row)) for row in rows] for name, rows in own.meta.items()}
    return replace(
        shown,
        article=Article("", clean(own.text), clean(own.title), lists),
        entities=tuple(
            replace(one, id=clean(one.id), label=clean(one.label)) for one in shown.entities
        ),
        quotes=tuple(replace(one, id=clean(one.id)) for one in shown.quotes),
    )


def _placed(span: Span, lines: Sequence[Span]) -> Span | None:
    """Return where a span of the text is in its lines, put together; None where it is not."""
    at, start, end = 0, -1, -1
    for line in lines:
        if line.start < span.end and line.end > span.start:
            if start < 0:
                start = at + max(span.start, line.start) - line.start
            end = at + min(span.end, line.end) - line.start
        at += line.end - line.start + 1
    return Span(start, end) if start >= 0 else None
