"""doccano's JSONL, with labels alone or with entities and relations.

Offsets are code points. Keys that doccano does not know are an example's metadata there, and
metadata of the article here. What each variant is read by is a choice of the doccano project.
"""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.formats.base import (
    ACCEPTED_ONLY,
    Prepared,
    ReadOptions,
    WriteOptions,
    relabelled,
)
from annotator.formats.json_items import first_keys, json_items, json_line
from annotator.formats.linked import Carries, Linked, linked, unlinked
from annotator.formats.linked_reading import LinkedReader
from annotator.formats.source import Head, Source
from annotator.formats.span_columns import columns_of

_FOUR_BYTES = re.compile(rb"[\xf0-\xf4][\x80-\xbf]{3}")
_LABELS = ("label", "labels")
_ENTITY_KEYS = ("id", "label", "start_offset", "end_offset")
_NO_ARTICLE = message(QT_TRANSLATE_NOOP("messages", "This is no article: an object with a text."))
_OWN_KEYS = frozenset({"text", "id", "title", "entities", "relations", "Comments", *_LABELS})


class _Doccano(ABC):
    """What the two variants share: one object a line, read the same way."""

    suffixes: tuple[str, ...] = (".jsonl",)
    lossless = False
    folder = False
    statuses = ACCEPTED_ONLY
    keeps = frozenset({"text", "article_id", "title", "meta"})
    carries = Carries.NOTHING

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of each object, after the problems that were found in it."""
        for item in json_items(source):
            reader = LinkedReader(source.name, item.line)
            data = reader.item(item)
            if type(data) is not dict or type(data.get("text")) is not str:
                if item.fault is None:
                    reader.refuse("type", _NO_ARTICLE)
                yield from reader.problems
                continue
            reader.begin(_article(data))
            _read_spans(reader, data)
            yield from reader.finished(options)

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's line, and what of its quotes and notes has no place in it."""
        named = relabelled(article, options.labels)
        made = linked(named, self.carries)
        carried = unlinked(AnnotatedArticle(article.article), made.spans, made.relations)
        own = article.article
        head = {"id": own.id, "text": own.text, "title": own.title, **_free(own.meta)}
        line = _recognisable(json_line({**head, **self.annotations(made)}))
        return Prepared(line, made.losses, carried)

    @abstractmethod
    def annotations(self, made: Linked) -> dict[str, Any]:
        """Return the keys that hold spans and relations."""

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write one line an article."""
        with out.open("wb") as stream:
            stream.writelines(article.content for article in articles)


class DoccanoLabels(_Doccano):
    """Spans as ``[start, end, label]``: sequence labelling projects."""

    id = "doccano"
    name = message(QT_TRANSLATE_NOOP("messages", "doccano JSONL, labels"))

    def sniff(self, head: Head) -> float:
        """Sure of an object with a text and its labels."""
        keys = first_keys(head)
        return 0.9 if "text" in keys and not keys.isdisjoint(_LABELS) else 0.0

    def annotations(self, made: Linked) -> dict[str, Any]:
        """Return the labels."""
        return {"label": [[*span.span, span.label] for span in made.spans]}


class DoccanoRelations(_Doccano):
    """Entities with relations between them: projects that allow relations."""

    id = "doccano-relations"
    name = message(QT_TRANSLATE_NOOP("messages", "doccano JSONL, entities and relations"))
    carries = Carries.RELATIONS

    def sniff(self, head: Head) -> float:
        """Sure of an object with a text and entities that count as doccano does."""
        keys = first_keys(head)
        known = {"text", "entities", "relations"} <= keys and "format" not in keys
        return (
            0.9
            if known and ('"start_offset"' in head.text or '"entities":[]' in head.text)
            else 0.0
        )

    def annotations(self, made: Linked) -> dict[str, Any]:
        """Return entities and relations, numbered as doccano does."""
        numbers = {span.id: number for number, span in enumerate(made.spans)}
        return {
            "entities": [
                {
                    "id": numbers[span.id],
                    "label": span.label,
                    "start_offset": span.span.start,
                    "end_offset": span.span.end,
                }
                for span in made.spans
            ],
            "relations": [
                {
                    "id": number,
                    "from_id": numbers[relation.start],
                    "to_id": numbers[relation.end],
                    "type": relation.type,
                }
                for number, relation in enumerate(made.relations)
            ],
        }


def _article(data: dict[str, Any]) -> Article:
    meta = {key: value for key, value in data.items() if key not in _OWN_KEYS}
    id_, title = data.get("id", ""), data.get("title", "")
    return Article(
        str(id_) if type(id_) in (str, int) else "",
        data["text"],
        title=title if type(title) is str else "",
        meta=meta,
    )


def _recognisable(line: bytes) -> bytes:
    """Return a line with emoji and the like as JSON escapes.

    doccano guesses the encoding with chardet 4, which takes UTF-8 with four bytes a character for
    Thai or Turkish.
    """
    if not _FOUR_BYTES.search(line):
        return line
    return _FOUR_BYTES.sub(lambda found: json.dumps(found[0].decode())[1:-1].encode(), line)


def _free(meta: Any) -> dict[str, Any]:
    """Return the metadata whose keys mean nothing else in the file."""
    return {key: value for key, value in meta.items() if key not in _OWN_KEYS}


def _read_spans(reader: LinkedReader, data: dict[str, Any]) -> None:
    for key in _LABELS:
        _read_labels(reader, key, reader.container(data, key, list))
    values = reader.container(data, "entities", list)
    columns = columns_of(values, *_ENTITY_KEYS)
    if columns is None or not reader.add_spans(*columns):
        for value in values:
            if type(value) is dict:
                reader.add_span(*map(value.get, _ENTITY_KEYS))
            else:
                reader.refuse_value("entities", value)
    for value in reader.container(data, "relations", list):
        if type(value) is dict:
            reader.add_relation(*map(value.get, ("type", "from_id", "to_id")))
        else:
            reader.refuse_value("relations", value)


def _read_labels(reader: LinkedReader, key: str, values: list[Any]) -> None:
    names = [f"{key}{number}" for number in range(len(values))]
    if set(map(type, values)) == {list} and set(map(len, values)) == {3}:
        starts, ends, labels = zip(*values, strict=True)
        if reader.add_spans(names, labels, starts, ends):
            return
    for name, value in zip(names, values, strict=True):
        if type(value) is list and len(value) == 3:
            reader.add_span(name, value[2], value[0], value[1])
        else:
            reader.refuse_value(key, value)
