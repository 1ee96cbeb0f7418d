"""What was decided in a project, by the words that it was decided about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from annotator.storage.records import restored


class DecidedString(NamedTuple):
    """How often the very string ``string`` was accepted and rejected under ``label``."""

    string: str
    label: str
    accepted: int
    rejected: int


def decided_strings(connection: sqlite3.Connection) -> Iterator[DecidedString]:
    """Yield the decided entities of every set that someone or an import made, counted by string.

    SQLite's ``substr`` counts code points in text. A text with lone surrogates is kept as bytes;
    there it would count bytes, so such articles are left out.
    """
    rows = connection.execute(
        'SELECT substr(t.text, e."start" + 1, e."end" - e."start"), e.label, '
        "sum(e.status = 'accepted'), sum(e.status = 'rejected') "
        "FROM entity e JOIN annotation_set s ON s.key = e.annotation_set "
        "JOIN article_text t ON t.article = s.article "
        "WHERE e.status <> 'suggested' AND typeof(t.text) = 'text' GROUP BY 1, 2 ORDER BY 1, 2"
    )
    for string, label, accepted, rejected in rows:
        yield DecidedString(string, restored(label), accepted, rejected)
