"""spaCy's ``.spacy``: a DocBin, as ``spacy train`` and ``spacy convert`` read and write it.

Tokens are ours, cut at every span edge, so that no span falls between them; white space beyond a
single space is tokens of its own, as in spaCy, and the text stays exactly what it was. ``doc.ents``
holds the entities that do not overlap, for ``ner``; ``doc.spans["sc"]``, where ``spancat`` looks,
holds them all and the parts of quotes. spaCy has no relations of its own: those, and what is known
of the article, are JSON in ``doc.user_data["annotator"]``, which training passes over.

A DocBin is one compressed message: spaCy holds all of it while it is written and read.
Large corpora are for :mod:`annotator.formats.spacy_folder`.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.arabic.tokens import cut_at, tokenize
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.base import (
    ACCEPTED_ONLY,
    Prepared,
    ReadOptions,
    WriteOptions,
    loss,
    relabelled,
)
from annotator.formats.extras import needed, no_unicode
from annotator.formats.json_items import json_line
from annotator.formats.linked import Carries, Linked, linked, unlinked
from annotator.formats.linked_reading import LinkedReader
from annotator.formats.messagepack import has_more_than
from annotator.formats.source import MOST_PIECES, Head, Source
from annotator.formats.strict_json import StrictDecoder

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

SPANS = "sc"
"""The group of spans that spaCy's ``spancat`` learns from, unless it is told of another one."""

OWN = "annotator"
"""The key of a doc's user data under which relations and the article's values lie."""

LARGEST = 1 << 28
"""Bytes of the largest message that is unpacked (256 MiB)."""

_CARRIES = Carries.RELATIONS | Carries.ATTRIBUTES | Carries.NOTES
_COLUMNS = ("ENT_IOB", "ENT_TYPE")
_OF_ONE_VOCABULARY = 2000
_FAULTS = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    struct.error,
    zlib.error,
)
"""What spaCy raises for a message that is not as it should be."""


class _Doc(NamedTuple):
    """What a doc is made of: words with whether a space follows, labelled runs of words."""

    words: list[str]
    spaces: list[bool]
    entities: list[tuple[int, int, str]]
    spans: list[tuple[int, int, str]]
    own: str


class SpacyBin:
    """A DocBin, one doc an article."""

    id = "spacy"
    name = message(QT_TRANSLATE_NOOP("messages", "spaCy DocBin"))
    suffixes: tuple[str, ...] = (".spacy",)
    lossless = False
    folder = False
    statuses = ACCEPTED_ONLY
    keeps = frozenset({"text", "article_id", "title", "meta", "note", "quote_note"})

    def sniff(self, head: Head) -> float:
        """Sure of a compressed message that begins as spaCy's does."""
        try:
            begin = zlib.decompressobj().decompress(head.data, 64)
        except zlib.error:
            return 0.0
        return 0.95 if b"version" in begin and b"attrs" in begin else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of each doc, after the problems that were found in it.

        Raises:
            UserError: spaCy is not installed, or cannot read the file.
            OSError: the system does not let it be read.
        """
        with needed("spaCy", "spacy", source.name):
            from spacy.tokens import DocBin  # noqa: PLC0415 - takes seconds
            from spacy.vocab import Vocab  # noqa: PLC0415
        data = source.data()
        try:
            _check_size(data)
            found = DocBin().from_bytes(data)
            for packed in (*found.span_groups, *found.user_data):
                _check_values(packed)
            docs = found.get_docs(Vocab())
        except _FAULTS as error:
            raise _no_bin(source, error) from error
        number = 0
        while True:
            number += 1
            reader = LinkedReader(source.name, number)
            try:
                doc = next(docs, None)
                if doc is None:
                    return
                _read(reader, doc)
            except _FAULTS as error:
                what = QT_TRANSLATE_NOOP("messages", "spaCy cannot read on: {reason}.")
                reader.refuse("spacy", message(what, reason=_reason(error)))
                yield from reader.problems
                return
            yield from reader.finished(options)

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return what the article's doc is made of, and what has no place in it."""
        if (refused := no_unicode(article)) is not None:
            return refused
        named = relabelled(article, options.labels)
        made = linked(named, _CARRIES)
        carried = unlinked(AnnotatedArticle(article.article), made.spans, made.relations)
        losses: list[Problem] = []
        doc = _made(named, made, losses)
        return Prepared(doc, (*made.losses, *losses), carried)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write the docs.

        Raises:
            UserError: spaCy is not installed.
        """
        with needed("spaCy", "spacy"):
            from spacy.tokens import DocBin  # noqa: PLC0415 - takes seconds
            from spacy.vocab import Vocab  # noqa: PLC0415
        found = DocBin(attrs=_COLUMNS, store_user_data=True)
        vocabulary = Vocab()
        for number, article in enumerate(articles, 1):
            if number % _OF_ONE_VOCABULARY == 0:
                vocabulary = Vocab()  # one keeps every word that it has met
            if article.content is not None:
                found.add(_doc(article.content, vocabulary))
        out.write_bytes(found.to_bytes())


# Writing


def _made(article: AnnotatedArticle, made: Linked, losses: list[Problem]) -> _Doc:
    text = article.text
    edges = {edge for span in made.spans for edge in span.span}
    words: list[str] = []
    spaces: list[bool] = []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for token in cut_at(tokenize(text), edges):
        _blank(text[at : token.start], words, spaces)
        starts[token.start] = len(words)
        words.append(token.text)
        spaces.append(False)
        ends[token.end] = len(words)
        at = token.end
    _blank(text[at:], words, spaces)
    spans = [(starts[s.span.start], ends[s.span.end], s.label) for s in made.spans]
    entities = []
    after = 0
    for entity in article.entities:  # in reading order, the longer one first
        start, end = starts[entity.span.start], ends[entity.span.end]
        if start >= after:
            entities.append((start, end, entity.label))
            after = end
        else:
            what = QT_TRANSLATE_NOOP(
                "messages", "{entity} overlaps another one: it is in doc.spans, not in doc.ents."
            )
            named = message(what, entity=entity.span.of(text))
            losses.append(loss("overlap", named, article, entity, Severity.NOTICE))
    return _Doc(words, spaces, entities, spans, _own(article.article, made))


def _blank(gap: str, words: list[str], spaces: list[bool]) -> None:
    """Add what lies between two tokens: one space belongs to the word before it."""
    if gap.startswith(" ") and words:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def _own(article: Article, made: Linked) -> str:
    """Return what spaCy has no place for; spans are told by their number in the group."""
    numbers = {span.id: number for number, span in enumerate(made.spans)}
    own = {
        "id": article.id,
        "title": article.title,
        "meta": dict(article.meta),
        "attributes": {
            str(numbers[span.id]): dict(span.attributes) for span in made.spans if span.attributes
        },
        "notes": {str(numbers[span.id]): span.note for span in made.spans if span.note},
        "relations": [
            [relation.type, numbers[relation.start], numbers[relation.end]]
            for relation in made.relations
        ],
    }
    return json_line(own).decode()


def _doc(made: _Doc, vocabulary: Vocab) -> Doc:
    from spacy.tokens import Doc, Span  # noqa: PLC0415 - takes seconds

    doc = Doc(vocabulary, words=made.words, spaces=made.spaces)
    # Set even where there is none: spaCy learns nothing from tokens of which nothing is said.
    doc.set_ents([Span(doc, *entity) for entity in made.entities], default="outside")
    doc.spans[SPANS] = [Span(doc, *span) for span in made.spans]
    doc.user_data[OWN] = made.own
    return doc


# Reading


def _check_size(data: bytes) -> None:
    """Raise a ValueError for a message that would fill the memory."""
    unpacked = zlib.decompressobj().decompress(data, LARGEST + 1)
    if len(unpacked) > LARGEST:
        raise ValueError("too large")
    _check_values(unpacked)


def _check_values(data: bytes | None) -> None:
    if data and has_more_than(data, 2 * MOST_PIECES):
        raise ValueError("too large")


def _read(reader: LinkedReader, doc: Doc) -> None:
    own = _own_of(doc)
    notes, attributes = (reader.container(own, key, dict) for key in ("notes", "attributes"))
    reader.begin(
        Article(
            reader.string(own, "id", ""),
            doc.text,
            reader.string(own, "title", ""),
            reader.container(own, "meta", dict),
        )
    )
    known = set()
    spans = [*doc.spans.get(SPANS, ())]
    spans += [span for name, group in doc.spans.items() if name != SPANS for span in group]
    for number, span in enumerate([*spans, *doc.ents]):
        place = (span.start_char, span.end_char, span.label_)
        if number >= len(spans) and place in known:
            continue  # an entity that is among the spans too
        known.add(place)
        told = reader.container(attributes, str(number), dict)
        reader.add_span(
            number,
            span.label_,
            *place[:2],
            note=reader.string(notes, str(number), ""),
            attributes={key: str(value) for key, value in told.items()},
        )
    for value in reader.container(own, "relations", list):
        if type(value) is list and len(value) == 3:
            reader.add_relation(*value)
        else:
            reader.refuse_value("relations", value)


def _own_of(doc: Doc) -> dict[str, Any]:
    try:
        own = StrictDecoder().decode(doc.user_data.get(OWN, "{}"))
    except (ValueError, TypeError, RecursionError):
        return {}
    return own if type(own) is dict else {}


def _no_bin(source: Source, error: Exception) -> UserError:
    return UserError(
        message(
            QT_TRANSLATE_NOOP("messages", "spaCy cannot read the file: {reason}."),
            reason=_reason(error),
        ),
        where=source.name,
        todo=message(
            QT_TRANSLATE_NOOP("messages", "Write it again with DocBin.to_disk, and import that.")
        ),
    )


def _reason(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0].rstrip(".") or type(error).__name__
