"""Label Studio's JSON: tasks with annotations and predictions, and JSON_MIN to read.

Offsets are code points, as Label Studio stores them since its front end stopped counting UTF-16
units; files of older versions are told by the text that each span repeats. What a quote says of
itself is in per-region choices and text areas, which share the region's id. The
labelling interface that shows all of it is made in :mod:`.label_studio_controls`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity, Status
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.core.quotes import Quote
from annotator.formats.base import Prepared, ReadOptions, WriteOptions, relabelled
from annotator.formats.json_items import first_keys, json_items, json_line, write_list
from annotator.formats.label_studio_controls import ATTRIBUTES, LABEL, NOTE, TEXT, choices_of
from annotator.formats.label_studio_reading import TaskReader, as_suggested
from annotator.formats.linked import (
    Carries,
    Linked,
    LinkedSpan,
    linked,
    unlinked,
)
from annotator.formats.linked_reading import merged
from annotator.formats.source import Head, Source

_CARRIES = Carries.RELATIONS | Carries.ATTRIBUTES | Carries.NOTES


class LabelStudio:
    """A list of tasks. Accepted spans are an annotation, suggested ones predictions."""

    id = "label-studio"
    name = message(QT_TRANSLATE_NOOP("messages", "Label Studio JSON"))
    suffixes: tuple[str, ...] = (".json",)
    lossless = False
    folder = False
    statuses = frozenset({Status.ACCEPTED, Status.SUGGESTED})
    keeps = frozenset(
        {
            "text",
            "article_id",
            "title",
            "meta",
            "article_annotator",
            "status",
            "note",
            "quote_status",
            "quote_note",
        }
    )

    def sniff(self, head: Head) -> float:
        """Sure of tasks with data and annotations, and of JSON_MIN with its annotation's id."""
        keys = first_keys(head)
        if "data" in keys and not keys.isdisjoint({"annotations", "predictions", "completions"}):
            return 0.95
        return 0.95 if {"text", "annotation_id"} <= keys else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield an article for each annotator of a task; predictions come with the first one."""
        for item in json_items(source):
            reader = TaskReader(source.name, item.line)
            task = reader.item(item)
            if item.fault is None and type(task) is not dict:
                reader.refuse_value("task", task)
            if type(task) is dict:
                yield from (relabelled(made, options.labels) for made in reader.task(task))
            yield from reader.problems

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's task, and what of it has no place there."""
        named = relabelled(article, options.labels)
        accepted = linked(_with(named, Status.ACCEPTED), _CARRIES)
        unsaid = replace(named, note="", flags=())  # told of the accepted ones already
        suggested = linked(_with(unsaid, Status.SUGGESTED), _CARRIES)
        carried = merged(
            unlinked(
                AnnotatedArticle(article.article, article.annotator),
                accepted.spans,
                accepted.relations,
            ),
            as_suggested(
                unlinked(AnnotatedArticle(article.article), suggested.spans, suggested.relations),
                _origin(named),
                None,
            ),
        )
        own = article.article
        task: dict[str, Any] = {
            "data": {"text": own.text, "id": own.id, "title": own.title, "meta": dict(own.meta)},
            "annotations": [
                {
                    "result": _results(accepted, own.text),
                    "completed_by": {"email": article.annotator},
                    "was_cancelled": False,
                    "ground_truth": False,
                }
            ],
            "predictions": [],
        }
        if suggested.spans:
            task["predictions"] = [
                {"model_version": _origin(named), "result": _results(suggested, own.text)}
            ]
        return Prepared(json_line(task), (*accepted.losses, *suggested.losses), carried)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write one list of tasks."""
        write_list((article.content for article in articles), out)


def _with(article: AnnotatedArticle, status: Status) -> AnnotatedArticle:
    quotes = [quote for quote in article.quotes if quote.status is status]
    known = {None, *(quote.id for quote in quotes)}
    return replace(
        article,
        entities=tuple(entity for entity in article.entities if entity.status is status),
        quotes=tuple(
            quote if quote.nested_in in known else replace(quote, nested_in=None)
            for quote in quotes
        ),
    )


def _origin(article: AnnotatedArticle) -> str:
    """Return the suggesters of what is suggested, as one name."""
    records: list[Entity | Quote] = [*article.entities, *article.quotes]
    return "+".join(sorted({r.origin for r in records if r.status is Status.SUGGESTED}))


def _results(made: Linked, text: str) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = []
    for span in made.spans:
        results += _region(span, text)
    results += (
        {
            "type": "relation",
            "from_id": relation.start,
            "to_id": relation.end,
            "direction": "right",
            "labels": [relation.type],
        }
        for relation in made.relations
    )
    return results


def _region(span: LinkedSpan, text: str) -> Iterator[dict[str, Any]]:
    start, end = span.span
    place = {"start": start, "end": end, "text": text[start:end]}
    common = {"id": span.id, "to_name": TEXT}
    yield {
        **common,
        "from_name": LABEL,
        "type": "labels",
        "value": {**place, "labels": [span.label]},
    }
    if span.attributes:
        yield {
            **common,
            "from_name": ATTRIBUTES,
            "type": "choices",
            "value": {**place, "choices": choices_of(span.attributes)},
        }
    if span.note:
        yield {
            **common,
            "from_name": NOTE,
            "type": "textarea",
            "value": {**place, "text": [span.note]},
        }
