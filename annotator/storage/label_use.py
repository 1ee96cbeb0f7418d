"""Which labels the spans of a project have, and whose spans they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from annotator.storage.records import restored, stored


class LabelUse(NamedTuple):
    """How many spans of one annotator ("" is nobody) have a label, in how many articles.

    Rejected and suggested ones count too.
    """

    label: str
    annotator: str
    spans: int
    articles: int


def label_use(connection: sqlite3.Connection) -> list[LabelUse]:
    """Return the use of every label by every annotator; reads all spans."""
    rows = connection.execute(
        "SELECT e.label, s.annotator, count(*), count(DISTINCT s.key) FROM entity e "
        "JOIN annotation_set s ON s.key = e.annotation_set GROUP BY 1, 2 ORDER BY 1, 2"
    )
    return [LabelUse(restored(row[0]), restored(row[1]), row[2], row[3]) for row in rows]


def sets_with_labels(
    connection: sqlite3.Connection, labels: Collection[str], annotators: Collection[str]
) -> list[tuple[int, str]]:
    """Return the sets of these annotators that hold one of these labels: article and annotator."""
    marks, names = (", ".join("?" * len(group)) for group in (labels, annotators))
    rows = connection.execute(
        "SELECT s.article, s.annotator FROM annotation_set s "
        f"WHERE s.annotator IN ({names}) AND EXISTS (SELECT 1 FROM entity e "
        f"WHERE e.annotation_set = s.key AND e.label IN ({marks})) ORDER BY s.article, s.key",
        [*map(stored, annotators), *map(stored, labels)],
    )
    return [(article, restored(annotator)) for article, annotator in rows]
