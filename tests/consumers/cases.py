"""Articles with what goes wrong in other tools, and how they are written and read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import belongs, writer
from annotator.formats.base import ReadOptions, WriteOptions
from annotator.formats.files import files_of

TEXTS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "part of a word": ("قال سامح بالقاهرة ولأرمينيا.", (("القاهرة", "LOC"), ("أرمينيا", "LOC"))),
    "emoji": (
        "😊 قال سامح 👨\u200d👩\u200d👧 في باريس 🇫🇷 اليوم.",
        (("سامح", "PER"), ("باريس", "LOC"), ("اليوم", "DATE")),
    ),
    "crlf": ("قال سامح.\r\n\r\nوصل إلى باريس.\r\n", (("سامح", "PER"), ("باريس", "LOC"))),
    "mark": ("\ufeffقال سامح في باريس.", (("سامح", "PER"), ("باريس", "LOC"))),
    "diacritics": ("قالَ مُحَمَّدٌ في مِصْرَ قَوْلاً.", (("مُحَمَّدٌ", "PER"), ("مِصْرَ", "LOC"))),
    "spaces": ("  قال  سامح\t في\u00a0باريس .  ", (("سامح", "PER"), ("باريس", "LOC"))),
    "separators": ("قال\u2028سامح\u200fفي باريس", (("سامح", "PER"), ("باريس", "LOC"))),
    "overlap": ("جامعة القاهرة الكبرى.", (("جامعة القاهرة", "ORG"), ("القاهرة", "LOC"))),
    "nothing marked": ("لا شيء هنا.", ()),
}


def _entities(text: str, marked: tuple[tuple[str, str], ...]) -> tuple[Entity, ...]:
    found = []
    for string, label in marked:
        start = text.index(string)
        found.append(Entity(f"e{len(found) + 1}", Span(start, start + len(string)), label))
    return in_reading_order(found)


def marked_articles() -> list[AnnotatedArticle]:
    """Return an article for each of TEXTS."""
    return [
        AnnotatedArticle(
            Article(f"a{number}", text, f"عنوان {number}", {"source": "وكالة"}),
            entities=_entities(text, marked),
        )
        for number, (text, marked) in enumerate(TEXTS.values(), 1)
    ]


def quoting_article() -> AnnotatedArticle:
    """Return an article with a quote in two parts, with its cue and speaker."""
    text = "😊 قال سامح شكري: «لن نقبل» وأضاف أنه «سيرفض»."
    start = {string: text.index(string) for string in ("قال", "سامح شكري", "لن نقبل", "سيرفض")}
    spans = {string: Span(at, at + len(string)) for string, at in start.items()}
    quote = Quote(
        "q1",
        QuoteType.DIRECT,
        (spans["لن نقبل"], spans["سيرفض"]),
        cue=(spans["قال"],),
        verbatim=(spans["لن نقبل"], spans["سيرفض"]),
        source=spans["سامح شكري"],
        speaker=spans["سامح شكري"],
    )
    entity = Entity("e1", spans["سامح شكري"], "PER")
    return AnnotatedArticle(Article("quoting", text), entities=(entity,), quotes=(quote,))


def strings(article: AnnotatedArticle) -> list[tuple[str, str]]:
    """Return the entities as strings with their labels."""
    return [(entity.span.of(article.text), entity.label) for entity in article.entities]


def written(format_id: str, articles: list[AnnotatedArticle], out: Path) -> list[AnnotatedArticle]:
    """Write articles and return what the format says that it carries of them."""
    format_ = writer(format_id)
    prepared = [format_.prepare(article, WriteOptions()) for article in articles]
    if format_.folder:
        out.mkdir()
    format_.write(prepared, out)
    return [each.carried for each in prepared if each.carried is not None]


def read(format_: Any, path: Path) -> list[AnnotatedArticle]:
    """Read a file; a problem fails the test."""
    items = [
        item
        for file in files_of([path], belongs=belongs)
        for item in format_.read(file.open(), ReadOptions())
    ]
    assert [item for item in items if not isinstance(item, AnnotatedArticle)] == []
    return items
