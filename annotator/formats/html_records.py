"""What stands with an article on a page: its metadata, its quotes with their speakers, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span

WORDS = {
    "ar": {
        "articles": "المقالات", "id": "المعرّف", "annotator": "الواسم", "status": "الحالة",
        "flags": "العلامات", "note": "ملاحظة", "quotes": "الاقتباسات", "notes": "الملاحظات",
        "speaker": "المتحدث", "source": "ذُكر باسم", "cue": "لفظ القول", "via": "نقلًا عن",
        "addressee": "المخاطَب", "verbatim": "بالنص", "unknown": "متحدث غير محدد",
        "nonfact": "لم يُقل", "optional": "اختياري", "open": "بلا علامة إغلاق",
        QuoteType.DIRECT: "مباشر", QuoteType.MIXED: "مختلط", QuoteType.INDIRECT: "غير مباشر",
        ArticleStatus.NEW: "جديد", ArticleStatus.IN_PROGRESS: "قيد العمل",
        ArticleStatus.DONE: "منجز", ArticleStatus.REVIEWED: "مراجَع",
        "suggested": "مقترح", "rejected": "مرفوض",
    },
    "en": {
        "articles": "Articles", "id": "Id", "annotator": "Annotator", "status": "Status",
        "flags": "Flags", "note": "Note", "quotes": "Quotes", "notes": "Notes",
        "speaker": "Speaker", "source": "Named as", "cue": "Cue", "via": "Via",
        "addressee": "Said to", "verbatim": "Word for word", "unknown": "no speaker named",
        "nonfact": "not said", "optional": "optional", "open": "no closing mark",
        QuoteType.DIRECT: "direct", QuoteType.MIXED: "mixed", QuoteType.INDIRECT: "indirect",
        ArticleStatus.NEW: "new", ArticleStatus.IN_PROGRESS: "in progress",
        ArticleStatus.DONE: "done", ArticleStatus.REVIEWED: "reviewed",
        "suggested": "suggested", "rejected": "rejected",
    },
}  # fmt: skip
"""The page's own words by language."""


_Shown = Callable[[str], str]


def fact_rows(article: AnnotatedArticle, words: dict[str, str]) -> list[tuple[str, str]]:
    """Return the id, metadata and state of an article: names with values, empty ones left out."""
    own = article.article
    rows = [
        (words["id"], own.id),
        *(
            (key, value if isinstance(value, str) else repr(value))
            for key, value in own.meta.items()
        ),
        (words["annotator"], article.annotator),
        (words["status"], words[article.status]),
        (words["flags"], "، ".join(article.flags)),
        (words["note"], article.note),
    ]
    return [(term, value) for term, value in rows if value]


def facts(article: AnnotatedArticle, words: dict[str, str]) -> Iterator[str]:
    """Yield the id, metadata and state of an article as a list of terms."""
    yield "<dl>\n"
    for term, value in fact_rows(article, words):
        yield f"<dt><bdi>{escape(term)}</bdi></dt><dd><bdi>{_linked(value)}</bdi></dd>\n"
    yield "</dl>\n"


def told_of(quote: Quote, text: str, words: dict[str, str]) -> list[str]:
    """Return what is listed of a quote: who said it, what, and what else is known of it."""
    speaker = quote.speaker or quote.source
    return [
        speaker.of(text) if speaker else words["unknown"],
        _joined(text, quote.content, str),
        " · ".join(_facts_of(quote, text, words, str)),
    ]


def note_of(entity: Entity, text: str) -> list[str]:
    """Return what is listed of an entity that was noted or flagged: its name, what was said."""
    return [entity.span.of(text), _said(entity)] if entity.note or entity.flags else []


def quote_list(article: AnnotatedArticle, prefix: str, words: dict[str, str]) -> Iterator[str]:
    """Yield the quotes with who said them, each leading to its place in the text."""
    if not article.quotes:
        return
    text = article.text
    yield f'<section class="records">\n<h3>{words["quotes"]}</h3>\n<ol>\n'
    for quote in article.quotes:
        speaker = quote.speaker or quote.source
        name = (
            _isolated(speaker.of(text))
            if speaker
            else f'<span class="faint">{words["unknown"]}</span>'
        )
        yield f'<li><b>{name}</b>: <a class="said" href="#{escape(prefix + quote.id)}">'
        yield f"{_joined(text, quote.content, _isolated)}</a><br>"
        known = " · ".join(_facts_of(quote, text, words, _isolated))
        yield f'<span class="faint known">{known}</span></li>\n'
    yield "</ol>\n</section>\n"


def note_list(
    article: AnnotatedArticle, prefix: str, names: dict[str, str], words: dict[str, str]
) -> Iterator[str]:
    """Yield the notes and flags of entities, each leading to its place in the text."""
    noted = [entity for entity in article.entities if entity.note or entity.flags]
    if not noted:
        return
    yield f'<section class="records">\n<h3>{words["notes"]}</h3>\n<ol>\n'
    for entity in noted:
        place, name = escape(prefix + entity.id), _isolated(entity.span.of(article.text))
        yield f'<li><a class="noted" href="#{place}">{name}</a>'
        yield f' <span class="faint">({escape(names[entity.label])})</span>: '
        yield f'<bdi class="note">{escape(_said(entity))}</bdi></li>\n'
    yield "</ol>\n</section>\n"


def _facts_of(quote: Quote, text: str, words: dict[str, str], shown: _Shown) -> Iterator[str]:
    yield words[quote.type]
    if quote.status in words:
        yield words[quote.status]
    other = quote.source if quote.speaker and quote.source != quote.speaker else None
    parts: list[tuple[str, Iterable[Span]]] = [
        ("cue", quote.cue),
        ("source", [other] if other else []),
        ("via", [quote.via] if quote.via else []),
        ("addressee", [quote.addressee] if quote.addressee else []),
        ("verbatim", quote.verbatim if quote.verbatim != quote.content else ()),
    ]
    for name, spans in parts:
        if spans:
            yield f"{words[name]}: {_joined(text, spans, shown)}"
    for name, holds in (
        ("nonfact", quote.nonfact),
        ("optional", quote.optional),
        ("open", not quote.closed),
    ):
        if holds:
            yield words[name]
    if quote.note or quote.flags:
        said = "، ".join(filter(None, (quote.note, *quote.flags)))
        yield f"{words['note']}: {shown(said)}"


def _said(entity: Entity) -> str:
    return " · ".join(filter(None, (entity.note, "، ".join(entity.flags))))


def _joined(text: str, spans: Iterable[Span], shown: _Shown) -> str:
    return " … ".join(shown(span.of(text)) for span in spans)


def _isolated(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"


def _linked(value: str) -> str:
    """Return a value; a web address is one to follow."""
    shown = escape(value)
    if value.startswith(("https://", "http://")) and not any(map(str.isspace, value)):
        return f'<a href="{shown}" rel="noreferrer noopener">{shown}</a>'
    return shown
