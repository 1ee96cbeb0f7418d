"""Dumps of news as JSON: objects with a text under some name, one a line, in a list, or alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.base import ReadOptions
from annotator.formats.columns import (
    OF_SPANS,
    SAMPLED_ROWS,
    RowReader,
    Table,
    columns_of,
    no_text_column,
    role_of,
)
from annotator.formats.cuts import Cut, line_cuts, whole
from annotator.formats.json_items import Item, first_keys, json_items
from annotator.formats.source import Head, Source
from annotator.formats.strict_json import StrictDecoder

_ANNOTATED = frozenset((
    "format", "label", "spans", "labels", "relations", "annotations", "predictions", "quotes",
    "data", "sha256", "offset_unit", "meta", "tokens", "ner_tags", "annotation_id", "completions",
    "%types", "%views", "annotator",
))  # fmt: skip
"""Keys of files that hold more than text: they are another format's."""

_LISTS = frozenset((
    "articles", "items", "results", "rows", "documents", "docs", "news", "records", "stories",
))  # fmt: skip
"""Keys under which a file keeps the list of its articles."""

_PLAIN = frozenset({"id", "text", "title"})


class JsonColumns:
    """Objects without annotations, whatever their keys are called."""

    id = "json-columns"
    name = message(QT_TRANSLATE_NOOP("messages", "News as JSON objects"))
    suffixes: tuple[str, ...] = (".json", ".jsonl", ".ndjson")

    def sniff(self, head: Head) -> float:
        """Sure of objects with a text and what news has beside it, and no annotations."""
        keys = first_keys(head)
        lowered = {key.lower() for key in keys}
        if not lowered or not lowered.isdisjoint(_ANNOTATED | OF_SPANS):
            return 0.0
        if keys & _LISTS and '"title"' in head.text:
            return 0.75
        roles = {role_of(key) for key in keys} - {""}
        if "text" not in roles:
            return 0.0
        # Lines of id, title and text alone are our own JSONL; a list of them is not.
        is_list = head.text.lstrip().startswith("[")
        if roles <= _PLAIN and "text" in keys and not is_list:
            return 0.25
        return 0.8

    def table(self, source: Source) -> Table | None:
        """Return the start of the objects as a table, each key a column."""
        if not source.head.text.lstrip().startswith(("{", "[")):
            return None
        rows, names = _table(list(islice(_items(source), SAMPLED_ROWS)))
        if not rows:
            return None
        return Table(tuple(names), tuple(rows), columns_of(names, rows, {}, source.name))

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the articles object by object.

        Raises:
            UserError: the file is no text, or no key holds the text.
        """
        items = _items(source)
        first = list(islice(items, SAMPLED_ROWS))
        # What the keys hold, the start of the file says for every piece of it.
        sample = islice(_items(replace(source, cut=None)), SAMPLED_ROWS)
        rows, names = _table(list(sample) if source.cut else first)
        columns = columns_of(names, rows, options.columns, source.name) if rows else None
        if rows and columns is None:
            raise no_text_column(source.name, names)
        reader = RowReader(columns, source.name) if columns else None
        of_lines = _is_of_lines(source.head)
        for item in chain(first, items):
            if item.fault is not None:
                yield item.fault
            elif type(item.value) is not dict or reader is None:
                what = message(QT_TRANSLATE_NOOP("messages", "This is no object; left out."))
                yield Problem("type", what, Severity.REFUSED, source.name, item.line)
            else:
                yield reader.article(item.value, item.line, item.line if of_lines else None)

    def cuts(self, source: Source, articles: int) -> Iterator[Cut]:
        """Yield pieces of so many lines, or the whole file where objects are no lines."""
        of_lines = _is_of_lines(source.head)
        return line_cuts(source, articles) if of_lines else whole(source)


def _table(items: list[Item]) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the objects, and all their keys."""
    rows = [item.value for item in items if type(item.value) is dict]
    return rows, list(dict.fromkeys(chain.from_iterable(rows)))


def _items(source: Source) -> Iterator[Item]:
    """Yield the objects; a file that is one object may have a list of them."""
    if source.head.text.lstrip()[:1] != "{" or _is_of_lines(source.head):
        yield from json_items(source)
        return
    try:
        whole = StrictDecoder().decode(source.text().text)
    except (ValueError, RecursionError):
        yield from json_items(source)
        return
    lists = [value for key, value in whole.items() if key in _LISTS and type(value) is list]
    yield from (Item(1, value) for value in (lists[0] if lists else [whole]))


def _is_of_lines(head: Head) -> bool:
    """Whether the first line is an object by itself, and another line follows."""
    first, _, rest = head.text.lstrip().partition("\n")
    if not first.startswith("{"):
        return False
    try:
        StrictDecoder().decode(first)
    except (ValueError, RecursionError):
        return False
    return bool(rest.strip()) or not any(f'"{name}"' in first for name in _LISTS)
