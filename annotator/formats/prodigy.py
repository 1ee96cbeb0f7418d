"""Prodigy's JSONL: tokens, spans on them, relations between tokens.

Offsets are code points; ``token_end`` is the last token itself. Prodigy shows spans on tokens
only, so tokens are cut at every span edge and ``ws`` says where no space follows. Keys that
Prodigy does not know stay on a span: there the attributes of quotes and the notes are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from annotator.arabic.tokens import cut_at, tokenize
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.base import (
    ACCEPTED_ONLY,
    Prepared,
    ReadOptions,
    WriteOptions,
    relabelled,
)
from annotator.formats.json_items import first_keys, json_items, json_line
from annotator.formats.linked import UNSAID, Carries, Linked, LinkedSpan, linked, unlinked
from annotator.formats.linked_reading import LinkedReader
from annotator.formats.source import Head, Source
from annotator.formats.span_columns import columns_of

_CARRIES = Carries.RELATIONS | Carries.ATTRIBUTES | Carries.NOTES
_OWN_SIGNS = frozenset({"_input_hash", "_task_hash", "_view_id"})
_ACCEPT = "accept"


class Prodigy:
    """One task a line, with the answer ``accept``."""

    id = "prodigy"
    name = message(QT_TRANSLATE_NOOP("messages", "Prodigy JSONL"))
    suffixes: tuple[str, ...] = (".jsonl",)
    lossless = False
    folder = False
    statuses = ACCEPTED_ONLY
    keeps = frozenset({"text", "article_id", "title", "meta", "note", "quote_note"})

    def sniff(self, head: Head) -> float:
        """Sure of a text with spans and what Prodigy adds to a task."""
        keys = first_keys(head)
        if "text" not in keys or "format" in keys:
            return 0.0
        if not keys.isdisjoint(_OWN_SIGNS) or {"tokens", "spans"} <= keys:
            return 0.95
        return 0.8 if {"spans"} <= keys else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of each accepted task; tasks with another answer are reported."""
        for item in json_items(source):
            reader = LinkedReader(source.name, item.line)
            task = reader.item(item)
            if type(task) is not dict or type(task.get("text")) is not str:
                if item.fault is None:
                    reader.refuse("type", _NO_ARTICLE)
            elif task.get("answer", _ACCEPT) != _ACCEPT:
                what = QT_TRANSLATE_NOOP("messages", "Its answer is {answer}; left out.")
                told = message(what, answer=str(task["answer"]))
                yield Problem("answer", told, Severity.NOTICE, source.name, item.line)
            else:
                meta = reader.container(task, "meta", dict)
                own = {key: value for key, value in meta.items() if key not in {"id", "title"}}
                id_, title = reader.string(meta, "id", ""), reader.string(meta, "title", "")
                reader.begin(Article(id_, task["text"], title, own))
                _read(reader, task)
                yield from reader.finished(options)
                continue
            yield from reader.problems

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's task, and what of it has no place there."""
        named = relabelled(article, options.labels)
        made = linked(named, _CARRIES)
        carried = unlinked(AnnotatedArticle(article.article), made.spans, made.relations)
        return Prepared(json_line(_task(article.article, made)), made.losses, carried)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write one task a line."""
        with out.open("wb") as stream:
            stream.writelines(article.content for article in articles)


_NO_ARTICLE = message(QT_TRANSLATE_NOOP("messages", "This is no article: an object with a text."))


# Writing


def _task(article: Article, made: Linked) -> dict[str, Any]:
    edges = {edge for span in made.spans for edge in span.span}
    tokens = cut_at(tokenize(article.text), edges)
    starts = [token.start for token in tokens]
    spans = {span.id: _span(span, starts) for span in made.spans}
    return {
        "text": article.text,
        "tokens": [
            {
                "text": token.text,
                "start": token.start,
                "end": token.end,
                "id": number,
                "ws": article.text[token.end : token.end + 1].isspace(),
            }
            for number, token in enumerate(tokens)
        ],
        "spans": list(spans.values()),
        "relations": [
            {
                "head": spans[relation.start]["token_end"],
                "child": spans[relation.end]["token_end"],
                "head_span": _end(spans[relation.start]),
                "child_span": _end(spans[relation.end]),
                "label": relation.type,
            }
            for relation in made.relations
        ],
        "meta": {**article.meta, "id": article.id, "title": article.title},
        "answer": _ACCEPT,
    }


def _span(span: LinkedSpan, starts: Sequence[int]) -> dict[str, Any]:
    """Return a span; ``starts`` are those of the tokens."""
    start, end = span.span
    first = bisect_right(starts, start) - 1
    last = bisect_left(starts, end) - 1
    told: dict[str, Any] = {
        "start": start,
        "end": end,
        "token_start": max(0, first),
        "token_end": max(0, last),
        "label": span.label,
        "id": span.id,
    }
    if span.attributes:
        told["attributes"] = dict(span.attributes)
    if span.note:
        told["note"] = span.note
    return told


def _end(span: dict[str, Any]) -> dict[str, Any]:
    """Return what a relation repeats of the span at one of its ends."""
    keys = ("start", "end", "token_start", "token_end", "label", "id")
    return span if len(span) == len(keys) else {key: span[key] for key in keys}


# Reading


def _read(reader: LinkedReader, task: dict[str, Any]) -> None:
    values = reader.container(task, "spans", list)
    if not _read_together(reader, values):
        for number, value in enumerate(values):
            if type(value) is dict:
                _read_span(reader, value, _name(number, value))
            else:
                reader.refuse_value("spans", value)

    @cache
    def by_place() -> dict[str, str]:
        # From the last to the first, so that of several at one place the first is meant.
        told = [pair for pair in enumerate(values) if type(pair[1]) is dict]
        return {_place(value): _name(number, value) for number, value in reversed(told)}

    for value in reader.container(task, "relations", list):
        if type(value) is not dict:
            reader.refuse_value("relations", value)
            continue
        ends = [_named(value.get(end), by_place) for end in ("head_span", "child_span")]
        reader.add_relation(value.get("label"), *ends)


def _read_together(reader: LinkedReader, values: Sequence[Any]) -> bool:
    """Take spans that have ids and repeat no text, if all of them are right as they stand."""
    columns = columns_of(values, "id", "label", "start", "end")
    if columns is None or any("text" in value for value in values):
        return False
    said = (_said(reader, value, str(value["id"])) for value in values)
    return reader.add_spans(*columns, said=said)


def _read_span(reader: LinkedReader, value: dict[str, Any], name: str) -> None:
    attributes, note = _said(reader, value, name)
    label, start, end = map(value.get, ("label", "start", "end"))
    quoted = value.get("text")
    reader.add_span(name, label, start, end, quoted=quoted, note=note, attributes=attributes)


def _said(reader: LinkedReader, value: dict[str, Any], name: str) -> tuple[Mapping[str, str], str]:
    """Return the attributes and the note of a span."""
    told = reader.container(value, "attributes", dict, name) if "attributes" in value else None
    note = reader.string(value, "note", "", name) if "note" in value else ""
    return ({key: str(said) for key, said in told.items()} if told else UNSAID), note


def _name(number: int, value: dict[str, Any]) -> str:
    return str(value.get("id", f"s{number}"))


def _place(span: dict[str, Any]) -> str:
    return repr([span.get("start"), span.get("end"), span.get("label")])


def _named(span: Any, by_place: Callable[[], dict[str, str]]) -> str:
    """Return the name of the span at the end of a relation: by its id, else by its place."""
    if type(span) is not dict:
        return ""
    if "id" in span:
        return str(span["id"])
    return by_place().get(_place(span), "")
