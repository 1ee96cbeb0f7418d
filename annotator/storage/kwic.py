"""Hits with the text around them, a line each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.core.entities import Status
from annotator.core.spans import Span
from annotator.storage.articles import SETS
from annotator.storage.hits import Hit, listed
from annotator.storage.records import restored, stored


class LineEntity(NamedTuple):
    """An entity in a line; its span counts from the line's start and may reach out of it."""

    span: Span
    label: str
    status: Status


class Line(NamedTuple):
    """A hit with the text around it; ``at`` is where the hit stands in ``text``."""

    hit: Hit
    id: str
    title: str
    text: str
    at: Span
    entities: tuple[LineEntity, ...] = ()

    @property
    def before(self) -> str:
        """The text before the hit, which in Arabic stands at its right."""
        return self.text[: self.at.start]

    @property
    def keyword(self) -> str:
        """The text of the hit."""
        return self.at.of(self.text)

    @property
    def after(self) -> str:
        """The text after the hit."""
        return self.text[self.at.end :]


def lines(
    connection: sqlite3.Connection,
    hits: Sequence[Hit],
    annotator: str,
    *,
    width: int,
    least: float = 0.0,
) -> list[Line]:
    """Return the lines of hits, in the order of ``hits``, with ``width`` characters each side.

    Entities are those of ``annotator``, without rejected ones and suggestions whose score (0 to 1)
    is below ``least``. A hit whose article is gone, or
    whose text is another, has none.
    """
    facts = {
        key: (restored(id_), restored(title), own)
        for key, id_, title, own in connection.execute(
            f"SELECT a.key, a.id, a.title, coalesce(own.key, base.key) FROM article a {SETS} "
            f"WHERE a.key IN ({listed({hit.article for hit in hits})})",
            {"annotator": stored(annotator)},
        )
    }
    made = []
    for hit in hits:
        if hit.article not in facts:
            continue
        id_, title, own = facts[hit.article]
        first = max(0, hit.start - width)
        text = _window(connection, hit, first, hit.end + width)
        if len(text) < hit.end - first:
            continue
        found = (
            () if own is None else _line_entities(connection, own, first, first + len(text), least)
        )
        at = hit.span.shifted(-first)
        made.append(Line(hit, id_, title, text.translate(_ONE_LINE), at, tuple(found)))
    return made


# Line ends and direction controls would change how a line is laid out; lengths stay.
_ONE_LINE = {
    **dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"), " "),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\u200b"),
    **dict.fromkeys([0, 0xFDD0, 0xFDD1, 0xFFFC, *range(0xD800, 0xE000)], "\ufffd"),
}


def _window(connection: sqlite3.Connection, hit: Hit, first: int, end: int) -> str:
    """Return a part of an article's text without reading all of it into memory."""
    (kind, part) = connection.execute(
        "SELECT typeof(text), substr(text, ?, ?) FROM article_text WHERE article = ?",
        (first + 1, end - first, hit.article),
    ).fetchone()
    if kind == "text" and len(part) >= hit.end - first:
        return str(part)
    # Bytes are not counted in characters, and a NUL ends what SQLite counts.
    (whole,) = connection.execute(
        "SELECT text FROM article_text WHERE article = ?", (hit.article,)
    ).fetchone()
    return str(restored(whole))[first:end]


def _line_entities(
    connection: sqlite3.Connection, annotation_set: int, first: int, end: int, least: float
) -> Iterator[LineEntity]:
    rows = connection.execute(
        'SELECT "start", "end", label, status FROM entity WHERE annotation_set = ? '
        'AND status <> \'rejected\' AND "end" > ? AND "start" < ? '
        "AND (status <> 'suggested' OR score IS NULL OR score >= ?) "
        'ORDER BY "start", "end" DESC',
        (annotation_set, first, end, least),
    )
    for start, stop, label, status in rows:
        yield LineEntity(Span(start - first, stop - first), restored(label), Status(status))
