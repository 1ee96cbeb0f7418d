"""brat's standoff: a text file, and beside it one of the same name with the annotations.

Offsets are code points of the text exactly as it lies in the file. A fragment never crosses a
line end, so spans that do are written in pieces and read as one. ``annotation.conf`` lists the
types that occur, as brat wants it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.formats.base import (
    ACCEPTED_ONLY,
    Prepared,
    ReadOptions,
    WriteOptions,
    loss,
    relabelled,
)
from annotator.formats.brat_reading import StandoffReader, joined_pieces, text_beside
from annotator.formats.files import safe_name
from annotator.formats.linked import Carries, Linked, LinkedSpan, linked, unlinked
from annotator.formats.source import Head, Source

_CARRIES = Carries.RELATIONS | Carries.FRAGMENTS | Carries.ATTRIBUTES | Carries.NOTES
_LINE = re.compile(r"(?:[TREAMN]\d+|#\d*)\t\S+ |\*\t")
_TYPE = re.compile(r"[\w.-]+")
_BREAK = re.compile(r"[\r\n]+")
_ANNOTATIONS, _TEXT = ".ann", ".txt"
_CONFIGURATION = "annotation.conf"


class _Files(NamedTuple):
    """The two files of an article, and the types in them."""

    article: str
    text: bytes
    annotations: bytes
    spans: frozenset[str]
    relations: frozenset[str]
    attributes: frozenset[tuple[str, str]]


class Brat:
    """A folder of ``NAME.txt`` and ``NAME.ann``."""

    id = "brat"
    name = message(QT_TRANSLATE_NOOP("messages", "brat standoff"))
    suffixes: tuple[str, ...] = (_ANNOTATIONS,)
    lossless = False
    folder = True
    statuses = ACCEPTED_ONLY
    keeps = frozenset({"text", "article_id", "note", "quote_note"})

    def sniff(self, head: Head) -> float:
        """Sure of lines that begin as annotations do; an empty file is told by its name."""
        if not head.data:
            return 0.9 if head.name.endswith(_ANNOTATIONS) else 0.0
        return 0.9 if _LINE.match(head.text) else 0.0

    def belongs(self, name: str, beside: Collection[str]) -> bool:
        """Whether a file is the text of annotations, or tells brat how to show them."""
        if name.endswith(_TEXT):
            return name.removesuffix(_TEXT) + _ANNOTATIONS in beside
        return name.endswith(".conf") and any(other.endswith(_ANNOTATIONS) for other in beside)

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article, after the problems that were found in its annotations.

        Raises:
            UserError: the text is not beside the annotations, or is not UTF-8.
        """
        reader = StandoffReader(source.name, None)
        reader.begin(text_beside(source, _ANNOTATIONS, _TEXT))
        reader.read(source)
        yield from reader.finished(options)

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's two files, and what has no place in them."""
        named = relabelled(article, options.labels)
        losses: list[Problem] = []
        made = linked(_writable(named, losses), _CARRIES)
        carried = unlinked(AnnotatedArticle(article.article), made.spans, made.relations)
        files = _files(article, made)
        return Prepared(files, (*losses, *made.losses), carried)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write two files an article, and the configuration with the types that occurred."""
        taken = {Path(_CONFIGURATION).stem}
        spans: set[str] = set()
        relations: set[str] = set()
        attributes: set[tuple[str, str]] = set()
        for number, article in enumerate(articles, 1):
            files: _Files = article.content
            stem = safe_name(files.article, number, taken)
            (out / f"{stem}{_TEXT}").write_bytes(files.text)
            (out / f"{stem}{_ANNOTATIONS}").write_bytes(files.annotations)
            spans |= files.spans
            relations |= files.relations
            attributes |= files.attributes
        configuration = _configuration(spans, relations, attributes)
        (out / _CONFIGURATION).write_text(configuration, encoding="utf-8", newline="\n")


def _writable(article: AnnotatedArticle, losses: list[Problem]) -> AnnotatedArticle:
    """Return the article as brat's lines can hold it: types of one word, notes of one line."""
    what = message(
        QT_TRANSLATE_NOOP("messages", "The format has no labels with such characters; left out.")
    )
    losses += (
        loss("label", what, article, entity)
        for entity in article.entities
        if not _TYPE.fullmatch(entity.label)
    )
    records: list[Entity | Quote] = [*article.entities, *article.quotes]
    joined = message(QT_TRANSLATE_NOOP("messages", "The lines of the note become one."))
    losses += (
        loss("note", joined, article, record, Severity.CHANGED)
        for record in records
        if _BREAK.search(record.note)
    )
    whole = message(
        QT_TRANSLATE_NOOP("messages", "Parts of the quote with but a line end between become one.")
    )
    contents = {quote.id: joined_pieces(quote.content, article.text) for quote in article.quotes}
    losses += (
        loss("fragments", whole, article, quote, Severity.CHANGED)
        for quote in article.quotes
        if contents[quote.id] != quote.content
    )
    return replace(
        article,
        entities=tuple(
            replace(entity, note=_BREAK.sub(" ", entity.note))
            for entity in article.entities
            if _TYPE.fullmatch(entity.label)
        ),
        quotes=tuple(replace(quote, note=_BREAK.sub(" ", quote.note)) for quote in article.quotes),
    )


def _files(article: AnnotatedArticle, made: Linked) -> _Files:
    text = article.text
    names = {span.id: f"T{number}" for number, span in enumerate(made.spans, 1)}
    lines = [_text_bound(names[span.id], span, text) for span in made.spans]
    lines += (
        f"R{number}\t{relation.type} Arg1:{names[relation.start]} Arg2:{names[relation.end]}"
        for number, relation in enumerate(made.relations, 1)
    )
    told = [(span, key) for span in made.spans for key in span.attributes]
    lines += (
        f"A{number}\t{key} {names[span.id]} {span.attributes[key]}"
        for number, (span, key) in enumerate(told, 1)
    )
    noted = [span for span in made.spans if span.note]
    lines += (
        f"#{number}\tAnnotatorNotes {names[span.id]}\t{span.note}"
        for number, span in enumerate(noted, 1)
    )
    return _Files(
        article.article.id,
        text.encode("utf-8", "surrogatepass"),
        "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass"),
        frozenset(span.label for span in made.spans),
        frozenset(relation.type for relation in made.relations),
        frozenset((key, span.attributes[key]) for span, key in told),
    )


def _text_bound(name: str, span: LinkedSpan, text: str) -> str:
    pieces = [piece for part in (span.span, *span.more) for piece in _in_lines(part, text)]
    offsets = ";".join(f"{start} {end}" for start, end in pieces)
    return f"{name}\t{span.label} {offsets}\t{' '.join(piece.of(text) for piece in pieces)}"


def _in_lines(span: Span, text: str) -> Iterator[Span]:
    """Yield the parts of a span between line ends."""
    at = span.start
    for found in _BREAK.finditer(text, span.start, span.end):
        if found.start() > at:
            yield Span(at, found.start())
        at = found.end()
    if at < span.end:
        yield Span(at, span.end)


def _configuration(
    spans: Collection[str], relations: Collection[str], attributes: Collection[tuple[str, str]]
) -> str:
    values: dict[str, list[str]] = {}
    for key, value in sorted(attributes):
        values.setdefault(key, []).append(value)
    sections = {
        "entities": sorted(spans),
        "relations": [f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in sorted(relations)],
        "events": [],
        "attributes": [
            f"{key}\tArg:<ENTITY>, Value:{'|'.join(found)}" for key, found in values.items()
        ],
    }
    written = (
        "".join(f"{line}\n" for line in (f"[{name}]", *lines)) for name, lines in sections.items()
    )
    return "\n".join(written)
