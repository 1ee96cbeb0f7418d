"""Rows of many entities become what each row becomes by itself."""

import pytest

from annotator.core.entities import Entity, Reason, Status
from annotator.core.spans import Span
from annotator.storage.records import entities_of, entity_of, entity_row

PLAIN = (
    Entity("e1", Span(0, 5), "PER", annotator="salma", note="؟", created="2026-11-22T10:00:00Z"),
    Entity("e2", Span(6, 12), "LOC", Status.SUGGESTED, "camel", 0.5),
)
ODD = (
    Entity("e3", Span(13, 14), "ORG", note="\ud83d"),
    Entity("e4", Span(15, 16), "ORG", annotator="\ud83d"),
    Entity("e5", Span(15, 16), "ORG", reasons=(Reason("rules", 0.5, "titles"),)),
    Entity("e6", Span(15, 16), "ORG", flags=("unsure",)),
    Entity("e7", Span(15, 16), "ORG", extra={"colour": 1}),
)


@pytest.mark.parametrize("entities", [(), PLAIN, *((*PLAIN, odd) for odd in ODD)])
def test_many_entities_at_once(entities):
    rows = list(map(entity_row, entities))
    assert entities_of(rows) == tuple(map(entity_of, rows)) == entities


def test_a_status_that_is_none():
    row = list(entity_row(PLAIN[0]))
    row[4] = "perhaps"
    with pytest.raises(KeyError):
        entities_of([tuple(row)])
