"""The table of formats that ``docs/formats.md`` shows.

What a format carries is found out by giving it an article of each kind of record; what else it
keeps, it says itself. Only units of offsets and extras are stated here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown_tables import table_lines

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import FORMATS
from annotator.formats.base import Format, Reader, WriteOptions, Writer, kept_fields
from annotator.formats.fields import ALL_FIELDS, FIELDS, Of

_CODE_POINTS, _UTF16, _TOKENS, _NONE = "code points", "UTF-16 units", "tokens", "–"
OFFSETS = {
    "jsonl": _CODE_POINTS,
    "conll2002": _TOKENS,
    "conll2003": _TOKENS,
    "conllup": _CODE_POINTS,
    "doccano": _CODE_POINTS,
    "doccano-relations": _CODE_POINTS,
    "label-studio": _CODE_POINTS,
    "prodigy": _CODE_POINTS,
    "spacy": _TOKENS,
    "spacy-folder": _TOKENS,
    "huggingface": _CODE_POINTS,
    "huggingface-jsonl": _CODE_POINTS,
    "spans-parquet": _CODE_POINTS,
    "spans-csv": _CODE_POINTS,
    "citron": _CODE_POINTS,
    "brat": _CODE_POINTS,
    "uima_json": _UTF16,
    "uima_xmi": _UTF16,
    "webanno_tsv": _UTF16,
    "html": _NONE,
    "json-columns": _NONE,
    "csv": _NONE,
    "xlsx": _NONE,
    "sgml": _NONE,
    "docx": _NONE,
    "html-page": _NONE,
    "text": _NONE,
}
"""What offsets count, by format."""

EXTRAS = {
    "spacy": "spacy",
    "spacy-folder": "spacy",
    "huggingface": "parquet",
    "spans-parquet": "parquet",
}
"""Formats that need ``pip install "annotator[EXTRA]"``."""

_PLURALS = {Of.ARTICLE: "articles", Of.ENTITY: "spans", Of.QUOTE: "quotes"}

_TEXT = "قال سامح شكري بالقاهرة: «لن نقبل ذلك»."


def _at(words: str) -> Span:
    start = _TEXT.index(words)
    return Span(start, start + len(words))


_NAME, _INNER, _CITY, _SAID = map(_at, ("سامح شكري", "شكري", "القاهرة", "لن نقبل ذلك"))
_DIRECT = Quote("q1", QuoteType.DIRECT, (_SAID,), verbatim=(_SAID,))
_MIXED = Quote("q1", QuoteType.MIXED, (_at("بالقاهرة: «لن نقبل ذلك»"),), verbatim=(_SAID,))
_TOLD = Quote("q1", QuoteType.DIRECT, (_SAID,), cue=(_at("قال"),), source=_INNER, speaker=_NAME)
_PARTS = Quote("q1", QuoteType.DIRECT, (_at("لن"), _at("ذلك")))

PROBES = {
    "entities": AnnotatedArticle(Article("a", _TEXT), entities=(Entity("e1", _NAME, "PER"),)),
    "part of a word": AnnotatedArticle(Article("a", _TEXT), entities=(Entity("e1", _CITY, "LOC"),)),
    "overlaps": AnnotatedArticle(
        Article("a", _TEXT),
        entities=(Entity("e1", _NAME, "PER"), Entity("e2", _INNER, "PER")),
    ),
    "quotes": AnnotatedArticle(Article("a", _TEXT), quotes=(_DIRECT,)),
    "verbatim words": AnnotatedArticle(Article("a", _TEXT), quotes=(_MIXED,)),
    "of parts": AnnotatedArticle(Article("a", _TEXT), quotes=(_PARTS,)),
    "cue, speaker": AnnotatedArticle(Article("a", _TEXT), quotes=(_TOLD,)),
}
"""An article of each kind of record that a format may carry or lose."""


def table() -> str:
    """Return the table of all formats, and what its short names stand for."""
    heads = ["id", "format", "", "files", "offsets", "carries", "loses", "keeps besides", "extra"]
    lines = table_lines(heads, (tuple(_cells(format_)) for format_ in FORMATS))
    lines += ["", "What *keeps besides* names; all other of these are not kept:", ""]
    lines += [f"- `{field.id}`: {field.name}" for field in FIELDS if field.of is not Of.QUOTE]
    lines += ["", "A name stands for spans and quotes alike, unless it says *of quotes*.", ""]
    return "\n".join(lines)


def carried(format_: Writer) -> dict[str, bool]:
    """Return of each probe whether the format carries it whole."""
    return {name: _is_whole(format_, probe) for name, probe in PROBES.items()}


def _is_whole(format_: Writer, probe: AnnotatedArticle) -> bool:
    back = format_.prepare(probe, WriteOptions()).carried
    return back is not None and _said(back) == _said(probe)


def _said(article: AnnotatedArticle) -> list[object]:
    """Return what an article's records say, in words: a format may move them in the text."""
    text = article.text
    said: list[object] = [(entity.label, entity.span.of(text)) for entity in article.entities]
    for quote in article.quotes:
        told = [*quote.content, *quote.cue, quote.source, quote.speaker]
        said += [span and span.of(text) for span in told]
        if quote.type is QuoteType.MIXED:
            said += [quote.type, *(span.of(text) for span in quote.verbatim)]
    return said


def ways_of(format_: Format) -> dict[str, bool]:
    """Return whether a format is read, and whether it is written."""
    return {"read": isinstance(format_, Reader), "written": isinstance(format_, Writer)}


def _cells(format_: Format) -> Iterator[str]:
    yield f"`{format_.id}`"
    yield str(format_.name).replace("<", r"\<")
    yield _joined(way for way, does in ways_of(format_).items() if does)
    suffixes = " ".join(format_.suffixes)
    if not isinstance(format_, Writer):
        yield suffixes
        yield OFFSETS[format_.id]
        yield from ("texts", _NONE, _NONE)
    else:
        yield f"folder of {suffixes}" if format_.folder else suffixes
        yield OFFSETS[format_.id]
        found = carried(format_)
        yield _joined(name for name, whole in found.items() if whole)
        yield _joined(name for name, whole in found.items() if not whole)
        yield _kept(kept_fields(format_))
    yield f"`{EXTRAS[format_.id]}`" if format_.id in EXTRAS else ""


def _kept(kept: frozenset[str]) -> str:
    if kept == ALL_FIELDS:
        return "everything"
    names = []
    for of in Of:
        ids = [field.id for field in FIELDS if field.of is of]
        if kept.issuperset(ids):
            names.append(f"all of {_PLURALS[of]}")
        elif of is not Of.QUOTE:
            alone = " of spans" if of is Of.ENTITY else ""
            names += [
                f"`{id_}`{'' if f'quote_{id_}' in kept else alone}" for id_ in ids if id_ in kept
            ]
        else:
            plain = [id_.removeprefix("quote_") for id_ in ids if id_ in kept]
            names += [f"`{id_}` of quotes" for id_ in plain if id_ not in kept]
    return _joined(names)


def _joined(names: Iterable[str]) -> str:
    return ", ".join(names) or _NONE
