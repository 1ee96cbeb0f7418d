"""Where a step leads: which records it touches, where an edge goes. Pure."""

from __future__ import annotations

from annotator.core.edits import Edit, EntityChange, QuoteChange
from annotator.core.entities import Entity
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.services.words import Edge, Unit, moved, word_at


def touched(edit: Edit) -> list[str]:
    """Return the ids of the records that an edit changes, makes or removes."""
    changes = (c for c in edit.changes if isinstance(c, EntityChange | QuoteChange))
    return [record.id for change in changes if (record := change.after or change.before)]


def moved_edge(text: str, span: Span, edge: Edge, unit: Unit, direction: str) -> Span:
    """Return ``span`` with an edge moved outwards or inwards, or its proclitic in or out."""
    inwards = 1 if edge is Edge.START else -1
    if direction != "flip":
        return moved(text, span, edge, unit, inwards if direction == "in" else -inwards)
    without = moved(text, span, edge, unit, inwards)
    if span.start < without.start < word_at(text, span.start).end:
        return without
    return moved(text, span, edge, unit, -inwards)


def extent(record: Entity | Quote) -> Span:
    """Return the span that shows a record: an entity's own, a quote's from first to last."""
    return record.extent if isinstance(record, Quote) else record.span
