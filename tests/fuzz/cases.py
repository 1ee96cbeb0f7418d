"""What is fuzzed: the readers, and what a file is besides its bytes."""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.problems import Problem
from annotator.core.spans import span_fault
from annotator.formats import belongs, reader, readers, recognised_or_none
from annotator.formats.base import ReadOptions
from annotator.formats.files import files_in_archive, is_archive
from annotator.formats.jsonl import to_line
from annotator.formats.source import Source, source_of

ANY = "any"
"""The target that takes a file as an import does: its format is found, an archive is opened."""

TARGETS = (*(format_.id for format_ in readers()), ANY)

_LONGEST_SENTENCE = 6_000
"""Letters of the longest sentence that a report may show a person."""

_TRIED_EVERY = 4


@dataclass(frozen=True, slots=True)
class Case:
    """A file, and the files beside it by their names."""

    name: str
    data: bytes
    beside: Mapping[str, bytes] = field(default_factory=dict)

    def source(self) -> Source:
        """Return the file as a reader sees one, in memory alone."""
        return _source(self.name, self.data, self.beside)


def _source(name: str, data: bytes, beside: Mapping[str, bytes]) -> Source:
    def other(wanted: str) -> Source | None:
        return _source(wanted, beside[wanted], beside) if wanted in beside else None

    return source_of(name, lambda: io.BytesIO(data), beside=other)


def outcome(target: str, case: Case) -> tuple[str, ...]:
    """Read a file; return in a few words what came of it, the same for outcomes of one kind.

    Whatever is raised here is a fault of a reader: any exception but a UserError, an article
    that breaks the contract, or a report that no person can be shown.
    """
    kinds: set[str] = set()
    count = 0
    try:
        for item in _items(target, case.source()):
            count += 1
            if isinstance(item, AnnotatedArticle):
                kinds.add("article" if item.entities or item.quotes else "text")
                check_article(item)
            else:
                kinds.add(f"{item.kind}/{item.message.text[:24]}")
                check_sentence(str(item))
                json.dumps(item.as_json())
    except UserError as error:
        kinds.add(f"refused/{error.what.text[:24]}")
        check_sentence(str(error))
    return (str(count.bit_length()), *sorted(kinds))


def check_article(article: AnnotatedArticle) -> None:
    """Hold an article against the contract of text and offsets, ids, and our own JSONL."""
    text = article.text
    assert isinstance(text, str)
    spans = [entity.span for entity in article.entities]
    for quote in article.quotes:
        assert quote.content
        spans += [*quote.content, *quote.cue, *quote.verbatim]
        spans += [s for s in (quote.source, quote.speaker, quote.via, quote.addressee) if s]
    for span in (*spans, *article.nonquotes):
        assert span_fault(text, span) is None, (span, span_fault(text, span))
    for records in (article.entities, article.quotes):
        ids = [record.id for record in records]
        assert len(set(ids)) == len(ids), "ids are there twice"
        assert all(type(id_) is str and id_ for id_ in ids)
        assert [*records] == sorted(records, key=lambda record: record.sort_key)
    assert all(type(entity.label) is str and entity.label for entity in article.entities)
    assert type(article.article.id) is str
    assert type(article.article.title) is str
    if zlib.crc32(text.encode("utf-8", "surrogatepass")) % _TRIED_EVERY == 0:
        check_round_trip(article)


def check_round_trip(article: AnnotatedArticle) -> None:
    """Hold an article against our own JSONL, which is lossless."""
    line = source_of("a.jsonl", lambda: io.BytesIO(to_line(article)), "utf-8")
    read = [*reader("jsonl").read(line, ReadOptions())]
    assert read[-1:] == [article], "our own JSONL does not bring the article back"


def check_sentence(text: str) -> None:
    """Hold what a report says against what a person can be shown."""
    assert len(text) < _LONGEST_SENTENCE, f"a sentence of {len(text)} letters"


def _items(target: str, source: Source) -> Iterator[AnnotatedArticle | Problem]:
    options = ReadOptions()
    if target != ANY:
        format_ = reader(target)
        format_.sniff(source.head)
        yield from format_.read(source, options)
        return
    found = recognised_or_none(source)
    if found is not None:
        yield from found.read(source, options)
    elif is_archive(source):
        for file in files_in_archive(source, belongs=belongs):
            member = file.open()
            inside = recognised_or_none(member)
            if inside is not None:
                yield from inside.read(member, options)
